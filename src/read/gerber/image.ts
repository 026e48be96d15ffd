import Flatbush from "flatbush"
import { boxOf } from "../geometry/point"
import { differenceRings, type Polygon, type Ring, union } from "../geometry/polygon"
import type { GerberImage } from "./model"
import { ShapeMaker } from "./shape"

const known = new WeakMap<GerberImage, Polygon[]>()

/**
 * The image as disjoint polygons with holes in integer nanometres: what is dark when all is drawn, clear objects
 * taken out of what came before them. Kept with the image, so it is computed once.
 */
export function toPolygons(image: GerberImage): readonly Polygon[] {
  let polygons = known.get(image)
  if (polygons === undefined) {
    polygons = merge(image)
    known.set(image, polygons)
  }
  return polygons
}

function merge(image: GerberImage): Polygon[] {
  const maker = new ShapeMaker()
  let dark: Ring[] = []
  let clear: Ring[] = []
  for (const object of image.objects) {
    if (object.polarity === "clear") {
      if (dark.length > 0) clear.push(...maker.rings(object))
      continue
    }
    if (clear.length > 0) {
      dark = differenceRings(dark, clear)
      clear = []
    }
    dark.push(...maker.rings(object))
  }
  if (clear.length > 0) dark = differenceRings(dark, clear)
  return join(dark)
}

/** Union, with rings that meet no other ring kept out of it: on a mask or paste layer that is nearly all of them. */
function join(rings: readonly Ring[]): Polygon[] {
  if (rings.length < 2) return rings.length === 0 ? [] : union(rings)
  const tree = new Flatbush(rings.length)
  const boxes = rings.map((ring) => boxOf(ring))
  for (const { minX, minY, maxX, maxY } of boxes) tree.add(minX, minY, maxX, maxY)
  tree.finish()
  const alone: Polygon[] = []
  const rest: Ring[] = []
  for (const [i, { minX, minY, maxX, maxY }] of boxes.entries()) {
    const ring = rings[i] as Ring
    if (tree.collides(minX, minY, maxX, maxY, (j) => j !== i)) rest.push(ring)
    else alone.push({ outer: ring, holes: [] })
  }
  return rest.length === 0 ? alone : [...alone, ...union(rest)]
}
