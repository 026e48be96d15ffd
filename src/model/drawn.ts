import type { Point, Side, SourceLine } from "./place"

/**
 * What a board's source draws, each piece placed by a matrix of our own: neither tscircuit nor any writer has touched
 * it. Circuit JSON and the files of an order are held to it. mm, the board's frame, y up, seen from the top.
 */
export type Drawn = DrawnPad | DrawnVia | DrawnHole | DrawnCutout | DrawnPaste | DrawnInk | DrawnText

interface DrawnBase {
  /** The part it belongs to; absent for what the board itself has. */
  readonly part?: string
  /** As messages name it: `smtpad`, `silkscreentext "P1"`. */
  readonly what: string
  readonly line?: SourceLine
}

/** A core (a point, a segment, or the corners of a polygon) grown by a radius. */
export interface DrawnShape {
  readonly core: readonly Point[]
  readonly radius: number
}

export interface DrawnPad extends DrawnBase {
  readonly kind: "pad"
  readonly sides: readonly Side[]
  /** Its number, where the source gives one. */
  readonly pin?: string
  readonly shape: DrawnShape
  /** Plated, through the pad; the core of a round hole is a point, that of a slot a segment. */
  readonly hole?: DrawnShape
  /** A half hole: the board's edge cuts it, and is meant to. */
  readonly castellated?: true
  /** False where the source says so. */
  readonly mask: boolean
  /** Of its own, mm. */
  readonly maskMarginMm?: number
  readonly paste: boolean
}

/** Through the whole board. */
export interface DrawnVia extends DrawnBase {
  readonly kind: "via"
  readonly at: Point
  /** Absent: the board's own. */
  readonly diameterMm?: number
  readonly drillMm?: number
}

/** Unplated. */
export interface DrawnHole extends DrawnBase {
  readonly kind: "hole"
  readonly name?: string
  readonly shape: DrawnShape
}

/** A window of paste of its own, on a pad that has none else. */
export interface DrawnPaste extends DrawnBase {
  readonly kind: "paste"
  readonly side: Side
  readonly shape: DrawnShape
}

/** An opening within the outline, milled: its ring, counter-clockwise, arcs as chords. */
export interface DrawnCutout extends DrawnBase {
  readonly kind: "cutout"
  readonly shape: DrawnShape
}

/** Lines drawn with a round pen, or an area. */
export interface DrawnInk extends DrawnBase {
  readonly kind: "ink"
  readonly side: Side
  readonly form:
    | { readonly kind: "lines"; readonly points: readonly Point[]; readonly widthMm: number }
    | { readonly kind: "circle"; readonly centre: Point; readonly radiusMm: number; readonly widthMm: number }
    | { readonly kind: "area"; readonly shape: DrawnShape }
}

export interface DrawnText extends DrawnBase {
  readonly kind: "text"
  readonly side: Side
  readonly text: string
  readonly at: Point
  /** A text of the bottom is first mirrored left to right, then turned counter-clockwise as seen from the top. */
  readonly rotationDeg: number
  readonly fontSizeMm: number
  readonly anchor: string
}
