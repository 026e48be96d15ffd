import type { Point } from "../../geometry/point"
import type { Side } from "../../model/place"
import { decimal, type Node, quoted } from "../sexpr"
import { at } from "./frame"
import { onLayer } from "./layers"

/** A line, outline or text before it is in a file. Points in one frame: the board's (y up) or KiCad's (y down). */
export type Drawing = Stroke | Circle | Polygon | Text

interface Stroke {
  readonly kind: "line"
  readonly from: Point
  readonly to: Point
  readonly widthMm: number
}

interface Circle {
  readonly kind: "circle"
  readonly centre: Point
  readonly radiusMm: number
  readonly widthMm: number
  readonly filled: boolean
}

interface Polygon {
  readonly kind: "polygon"
  readonly points: readonly Point[]
  readonly widthMm: number
  readonly filled: boolean
}

export interface Text {
  readonly kind: "text"
  readonly text: string
  /** What KiCad takes for the middle of the line's height, at the text's start, middle or end. */
  readonly at: Point
  /** Counter-clockwise as seen from the top. */
  readonly turnDeg: number
  readonly align: "left" | "center" | "right"
  readonly capitalMm: number
  /** Width of the letters against KiCad's own proportions. */
  readonly stretch: number
  readonly lineMm: number
  readonly mirrored: boolean
  readonly knockout: boolean
}

/** Every point of a drawing through `place`; angles of text through `turned`. */
export function mapped(
  drawing: Drawing,
  place: (p: Point) => Point,
  turned: (deg: number) => number,
): Drawing {
  switch (drawing.kind) {
    case "line":
      return { ...drawing, from: place(drawing.from), to: place(drawing.to) }
    case "circle":
      return { ...drawing, centre: place(drawing.centre), radiusMm: decimal(drawing.radiusMm) }
    case "polygon":
      return { ...drawing, points: drawing.points.map(place) }
    case "text":
      return { ...drawing, at: place(drawing.at), turnDeg: turned(drawing.turnDeg) }
  }
}

const stroke = (widthMm: number): Node => ["stroke", ["width", widthMm], ["type", "solid"]]

const fill = (filled: boolean): Node => ["fill", filled ? "yes" : "no"]

/**
 * A drawing as KiCad graphics, on the sheet ("gr") or in a footprint ("fp").
 * @param layer KiCad's name of the layer
 * @param id the item's `uuid`
 */
export function drawingNode(prefix: "gr" | "fp", drawing: Drawing, layer: string, id: Node): Node {
  switch (drawing.kind) {
    case "line":
      return [
        `${prefix}_line`,
        at("start", drawing.from),
        at("end", drawing.to),
        stroke(drawing.widthMm),
        onLayer(layer),
        id,
      ]
    case "circle":
      return [
        `${prefix}_circle`,
        at("center", drawing.centre),
        at("end", { x: drawing.centre.x + drawing.radiusMm, y: drawing.centre.y }),
        stroke(drawing.widthMm),
        fill(drawing.filled),
        onLayer(layer),
        id,
      ]
    case "polygon":
      return [
        `${prefix}_poly`,
        ["pts", ...drawing.points.map((p) => at("xy", p))],
        stroke(drawing.widthMm),
        fill(drawing.filled),
        onLayer(layer),
        id,
      ]
    case "text":
      return [
        ...(prefix === "gr" ? ["gr_text"] : ["fp_text", "user"]),
        quoted(drawing.text),
        textAt(drawing),
        ["layer", quoted(layer), ...(drawing.knockout ? ["knockout"] : [])],
        id,
        textEffects(drawing),
      ]
  }
}

export const textAt = ({ at: place, turnDeg }: Text): Node => [
  "at",
  decimal(place.x),
  decimal(place.y),
  decimal(turnDeg),
]

export const textEffects = (text: Text): Node => [
  "effects",
  ["font", ["size", text.capitalMm, decimal(text.capitalMm * text.stretch)], ["thickness", text.lineMm]],
  ...(text.align === "center" && !text.mirrored
    ? []
    : [["justify", ...(text.align === "center" ? [] : [text.align]), ...(text.mirrored ? ["mirror"] : [])]]),
]

/** Text that people read on a drawing of the side: mirrored on the solder side. */
export const plainText = (text: string, place: Point, side: Side, capitalMm: number): Text => ({
  kind: "text",
  text,
  at: place,
  turnDeg: 0,
  align: "center",
  capitalMm,
  stretch: 1,
  lineMm: decimal(capitalMm * 0.15),
  mirrored: side === "bottom",
  knockout: false,
})
