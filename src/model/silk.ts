import type { Point, Side } from "./place"

/**
 * Silkscreen as data. mm, board centre = origin, y up, seen from the top on both sides, like everything else on a
 * board; only the reading direction is the reader's, who turns the board over for the bottom.
 */
export type SilkItem = SilkText | SilkLine | SilkDot

interface SilkBase {
  readonly side: Side
  /** The question that this answers at the bench. */
  readonly why: string
}

export interface SilkText extends SilkBase {
  readonly kind: "text"
  readonly text: string
  /** Middle of the text. */
  readonly x: number
  readonly y: number
  /** Height of a capital between the middles of its strokes. */
  readonly capitalMm: number
  /** As its reader sees it: 0 left to right, 90 bottom to top. No other direction, so that nobody turns the board. */
  readonly turnDeg: 0 | 90
}

/** Straight lines from point to point. */
export interface SilkLine extends SilkBase {
  readonly kind: "line"
  readonly points: readonly Point[]
  readonly widthMm: number
}

/** A filled dot. */
export interface SilkDot extends SilkBase {
  readonly kind: "dot"
  readonly x: number
  readonly y: number
  readonly diameterMm: number
}
