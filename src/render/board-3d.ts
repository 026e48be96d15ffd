import type { Side } from "../model/place"
import { boundsOf, type Solid, type Vec3 } from "../model3d/solid"
import { encodePng } from "./png"
import type { Raster } from "./raster"
import { frameScene, type View } from "./scene/camera"
import { studioLights } from "./scene/lights"
import { type Pictures, renderScene } from "./scene/render"
import { sceneTriangles } from "./scene/triangles"

export interface ViewOptions {
  /** Pictures of the bare board's two faces; without them the board is plain. */
  readonly faces?: Readonly<Record<Side, Raster>>
  /** Width of the picture in pixels; it is about half as high. */
  readonly widthPx?: number
  readonly samples?: number
}

export interface Board3dOptions extends ViewOptions {
  readonly sides?: readonly Side[]
}

/** RGB, three bytes a pixel, rows from the top. */
export interface BoardView {
  readonly pixels: Uint8Array
  readonly width: number
  readonly height: number
}

/** From the front and above; the bottom as after turning the board over sideways. */
const views: Readonly<Record<Side, View & { readonly key: Vec3; readonly sky: Vec3 }>> = {
  top: { from: [-0.17, -0.82, 1.2], up: [0, 0, 1], distance: 4.6, sky: [0, 0, 1], key: [-0.75, 0.35, 1] },
  bottom: {
    from: [0.17, -0.82, -1.2],
    up: [0, 0, -1],
    distance: 4.6,
    sky: [0, 0, -1],
    key: [0.75, 0.35, -1],
  },
}

/** The assembled board from above and from below, one under the other, as PNG. Same solids, same bytes. */
export function board3dPng(solids: readonly Solid[], options: Board3dOptions = {}): Uint8Array {
  return viewsPng((options.sides ?? ["top", "bottom"]).map((side) => boardView(solids, side, options)))
}

/** Views of one size, one under the other, as PNG. */
export function viewsPng(views: readonly BoardView[]): Uint8Array {
  const { width, height } = views[0] ?? { width: 0, height: 0 }
  return encodePng(Buffer.concat(views.map(({ pixels }) => pixels)), width, height * views.length)
}

/** Half as wide and high: each pixel is the mean of four. */
export function halved({ pixels, width, height }: BoardView): BoardView {
  const [w, h] = [Math.floor(width / 2), Math.floor(height / 2)]
  const small = new Uint8Array(w * h * 3)
  for (let y = 0; y < h; y++)
    for (let x = 0; x < w; x++)
      for (let c = 0; c < 3; c++) {
        const at = (2 * y * width + 2 * x) * 3 + c
        const below = at + width * 3
        const sum = [at, at + 3, below, below + 3].reduce((total, i) => total + (pixels[i] ?? 0), 0)
        small[(y * w + x) * 3 + c] = Math.round(sum / 4)
      }
  return { pixels: small, width: w, height: h }
}

/** The assembled board from one side. */
export function boardView(solids: readonly Solid[], side: Side, options: ViewOptions = {}): BoardView {
  const width = options.widthPx ?? 1600
  const height = Math.round(width * 0.52)
  const scene = sceneTriangles(solids)
  const corners = solids.filter((solid) => solid.fitted).flatMap(cornersOf)
  const pictures = options.faces ? facePictures(solids, options.faces) : undefined
  const view = views[side]
  const pixels = renderScene({
    scene,
    camera: frameScene(corners, view, width, height, 0.04),
    lights: studioLights(scene, view.sky, view.key),
    up: view.sky,
    width,
    height,
    samples: options.samples ?? 3,
    ...(pictures ? { pictures } : {}),
  })
  return { pixels, width, height }
}

function cornersOf(solid: Solid): Vec3[] {
  const { min, max } = boundsOf(solid)
  return [min[0], max[0]].flatMap((x) =>
    [min[1], max[1]].flatMap((y) => [min[2], max[2]].map((z): Vec3 => [x, y, z])),
  )
}

function facePictures(solids: readonly Solid[], faces: Readonly<Record<Side, Raster>>): Pictures | undefined {
  const board = solids.find((solid) => solid.part === "board")
  if (!board) return undefined
  const { min, max } = boundsOf(board)
  return { ...faces, minX: min[0], minY: min[1], maxX: max[0], maxY: max[1] }
}
