import { line, type Point, rectangle, type Shape } from "../shapes"
import { gridMm } from "../sheet"
import type { SymbolDrawing, SymbolPin } from "./symbol-drawing"

/** Pins end 1.5 steps from the centre, as KiCad's do. */
const reach = 1.5 * gridMm

const pin = (number: string, direction: -1 | 1, innerX: number): SymbolPin => ({
  number,
  end: { x: direction * reach, y: 0 },
  inner: { x: direction * innerX, y: 0 },
  side: direction < 0 ? "left" : "right",
})

const at = (x: number, y: number): Point => ({ x, y })

const twoPin = (
  name: string,
  body: readonly Shape[],
  half: Point,
  pins: readonly SymbolPin[],
): SymbolDrawing => ({
  name,
  body,
  bounds: { minX: -half.x, minY: -half.y, maxX: half.x, maxY: half.y },
  pins,
  showNames: false,
  showNumbers: false,
})

/** IEC 60617-4, 04-01-01: a box, 1 : 2.5. */
export const resistor = twoPin(
  "Resistor",
  [rectangle("body", { minX: -2.54, minY: -1.016, maxX: 2.54, maxY: 1.016 }, "tint")],
  at(2.54, 1.016),
  [pin("1", -1, 2.54), pin("2", 1, 2.54)],
)

/** IEC 60617-4, 04-02-01: two plates. */
export const capacitor = twoPin(
  "Capacitor",
  [line("body", at(-0.5, -2), at(-0.5, 2)), line("body", at(0.5, -2), at(0.5, 2))],
  at(0.5, 2),
  [pin("1", -1, 0.5), pin("2", 1, 0.5)],
)

/** IEC 60617-5, 05-03-01. Pin 1 is the cathode, at the right: current flows from left to right. */
export const diode = twoPin(
  "Diode",
  [
    {
      kind: "path",
      ink: "body",
      closed: true,
      fill: "tint",
      points: [at(-1.3, -1.5), at(-1.3, 1.5), at(1.3, 0)],
    },
    line("body", at(1.3, -1.5), at(1.3, 1.5)),
  ],
  at(1.3, 1.5),
  [pin("1", 1, 1.3), pin("2", -1, 1.3)],
)
