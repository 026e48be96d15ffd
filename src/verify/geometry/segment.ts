import type { Point } from "../../read"

export interface Gap {
  /** mm; 0 where the two cross. */
  readonly distance: number
  /** The closest points, one on each. */
  readonly a: Point
  readonly b: Point
}

/** Distance between two segments (points included), with the points where it is. mm. */
export function segmentGap(a1: Point, a2: Point, b1: Point, b2: Point): Gap {
  const crossing = crossingPoint(a1, a2, b1, b2)
  if (crossing !== undefined) return { distance: 0, a: crossing, b: crossing }
  let best = pointGap(a1, b1, b2)
  for (const [end, flip] of [
    [pointGap(a2, b1, b2), false],
    [pointGap(b1, a1, a2), true],
    [pointGap(b2, a1, a2), true],
  ] as const)
    if (end.distance < best.distance) best = flip ? { distance: end.distance, a: end.b, b: end.a } : end
  return best
}

/** Distance from a point to a segment: `a` is the point, `b` the closest on the segment. */
export function pointGap(p: Point, s1: Point, s2: Point): Gap {
  const dx = s2.x - s1.x
  const dy = s2.y - s1.y
  const square = dx * dx + dy * dy
  const t = square === 0 ? 0 : Math.min(1, Math.max(0, ((p.x - s1.x) * dx + (p.y - s1.y) * dy) / square))
  const b = { x: s1.x + t * dx, y: s1.y + t * dy }
  return { distance: Math.hypot(p.x - b.x, p.y - b.y), a: p, b }
}

function crossingPoint(a1: Point, a2: Point, b1: Point, b2: Point): Point | undefined {
  const rx = a2.x - a1.x
  const ry = a2.y - a1.y
  const sx = b2.x - b1.x
  const sy = b2.y - b1.y
  const cross = rx * sy - ry * sx
  if (cross === 0) return undefined
  const t = ((b1.x - a1.x) * sy - (b1.y - a1.y) * sx) / cross
  const u = ((b1.x - a1.x) * ry - (b1.y - a1.y) * rx) / cross
  return t >= 0 && t <= 1 && u >= 0 && u <= 1 ? { x: a1.x + t * rx, y: a1.y + t * ry } : undefined
}
