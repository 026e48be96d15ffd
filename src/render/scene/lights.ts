import { cross, dot, normalize, type Vec3 } from "../../model3d/solid"
import { rowSpan } from "./span"
import type { Triangles } from "./triangles"

/** Light from one far direction, and a map of what it reaches first. */
export interface Light {
  /** Towards the light. */
  readonly direction: Vec3
  readonly intensity: number
  readonly shadow: ShadowMap
}

export interface ShadowMap {
  readonly u: Vec3
  readonly v: Vec3
  readonly originU: number
  readonly originV: number
  readonly scale: number
  readonly size: number
  /** Largest distance along the direction, a texel: what is nearest to the light. */
  readonly depth: Float32Array
}

const mapSize = 420

/**
 * A cloudy sky of many weak lights with one soft, stronger source: together they give soft shadows and darker
 * corners without any randomness.
 * @param up which way is up for the viewer: z for the top of the board, -z for its bottom.
 * @param key towards the strong source.
 */
export function studioLights(scene: Triangles, up: Vec3, key: Vec3): Light[] {
  const sky = spiral(34, up, 0.12)
  const soft = spiral(10, normalize(key), 0.965)
  return [
    ...sky.map((direction) => light(scene, direction, 0.78 / sky.length)),
    ...soft.map((direction) => light(scene, direction, 0.95 / soft.length)),
  ]
}

const light = (scene: Triangles, direction: Vec3, intensity: number): Light => ({
  direction,
  intensity,
  shadow: shadowMap(scene, direction),
})

/** Directions spread evenly over the cap of the sphere round `axis` that reaches down to cosine `low`. */
function spiral(count: number, axis: Vec3, low: number): Vec3[] {
  const helper: Vec3 = Math.abs(axis[0]) < 0.9 ? [1, 0, 0] : [0, 1, 0]
  const u = normalize(cross(axis, helper))
  const v = cross(axis, u)
  // The golden angle as a rotation, applied again and again: no trigonometry, so the same digits everywhere.
  const [turnCos, turnSin] = [-0.7373688780783197, 0.6754902942615238]
  let [c, s] = [1, 0]
  return Array.from({ length: count }, (_, i) => {
    const h = 1 - ((i + 0.5) / count) * (1 - low)
    const r = Math.sqrt(1 - h * h)
    const [x, y] = [c * r, s * r]
    ;[c, s] = [c * turnCos - s * turnSin, s * turnCos + c * turnSin]
    return normalize([
      axis[0] * h + u[0] * x + v[0] * y,
      axis[1] * h + u[1] * x + v[1] * y,
      axis[2] * h + u[2] * x + v[2] * y,
    ])
  })
}

function shadowMap(scene: Triangles, direction: Vec3): ShadowMap {
  const helper: Vec3 = Math.abs(direction[0]) < 0.9 ? [1, 0, 0] : [0, 1, 0]
  const u = normalize(cross(direction, helper))
  const v = cross(direction, u)
  const { positions, count } = scene
  const corners = count * 3
  const projected = new Float64Array(corners * 3)
  let [minU, maxU, minV, maxV] = [Infinity, -Infinity, Infinity, -Infinity]
  for (let i = 0; i < corners; i++) {
    const p: Vec3 = [
      positions[i * 3] as number,
      positions[i * 3 + 1] as number,
      positions[i * 3 + 2] as number,
    ]
    const [pu, pv] = [dot(p, u), dot(p, v)]
    projected[i * 3] = pu
    projected[i * 3 + 1] = pv
    projected[i * 3 + 2] = dot(p, direction)
    if (pu < minU) minU = pu
    if (pu > maxU) maxU = pu
    if (pv < minV) minV = pv
    if (pv > maxV) maxV = pv
  }
  const scale = (mapSize - 4) / Math.max(maxU - minU, maxV - minV)
  const map: ShadowMap = {
    u,
    v,
    originU: minU - 2 / scale,
    originV: minV - 2 / scale,
    scale,
    size: mapSize,
    depth: new Float32Array(mapSize * mapSize).fill(-Infinity),
  }
  for (let t = 0; t < count; t++) {
    // What faces away from the light is behind something that faces it: bodies are closed.
    if (scene.casts[t] === 1) drawDepth(map, projected, t * 9)
  }
  return map
}

/** Writes one triangle's distance into the map where it is nearer to the light. */
function drawDepth(map: ShadowMap, p: Float64Array, at: number): void {
  const { originU, originV, scale, size, depth } = map
  const ax = ((p[at] as number) - originU) * scale
  const ay = ((p[at + 1] as number) - originV) * scale
  const bx = ((p[at + 3] as number) - originU) * scale
  const by = ((p[at + 4] as number) - originV) * scale
  const cx = ((p[at + 6] as number) - originU) * scale
  const cy = ((p[at + 7] as number) - originV) * scale
  const area = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay)
  if (area < 1e-9) return
  const az = p[at + 2] as number
  // Distance as a plane over the map: z = az + gx (x - ax) + gy (y - ay).
  const [zb, zc] = [(p[at + 5] as number) - az, (p[at + 8] as number) - az]
  const gx = (zb * (cy - ay) - zc * (by - ay)) / area
  const gy = (zc * (bx - ax) - zb * (cx - ax)) / area
  const y0 = Math.max(0, Math.ceil(Math.min(ay, by, cy) - 0.5))
  const y1 = Math.min(size - 1, Math.floor(Math.max(ay, by, cy) - 0.5))
  for (let y = y0; y <= y1; y++) {
    const py = y + 0.5
    const [from, to] = rowSpan(ax, ay, bx, by, cx, cy, py)
    const x1 = Math.min(size - 1, Math.floor(to - 0.5))
    for (let x = Math.max(0, Math.ceil(from - 0.5)); x <= x1; x++) {
      const z = az + gx * (x + 0.5 - ax) + gy * (py - ay)
      const cell = y * size + x
      if (z > (depth[cell] as number)) depth[cell] = z
    }
  }
}
