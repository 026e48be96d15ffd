import type { Frame, Loop, Shape, Vec2, Vec3 } from "../model/body"

export type { Frame, Loop, Shape, Vec2, Vec3 } from "../model/body"

/**
 * A shape on the board, in the one list that GLB, STEP, the checks and the drawings are made from. Every body is a
 * straight extrusion of a plane profile: that covers boxes, cylinders, bent leads, drafted mould halves and the drilled
 * board, and maps to exact faces in STEP. Frame: mm, board centre = origin, x right, y up seen from the top, z away from the solder
 * side; z = 0 is the bottom face of the board and z = thickness its top face.
 */
export interface Solid extends Shape {
  /** Designator, `J1-J4` for one piece on several pads, `board` for the board itself. */
  readonly part: string
  /** Whether the variant that the model was built for fits the part. */
  readonly fitted: boolean
}

export const add = (a: Vec3, b: Vec3): Vec3 => [a[0] + b[0], a[1] + b[1], a[2] + b[2]]
export const scale = (a: Vec3, k: number): Vec3 => [a[0] * k, a[1] * k, a[2] * k]
export const dot = (a: Vec3, b: Vec3): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
export const subtract = (a: Vec3, b: Vec3): Vec3 => [a[0] - b[0], a[1] - b[1], a[2] - b[2]]
export const cross = (a: Vec3, b: Vec3): Vec3 => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
]
export function normalize(a: Vec3): Vec3 {
  const length = Math.sqrt(dot(a, a))
  return length === 0 ? a : [a[0] / length, a[1] / length, a[2] / length]
}

/** The point of space with profile coordinates (u, v) at distance w along the extrusion. */
export function pointAt(frame: Frame, [u, v]: Vec2, w: number): Vec3 {
  const { origin: o } = frame
  return [
    o[0] + u * frame.u[0] + v * frame.v[0] + w * frame.w[0],
    o[1] + u * frame.u[1] + v * frame.v[1] + w * frame.w[1],
    o[2] + u * frame.u[2] + v * frame.v[2] + w * frame.w[2],
  ]
}

/** Twice the signed area of a polygon; positive = counter-clockwise. */
export function doubleArea(points: readonly Vec2[]): number {
  let sum = 0
  for (let i = 0; i < points.length; i++) {
    const [x1, y1] = points[i] as Vec2
    const [x2, y2] = points[(i + 1) % points.length] as Vec2
    sum += x1 * y2 - x2 * y1
  }
  return sum
}

/** The points in counter-clockwise (or clockwise) order. */
export function wound(points: readonly Vec2[], counterClockwise: boolean): readonly Vec2[] {
  return doubleArea(points) > 0 === counterClockwise ? points : [...points].reverse()
}

/**
 * `count` points of the unit circle, counter-clockwise from (1, 0). Rounded to nine decimals, so that the last digits
 * of a platform's sine do not reach a file.
 */
export function unitCircle(count: number): Vec2[] {
  const round = (value: number): number => Math.round(value * 1e9) / 1e9 + 0
  return Array.from({ length: count }, (_, i): Vec2 => {
    const angle = (2 * Math.PI * i) / count
    return [round(Math.cos(angle)), round(Math.sin(angle))]
  })
}

/** A loop as a polygon; circles get 24 to 64 corners by size, so that their chords stay within 0.02 mm. */
export function loopPoints(loop: Loop): readonly Vec2[] {
  if (loop.kind === "polygon") return loop.points
  const [cx, cy] = loop.centre
  const count = loop.radius > 2 ? 64 : loop.radius > 0.6 ? 40 : 24
  return unitCircle(count).map(([x, y]): Vec2 => [cx + x * loop.radius, cy + y * loop.radius])
}

export interface Box3 {
  readonly min: Vec3
  readonly max: Vec3
}

/** The smallest axis-parallel box round a shape, in the frame its `frame` is given in. */
export function boundsOf(shape: Shape): Box3 {
  const near = loopPoints(shape.outline)
  const far = shape.farOutline ?? near
  const points = [
    ...near.map((p) => pointAt(shape.frame, p, 0)),
    ...far.map((p) => pointAt(shape.frame, p, shape.length)),
  ]
  const axis = (i: 0 | 1 | 2) => points.map((p) => p[i])
  return {
    min: [Math.min(...axis(0)), Math.min(...axis(1)), Math.min(...axis(2))],
    max: [Math.max(...axis(0)), Math.max(...axis(1)), Math.max(...axis(2))],
  }
}
