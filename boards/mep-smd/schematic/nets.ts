import type { NetLabel, PowerFlag, Wire } from "../../../src/schematic/sheet"

/** Wires, from the power supply to the meter port, in the order of the blocks. Steps of 2.54 mm. */
export const wires: readonly Wire[] = [
  ["J2.1", [10, 11], [10, 10]],
  ["J1.1", [16, 17]],
  ["J3.1", [40, 17]],
  ["J4.1", "J7.3"],
  ["J7.4", [53, 11], [53, 10]],

  ["J5.1", [21, 40]],
  ["J5.3", [21, 44], [21, 43.5]],
  ["J5.4", "U2.34"],
  ["J5.5", "U2.35"],
  ["J7.2", [15, 36]],
  ["J7.1", [24, 36]],
  [[24, 36], "U2.25"],
  ["R2.1", [24, 36]],

  ["R1.1", [30, 33], "U2.3"],
  ["U2.1", [41, 60], [42, 60]],
  ["U2.15", [42, 60]],
  [
    [42, 60],
    [43, 60],
  ],
  ["U2.38", [43, 60]],
  [[43, 60], [44, 60], "U2.39"],

  ["U2.8", "R4.2"],
  ["R3.2", [57.5, 28]],
  ["R4.1", [65, 32], [65, 28]],
  ["R3.1", [65, 28]],
  [
    [65, 28],
    [71, 28],
  ],
  [
    [71, 28],
    [75, 28],
    [75, 31],
  ],
  [[75, 31], "U1.16"],

  ["U2.29", "U1.11"],
  ["U2.28", "U1.10"],
  ["U2.27", "U1.9"],
  ["C1.1", "U1.1"],
  ["C1.2", "U1.3"],
  ["C2.1", "U1.4"],
  ["C2.2", "U1.5"],
  ["C3.2", "U1.2"],
  ["U1.6", "C4.2"],
  ["C3.2", [82, 31]],
  [
    [78, 60.5],
    [82, 60.5],
  ],

  ["U1.14", "D1.2"],
  ["D1.1", "R7.1"],
  ["R7.2", "J6.3"],
  ["U1.7", "R5.1"],
  ["R5.2", "J6.5"],
  ["U1.8", "R6.1"],
  ["R6.2", "J6.2"],
  ["J6.4", [100, 43], [100, 42]],
  ["J6.1", [100, 55]],
]

export const labels: readonly NetLabel[] = [
  { net: "BUCK_OUT", at: [39.5, 11] },
  { net: "ESP_RXD0", at: [21, 46] },
  { net: "ESP_TXD0", at: [21, 48] },
  { net: "IO0_PROGRAM", at: [28, 36] },
  { net: "ESP_EN", at: [31, 33] },
  { net: "RS232_POWER", at: [52.25, 32] },
  { net: "VCC_RS232", at: [65.25, 28] },
  { net: "MEP_ENABLE_TTL", at: [52.25, 46] },
  { net: "TXD2_TTL", at: [52.25, 49] },
  { net: "RXD2_TTL", at: [52.25, 52] },
  { net: "C1_POS", at: [65.25, 35] },
  { net: "C1_NEG", at: [65.25, 38] },
  { net: "C2_POS", at: [65.25, 40] },
  { net: "C2_NEG", at: [65.25, 43] },
  { net: "V_POS", at: [82, 31], anchor: "end" },
  { net: "V_NEG", at: [82, 60.5], anchor: "end" },
  { net: "MEP_ENABLE", at: [95.25, 46] },
  { net: "TXD_RS232", at: [86, 49] },
  { net: "MEP_TXD", at: [95.25, 49] },
  { net: "RXD_RS232", at: [86, 52] },
  { net: "MEP_RXD", at: [95.25, 52] },
]

export const powers: readonly PowerFlag[] = [
  { net: "V24", at: [10, 10] },
  { net: "GND", at: [16, 17] },
  { net: "GND", at: [40, 17] },
  { net: "V3V3", at: [53, 10] },
  { net: "GND", at: [21, 40] },
  { net: "V3V3", at: [21, 43.5] },
  { net: "GND", at: [15, 36] },
  { net: "V3V3", at: [24, 32] },
  { net: "V3V3", at: [30, 29] },
  { net: "V3V3", at: [43, 29] },
  { net: "GND", at: [43, 60] },
  { net: "V3V3", at: [57.5, 28] },
  { net: "GND", at: [71, 31] },
  { net: "GND", at: [75, 60] },
  { net: "GND", at: [78, 63.5] },
  { net: "GND", at: [83, 55] },
  { net: "V24", at: [100, 42] },
  { net: "GND", at: [100, 55] },
]

/** The meter supplies GND through J6, R3 or R4 the MAX3232. */
export const supplied: readonly PowerFlag[] = [
  { net: "GND", at: [101, 55] },
  { net: "VCC_RS232", at: [73, 28] },
]

/** Pins left open, as on the original board. */
export const noConnects: readonly string[] = [
  ...["J5.2", "J5.6", "J6.6", "U1.12"],
  ...[4, 5, 6, 7, 9, 10, 11, 12, 13, 14, 16, 17, 18, 19, 20, 21, 22, 23, 24].map((pin) => `U2.${pin}`),
  ...[26, 30, 31, 32, 33, 36, 37].map((pin) => `U2.${pin}`),
]
