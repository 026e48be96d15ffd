import { cross, dot, normalize, subtract, type Vec3 } from "../../model3d/solid"
import type { Raster } from "../raster"
import type { Camera } from "./camera"
import { toByte, toLinear } from "./colour"
import { Fragments } from "./fragments"
import type { Light } from "./lights"
import { colourOf } from "./shade"
import { rowSpan } from "./span"
import type { Surface, Triangles } from "./triangles"

/** The board's faces as pictures, and the rectangle in mm that they cover. */
export interface Pictures {
  readonly top: Raster
  readonly bottom: Raster
  readonly minX: number
  readonly minY: number
  readonly maxX: number
  readonly maxY: number
}

export interface RenderInput {
  readonly scene: Triangles
  readonly camera: Camera
  readonly lights: readonly Light[]
  readonly pictures?: Pictures
  readonly up: Vec3
  readonly width: number
  readonly height: number
  /** Samples a pixel in each direction. */
  readonly samples: number
}

const bandRows = 16
type Rgb = [number, number, number]

/**
 * Draws a scene of opaque triangles into an RGB picture (three bytes a pixel), on a plain light ground. Works through
 * the picture in bands, to need little memory. Nothing but arithmetic that is the same on every machine.
 */
export function renderScene(input: RenderInput): Uint8Array {
  const { width, height, samples, scene } = input
  const out = new Uint8Array(width * height * 3)
  const projected = project(input)
  const stride = width * samples
  const ids = new Int32Array(stride * bandRows * samples)
  const near = new Float32Array(ids.length)
  const fragments = new Fragments(ids.length)
  const sums = new Float64Array(width * bandRows * 3)
  for (let top = 0; top < height; top += bandRows) {
    const rows = Math.min(bandRows, height - top)
    ids.fill(-1)
    near.fill(0)
    for (let t = 0; t < scene.count; t++) {
      if (projected.facing[t] === 1)
        drawTriangle(projected.xyw, t, ids, near, stride, top * samples, rows * samples)
    }
    sums.fill(0)
    fragments.count = 0
    for (let y = 0; y < rows; y++) {
      for (let x = 0; x < width; x++) gather(input, projected, ids, fragments, sums, x, y, top)
    }
    fragments.light(input.lights)
    for (let i = 0; i < fragments.count; i++) paint(input, fragments, i, sums)
    const bytes = rows * width * 3
    for (let i = 0; i < bytes; i++) out[top * width * 3 + i] = toByte(sums[i] as number)
  }
  return out
}

interface Projected {
  /** Nine numbers a triangle: x, y in samples and 1 / depth of each corner. */
  readonly xyw: Float64Array
  readonly facing: Uint8Array
  /** Flat normal, three numbers a triangle. */
  readonly face: Float64Array
}

const corner = (array: Float64Array | Float32Array, at: number): Vec3 => [
  array[at] as number,
  array[at + 1] as number,
  array[at + 2] as number,
]

function project({ scene, camera, samples }: RenderInput): Projected {
  const xyw = new Float64Array(scene.count * 9)
  const facing = new Uint8Array(scene.count)
  const face = new Float64Array(scene.count * 3)
  for (let t = 0; t < scene.count; t++) {
    const [a, b, c] = [0, 3, 6].map((k) => corner(scene.positions, t * 9 + k)) as [Vec3, Vec3, Vec3]
    const normal = normalize(cross(subtract(b, a), subtract(c, a)))
    face.set(normal, t * 3)
    facing[t] = dot(normal, subtract(camera.eye, a)) > 0 ? 1 : 0
    ;[a, b, c].forEach((p, k) => {
      const q = subtract(p, camera.eye)
      const w = 1 / dot(q, camera.forward)
      const at = t * 9 + k * 3
      xyw[at] = (camera.centreX + dot(q, camera.right) * w * camera.focal) * samples
      xyw[at + 1] = (camera.centreY - dot(q, camera.up) * w * camera.focal) * samples
      xyw[at + 2] = w
    })
  }
  return { xyw, facing, face }
}

