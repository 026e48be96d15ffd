/** Plane geometry in mm; x right, y up. Nothing here knows of boards. */

export interface Point {
  readonly x: number
  readonly y: number
}

export const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y)

/** Twice the signed area of the triangle a, b, c: positive when c lies left of a -> b. */
export const cross = (a: Point, b: Point, c: Point): number =>
  (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)

/** Turns p about the origin, counter-clockwise, degrees. Quarter turns are exact. */
export function turn(p: Point, deg: number): Point {
  const quarter = (((deg % 360) + 360) % 360) / 90
  if (quarter === 0) return p
  if (quarter === 1) return { x: -p.y, y: p.x }
  if (quarter === 2) return { x: -p.x, y: -p.y }
  if (quarter === 3) return { x: p.y, y: -p.x }
  const radians = (deg * Math.PI) / 180
  const cos = Math.cos(radians)
  const sin = Math.sin(radians)
  return { x: p.x * cos - p.y * sin, y: p.x * sin + p.y * cos }
}

/** Point of the segment a-b that is nearest to p. */
export function nearestOnSegment(p: Point, a: Point, b: Point): Point {
  const dx = b.x - a.x
  const dy = b.y - a.y
  const squared = dx * dx + dy * dy
  if (squared === 0) return a
  const t = Math.min(1, Math.max(0, ((p.x - a.x) * dx + (p.y - a.y) * dy) / squared))
  return { x: a.x + t * dx, y: a.y + t * dy }
}

export const distanceToSegment = (p: Point, a: Point, b: Point): number =>
  distance(p, nearestOnSegment(p, a, b))

/** True when the segments a-b and c-d have a point in common, ends included. */
export function segmentsMeet(a: Point, b: Point, c: Point, d: Point): boolean {
  const abc = cross(a, b, c)
  const abd = cross(a, b, d)
  const cda = cross(c, d, a)
  const cdb = cross(c, d, b)
  if (((abc > 0 && abd < 0) || (abc < 0 && abd > 0)) && ((cda > 0 && cdb < 0) || (cda < 0 && cdb > 0)))
    return true
  const within = (p: Point, q: Point, r: Point): boolean =>
    Math.min(p.x, q.x) <= r.x &&
    r.x <= Math.max(p.x, q.x) &&
    Math.min(p.y, q.y) <= r.y &&
    r.y <= Math.max(p.y, q.y)
  return (
    (abc === 0 && within(a, b, c)) ||
    (abd === 0 && within(a, b, d)) ||
    (cda === 0 && within(c, d, a)) ||
    (cdb === 0 && within(c, d, b))
  )
}

/** Distance of the segments a-b and c-d; 0 where they meet. */
export function segmentDistance(a: Point, b: Point, c: Point, d: Point): number {
  if (segmentsMeet(a, b, c, d)) return 0
  return Math.min(
    distanceToSegment(a, c, d),
    distanceToSegment(b, c, d),
    distanceToSegment(c, a, b),
    distanceToSegment(d, a, b),
  )
}
