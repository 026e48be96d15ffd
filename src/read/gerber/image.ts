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
  return dark.length === 0 ? [] : union(dark)
}
