import earcut from "earcut"
import type { Material } from "./materials"
import {
  cross,
  loopPoints,
  normalize,
  pointAt,
  type Shape,
  subtract,
  type Vec2,
  type Vec3,
  wound,
} from "./solid"

/** Triangles with a normal a corner: flat on plane faces, smooth round cylinders. mm. */
export interface Mesh {
  readonly material: Material
  /** x, y, z a corner, three corners a triangle, counter-clockwise seen from outside. */
  readonly positions: Float64Array
  readonly normals: Float64Array
}

class Triangles {
  readonly positions: number[] = []
  readonly normals: number[] = []

  push(a: Vec3, b: Vec3, c: Vec3, na: Vec3, nb: Vec3, nc: Vec3): void {
    this.positions.push(...a, ...b, ...c)
    this.normals.push(...na, ...nb, ...nc)
  }

  mesh(material: Material): Mesh {
    return {
      material,
      positions: Float64Array.from(this.positions),
      normals: Float64Array.from(this.normals),
    }
  }
}

/** Corners of a profile's triangles, counter-clockwise. */
export function triangulate(
  outline: readonly Vec2[],
  holes: readonly (readonly Vec2[])[],
): [Vec2, Vec2, Vec2][] {
  const points = [wound(outline, true), ...holes.map((hole) => wound(hole, false))].flat()
  const starts: number[] = []
  let count = outline.length
  for (const hole of holes) {
    starts.push(count)
    count += hole.length
  }
  const indices = earcut(points.flat(), starts)
  const triangles: [Vec2, Vec2, Vec2][] = []
  for (let i = 0; i < indices.length; i += 3) {
    const [a, b, c] = [0, 1, 2].map((k) => points[indices[i + k] as number] as Vec2) as [Vec2, Vec2, Vec2]
    const area = (b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])
    triangles.push(area > 0 ? [a, b, c] : [a, c, b])
  }
  return triangles
}

/**
 * The surface of one shape. The board comes as three meshes, since its two faces and its edge look different.
 */
export function meshOf(shape: Shape): Mesh[] {
  const near = wound(loopPoints(shape.outline), true)
  const far = shape.farOutline ? wound(shape.farOutline, true) : near
  const holes = shape.holes.map((hole) => wound(loopPoints(hole), false))
  if (shape.marking) return [printOf(shape, far, holes)]
  const sides = new Triangles()
  addWall(sides, shape, near, far, shape.outline.kind === "circle")
  shape.holes.forEach((hole, i) => {
    addWall(sides, shape, holes[i] as readonly Vec2[], holes[i] as readonly Vec2[], hole.kind === "circle")
  })
  const top = new Triangles()
  for (const [a, b, c] of triangulate(far, holes)) addCap(top, shape, [a, b, c], shape.length, shape.frame.w)
  const bottom = new Triangles()
  const down: Vec3 = [-shape.frame.w[0] + 0, -shape.frame.w[1] + 0, -shape.frame.w[2] + 0]
  for (const [a, b, c] of triangulate(near, holes)) addCap(bottom, shape, [a, c, b], 0, down)
  if (shape.material === "boardTop") {
    return [top.mesh("boardTop"), bottom.mesh("boardBottom"), sides.mesh("substrate")]
  }
  const all = new Triangles()
  for (const part of [sides, top, bottom]) {
    for (const value of part.positions) all.positions.push(value)
    for (const value of part.normals) all.normals.push(value)
  }
  return [all.mesh(shape.material)]
}

/** Print has no thickness to speak of: its upper face is all. */
function printOf(shape: Shape, outline: readonly Vec2[], holes: readonly (readonly Vec2[])[]): Mesh {
  const face = new Triangles()
  for (const corners of triangulate(outline, holes)) addCap(face, shape, corners, shape.length, shape.frame.w)
  return face.mesh(shape.material)
}

function addCap(into: Triangles, shape: Shape, [a, b, c]: [Vec2, Vec2, Vec2], w: number, normal: Vec3): void {
  into.push(
    pointAt(shape.frame, a, w),
    pointAt(shape.frame, b, w),
    pointAt(shape.frame, c, w),
    normal,
    normal,
    normal,
  )
}

function addWall(
  into: Triangles,
  shape: Shape,
  near: readonly Vec2[],
  far: readonly Vec2[],
  smooth: boolean,
): void {
  const n = near.length
  const outward = (i: number): Vec3 => {
    const a = pointAt(shape.frame, near[i % n] as Vec2, 0)
    const b = pointAt(shape.frame, near[(i + 1) % n] as Vec2, 0)
    const up = pointAt(shape.frame, far[i % n] as Vec2, shape.length)
    return normalize(cross(subtract(b, a), subtract(up, a)))
  }
  for (let i = 0; i < n; i++) {
    const j = (i + 1) % n
    const flat = outward(i)
    // A round wall's corner normal is the mean of its two facets'.
    const corner = (k: number): Vec3 => {
      if (!smooth) return flat
      const [p, q] = [outward((k + n - 1) % n), outward(k)]
      return normalize([p[0] + q[0], p[1] + q[1], p[2] + q[2]])
    }
    const [a, b] = [pointAt(shape.frame, near[i] as Vec2, 0), pointAt(shape.frame, near[j] as Vec2, 0)]
    const [c, d] = [
      pointAt(shape.frame, far[j] as Vec2, shape.length),
      pointAt(shape.frame, far[i] as Vec2, shape.length),
    ]
    const [na, nb] = [corner(i), corner(j)]
    into.push(a, b, c, na, nb, nb)
    into.push(a, c, d, na, nb, na)
  }
}
