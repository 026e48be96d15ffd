import type { Box, Point, Shape } from "../shapes"

export type PinSide = "left" | "right" | "top" | "bottom"

export interface SymbolPin {
  readonly number: string
  /** Where wires meet it. */
  readonly end: Point
  /** Where it meets the body. */
  readonly inner: Point
  readonly side: PinSide
}

/** A symbol before it is placed: mm, y down, not turned; two-pin symbols about their centre. */
export interface SymbolDrawing {
  /** Name of the shape, for libraries that want one. */
  readonly name: string
  readonly body: readonly Shape[]
  /** Box of the body without pins: nothing else may enter it. */
  readonly bounds: Box
  readonly pins: readonly SymbolPin[]
  readonly showNames: boolean
  readonly showNumbers: boolean
}
