import type { Point } from "./point"

export interface ArcGeometry {
  readonly centre: Point
  /** Radians, positive counter-clockwise. */
  readonly sweep: number
}

/**
 * Centre and sweep of a G02/G03 arc. Multi-quadrant (G75): I and J are signed, equal ends mean a full turn.
 * Single-quadrant (G74, deprecated): I and J have no sign and the arc is at most a quarter; the centre that fits best
 * is taken. Undefined if no arc fits.
 */
export function arcGeometry(
  from: Point,
  to: Point,
  offset: Point,
  clockwise: boolean,
  multiQuadrant: boolean,
): ArcGeometry | undefined {
  if (multiQuadrant) {
    const centre = { x: from.x + offset.x, y: from.y + offset.y }
    const sweep = sweepAngle(centre, from, to, clockwise)
    return radiiAgree(centre, from, to) ? { centre, sweep } : undefined
  }
  let best: (ArcGeometry & { error: number }) | undefined
  for (const sx of [1, -1])
    for (const sy of [1, -1]) {
      const centre = { x: from.x + sx * Math.abs(offset.x), y: from.y + sy * Math.abs(offset.y) }
      const same = from.x === to.x && from.y === to.y
      const sweep = same ? 0 : sweepAngle(centre, from, to, clockwise)
      if (Math.abs(sweep) > Math.PI / 2 + 1e-3) continue
      const error = Math.abs(radius(centre, from) - radius(centre, to))
      if (best === undefined || error < best.error) best = { centre, sweep, error }
    }
  return best !== undefined && radiiAgree(best.centre, from, to) ? best : undefined
}

function sweepAngle(centre: Point, from: Point, to: Point, clockwise: boolean): number {
  const start = Math.atan2(from.y - centre.y, from.x - centre.x)
  const end = Math.atan2(to.y - centre.y, to.x - centre.x)
  const full = 2 * Math.PI
  if (from.x === to.x && from.y === to.y) return clockwise ? -full : full
  const turn = (((end - start) % full) + full) % full
  return clockwise ? turn - full : turn
}

function radius(centre: Point, point: Point): number {
  return Math.hypot(point.x - centre.x, point.y - centre.y)
}

/** Rounded files differ by some last digits; beyond 0.05 mm or 5 % the arc means something else. */
function radiiAgree(centre: Point, from: Point, to: Point): boolean {
  const [a, b] = [radius(centre, from), radius(centre, to)]
  return Math.abs(a - b) <= Math.max(0.05, 0.05 * Math.max(a, b)) && Math.max(a, b) > 0
}
