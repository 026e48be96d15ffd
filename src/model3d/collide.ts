import { nearby } from "../geometry/nearby"
import { triangulate } from "./mesh"
import {
  type Box3,
  boundsOf,
  cross,
  dot,
  loopPoints,
  normalize,
  pointAt,
  type Shape,
  type Solid,
  subtract,
  type Vec3,
} from "./solid"

/** A convex piece: its corners, and the directions its faces and edges point in. */
interface Wedge {
  readonly corners: readonly Vec3[]
  readonly faces: readonly Vec3[]
  readonly edges: readonly Vec3[]
  readonly box: Box3
}

/** An extrusion as convex wedges: one a triangle of its profile. Draft and tips count with their larger end. */
export function wedgesOf(shape: Shape): Wedge[] {
  const { frame, length } = shape
  return triangulate(loopPoints(shape.outline), shape.holes.map(loopPoints)).map((triangle) => {
    const near = triangle.map((p) => pointAt(frame, p, 0))
    const far = triangle.map((p) => pointAt(frame, p, length))
    const edges = [0, 1, 2].map((i) => normalize(subtract(near[(i + 1) % 3] as Vec3, near[i] as Vec3)))
    const corners = [...near, ...far]
    return {
      corners,
      faces: [frame.w, ...edges.map((edge) => cross(edge, frame.w))],
      edges: [frame.w, ...edges],
      box: boxOfPoints(corners),
    }
  })
}

function boxOfPoints(points: readonly Vec3[]): Box3 {
  const min: [number, number, number] = [Infinity, Infinity, Infinity]
  const max: [number, number, number] = [-Infinity, -Infinity, -Infinity]
  for (const point of points) {
    for (const axis of [0, 1, 2] as const) {
      min[axis] = Math.min(min[axis], point[axis])
      max[axis] = Math.max(max[axis], point[axis])
    }
  }
  return { min, max }
}

/** Whether two boxes overlap by more than `by` on every axis. */
export const boxesOverlap = (a: Box3, b: Box3, by: number): boolean =>
  ([0, 1, 2] as const).every(
    (axis) => Math.min(a.max[axis], b.max[axis]) - Math.max(a.min[axis], b.min[axis]) > by,
  )

/** How deep two convex pieces are in each other along the direction that parts them soonest; 0 = apart. */
function penetration(a: Wedge, b: Wedge): number {
  const axes = [...a.faces, ...b.faces]
  for (const p of a.edges) {
    for (const q of b.edges) {
      const axis = cross(p, q)
      if (dot(axis, axis) > 1e-6) axes.push(normalize(axis))
    }
  }
  let least = Infinity
  for (const axis of axes) {
    const [aMin, aMax] = range(a.corners, axis)
    const [bMin, bMax] = range(b.corners, axis)
    const overlap = Math.min(aMax, bMax) - Math.max(aMin, bMin)
    if (overlap <= 0) return 0
    least = Math.min(least, overlap)
  }
  return least
}

function range(corners: readonly Vec3[], axis: Vec3): [number, number] {
  let min = Infinity
  let max = -Infinity
  for (const corner of corners) {
    const at = dot(corner, axis)
    if (at < min) min = at
    if (at > max) max = at
  }
  return [min, max]
}

export interface Collision {
  readonly a: Solid
  readonly b: Solid
  /** mm, along the direction that parts the two soonest. */
  readonly depth: number
  readonly at: Vec3
}

/**
 * Every two solids of different parts that are inside each other by more than `tolerance` mm. Parts standing on the
 * board and pins in its holes touch without overlapping.
 */
export function collisions(solids: readonly Solid[], tolerance: number): Collision[] {
  const matter = solids
    .filter((solid) => !solid.marking && solid.fitted)
    .map((solid, index) => ({ solid, index, box: boundsOf(solid) }))
  const fromAbove = ({ box: { min, max } }: (typeof matter)[number]) => ({
    minX: min[0],
    minY: min[1],
    maxX: max[0],
    maxY: max[1],
  })
  const matterIn = nearby(matter, fromAbove)
  const wedges = new Map<Solid, Wedge[]>()
  const pieces = (solid: Solid): Wedge[] => {
    const known = wedges.get(solid) ?? wedgesOf(solid)
    wedges.set(solid, known)
    return known
  }
  const found: Collision[] = []
  for (const one of matter) {
    for (const other of matterIn(fromAbove(one))) {
      const [a, b] = [one.solid, other.solid]
      if (other.index <= one.index || a.part === b.part || !boxesOverlap(one.box, other.box, tolerance))
        continue
      const hit = deepest(pieces(a), pieces(b), tolerance)
      if (hit) found.push({ a, b, ...hit })
    }
  }
  return found
}

function deepest(
  a: readonly Wedge[],
  b: readonly Wedge[],
  tolerance: number,
): { depth: number; at: Vec3 } | undefined {
  let best: { depth: number; at: Vec3 } | undefined
  for (const p of a) {
    for (const q of b) {
      if (!boxesOverlap(p.box, q.box, tolerance)) continue
      const depth = penetration(p, q)
      if (depth <= tolerance || depth <= (best?.depth ?? 0)) continue
      const middle = ([0, 1, 2] as const).map(
        (axis) =>
          (Math.max(p.box.min[axis], q.box.min[axis]) + Math.min(p.box.max[axis], q.box.max[axis])) / 2,
      ) as [number, number, number]
      best = { depth, at: middle }
    }
  }
  return best
}
