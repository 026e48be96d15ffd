import { boxOfPoints } from "../../geometry/shape"
import { add, cross, dot, normalize, scale, subtract, type Vec3 } from "../../model3d/solid"

/** A pinhole camera looking at a picture of `width` x `height` pixels. mm. */
export interface Camera {
  readonly eye: Vec3
  readonly right: Vec3
  readonly up: Vec3
  readonly forward: Vec3
  /** Pixels a unit of x / z. */
  readonly focal: number
  readonly centreX: number
  readonly centreY: number
}

export interface View {
  /** From the target to the eye; need not be of unit length. */
  readonly from: Vec3
  /** What points up in the picture. */
  readonly up: Vec3
  /** Distance of the eye in multiples of the scene's size: larger is flatter. */
  readonly distance: number
}

/**
 * A camera that shows all of `points`, as large as `margin` (a share of the picture) leaves room for.
 */
export function frameScene(
  points: readonly Vec3[],
  view: View,
  width: number,
  height: number,
  margin: number,
): Camera {
  const back = normalize(view.from)
  const forward = scale(back, -1)
  const right = normalize(cross(forward, view.up))
  const up = cross(right, forward)
  const middle = scale(
    points.reduce((sum, p) => add(sum, p), [0, 0, 0] as Vec3),
    1 / Math.max(1, points.length),
  )
  const away = (p: Vec3): number => Math.sqrt(dot(subtract(p, middle), subtract(p, middle)))
  const size = points.reduce((most, p) => Math.max(most, away(p)), Number.NEGATIVE_INFINITY)
  const eye = add(middle, scale(back, size * view.distance))
  const seen = points.map((p) => {
    const q = subtract(p, eye)
    const z = dot(q, forward)
    return { x: dot(q, right) / z, y: dot(q, up) / z }
  })
  const { minX, minY, maxX, maxY } = boxOfPoints(seen)
  const focal = Math.min(
    (width * (1 - 2 * margin)) / (maxX - minX),
    (height * (1 - 2 * margin)) / (maxY - minY),
  )
  return {
    eye,
    right,
    up,
    forward,
    focal,
    centreX: width / 2 - ((minX + maxX) / 2) * focal,
    centreY: height / 2 + ((minY + maxY) / 2) * focal,
  }
}