function drawTriangle(
  p: Float64Array,
  t: number,
  ids: Int32Array,
  near: Float32Array,
  stride: number,
  firstRow: number,
  rows: number,
): void {
  const at = t * 9
  const [ax, ay, aw] = [p[at] as number, p[at + 1] as number, p[at + 2] as number]
  const [bx, by, bw] = [p[at + 3] as number, p[at + 4] as number, p[at + 5] as number]
  const [cx, cy, cw] = [p[at + 6] as number, p[at + 7] as number, p[at + 8] as number]
  const y0 = Math.max(firstRow, Math.ceil(Math.min(ay, by, cy) - 0.5))
  const y1 = Math.min(firstRow + rows - 1, Math.floor(Math.max(ay, by, cy) - 0.5))
  const area = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay)
  if (y1 < y0 || Math.abs(area) < 1e-12) return
  // 1 / depth is a plane over the picture.
  const [wb, wc] = [bw - aw, cw - aw]
  const gx = (wb * (cy - ay) - wc * (by - ay)) / area
  const gy = (wc * (bx - ax) - wb * (cx - ax)) / area
  for (let y = y0; y <= y1; y++) {
    const py = y + 0.5
    const row = (y - firstRow) * stride
    const [from, to] = rowSpan(ax, ay, bx, by, cx, cy, py)
    const x1 = Math.min(stride - 1, Math.floor(to - 0.5))
    for (let x = Math.max(0, Math.ceil(from - 0.5)); x <= x1; x++) {
      const w = aw + gx * (x + 0.5 - ax) + gy * (py - ay)
      if (w > (near[row + x] as number)) {
        near[row + x] = w
        ids[row + x] = t
      }
    }
  }
}

/** Splits a pixel into its visible pieces; free ground is painted at once. */
function gather(
  input: RenderInput,
  projected: Projected,
  ids: Int32Array,
  fragments: Fragments,
  sums: Float64Array,
  x: number,
  y: number,
  top: number,
): void {
  const { samples, width } = input
  const first = fragments.count
  const share = 1 / (samples * samples)
  const pixel = y * width + x
  let free = 0
  for (let sy = 0; sy < samples; sy++) {
    const row = (y * samples + sy) * width * samples + x * samples
    for (let sx = 0; sx < samples; sx++) {
      const id = ids[row + sx] as number
      if (id < 0) {
        free += share
        continue
      }
      let at = first
      while (at < fragments.count && fragments.triangle[at] !== id) at++
      if (at === fragments.count) {
        fragments.count++
        fragments.triangle[at] = id
        fragments.pixel[at] = pixel
        fragments.weight[at] = 0
        // For a moment, the middle of its samples stands where its point will be.
        fragments.point.fill(0, at * 3, at * 3 + 2)
      }
      fragments.weight[at] = (fragments.weight[at] as number) + share
      fragments.point[at * 3] = (fragments.point[at * 3] as number) + ((sx + 0.5) / samples) * share
      fragments.point[at * 3 + 1] = (fragments.point[at * 3 + 1] as number) + ((sy + 0.5) / samples) * share
    }
  }
  for (let i = first; i < fragments.count; i++) {
    const weight = fragments.weight[i] as number
    const px = x + (fragments.point[i * 3] as number) / weight
    const py = top + y + (fragments.point[i * 3 + 1] as number) / weight
    locate(input, projected, fragments, i, px, py)
  }
  if (free > 0) {
    const colour = ground((top + y + 0.5) / input.height)
    for (const k of [0, 1, 2] as const) sums[pixel * 3 + k] = free * colour[k]
  }
}

/** The ground of the picture: a light grey that falls off downwards. */
function ground(down: number): Rgb {
  const grey = 0.86 - 0.22 * down * down
  return [grey * 0.985, grey * 0.995, grey]
}

/** Finds the point of a piece's triangle that the pixel's ray meets, and the normal there. */
function locate(
  { scene, camera }: RenderInput,
  projected: Projected,
  fragments: Fragments,
  i: number,
  x: number,
  y: number,
): void {
  const id = fragments.triangle[i] as number
  const face = corner(projected.face, id * 3)
  const a = corner(scene.positions, id * 9)
  const ray = rayThrough(camera, x, y)
  const along = dot(face, ray)
  const t = along === 0 ? 0 : dot(face, subtract(a, camera.eye)) / along
  const p: Vec3 = [camera.eye[0] + ray[0] * t, camera.eye[1] + ray[1] * t, camera.eye[2] + ray[2] * t]
  fragments.point.set(p, i * 3)
  fragments.face.set(face, i * 3)
  fragments.normal.set(scene.round[id] === 1 ? normalAt(scene, id, p, face) : face, i * 3)
}

