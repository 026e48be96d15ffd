import { buckPins } from "../../components/BuckConverter"
import { requirePart } from "../../components/catalogue"
import { diodePins } from "../../components/Diode"
import { esp32Wroom32ePins } from "../../components/Esp32Wroom32e"
import { max3232Pins } from "../../components/Max3232"
import { meterPortPins, officialMepPin } from "../../components/MeterPort"
import { programmingHeaderPins } from "../../components/ProgrammingHeader"
import type { Pin } from "../../components/pins"
import type { Sheet } from "../../src/schematic/sheet"
import { parts } from "./assembly"

const names = (pins: readonly Pin[]): Record<string, string> =>
  Object.fromEntries(pins.map((pin) => [String(pin.number), pin.name]))

/**
 * The schematic of MEP-HW-SMD, A4 landscape: where symbols, wires and notes stand, in steps of 2.54 mm.
 * Signals run from left to right: programming, ESP32, RS-232, meter port. Power comes in at the top left.
 */
export const sheet: Sheet = {
  titleBlock: {
    subtitle: "ESP32 on the Multipurpose Expansion Port of OSGP meters",
    licence: "MIT",
    origin: "after DabblerDK MEP-HW-SMD",
  },

  blocks: [
    { title: "Power supply", from: [5.25, 5.25], to: [58, 21.5] },
    { title: "J7 seen from above", from: [58.75, 5.25], to: [111.75, 21.5] },
    { title: "Programming", from: [5.25, 22.25], to: [27, 65] },
    { title: "ESP32", from: [27.75, 22.25], to: [51, 65] },
    { title: "RS-232", from: [51.75, 22.25], to: [84.75, 65] },
    { title: "Meter port (MEP)", from: [85.5, 22.25], to: [111.75, 65] },
  ],

  parts: [
    {
      part: "J2",
      symbol: { kind: "terminal", pin: "1" },
      at: [20, 11],
      turn: 180,
      fields: "right",
      value: buckPins.J2.name,
    },
    {
      part: "J1",
      symbol: { kind: "terminal", pin: "1" },
      at: [20, 17],
      turn: 180,
      fields: "right",
      value: buckPins.J1.name,
    },
    {
      part: "J4",
      symbol: { kind: "terminal", pin: "1" },
      at: [36, 11],
      fields: "left",
      value: buckPins.J4.name,
    },
    {
      part: "J3",
      symbol: { kind: "terminal", pin: "1" },
      at: [36, 17],
      fields: "left",
      value: buckPins.J3.name,
    },
    { part: "J7", unit: "A", symbol: { kind: "jumper", pins: ["3", "4"] }, at: [48, 11], value: "RUN" },

    {
      part: "J5",
      symbol: {
        kind: "box",
        width: 5,
        height: 12,
        right: ["1", null, "2", null, "3", null, "4", null, "5", null, "6"],
      },
      at: [12, 39],
      value: "FTDI, 3.3 V only",
      remarks: { 1: "black", 2: "brown", 3: "red", 4: "orange", 5: "yellow", 6: "green" },
    },
    { part: "R2", symbol: { kind: "resistor" }, at: [24, 33.5], turn: 90 },
    { part: "J7", unit: "B", symbol: { kind: "jumper", pins: ["2", "1"] }, at: [19, 36], value: "PROG" },

    {
      part: "U2",
      symbol: {
        kind: "box",
        width: 11,
        height: 26,
        left: [
          ...[null, "3", null, null, "25", null],
          ...["4", "5", "6", "7", "9", "10", "11", null],
          ...["34", null, "35", null],
          ...["12", "13", "14", "16", "23", "24"],
        ],
        right: [
          ...["8", null, "17", "18", "19", "20", "21", "22", "32"],
          ...[null, "33", "36", "37", null, "29", null, null, "28", null, null, "27"],
          ...[null, "26", "30", "31"],
        ],
        top: [null, null, null, null, null, "2"],
        bottom: [null, null, null, "1", "15", "38", "39"],
      },
      at: [37, 31],
      fields: { designator: [37, 63], value: [39, 63] },
    },
    { part: "R1", symbol: { kind: "resistor" }, at: [30, 30.5], turn: 90 },

    { part: "R3", symbol: { kind: "resistor" }, at: [62, 28], turn: 180 },
    { part: "R4", symbol: { kind: "resistor" }, at: [62, 32], turn: 180, fields: "below" },
    {
      part: "U1",
      symbol: {
        kind: "box",
        width: 10,
        height: 24,
        left: [
          ...["1", null, null, "3", null, "4", null, null, "5"],
          ...[null, null, "11", null, null, "10", null, null, "9", null, null, "12"],
        ],
        right: [
          ...[null, null, null, null, null, null, null, null, null, null],
          ...[null, "14", null, null, "7", null, null, "8", null, null, "13"],
        ],
        top: [null, null, null, "16", null, null, "2"],
        bottom: [null, null, null, "15", null, null, "6"],
      },
      at: [71, 34],
      fields: { designator: [79, 32.4], value: [79, 33.5] },
    },
    { part: "C1", symbol: { kind: "capacitor" }, at: [65, 36.5], turn: 270, fields: "left" },
    { part: "C2", symbol: { kind: "capacitor" }, at: [65, 41.5], turn: 270, fields: "left" },
    {
      part: "C3",
      symbol: { kind: "capacitor" },
      at: [76.5, 31],
      fields: { designator: [77, 28.75], value: [79, 28.75] },
    },
    { part: "C4", symbol: { kind: "capacitor" }, at: [78, 62], turn: 90 },
    { part: "C5", symbol: { kind: "capacitor" }, at: [71, 29.5], turn: 270, fields: "left" },

    { part: "D1", symbol: { kind: "diode" }, at: [89, 46] },
    { part: "R7", symbol: { kind: "resistor" }, at: [93.5, 46], fields: "below" },
    { part: "R5", symbol: { kind: "resistor" }, at: [93.5, 49], fields: "below" },
    { part: "R6", symbol: { kind: "resistor" }, at: [93.5, 52], fields: "below" },
    {
      part: "J6",
      symbol: {
        kind: "box",
        width: 5,
        height: 17,
        pinLength: 1.5,
        left: ["4", null, null, "3", null, null, "5", null, null, "2", null, null, "1", null, null, "6"],
      },
      at: [103, 42],
      value: "MEP",
      remarks: Object.fromEntries(
        Object.entries(officialMepPin).map(([pin, official]) => [pin, `MEP ${official}`]),
      ),
    },
  ],

  wires: [
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
  ],

  labels: [
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
  ],

  powers: [
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
  ],

  supplied: [
    { net: "GND", at: [101, 55] },
    { net: "VCC_RS232", at: [73, 28] },
  ],

  noConnects: [
    ...["J5.2", "J5.6", "J6.6", "U1.12"],
    ...[4, 5, 6, 7, 9, 10, 11, 12, 13, 14, 16, 17, 18, 19, 20, 21, 22, 23, 24].map((pin) => `U2.${pin}`),
    ...[26, 30, 31, 32, 33, 36, 37].map((pin) => `U2.${pin}`),
  ],

  outlines: [
    {
      from: [18.25, 7.5],
      to: [37.75, 20.5],
      caption: ["Buck converter module"],
      captionAt: [28, 9],
      anchor: "middle",
    },
    {
      from: [59.5, 25.5],
      to: [64.5, 34.75],
      caption: ["fit one", "only"],
      captionAt: [62, 29.9],
      anchor: "middle",
    },
  ],

  notes: [
    {
      at: [28, 13.5],
      anchor: "middle",
      lines: ["24 V to 3.4-3.5 V", "XL1509-ADJ, 23 x 17 mm", "flush, on the solder side"],
    },
    { at: [6.25, 14], lines: ["24 or 26 V from J6,", "by meter model;", "1 W at most"] },
    { at: [43, 15], lines: ["Set to 3.4-3.5 V with both", "jumpers off J7, before", "U2 first gets power."] },
    { at: [52.25, 47.4], lines: ["low = port enabled"] },
    {
      at: [6, 54.5],
      lines: [
        "Colours: FTDI TTL-232R-3V3 cable.",
        "Pin names as the board sees them.",
        "",
        "CTS and RTS stay open: no automatic",
        "reset. To program, put the jumper on",
        "J7 1-2, take the one on 3-4 off and",
        "power up through J5.",
      ],
    },
    {
      at: [5.75, 67.75],
      title: "Notes",
      lines: [
        "1  Fit R4 (MAX3232 fed from GPIO32, so that the ESP32 can restart it) or R3 (always on). Never both.",
        "2  J5: a cable with 3.3 V on VCC and signals; 5 V kills U2. In the meter connect GND, RX and TX only.",
        "3  J6 counts odd and even, the meter's documents 1 2 3 over 4 5 6: MEP n is the official number.",
        "4  TXD and RXD at J6 are the meter's names: it receives on TXD and sends on RXD. RS-232, 9600 8N1.",
        "5  U2: a module without PSRAM (N4, N8, N16; not R2), whose PSRAM would take IO16 from the meter port.",
        "6  U1: the 3.3 V part, C1 to C5 suit 3.0 to 3.6 V. Unused receiver R1: input grounded, output open.",
      ],
    },
  ],

  jumperViews: [
    {
      part: "J7",
      at: [63, 12],
      title: "RUN",
      lines: ["the buck converter", "feeds the board"],
      joined: [["3", "4"]],
      allowed: true,
    },
    {
      part: "J7",
      at: [73.5, 12],
      title: "PROG",
      lines: ["download mode;", "3.3 V from J5 only,", "3-4 must be open"],
      joined: [["1", "2"]],
      allowed: true,
    },
    {
      part: "J7",
      at: [84, 12],
      title: "ADJUST",
      lines: ["no jumper while", "the buck converter", "is being set"],
      joined: [],
      allowed: true,
    },
    {
      part: "J7",
      at: [94.5, 12],
      title: "NEVER",
      lines: ["buck output", "onto IO0"],
      joined: [["1", "3"]],
      allowed: false,
    },
    {
      part: "J7",
      at: [105, 12],
      title: "NEVER",
      lines: ["3V3 shorted", "to GND"],
      joined: [["2", "4"]],
      allowed: false,
    },
    {
      part: "J6",
      at: [96.5, 32],
      title: "J6 seen from above",
      lines: ["in the rings: official MEP pin", "outside: pin of J6"],
      joined: [],
      allowed: true,
      inside: Object.fromEntries(
        Object.entries(officialMepPin).map(([pin, official]) => [pin, String(official)]),
      ),
    },
  ],

  supplyNames: { V24: "+24 V", V3V3: "+3V3" },
  pinNames: {
    D1: names(diodePins),
    J5: names(programmingHeaderPins),
    J6: names(meterPortPins),
    U1: names(max3232Pins),
    U2: names(esp32Wroom32ePins),
  },
  values: Object.fromEntries(
    Object.entries(parts).map(([designator, id]) => [designator, requirePart(id, designator).value]),
  ),
}
