import { type Shape, type TextShape, weightOf } from "../../schematic/shapes"
import { strokeWidth } from "../../schematic/style"
import { decimal, type Node, quoted } from "../sexpr"

/** KiCad's stroke font runs wider than the sheet's: this keeps lines within their places. */
const textScale = 0.8

export const fontSize = (heightMm: number): number => decimal(heightMm * textScale)

export const font = (size: number, bold = false): Node => [
  "font",
  ["size", size, size],
  ...(bold ? [["bold", "yes"] as const] : []),
]

/** Text effects; centred both ways unless justified. */
export const effects = (
  size: number,
  options: { justify?: readonly string[]; hide?: boolean; bold?: boolean } = {},
): Node => [
  "effects",
  font(size, options.bold),
  ...(options.justify && options.justify.length > 0 ? [["justify", ...options.justify] as const] : []),
  ...(options.hide ? [["hide", "yes"] as const] : []),
]

const stroke = (shape: Shape): Node => [
  "stroke",
  ["width", strokeWidth(shape.ink)],
  ["type", shape.ink === "outline" ? "dash" : "default"],
]

const fill = (kind: string | undefined): Node => [
  "fill",
  ["type", kind === "ink" ? "outline" : kind === "tint" || kind === "paper" ? "background" : "none"],
]

/**
 * A shape as KiCad graphics. `flip` for symbols of a library, whose y axis points up; `id` for items of a sheet,
 * which have one.
 */
export function graphic(shape: Exclude<Shape, TextShape>, flip: 1 | -1, id: readonly Node[] = []): Node {
  const y = (value: number): number => decimal(value * flip)
  if (shape.kind === "circle") {
    return [
      "circle",
      ["center", shape.centre.x, y(shape.centre.y)],
      ["radius", shape.radius],
      stroke(shape),
      fill(shape.fill),
      ...id,
    ]
  }
  const [first, , third] = shape.points
  if (shape.closed && shape.points.length === 4 && first && third) {
    return [
      "rectangle",
      ["start", first.x, y(first.y)],
      ["end", third.x, y(third.y)],
      stroke(shape),
      fill(shape.fill),
      ...id,
    ]
  }
  const points = shape.closed && first ? [...shape.points, first] : shape.points
  return [
    "polyline",
    ["pts", ...points.map((p) => ["xy", p.x, y(p.y)])],
    stroke(shape),
    fill(shape.fill),
    ...id,
  ]
}

/** A line of text on the sheet. */
export function sheetText(shape: TextShape, id: readonly Node[]): Node {
  const justify =
    shape.anchor === "start" ? ["left", "bottom"] : shape.anchor === "end" ? ["right", "bottom"] : ["bottom"]
  return [
    "text",
    quoted(shape.text),
    ["exclude_from_sim", "no"],
    ["at", shape.at.x, shape.at.y, shape.turn ?? 0],
    effects(fontSize(shape.heightMm), { justify, bold: weightOf(shape.ink) === 600 }),
    ...id,
  ]
}
