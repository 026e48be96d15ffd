import { type FontWeight, measureText } from "../typeface/font"

/** Drawing elements of a sheet: mm on paper, origin at the top left corner, x right, y down. */

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Box {
  readonly minX: number
  readonly minY: number
  readonly maxX: number
  readonly maxY: number
}

/** What a stroke or a text stands for; the style sheet gives each its colour and width. */
export type Ink =
  | "wire"
  | "junction"
  | "body"
  | "pin"
  | "pin-name"
  | "pin-number"
  | "designator"
  | "value"
  | "label"
  | "power"
  | "no-connect"
  | "block"
  | "block-title"
  | "outline"
  | "note"
  | "note-title"
  | "warning"
  | "frame"
  | "frame-heavy"
  | "frame-text"
  | "title"
  /** Never seen: a wide ground for the pointer on things too thin to hit. */
  | "hit"

export interface PathShape {
  readonly kind: "path"
  readonly points: readonly Point[]
  readonly closed?: boolean
  /** `paper` hides what lies beneath, `ink` is solid, `tint` is the pale ground of a chip. */
  readonly fill?: "none" | "paper" | "ink" | "tint"
  readonly ink: Ink
}

export interface CircleShape {
  readonly kind: "circle"
  readonly centre: Point
  readonly radius: number
  readonly fill?: "none" | "paper" | "ink"
  readonly ink: Ink
}

export interface TextShape {
  readonly kind: "text"
  /** On the baseline, at the start, middle or end of the line as `anchor` says. */
  readonly at: Point
  readonly text: string
  /** Height of capitals. */
  readonly heightMm: number
  readonly anchor: "start" | "middle" | "end"
  /** 90: read from the right side of the sheet (bottom to top). */
  readonly turn?: 0 | 90
  readonly ink: Ink
}

export type Shape = PathShape | CircleShape | TextShape

/** Shapes that belong together; the page highlights by `part`, `net` and `pin`. */
export interface Group {
  readonly role: "part" | "pin" | "wire" | "label" | "power" | "no-connect" | "note" | "block" | "frame"
  readonly part?: string
  readonly net?: string
  /** `U2.3` */
  readonly pin?: string
  /** Tooltip. */
  readonly hint?: string
  readonly shapes: readonly Shape[]
  readonly groups?: readonly Group[]
}

/** Inks set in the bold weight. */
export const weightOf = (ink: Ink): FontWeight =>
  ink === "designator" ||
  ink === "block-title" ||
  ink === "note-title" ||
  ink === "title" ||
  ink === "power" ||
  ink === "warning"
    ? 600
    : 400

/** Ink-tight box of a line of text: from the highest to the lowest mark of its letters. */
export function textBox(shape: TextShape): Box {
  const { widthMm, ascentMm, descentMm } = measureText(shape.text, shape.heightMm, weightOf(shape.ink))
  const back = shape.anchor === "start" ? 0 : shape.anchor === "middle" ? widthMm / 2 : widthMm
  const { x, y } = shape.at
  return shape.turn === 90
    ? { minX: x - ascentMm, maxX: x + descentMm, minY: y - widthMm + back, maxY: y + back }
    : { minX: x - back, maxX: x - back + widthMm, minY: y - ascentMm, maxY: y + descentMm }
}

export const line = (ink: Ink, ...points: Point[]): PathShape => ({ kind: "path", ink, points })

export const rectangle = (
  ink: Ink,
  box: Box,
  fill: "none" | "paper" | "ink" | "tint" = "none",
): PathShape => ({
  kind: "path",
  ink,
  closed: true,
  fill,
  points: [
    { x: box.minX, y: box.minY },
    { x: box.maxX, y: box.minY },
    { x: box.maxX, y: box.maxY },
    { x: box.minX, y: box.maxY },
  ],
})

export function boxOf(points: readonly Point[]): Box {
  const xs = points.map((p) => p.x)
  const ys = points.map((p) => p.y)
  return { minX: Math.min(...xs), minY: Math.min(...ys), maxX: Math.max(...xs), maxY: Math.max(...ys) }
}

/** All shapes of groups, depth first, each with the innermost group that holds it. */
export function* flatten(groups: readonly Group[]): Generator<{ shape: Shape; group: Group }> {
  for (const group of groups) {
    for (const shape of group.shapes) yield { shape, group }
    if (group.groups) yield* flatten(group.groups)
  }
}
