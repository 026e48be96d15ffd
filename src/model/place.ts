/** A point in mm; the doc comment of whatever holds it names its frame. */
export interface Point {
  readonly x: number
  readonly y: number
}

export type Side = "top" | "bottom"

/**
 * Where a part is: mm, board centre = origin, y up, rotation counter-clockwise seen from the top, also for the bottom
 * side, whose parts are first mirrored left to right.
 */
export interface Placement extends Point {
  readonly designator: string
  readonly rotationDeg: number
  readonly side: Side
}

/** A line of a source file, as messages name it: `boards/x/index.tsx`, 12. */
export interface SourceLine {
  readonly file: string
  readonly line: number
}
