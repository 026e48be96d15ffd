/**
 * Land patterns from libraries that have nothing to do with this project, as their files have them: mm, y DOWN, part
 * unrotated on top. KiCad 9.0.2 footprints (Debian `kicad-footprints`) unless a row says otherwise.
 */
export type LibraryPad = readonly [pin: string, x: number, y: number, width: number, height: number]

const column = (first: number, count: number, x: number, y: number, step: number, w: number, h: number) =>
  Array.from({ length: count }, (_, i): LibraryPad => [String(first + i), x, y + i * step, w, h])

/** Package_SO.pretty/SOIC-16_3.9x9.9mm_P1.27mm */
export const soic16: readonly LibraryPad[] = [
  ...column(1, 8, -2.475, -4.445, 1.27, 1.95, 0.6),
  ...column(9, 8, 2.475, 4.445, -1.27, 1.95, 0.6),
]

/**
 * RF_Module.pretty/ESP32-WROOM-32E; the same pads are in Espressif's own library (espressif/kicad-libraries,
 * ESP32-WROOM-32E.kicad_mod of 17979eb6, origin 1.75 mm nearer the antenna, pins 15-24 0.005 mm to the left).
 */
export const wroom32e: readonly LibraryPad[] = [
  ...column(1, 14, -8.75, -5.26, 1.27, 1.5, 0.9),
  ...Array.from({ length: 10 }, (_, i): LibraryPad => [String(15 + i), -5.715 + i * 1.27, 12.5, 0.9, 1.5]),
  ...column(25, 14, 8.75, 11.25, -1.27, 1.5, 0.9),
  ...[-2.9, -1.5, -0.1].flatMap((x) => [1.06, 2.46, 3.86].map((y): LibraryPad => ["39", x, y, 0.9, 0.9])),
]

/** Diode_SMD.pretty/D_0805_2012Metric_Pad1.15x1.40mm_HandSolder: pin 1 is the cathode. */
export const chip0805: readonly LibraryPad[] = [
  ["1", -1.025, 0, 1.15, 1.4],
  ["2", 1.025, 0, 1.15, 1.4],
]

/** Connector_PinHeader_2.54mm.pretty/PinHeader_1x06_P2.54mm_Vertical, holes 1.0 */
export const header1x6: readonly LibraryPad[] = column(1, 6, 0, 0, 2.54, 1.7, 1.7)

/** Connector_PinHeader_2.54mm.pretty/PinHeader_2x03_P2.54mm_Horizontal, holes 1.0 */
export const header2x3: readonly LibraryPad[] = [0, 1, 2].flatMap((row): LibraryPad[] => [
  [String(2 * row + 1), 0, row * 2.54, 1.7, 1.7],
  [String(2 * row + 2), 2.54, row * 2.54, 1.7, 1.7],
])

/** Connector_PinHeader_1.27mm.pretty/PinHeader_2x02_P1.27mm_Vertical_SMD */
export const header2x2: readonly LibraryPad[] = [
  ["1", -1.95, -0.635, 2.4, 0.74],
  ["2", 1.95, -0.635, 2.4, 0.74],
  ["3", -1.95, 0.635, 2.4, 0.74],
  ["4", 1.95, 0.635, 2.4, 0.74],
]

const two = (x: number, w: number, h: number): readonly LibraryPad[] => [
  ["1", -x, 0, w, h],
  ["2", x, 0, w, h],
]

/** Package_SO.pretty/SOIC-14_3.9x8.7mm_P1.27mm and SOIC-8_3.9x4.9mm_P1.27mm */
export const soic14: readonly LibraryPad[] = [
  ...column(1, 7, -2.475, -3.81, 1.27, 1.95, 0.6),
  ...column(8, 7, 2.475, 3.81, -1.27, 1.95, 0.6),
]
export const soic8: readonly LibraryPad[] = [
  ...column(1, 4, -2.475, -1.905, 1.27, 1.95, 0.6),
  ...column(5, 4, 2.475, 1.905, -1.27, 1.95, 0.6),
]

/** Resistor_SMD.pretty/R_*Metric */
export const chip0402 = two(0.51, 0.54, 0.64)
export const chip0603 = two(0.825, 0.8, 0.95)
export const chip1206 = two(1.4625, 1.125, 1.75)

/** Diode_SMD.pretty */
export const sod123 = two(1.65, 0.9, 1.2)
export const sod323 = two(1.05, 0.6, 0.45)
export const sma = two(2, 2.5, 1.8)

/** Package_TO_SOT_SMD.pretty */
export const sot23: readonly LibraryPad[] = [
  ["1", -0.9375, -0.95, 1.475, 0.6],
  ["2", -0.9375, 0.95, 1.475, 0.6],
  ["3", 0.9375, 0, 1.475, 0.6],
]
export const sot236: readonly LibraryPad[] = [
  ...column(1, 3, -1.1375, -0.95, 0.95, 1.325, 0.6),
  ...column(4, 3, 1.1375, 0.95, -0.95, 1.325, 0.6),
]
export const sot235: readonly LibraryPad[] = [
  ...column(1, 3, -1.1375, -0.95, 0.95, 1.325, 0.6),
  ...column(4, 2, 1.1375, 0.95, -1.9, 1.325, 0.6),
]

/** Connector_PinSocket_2.54mm.pretty/PinSocket_2x03_P2.54mm_Vertical: even pins left of the odd ones */
export const socket2x3: readonly LibraryPad[] = [0, 1, 2].flatMap((row): LibraryPad[] => [
  [String(2 * row + 1), 0, row * 2.54, 1.7, 1.7],
  [String(2 * row + 2), -2.54, row * 2.54, 1.7, 1.7],
])

/** Connector_PinHeader_1.27mm.pretty/PinHeader_2x05_P1.27mm_Vertical, holes 0.65 */
export const header2x5fine: readonly LibraryPad[] = [0, 1, 2, 3, 4].flatMap((row): LibraryPad[] => [
  [String(2 * row + 1), 0, row * 1.27, 1, 1],
  [String(2 * row + 2), 1.27, row * 1.27, 1, 1],
])

/** Package_DIP.pretty/DIP-8_W7.62mm, holes 0.8 */
export const dip8: readonly LibraryPad[] = [
  ...column(1, 4, 0, 0, 2.54, 1.6, 1.6),
  ...column(5, 4, 7.62, 7.62, -2.54, 1.6, 1.6),
]

/** TestPoint.pretty/TestPoint_Pad_4.0x4.0mm */
export const buckPad: readonly LibraryPad[] = [["1", 0, 0, 4, 4]]
