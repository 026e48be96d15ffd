import Flatbush from "flatbush"
import { assertBounded, Effort } from "../geometry/effort"
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
  const effort = new Effort()
  const tangled = new Set<Ring>()
  let dark: Ring[] = []
  let clear: Ring[] = []
  for (const object of image.objects) {
    if (object.polarity === "clear") {
      if (dark.length > 0) for (const ring of maker.rings(object)) clear.push(ring)
      continue
    }
    if (clear.length > 0) {
      effort.spend(dark)
      dark = differenceRings(dark, clear)
      clear = []
    }
    for (const ring of maker.rings(object)) {
      dark.push(ring)
      // A region's contour may touch or cross itself; the rings of apertures and lines do not.
      if (object.kind === "region") tangled.add(ring)
    }
  }
  if (clear.length > 0) dark = differenceRings(dark, clear)
  return join(dark, tangled)
}

/** Union, with rings that meet no other ring kept out of it: on a mask or paste layer that is nearly all of them. */
function join(rings: readonly Ring[], tangled: ReadonlySet<Ring>): Polygon[] {
  if (rings.length === 0) return []
  const tree = new Flatbush(rings.length)
  const boxes = rings.map((ring) => boxOf(ring))
  for (const { minX, minY, maxX, maxY } of boxes) tree.add(minX, minY, maxX, maxY)
  tree.finish()
  const alone: Polygon[] = []
  const rest: Ring[] = []
  for (const [i, { minX, minY, maxX, maxY }] of boxes.entries()) {
    const ring = rings[i] as Ring
    if (tangled.has(ring) || tree.collides(minX, minY, maxX, maxY, (j) => j !== i)) rest.push(ring)
    else alone.push({ outer: ring, holes: [] })
  }
  if (rest.length === 0) return alone
  assertBounded(rest)
  return [...alone, ...union(rest)]
}
