import type { DrawnObject, GerberImage, Point } from "../../read"
import { toMm, toPolygons } from "../../read"
import { boxOf } from "../../read/geometry/point"
import { ShapeMaker } from "../../read/gerber/shape"
import type { LayerRole } from "../files/roles"
import type { BoardGeometry } from "./board"
import { extent } from "./objects"

/** A stretch of a pen `radius` mm round, or an edge of a filled shape (radius 0). */
export interface Ink {
  readonly from: Point
  readonly to: Point
  readonly radius: number
}

/**
 * A layer's ink as strokes of a pen, without merging them: distances come out the same, and exact. Shapes that are no
 * round strokes count by their edges; a layer with clear parts by the edges of what is left.
 */
export function inkOf(image: GerberImage): Ink[] {
  if (image.objects.some(({ polarity }) => polarity === "clear"))
    return toPolygons(image).flatMap(({ outer, holes }) => [outer, ...holes].flatMap(edges))
  const maker = new ShapeMaker()
  return image.objects.flatMap((object): Ink[] => {
    if (object.kind !== "stroke" || object.aperture.shape.kind !== "circle")
      return maker.rings(object).flatMap(edges)
    const radius = object.width / 2
    return object.points.slice(1).map((to, i) => ({ from: object.points[i] as Point, to, radius }))
  })
}

function edges(ring: readonly Point[]): Ink[] {
  const points = ring.map(({ x, y }) => ({ x: toMm(x), y: toMm(y) }))
  return points.map((to, i) => ({ from: points.at(i - 1) as Point, to, radius: 0 }))
}

/** The box round all dark objects of a layer, in mm, at most some tenths too large; undefined if it is empty. */
export function drawnBox(board: BoardGeometry, role: LayerRole): ReturnType<typeof boxOf> | undefined {
  const dark = (board.files.layers.get(role)?.objects ?? []).filter(({ polarity }) => polarity === "dark")
  if (dark.length === 0) return undefined
  return boxOf(dark.flatMap((object: DrawnObject) => corners(extent(object))))
}

function corners(box: ReturnType<typeof boxOf>): Point[] {
  return [
    { x: box.minX, y: box.minY },
    { x: box.maxX, y: box.maxY },
  ]
}
