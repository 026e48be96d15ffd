import type { Frame, Loop, Material, Shape, Vec2 } from "../model/body"

/** Builders of shapes in a frame of x, y, z (mm). A range is [from, to] with from < to. */
export type Range = readonly [number, number]

const upright = (z: number): Frame => ({ origin: [0, 0, z], u: [1, 0, 0], v: [0, 1, 0], w: [0, 0, 1] })

export function rectangle([x0, x1]: Range, [y0, y1]: Range): Vec2[] {
  return [
    [x0, y0],
    [x1, y0],
    [x1, y1],
    [x0, y1],
  ]
}

/** A rectangle with its four corners cut at 45 degrees, `cut` mm off each side. */
export function cutRectangle([x0, x1]: Range, [y0, y1]: Range, cut: number): Vec2[] {
  return [
    [x0 + cut, y0],
    [x1 - cut, y0],
    [x1, y0 + cut],
    [x1, y1 - cut],
    [x1 - cut, y1],
    [x0 + cut, y1],
    [x0, y1 - cut],
    [x0, y0 + cut],
  ]
}

export function box(name: string, material: Material, x: Range, y: Range, z: Range): Shape {
  return prism(name, material, rectangle(x, y), z)
}

export function cylinder(name: string, material: Material, centre: Vec2, radius: number, z: Range): Shape {
  const outline: Loop = { kind: "circle", centre, radius }
  return { name, material, outline, holes: [], frame: upright(z[0]), length: z[1] - z[0] }
}

/** A polygon in x, y extruded along z, with holes and, where `far` is given, another outline at the top. */
export function prism(
  name: string,
  material: Material,
  points: readonly Vec2[],
  z: Range,
  options: { readonly holes?: readonly Loop[]; readonly far?: readonly Vec2[] } = {},
): Shape {
  return {
    name,
    material,
    outline: { kind: "polygon", points },
    holes: options.holes ?? [],
    frame: upright(z[0]),
    length: z[1] - z[0],
    ...(options.far ? { farOutline: options.far } : {}),
  }
}

/** A box whose top is `inset` mm smaller on every side: mould draft, chamfered lids. */
export function frustum(
  name: string,
  material: Material,
  x: Range,
  y: Range,
  z: Range,
  inset: number,
): Shape {
  const far = rectangle([x[0] + inset, x[1] - inset], [y[0] + inset, y[1] - inset])
  return prism(name, material, rectangle(x, y), z, { far })
}

/** A profile of (y, z) points extruded along x. */
export function alongX(name: string, material: Material, profile: readonly Vec2[], x: Range): Shape {
  const frame: Frame = { origin: [x[0], 0, 0], u: [0, 1, 0], v: [0, 0, 1], w: [1, 0, 0] }
  return {
    name,
    material,
    outline: { kind: "polygon", points: profile },
    holes: [],
    frame,
    length: x[1] - x[0],
  }
}

/** A profile of (x, z) points extruded along y. */
export function alongY(name: string, material: Material, profile: readonly Vec2[], y: Range): Shape {
  // x cross z is -y: the extrusion runs from the far end back.
  const frame: Frame = { origin: [0, y[1], 0], u: [1, 0, 0], v: [0, 0, 1], w: [0, -1, 0] }
  return {
    name,
    material,
    outline: { kind: "polygon", points: profile },
    holes: [],
    frame,
    length: y[1] - y[0],
  }
}

/** The closed outline of a strip of `width` along a polyline (mitred corners): bent leads, antenna traces. */
export function strip(path: readonly Vec2[], width: number): Vec2[] {
  const half = width / 2
  const left: Vec2[] = []
  const right: Vec2[] = []
  path.forEach((point, i) => {
    const before = normalAt(path, i - 1)
    const after = normalAt(path, i)
    const first = before ?? after ?? [0, 1]
    const second = after ?? before ?? [0, 1]
    const sum: Vec2 = [first[0] + second[0], first[1] + second[1]]
    // The mitre of two unit normals n1, n2 is (n1 + n2) / (1 + n1.n2).
    const k = half / (1 + first[0] * second[0] + first[1] * second[1])
    left.push([point[0] + sum[0] * k, point[1] + sum[1] * k])
    right.push([point[0] - sum[0] * k, point[1] - sum[1] * k])
  })
  return [...left, ...right.reverse()]
}

function normalAt(path: readonly Vec2[], segment: number): Vec2 | undefined {
  const a = path[segment]
  const b = path[segment + 1]
  if (!a || !b) return undefined
  const dx = b[0] - a[0]
  const dy = b[1] - a[1]
  const length = Math.sqrt(dx * dx + dy * dy)
  return [-dy / length, dx / length]
}
