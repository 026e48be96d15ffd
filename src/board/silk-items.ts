import type { Side } from "../model/place"
import type { SilkLine, SilkText } from "../model/silk"

/** Proportions of tscircuit's font (TscircuitAlphabet.ttf): of its size, and of the height of a capital. */
export const silkFont = {
  capitalOfSize: 0.678,
  /** From one character's middle to the next one's, of the capital's height. */
  pitchOfCapital: 0.692 / 0.678,
  /** Width of a wide letter (M, N, 0), of the capital's height. */
  letterOfCapital: 0.78,
} as const

/** JLCPCB prints lines from 0.15 mm for certain, and capitals from 1.0 mm. */
export const silkLineMm = 0.15

/** Heights of text on a board: few, so that equal things look equal. */
export const silkHeight = { small: 1.01, heading: 1.2, title: 1.6 } as const

/** Width of a text's ink along its reading direction, mm. */
export function silkTextWidth(text: string, capitalMm: number): number {
  const { pitchOfCapital, letterOfCapital } = silkFont
  return (([...text].length - 1) * pitchOfCapital + letterOfCapital) * capitalMm + silkLineMm
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
