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

/** TestPoint.pretty/TestPoint_Pad_4.0x4.0mm */
export const buckPad: readonly LibraryPad[] = [["1", 0, 0, 4, 4]]
