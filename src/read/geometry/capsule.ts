import { circlePoints, halfCircle } from "./arc"
import type { Point } from "./point"
import { type Ring, ringFromMm } from "./polygon"

/** A line with round ends (or a circle, if both ends are one), counter-clockwise. mm in, nanometres out. */
export function capsule(from: Point, to: Point, radius: number): Ring {
  if (from.x === to.x && from.y === to.y) return ringFromMm(circlePoints(from, radius))
  const direction = Math.atan2(to.y - from.y, to.x - from.x)
  return ringFromMm([
    ...halfCircle(to, radius, direction - Math.PI / 2),
    ...halfCircle(from, radius, direction + Math.PI / 2),
  ])
}
