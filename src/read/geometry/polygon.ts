import {
  Clipper,
  Clipper64,
  ClipType,
  EndType,
  FillRule,
  JoinType,
  type PolyPath64,
  PolyTree64,
} from "clipper2-ts"
import { type Box, boxOf, chordErrorMm, type Point } from "./point"

/** Integer units per mm in all boolean geometry: one unit is a nanometre, the finest step a 4.6 Gerber can write. */
export const unitsPerMm = 1_000_000

/** A closed ring in integer nanometres, last point not repeated. */
export type Ring = { x: number; y: number }[]

/** One connected piece: outer ring counter-clockwise, holes clockwise. Integer nanometres. */
export interface Polygon {
  readonly outer: Ring
  readonly holes: readonly Ring[]
}

export function toUnits(mm: number): number {
  return Math.round(mm * unitsPerMm)
}

export function toMm(units: number): number {
  return units / unitsPerMm
}

export function ringFromMm(points: readonly Point[]): Ring {
  return points.map(({ x, y }) => ({ x: toUnits(x), y: toUnits(y) }))
}

export function ringToMm(ring: Ring): Point[] {
  return ring.map(({ x, y }) => ({ x: toMm(x), y: toMm(y) }))
}

/** Signed area, positive counter-clockwise. */
export function ringAreaMm2(ring: Ring): number {
  return Clipper.area(ring) / (unitsPerMm * unitsPerMm)
}

export function areaMm2(polygons: readonly Polygon[]): number {
  let sum = 0
  for (const { outer, holes } of polygons) {
    sum += Math.abs(ringAreaMm2(outer))
    for (const hole of holes) sum -= Math.abs(ringAreaMm2(hole))
  }
  return sum
}

/** The same ring, turned counter-clockwise. */
export function counterClockwise(ring: Ring): Ring {
  return Clipper.area(ring) < 0 ? ring.slice().reverse() : ring
}

/**
 * The same ring without corners on a straight line and without spikes of no width (there and back again), over which
 * the sweep of clipper2-ts 2.0.1 does not come to an end. Empty if nothing is left.
 */
export function withoutSpikes(ring: Ring): Ring {
  const kept: Ring = []
  const flat = (a: Ring[number], b: Ring[number], c: Ring[number]): boolean =>
    (b.x - a.x) * (c.y - b.y) === (b.y - a.y) * (c.x - b.x)
  const push = (point: Ring[number]): void => {
    for (;;) {
      const last = kept[kept.length - 1]
      const before = kept[kept.length - 2]
      if (last !== undefined && last.x === point.x && last.y === point.y) return
      if (last === undefined || before === undefined || !flat(before, last, point)) break
      kept.pop()
    }
    kept.push(point)
  }
  for (const point of ring) push(point)
  // Where the end meets the beginning, the same.
  for (let changed = true; changed && kept.length > 2; ) {
    const [first, second] = kept as [Ring[number], Ring[number]]
    const [before, last] = kept.slice(-2) as [Ring[number], Ring[number]]
    changed = true
    if (flat(before, last, first)) kept.pop()
    else if (flat(last, first, second)) kept.shift()
    else changed = false
  }
  return kept.length > 2 ? kept : []
}

/** All rings of the polygons, holes turned the other way: what `union`, `difference` and `grow` take. */
export function ringsOf(polygons: readonly Polygon[]): Ring[] {
  const rings: Ring[] = []
  for (const { outer, holes } of polygons) rings.push(outer, ...holes)
  return rings
}

/** Merges rings (holes run clockwise inside their outer) into disjoint pieces. */
export function union(rings: readonly Ring[]): Polygon[] {
  return run(ClipType.Union, rings, [])
}

export function difference(subject: readonly Ring[], clip: readonly Ring[]): Polygon[] {
  return run(ClipType.Difference, subject, clip)
}

