import { line, type Point, rectangle, type Shape } from "../shapes"
import { gridMm, type TwoPinKind } from "../sheet"
import type { SymbolDrawing, SymbolPin } from "./symbol-drawing"

/** Pins end 1.5 steps from the centre, as KiCad's do. */
const reach = 1.5 * gridMm

interface Body {
  readonly name: string
  readonly shapes: readonly Shape[]
  /** Half of the body's width and height; the pins begin at its ends. */
  readonly half: Point
  /** Pins at the left and right end where a part says nothing else. */
  readonly pins?: readonly [string, string]
}

const at = (x: number, y: number): Point => ({ x, y })
const box = (x: number, y: number) => ({ minX: -x, minY: -y, maxX: x, maxY: y })
const closed = (...points: Point[]): Shape => ({
  kind: "path",
  ink: "body",
  closed: true,
  fill: "tint",
  points,
})
const contact = (x: number): Shape => ({
  kind: "circle",
  ink: "body",
  centre: at(x, 0),
  radius: 0.45,
  fill: "paper",
})

/** A box, 1 : 2.5. */
const bar = rectangle("body", box(2.54, 1.016), "tint")
const diode: readonly Shape[] = [
  closed(at(-1.3, -1.5), at(-1.3, 1.5), at(1.3, 0)),
  line("body", at(1.3, -1.5), at(1.3, 1.5)),
]

/** Light that leaves a diode: an arrow up to the right from `from`. */
function arrow(from: Point): readonly Shape[] {
  const tip = at(from.x + 1.1, from.y - 1.1)
  return [
    line("body", from, tip),
    line("body", at(tip.x - 0.7, tip.y + 0.1), tip, at(tip.x - 0.1, tip.y + 0.7)),
  ]
}

/** Shapes of IEC 60617: resistor 04-01-01, capacitor 04-02-01, inductor 04-03-01, diode 05-03-01, fuse 07-21-01. */
const bodies: Readonly<Record<TwoPinKind, Body>> = {
  resistor: { name: "Resistor", shapes: [bar], half: at(2.54, 1.016) },
  capacitor: {
    name: "Capacitor",
    shapes: [-0.5, 0.5].map((x) => line("body", at(x, -2), at(x, 2))),
    half: at(0.5, 2),
  },
  inductor: { name: "Inductor", shapes: [rectangle("body", box(2.54, 0.7), "ink")], half: at(2.54, 0.7) },
  /** Pin 1 is the cathode, at the right: current flows from left to right. */
  diode: { name: "Diode", shapes: diode, half: at(1.3, 1.5), pins: ["2", "1"] },
  led: {
    name: "LED",
    shapes: [...diode, ...arrow(at(-0.6, -1.5)), ...arrow(at(0.5, -1.2))],
    half: at(1.6, 2.6),
    pins: ["2", "1"],
  },
  fuse: { name: "Fuse", shapes: [bar, line("body", at(-2.54, 0), at(2.54, 0))], half: at(2.54, 1.016) },
  crystal: {
    name: "Crystal",
    shapes: [
      ...[-1.3, 1.3].map((x) => line("body", at(x, -1.4), at(x, 1.4))),
      rectangle("body", box(0.7, 1.8), "tint"),
    ],
    half: at(1.3, 1.8),
  },
  switch: {
    name: "Switch",
    shapes: [contact(-1.6), contact(1.6), line("body", at(-1.2, -0.3), at(1.7, -1.6))],
    half: at(2.05, 1.6),
  },
}

export function twoPin(kind: TwoPinKind, pins?: readonly [string, string]): SymbolDrawing {
  const { name, shapes, half, pins: usual = ["1", "2"] } = bodies[kind]
  const [left, right] = pins ?? usual
  const pin = (number: string, direction: -1 | 1): SymbolPin => ({
    number,
    end: at(direction * reach, 0),
    inner: at(direction * (kind === "led" ? 1.3 : half.x), 0),
    side: direction < 0 ? "left" : "right",
  })
  return {
    name: left === usual[0] && right === usual[1] ? name : `${name}_${left}_${right}`,
    body: shapes,
    bounds: box(half.x, half.y),
    pins: [pin(left, -1), pin(right, 1)],
    showNames: false,
    showNumbers: false,
  }
}
