import type { ElementOf } from "../circuit/elements"
import { type Point, turn } from "../geometry/point"
import { gap, polygonShape, type Shape } from "../geometry/shape"
import type { Finding } from "../model/finding"
import type { Side } from "../model/place"

/** A text as it stands on the board. */
export interface Printed {
  readonly text: string
  readonly side: Side
  readonly shape: Shape
  readonly at: Point
}

/** A text as the box of its ink, however it is anchored and turned: cells of 0.692 of its size, a pen of 0.15 mm. */
export function printed(text: ElementOf<"pcb_silkscreen_text">): Printed {
  const { font_size: size, anchor_position: at, anchor_alignment: anchor = "center", ccw_rotation = 0 } = text
  const side = text.layer === "bottom" ? "bottom" : "top"
  const cells = [...text.text].length * 0.692 * size
  const x = anchor.includes("left") ? 0 : anchor.includes("right") ? -cells : -cells / 2
  const y = size * (anchor.includes("bottom") ? 0.339 : anchor.includes("top") ? -0.339 : 0)
  const mirror = (text.is_mirrored ?? side === "bottom") ? -1 : 1
  const place = (dx: number, dy: number): Point => {
    const turned = turn({ x: dx * mirror, y: dy }, ccw_rotation)
    return { x: at.x + turned.x, y: at.y + turned.y }
  }
  const [left, right] = [x + 0.081 * size - 0.075, x + cells - 0.081 * size + 0.075]
  const high = y + 0.339 * size + 0.075
  const low =
    y - (/[gjpqy_,]/.test(text.text) ? 0.551 : text.text.includes("Q") ? 0.46 : 0.339) * size - 0.075
  const corners = [place(left, low), place(right, low), place(right, high), place(left, high)]
  return { text: text.text, side, at, shape: polygonShape(corners) }
}

export const finding = (
  rule: string,
  { text, side, at }: Printed,
  what: string,
  parts: readonly string[],
): Finding => ({
  rule,
  severity: "error",
  message: `"${text}" at (${at.x.toFixed(2)}, ${at.y.toFixed(2)}) on the ${side} ${what}`,
  at: { x: at.x, y: at.y, layer: side },
  parts,
})

/** Free space between a text and the nearest of some shapes, mm. */
export const distance = (text: Printed, { shapes }: { readonly shapes: readonly Shape[] }): number =>
  Math.max(0, Math.min(...shapes.map((shape) => gap(text.shape, shape))))
