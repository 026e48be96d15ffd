import type { Point, Side } from "../src/board-definition"
import { silkHeight, silkLineMm, silkTextWidth } from "../src/legend/font"

export { silkHeight, silkTextWidth }

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

interface TextOptions {
  readonly capitalMm?: number
  readonly turnDeg?: 0 | 90
  /** What x (y where the text is turned) means: the text's middle, or where its reader begins or ends. */
  readonly align?: "middle" | "start" | "end"
}

/** A text at (x, y), mm; across its reading direction the position is always its middle. */
export function silkText(
  side: Side,
  text: string,
  x: number,
  y: number,
  why: string,
  options: TextOptions = {},
): SilkText {
  const { capitalMm = silkHeight.small, turnDeg = 0, align = "middle" } = options
  const half = silkTextWidth(text, capitalMm) / 2
  const along = align === "start" ? half : align === "end" ? -half : 0
  const mirror = side === "bottom" ? -1 : 1
  const [dx, dy] = turnDeg === 90 ? [0, along] : [along * mirror, 0]
  return { kind: "text", side, text, x: x + dx, y: y + dy, capitalMm, turnDeg, why }
}

export function silkLine(
  side: Side,
  points: readonly (readonly [x: number, y: number])[],
  why: string,
  widthMm: number = silkLineMm,
): SilkLine {
  return { kind: "line", side, points: points.map(([x, y]) => ({ x, y })), widthMm, why }
}
