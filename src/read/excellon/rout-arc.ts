import { arcPoints } from "../geometry/arc"
import { arcGeometry } from "../geometry/arc-centre"
import type { Point } from "../geometry/point"

/**
 * A routed arc as a polyline. `A` gives the radius of an arc of at most half a turn, else `I` and `J` the centre's
 * offset. `value` reads a letter's number in mm. Undefined if no arc fits.
 */
export function routArc(
  from: Point,
  to: Point,
  clockwise: boolean,
  value: (letter: "A" | "I" | "J") => number | undefined,
): Point[] | undefined {
  const radius = value("A")
  const offset =
    radius === undefined ? { x: value("I") ?? 0, y: value("J") ?? 0 } : offsetOf(from, to, radius, clockwise)
  const arc = offset && arcGeometry(from, to, offset, clockwise, true)
  return arc && arcPoints(arc.centre, from, to, arc.sweep)
}

function offsetOf(from: Point, to: Point, radius: number, clockwise: boolean): Point | undefined {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const chord = Math.hypot(dx, dy)
  if (chord === 0 || radius * 2 < chord - 0.01) return undefined
  const height = Math.sqrt(Math.max(0, radius * radius - (chord * chord) / 4)) * (clockwise ? -1 : 1)
  return { x: dx / 2 - (dy / chord) * height, y: dy / 2 + (dx / chord) * height }
}
