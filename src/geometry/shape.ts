import { distance, nearestOnSegment, type Point, segmentDistance, segmentsMeet, turn } from "./point"
import { distanceToOutline, insidePolygon, segmentToOutline, signedArea } from "./polygon"

/**
 * Copper as a core (a point, a segment or a polygon) grown by a radius: a via is a grown point, a track a grown
 * segment, a rectangular pad a polygon grown by nothing. One distance function serves all of them, exactly.
 */
export interface Shape {
  /** One point, the two ends of a segment, or the corners of a polygon. */
  readonly core: readonly Point[]
  /** mm. */
  readonly radius: number
}

export interface Box {
  readonly minX: number
  readonly minY: number
  readonly maxX: number
  readonly maxY: number
}

export const disc = (centre: Point, diameter: number): Shape => ({ core: [centre], radius: diameter / 2 })

/** A straight track with round ends. */
export const capsule = (a: Point, b: Point, width: number): Shape => ({
  core: distance(a, b) === 0 ? [a] : [a, b],
  radius: width / 2,
})

export const polygonShape = (corners: readonly Point[]): Shape => ({ core: corners, radius: 0 })

/** Rectangle about `centre`, turned counter-clockwise; `corner` rounds its corners. mm, degrees. */
export function rectangle(centre: Point, width: number, height: number, rotationDeg = 0, corner = 0): Shape {
  const radius = Math.min(corner, width / 2, height / 2)
  const w = width / 2 - radius
  const h = height / 2 - radius
  const corners = [
    { x: -w, y: -h },
    { x: w, y: -h },
    { x: w, y: h },
    { x: -w, y: h },
  ].map((p) => turn(p, rotationDeg))
  const placed = corners.map((p) => ({ x: p.x + centre.x, y: p.y + centre.y }))
  const [a, b, c] = placed as [Point, Point, Point, Point]
  if (w === 0 && h === 0) return { core: [centre], radius }
  if (w === 0) return { core: [b, c], radius }
  if (h === 0) return { core: [a, b], radius }
  return { core: placed, radius }
}

/** Rectangle with half circles at its short ends. */
export const pill = (centre: Point, width: number, height: number, rotationDeg = 0): Shape =>
  rectangle(centre, width, height, rotationDeg, Math.min(width, height) / 2)

/** A shape's edge as closed corners, counter-clockwise; arcs as chords that stay within `strayMm` of them. */
export function ringOf({ core, radius }: Shape, strayMm = 0.003): Point[] {
  const corners = signedArea(core) < 0 ? [...core].reverse() : [...core]
  if (radius === 0) return corners
  const stepRad = 2 * Math.acos(1 - Math.min(1, strayMm / radius))
  const outward = (i: number): number => {
    const [a, b] = [corners[i % corners.length] as Point, corners[(i + 1) % corners.length] as Point]
    return Math.atan2(b.y - a.y, b.x - a.x) - Math.PI / 2
  }
  const round = (mm: number): number => Math.round(mm * 1e6) / 1e6 + 0
  return corners.flatMap(({ x, y }, i) => {
    const from = corners.length === 1 ? 0 : outward(i + corners.length - 1)
    const turned = (outward(i) - from + 4 * Math.PI) % (2 * Math.PI)
    const sweep = corners.length === 1 ? 2 * Math.PI : turned
    const steps = Math.max(1, Math.ceil(sweep / stepRad - 1e-9))
    const count = corners.length === 1 ? steps : steps + 1
    return Array.from({ length: count }, (_, k) => {
      const angle = from + (sweep * k) / steps
      return { x: round(x + radius * Math.cos(angle)), y: round(y + radius * Math.sin(angle)) }
    })
  })
}

export function boxOf({ core, radius }: Shape): Box {
  const { minX, minY, maxX, maxY } = boxOfPoints(core)
  return { minX: minX - radius, minY: minY - radius, maxX: maxX + radius, maxY: maxY + radius }
}

/** In a loop: one call takes some 100,000 numbers at most, and a pour may have more corners. */
export function boxOfPoints(points: Iterable<Point>): Box {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { x, y } of points) {
    if (x < minX) minX = x
    if (x > maxX) maxX = x
    if (y < minY) minY = y
    if (y > maxY) maxY = y
  }
  return { minX, minY, maxX, maxY }
}

export const grow = (shape: Shape, by: number): Shape => ({ core: shape.core, radius: shape.radius + by })

/** Whether it has an edge that runs neither along x nor along y: its box is larger than it is. */
export const isTurned = ({ core }: Shape): boolean =>
  core.length > 2 && edgesOf(core).some(([a, b]) => Math.abs(a.x - b.x) > 1e-6 && Math.abs(a.y - b.y) > 1e-6)

/** Edges of a core: a polygon's sides, a segment once, a point as an edge of no length. */
export function edgesOf(core: readonly Point[]): (readonly [Point, Point])[] {
  const first = core[0]
  if (!first) return []
  if (core.length <= 2) return [[first, core[1] ?? first]]
  return core.map((p, i) => [p, core[(i + 1) % core.length] as Point] as const)
}

