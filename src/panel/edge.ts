import type { Point } from "../model/place"
import { areaOf } from "./board"

export type Edge = "top" | "bottom" | "left" | "right"

/** Whether an outline follows a side of its box from corner to corner: a V-cut knows no notch and no rounding. */
export function isStraight(outline: readonly Point[], edge: Edge): boolean {
  const { minX, maxX, minY, maxY } = areaOf(outline)
  const [across, along] = edge === "top" || edge === "bottom" ? (["y", "x"] as const) : (["x", "y"] as const)
  const line = { top: maxY, bottom: minY, left: minX, right: maxX }[edge]
  const length = across === "y" ? maxX - minX : maxY - minY
  const covered = outline.reduce((sum, a, i) => {
    const b = outline[(i + 1) % outline.length] as Point
    const isOn = Math.abs(a[across] - line) < 1e-6 && Math.abs(b[across] - line) < 1e-6
    return sum + (isOn ? Math.abs(a[along] - b[along]) : 0)
  }, 0)
  return Math.abs(covered - length) < 1e-6
}

/**
 * How far an outline reaches up (or down) at an interval of x: the level of the straight piece that one meets there
 * from outside, or nothing where there is none.
 */
export function levelAt(
  outline: readonly Point[],
  edge: "top" | "bottom",
  from: number,
  to: number,
): number | undefined {
  const outermost = edge === "top" ? Math.max : Math.min
  const pieces = outline.flatMap((a, i) => {
    const b = outline[(i + 1) % outline.length] as Point
    const [left, right] = a.x < b.x ? [a, b] : [b, a]
    if (right.x <= from || left.x >= to) return []
    return [{ left, right, reach: outermost(a.y, b.y) }]
  })
  const reach = outermost(...pieces.map((piece) => piece.reach))
  const met = pieces.find(
    ({ left, right }) =>
      left.x <= from && right.x >= to && Math.abs(left.y - reach) < 1e-6 && Math.abs(right.y - reach) < 1e-6,
  )
  return met === undefined ? undefined : reach
}
