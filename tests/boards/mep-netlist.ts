/**
 * The netlist of DabblerDK's MEP-HW-SMD v2.00 (and of MEP-HW-THT v1.10, which has the same), taken from the original
 * KiCad board by hand into this table; net names are this project's. 26 nets, 71 pins, 30 pins left open.
 */
export const expectedNets: Readonly<Record<string, string>> = {
  GND: "C4.1 C5.2 J1.1 J3.1 J5.1 J6.1 J7.2 U1.13 U1.15 U2.1 U2.15 U2.38 U2.39",
  V24: "J2.1 J6.4",
  BUCK_OUT: "J4.1 J7.3",
  V3V3: "J5.3 J7.4 R1.2 R2.2 R3.2 U2.2",
  VCC_RS232: "C3.1 C5.1 R3.1 R4.1 U1.16",
  RS232_POWER: "R4.2 U2.8",
  MEP_ENABLE_TTL: "U1.11 U2.29",
  TXD2_TTL: "U1.10 U2.28",
  RXD2_TTL: "U1.9 U2.27",
  ENABLE_RS232: "D1.2 U1.14",
  ENABLE_DIODE: "D1.1 R7.1",
  MEP_ENABLE: "J6.3 R7.2",
  TXD_RS232: "R5.1 U1.7",
  MEP_TXD: "J6.5 R5.2",
  RXD_RS232: "R6.1 U1.8",
  MEP_RXD: "J6.2 R6.2",
  IO0_PROGRAM: "J7.1 R2.1 U2.25",
  ESP_EN: "R1.1 U2.3",
  ESP_RXD0: "J5.4 U2.34",
  ESP_TXD0: "J5.5 U2.35",
  C1_POS: "C1.1 U1.1",
  C1_NEG: "C1.2 U1.3",
  C2_POS: "C2.1 U1.4",
  C2_NEG: "C2.2 U1.5",
  V_POS: "C3.2 U1.2",
  V_NEG: "C4.2 U1.6",
}

export const expectedOpen =
  "J5.2 J5.6 J6.6 U1.12 U2.4 U2.5 U2.6 U2.7 U2.9 U2.10 U2.11 U2.12 U2.13 U2.14 U2.16 U2.17 U2.18 U2.19 U2.20 " +
  "U2.21 U2.22 U2.23 U2.24 U2.26 U2.30 U2.31 U2.32 U2.33 U2.36 U2.37"

type Row = readonly [name: string, x: number, y: number, width: number, height: number]

/** The original's pads that the meter, the buck module, the cable and the jumper meet, mm. */
export const expectedPads: readonly Row[] = [
  ["J1.1", -4, 11, 4, 4],
  ["J2.1", -4, -1, 4, 4],
  ["J3.1", -23, 11, 4, 4],
  ["J4.1", -23, -1, 4, 4],
  ["J5.1", -27.5, 8.7, 1.7, 1.7],
  ["J5.2", -27.5, 6.16, 1.7, 1.7],
  ["J5.3", -27.5, 3.62, 1.7, 1.7],
  ["J5.4", -27.5, 1.08, 1.7, 1.7],
  ["J5.5", -27.5, -1.46, 1.7, 1.7],
  ["J5.6", -27.5, -4, 1.7, 1.7],
  ["J6.1", 14, -8, 1.7, 1.7],
  ["J6.2", 14, -5.46, 1.7, 1.7],
  ["J6.3", 16.54, -8, 1.7, 1.7],
  ["J6.4", 16.54, -5.46, 1.7, 1.7],
  ["J6.5", 19.08, -8, 1.7, 1.7],
  ["J6.6", 19.08, -5.46, 1.7, 1.7],
  ["J7.1", 6.365, -8.95, 0.74, 2.4],
  ["J7.2", 6.365, -5.05, 0.74, 2.4],
  ["J7.3", 7.635, -8.95, 0.74, 2.4],
  ["J7.4", 7.635, -5.05, 0.74, 2.4],
]
