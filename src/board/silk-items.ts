import { silkHeight, silkLineMm, silkTextWidth } from "../legend/font"
import type { Side } from "../model/place"
import type { SilkLine, SilkText } from "../model/silk"

export { silkHeight, silkTextWidth }

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
