import type { Side } from "../board-definition"
import { boundsOf, type Solid, type Vec3 } from "../model3d/solid"
import { encodePng } from "./png"
import type { Raster } from "./raster"
import { frameScene, type View } from "./scene/camera"
import { studioLights } from "./scene/lights"
import { type Pictures, renderScene } from "./scene/render"
import { sceneTriangles } from "./scene/triangles"

export interface Board3dOptions {
  /** Pictures of the bare board's two faces; without them the board is plain. */
  readonly faces?: Readonly<Record<Side, Raster>>
  /** Width of the picture in pixels; each view is half as high. */
  readonly widthPx?: number
  readonly samples?: number
  readonly sides?: readonly Side[]
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
  const width = options.widthPx ?? 1600
  const height = Math.round(width * 0.52)
  const sides = options.sides ?? (["top", "bottom"] as const)
  const scene = sceneTriangles(solids)
  const corners = solids.filter((solid) => solid.fitted).flatMap(cornersOf)
  const pictures = options.faces ? facePictures(solids, options.faces) : undefined
  const picture = new Uint8Array(width * height * 3 * sides.length)
  sides.forEach((side, i) => {
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
    picture.set(pixels, i * width * height * 3)
  })
  return encodePng(picture, width, height * sides.length)
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