/** What only one of the two has, whichever. */
export function exclusive(subject: readonly Ring[], clip: readonly Ring[]): Polygon[] {
  return run(ClipType.Xor, subject, clip)
}

export function intersection(subject: readonly Ring[], clip: readonly Ring[]): Polygon[] {
  return run(ClipType.Intersection, subject, clip)
}

/** Union that keeps flat rings: cheaper where the pieces are not wanted. */
export function unionRings(rings: readonly Ring[]): Ring[] {
  return Clipper.union(rings as Ring[], FillRule.NonZero)
}

export function differenceRings(subject: readonly Ring[], clip: readonly Ring[]): Ring[] {
  return Clipper.difference(subject as Ring[], clip as Ring[], FillRule.NonZero)
}

/**
 * Moves the edges of merged rings outwards (negative: inwards) by `mm`. Corners are rounded, or kept sharp with
 * `join` "miter" (up to twice the distance). `cornerErrorMm`: how far chords may cut a rounded corner.
 */
export function grow(
  rings: readonly Ring[],
  mm: number,
  join: "round" | "miter" = "round",
  cornerErrorMm: number = chordErrorMm,
): Ring[] {
  const type = join === "round" ? JoinType.Round : JoinType.Miter
  const inflate = (some: readonly Ring[]): Ring[] =>
    Clipper.inflatePaths(
      some as Ring[],
      mm * unitsPerMm,
      type,
      EndType.Polygon,
      2,
      cornerErrorMm * unitsPerMm,
    )
  try {
    return inflate(rings)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    // clipper2-ts 2.0.1 stumbles over spikes of no area, which a union of its own may leave: they hold no copper.
    return inflate(ringsOf(union(rings)).filter((ring) => Math.abs(Clipper.area(ring)) > spikeArea))
  }
}

/** Square nanometres: 0.0001 mm2. */
const spikeArea = 1e8

export function boxOfRing(ring: Ring): Box {
  return boxOf(ring)
}

/** Whether the point (nanometres) lies inside or on the polygon. */
export function containsPoint(polygon: Polygon, x: number, y: number): boolean {
  if (!insideRing(polygon.outer, x, y, true)) return false
  for (const hole of polygon.holes) if (insideRing(hole, x, y, false)) return false
  return true
}

/** Crossing number; a point on the edge answers `onEdge`. */
export function insideRing(ring: Ring, x: number, y: number, onEdge: boolean): boolean {
  let inside = false
  let previous = ring[ring.length - 1]
  if (previous === undefined) return false
  for (const point of ring) {
    const cross = (point.x - previous.x) * (y - previous.y) - (point.y - previous.y) * (x - previous.x)
    if (
      cross === 0 &&
      x >= Math.min(point.x, previous.x) &&
      x <= Math.max(point.x, previous.x) &&
      y >= Math.min(point.y, previous.y) &&
      y <= Math.max(point.y, previous.y)
    )
      return onEdge
    if (point.y > y !== previous.y > y && cross > 0 === point.y > previous.y) inside = !inside
    previous = point
  }
  return inside
}

function run(type: ClipType, subject: readonly Ring[], clip: readonly Ring[]): Polygon[] {
  const clipper = new Clipper64()
  clipper.addSubject(subject as Ring[])
  if (clip.length > 0) clipper.addClip(clip as Ring[])
  const tree = new PolyTree64()
  clipper.execute(type, FillRule.NonZero, tree)
  const polygons: Polygon[] = []
  collect(tree, polygons)
  return polygons
}

function collect(node: PolyPath64, into: Polygon[]): void {
  for (let i = 0; i < node.count; i++) {
    const outer = node.child(i)
    const holes: Ring[] = []
    for (let j = 0; j < outer.count; j++) {
      const hole = outer.child(j)
      if (hole.poly !== null) holes.push(hole.poly)
      collect(hole, into)
    }
    if (outer.poly !== null) into.push({ outer: outer.poly, holes })
  }
}
