import { distanceToSegment, type Point, segmentDistance, segmentsMeet } from "./point"

/** Closed polygons as corner lists without a repeated last corner; either winding. */

/** True inside (even-odd); points on an edge may fall either way. */
export function insidePolygon(p: Point, polygon: readonly Point[]): boolean {
  let inside = false
  for (let i = 0, j = polygon.length - 1; i < polygon.length; j = i++) {
    const a = polygon[i] as Point
    const b = polygon[j] as Point
    if (a.y > p.y !== b.y > p.y && p.x < ((b.x - a.x) * (p.y - a.y)) / (b.y - a.y) + a.x) inside = !inside
  }
  return inside
}

/** Signed area, mm^2: positive for counter-clockwise corners. */
export function signedArea(polygon: readonly Point[]): number {
  let twice = 0
  for (let i = 0, j = polygon.length - 1; i < polygon.length; j = i++) {
    const a = polygon[j] as Point
    const b = polygon[i] as Point
    twice += a.x * b.y - b.x * a.y
  }
  return twice / 2
}

/** A corner that follows itself; undefined for a polygon that has none. */
export const repeatedCorner = (polygon: readonly Point[]): Point | undefined =>
  polygon.find((p, i) => {
    const next = polygon[(i + 1) % polygon.length] as Point
    return polygon.length > 1 && Math.hypot(p.x - next.x, p.y - next.y) < 1e-6
  })

/** Where two sides that are not neighbours meet; undefined for a polygon that has one inside. Looks at every pair. */
export function crossing(polygon: readonly Point[]): Point | undefined {
  const count = polygon.length
  for (let i = 0; i < count; i++)
    for (let j = i + 2; j < count; j++) {
      if (i === 0 && j === count - 1) continue
      const [a, b] = [polygon[i] as Point, polygon[i + 1] as Point]
      const [c, d] = [polygon[j] as Point, polygon[(j + 1) % count] as Point]
      if (!segmentsMeet(a, b, c, d)) continue
      const along = (b.x - a.x) * (d.y - c.y) - (b.y - a.y) * (d.x - c.x)
      const t = along === 0 ? 0 : ((c.x - a.x) * (d.y - c.y) - (c.y - a.y) * (d.x - c.x)) / along
      return { x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y) }
    }
  return undefined
}

/** Distance of p from the polygon's outline (0 on it), inside or outside. */
export function distanceToOutline(p: Point, polygon: readonly Point[]): number {
  let least = Number.POSITIVE_INFINITY
  for (let i = 0, j = polygon.length - 1; i < polygon.length; j = i++) {
    least = Math.min(least, distanceToSegment(p, polygon[j] as Point, polygon[i] as Point))
  }
  return least
}

/** Distance of the segment a-b from the polygon's outline; 0 where it crosses it. */
export function segmentToOutline(a: Point, b: Point, polygon: readonly Point[]): number {
  let least = Number.POSITIVE_INFINITY
  for (let i = 0, j = polygon.length - 1; i < polygon.length; j = i++) {
    const c = polygon[j] as Point
    const d = polygon[i] as Point
    if (segmentsMeet(a, b, c, d)) return 0
    least = Math.min(least, segmentDistance(a, b, c, d))
  }
  return least
}

/** A point well inside a polygon, concave or not: of the middles of its crossings at some heights, that of the widest. */
export function innerPoint(polygon: readonly Point[]): Point {
  const ys = [...new Set(polygon.map(({ y }) => y))].sort((a, b) => a - b)
  let best = { depth: -1, at: polygon[0] ?? { x: 0, y: 0 } }
  for (let i = 1; i < ys.length; i++) {
    const y = ((ys[i - 1] as number) + (ys[i] as number)) / 2
    const xs = polygon
      .flatMap((a, j) => {
        const b = polygon[(j + 1) % polygon.length] as Point
        return a.y > y === b.y > y ? [] : [a.x + ((b.x - a.x) * (y - a.y)) / (b.y - a.y)]
      })
      .sort((a, b) => a - b)
    for (let j = 1; j < xs.length; j += 2) {
      const at = { x: ((xs[j - 1] as number) + (xs[j] as number)) / 2, y }
      const depth = distanceToOutline(at, polygon)
      if (depth > best.depth + 1e-9) best = { depth, at }
    }
  }
  return best.at
}