function coreDistance(a: readonly Point[], b: readonly Point[]): number {
  const a0 = a[0]
  const b0 = b[0]
  if (!a0 || !b0) return Number.POSITIVE_INFINITY
  if (a.length > 2 && insidePolygon(b0, a)) return 0
  if (b.length > 2 && insidePolygon(a0, b)) return 0
  let least = Number.POSITIVE_INFINITY
  for (let i = 0; i < edgesIn(a); i++)
    for (let j = 0; j < edgesIn(b); j++) {
      const [p, q] = [a[i] as Point, a[(i + 1) % a.length] as Point]
      const [r, s] = [b[j] as Point, b[(j + 1) % b.length] as Point]
      least = Math.min(least, segmentDistance(p, q, r, s))
      if (least === 0) return 0
    }
  return least
}

/** As many as {@link edgesOf} gives. */
const edgesIn = (core: readonly Point[]): number => (core.length <= 2 ? 1 : core.length)

/** Copper to copper, mm. Negative or zero where the shapes touch. */
export const gap = (a: Shape, b: Shape): number => coreDistance(a.core, b.core) - a.radius - b.radius

/** Shape to a board's edge, mm: negative where it reaches over, by how far. */
export function edgeGap({ core, radius }: Shape, outline: readonly Point[]): number {
  const off = core
    .filter((p) => !insidePolygon(p, outline))
    .map((p) => -distanceToOutline(p, outline) - radius)
  // A corner of a notch may poke into a shape whose own corners are all on the board.
  const poking =
    core.length > 2
      ? outline.filter((p) => insidePolygon(p, core)).map((p) => -distanceToOutline(p, core) - radius)
      : []
  return Math.min(
    ...edgesOf(core).map(([a, b]) => segmentToOutline(a, b, outline) - radius),
    ...off,
    ...poking,
  )
}

/** As {@link edgeGap}, for a board with openings: negative too where it reaches into one. */
export const boardGap = (
  shape: Shape,
  outline: readonly Point[],
  cutouts: readonly (readonly Point[])[],
): number => Math.min(edgeGap(shape, outline), ...cutouts.map((ring) => -reach(shape, ring)))

/** How far a shape reaches into a ring, mm: below zero, by how far it is from it. */
function reach(shape: Shape, ring: readonly Point[]): number {
  const free = gap(shape, { core: ring, radius: 0 })
  if (free > 0) return -free
  const inRing = shape.core.filter((p) => insidePolygon(p, ring)).map((p) => distanceToOutline(p, ring))
  return Math.max(
    shape.radius - Math.min(...edgesOf(shape.core).map(([a, b]) => segmentToOutline(a, b, ring))),
    ...inRing.map((mm) => mm + shape.radius),
    ...ring.map((p) => depth(shape, p)),
  )
}

/** True where p is on the shape, its edge included. */
export const covers = ({ core, radius }: Shape, p: Point): boolean =>
  (core.length > 2 && insidePolygon(p, core)) || distanceToOutline(p, core) <= radius + 1e-9

/** Distance of p from the shape's edge, mm: positive inside, negative outside. */
export function depth(shape: Shape, p: Point): number {
  const inside = shape.core.length > 2 && insidePolygon(p, shape.core)
  const toCore = distanceToOutline(p, shape.core)
  return inside ? shape.radius + toCore : shape.radius - toCore
}

/** Where two shapes come nearest: half way between them. */
export function nearestPlace(a: Shape, b: Shape): Point {
  let best: { gap: number; p: Point } = {
    gap: Number.POSITIVE_INFINITY,
    p: a.core[0] ?? { x: 0, y: 0 },
  }
  const consider = (p: Point, q: Point): void => {
    const d = distance(p, q)
    if (d < best.gap) best = { gap: d, p: { x: (p.x + q.x) / 2, y: (p.y + q.y) / 2 } }
  }
  for (const [p, q] of edgesOf(a.core))
    for (const [r, s] of edgesOf(b.core)) {
      if (segmentsMeet(p, q, r, s)) {
        const t = crossing(p, q, r, s)
        consider(t, t)
      }
      consider(p, nearestOnSegment(p, r, s))
      consider(q, nearestOnSegment(q, r, s))
      consider(nearestOnSegment(r, p, q), r)
      consider(nearestOnSegment(s, p, q), s)
    }
  return best.p
}

/** Crossing point of two segments known to meet; the first segment's start where they run along each other. */
function crossing(a: Point, b: Point, c: Point, d: Point): Point {
  const det = (b.x - a.x) * (d.y - c.y) - (b.y - a.y) * (d.x - c.x)
  if (det === 0) return a
  const t = ((c.x - a.x) * (d.y - c.y) - (c.y - a.y) * (d.x - c.x)) / det
  return { x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y) }
}
