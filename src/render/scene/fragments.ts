import type { Light } from "./lights"

/** How far off its surface a point asks for light, mm. */
const lift = 0.06

/**
 * The visible pieces of a band of the picture: for each pixel, one piece for each triangle seen in it. Kept in flat
 * arrays so that the lights can be gone through one after the other: each light's map then stays in the cache.
 */
export class Fragments {
  count = 0
  readonly pixel: Int32Array
  readonly triangle: Int32Array
  /** Share of the pixel. */
  readonly weight: Float32Array
  /** Point on the surface, shading normal and flat normal, three numbers each. */
  readonly point: Float32Array
  readonly normal: Float32Array
  readonly face: Float32Array
  /** Light that arrives, and light that would arrive if nothing were in the way. */
  readonly diffuse: Float32Array
  readonly possible: Float32Array

  constructor(capacity: number) {
    this.pixel = new Int32Array(capacity)
    this.triangle = new Int32Array(capacity)
    this.weight = new Float32Array(capacity)
    this.point = new Float32Array(capacity * 3)
    this.normal = new Float32Array(capacity * 3)
    this.face = new Float32Array(capacity * 3)
    this.diffuse = new Float32Array(capacity)
    this.possible = new Float32Array(capacity)
  }

  /** Adds up the lights at every piece. */
  light(lights: readonly Light[]): void {
    this.diffuse.fill(0, 0, this.count)
    this.possible.fill(0, 0, this.count)
    for (const light of lights) this.addLight(light)
  }

  private addLight({ direction, intensity, shadow }: Light): void {
    const [dx, dy, dz] = direction
    const [ux, uy, uz] = shadow.u
    const [vx, vy, vz] = shadow.v
    const { originU, originV, scale, size, depth } = shadow
    const { point, normal, face, diffuse, possible, count } = this
    const texel = 1.2 / scale
    for (let i = 0; i < count; i++) {
      const k = i * 3
      const fx = face[k] as number
      const fy = face[k + 1] as number
      const fz = face[k + 2] as number
      const slope = fx * dx + fy * dy + fz * dz
      const lit = (normal[k] as number) * dx + (normal[k + 1] as number) * dy + (normal[k + 2] as number) * dz
      if (slope <= 0 || lit <= 0) continue
      const strength = lit * intensity
      possible[i] = (possible[i] as number) + strength
      // Off the surface by less than a texel, so that neighbouring triangles do not shade each other.
      const x = (point[k] as number) + fx * lift
      const y = (point[k + 1] as number) + fy * lift
      const z = (point[k + 2] as number) + fz * lift
      const column = Math.floor((x * ux + y * uy + z * uz - originU) * scale)
      const row = Math.floor((x * vx + y * vy + z * vz - originV) * scale)
      if (column >= 0 && row >= 0 && column < size && row < size) {
        // Seen at a flat angle, a texel spans more depth.
        const bias = 0.02 + texel * Math.min(4, 1 / slope)
        if ((depth[row * size + column] as number) > x * dx + y * dy + z * dz + bias) continue
      }
      diffuse[i] = (diffuse[i] as number) + strength
    }
  }
}