function rayThrough(camera: Camera, x: number, y: number): Vec3 {
  const [u, v] = [(x - camera.centreX) / camera.focal, (camera.centreY - y) / camera.focal]
  const { forward, right, up } = camera
  return [
    forward[0] + right[0] * u + up[0] * v,
    forward[1] + right[1] * u + up[1] * v,
    forward[2] + right[2] * u + up[2] * v,
  ]
}

/** Adds a lit piece to its pixel. */
function paint(
  { scene, camera, pictures, up }: RenderInput,
  fragments: Fragments,
  i: number,
  sums: Float64Array,
): void {
  const id = fragments.triangle[i] as number
  const surface = scene.surfaces[scene.surface[id] as number] as Surface
  const p = corner(fragments.point, i * 3)
  const possible = fragments.possible[i] as number
  const diffuse = fragments.diffuse[i] as number
  const shade = { diffuse, open: possible > 0 ? diffuse / possible : 0.35 }
  const albedo = surface.picture && pictures ? pictureAt(pictures, surface.picture, p) : surface.colour
  const normal = corner(fragments.normal, i * 3)
  const colour = colourOf(surface, albedo, shade, normal, normalize(subtract(camera.eye, p)), up)
  const weight = fragments.weight[i] as number
  const at = (fragments.pixel[i] as number) * 3
  for (const k of [0, 1, 2] as const) sums[at + k] = (sums[at + k] as number) + colour[k] * weight
}

/** The normal between those of the corners, by the shares of the triangle's area. */
function normalAt(scene: Triangles, id: number, p: Vec3, face: Vec3): Vec3 {
  const [a, b, c] = [0, 3, 6].map((k) => corner(scene.positions, id * 9 + k)) as [Vec3, Vec3, Vec3]
  const area = dot(cross(subtract(b, a), subtract(c, a)), face)
  if (area === 0) return face
  const wa = dot(cross(subtract(c, b), subtract(p, b)), face) / area
  const wb = dot(cross(subtract(a, c), subtract(p, c)), face) / area
  const wc = 1 - wa - wb
  const n = scene.normals
  const at = id * 9
  return normalize([
    wa * (n[at] as number) + wb * (n[at + 3] as number) + wc * (n[at + 6] as number),
    wa * (n[at + 1] as number) + wb * (n[at + 4] as number) + wc * (n[at + 7] as number),
    wa * (n[at + 2] as number) + wb * (n[at + 5] as number) + wc * (n[at + 8] as number),
  ])
}

/** The colour of a face's picture at a point of the board, blended between its four nearest pixels. */
function pictureAt(pictures: Pictures, side: "top" | "bottom", p: Vec3): Rgb {
  const { width, height, pixels } = pictures[side]
  const u = (p[0] - pictures.minX) / (pictures.maxX - pictures.minX)
  const x = (side === "bottom" ? 1 - u : u) * width - 0.5
  const y = ((pictures.maxY - p[1]) / (pictures.maxY - pictures.minY)) * height - 0.5
  const [x0, y0] = [Math.floor(x), Math.floor(y)]
  const [fx, fy] = [x - x0, y - y0]
  const sum: Rgb = [0, 0, 0]
  let covered = 0
  for (const [dx, dy, weight] of [
    [0, 0, (1 - fx) * (1 - fy)],
    [1, 0, fx * (1 - fy)],
    [0, 1, (1 - fx) * fy],
    [1, 1, fx * fy],
  ] as const) {
    const column = Math.min(width - 1, Math.max(0, x0 + dx))
    const at = (Math.min(height - 1, Math.max(0, y0 + dy)) * width + column) * 4
    // Pixels of holes and edges are partly transparent; their colour is stored multiplied with the cover.
    const cover = (pixels[at + 3] as number) / 255
    covered += weight * cover
    for (const i of [0, 1, 2] as const) {
      const value = cover === 0 ? 0 : Math.min(255, Math.round((pixels[at + i] as number) / cover))
      sum[i] += weight * cover * toLinear(value)
    }
  }
  return covered === 0 ? [0.1, 0.1, 0.1] : [sum[0] / covered, sum[1] / covered, sum[2] / covered]
}
