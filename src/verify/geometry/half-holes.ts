import { type Box, type DrawnObject, type Point, type Polygon, toUnits } from "../../read"
import { circlePoints } from "../../read/geometry/arc"
import { boxOfPolygon } from "../../read/geometry/placed"
import { boxOf } from "../../read/geometry/point"
import { difference, grow, insideRing, type Ring, ringFromMm, ringsOf } from "../../read/geometry/polygon"
import { ShapeMaker } from "../../read/gerber/shape"
import type { EdgeIndex } from "./edge-index"
import { type Hole, legs } from "./holes"
import { LayerGeometry } from "./layer"
import { extent } from "./objects"

/** A hole that only touches the edge is not cut by it, mm. */
const touchMm = 0.01

/** No pad of a half hole is larger than so many of its diameters: what is, is a pour that it lies in. */
const mostDiameters = 8

/** How far round a half hole copper is its pad's where no pad is told from what it lies in, mm. */
const ringMm = 0.3

/** So that no film is left along a pad that is taken out, mm. */
const kerfMm = 0.002

/** Holes that an edge of the board goes through. */
export const cutBy = (edges: EdgeIndex, holes: readonly Hole[]): Hole[] =>
  holes.filter(({ points, radius }) =>
    legs(points).some(([from, to]) => edges.closest(from, to, radius - touchMm) !== undefined),
  )

/**
 * The layer without the pads of half holes: what is left keeps from the edge what all copper keeps, the tracks and
 * pours that the pads hang on among it.
 */
export function withoutPads(layer: LayerGeometry, holes: readonly Hole[]): LayerGeometry {
  if (holes.length === 0) return layer
  const maker = new ShapeMaker()
  const objects = layer.image.objects.filter((one) => one.polarity === "dark" && one.kind !== "stroke")
  const pads = holes.flatMap((hole) => grow(padAt(hole, objects, maker), kerfMm))
  const boxes = pads.map((ring) => boxOf(ring))
  const pieces = layer.pieces.flatMap((piece): Polygon[] => {
    const box = boxOfPolygon(piece)
    const own = pads.filter((_, index) => meets(box, boxes[index]))
    return own.length === 0 ? [piece] : difference(ringsOf([piece]), own)
  })
  return new LayerGeometry(layer.image, pieces)
}

function padAt(
  { centre, radius, diameter }: Hole,
  objects: readonly DrawnObject[],
  maker: ShapeMaker,
): readonly Ring[] {
  const [x, y] = [toUnits(centre.x), toUnits(centre.y)]
  const found = objects
    .map((object) => ({ object, box: extent(object) }))
    .filter(({ box }) => contains(box, centre) && sideOf(box) <= mostDiameters * diameter)
    .sort((a, b) => sideOf(a.box) - sideOf(b.box))
    .map(({ object }) => maker.rings(object))
    .find((rings) => rings.some((ring) => insideRing(ring, x, y, true)))
  return found ?? [ringFromMm(circlePoints(centre, radius + ringMm))]
}

const sideOf = ({ minX, minY, maxX, maxY }: Box): number => Math.max(maxX - minX, maxY - minY)

const contains = ({ minX, minY, maxX, maxY }: Box, { x, y }: Point): boolean =>
  minX <= x && x <= maxX && minY <= y && y <= maxY

const meets = (a: Box, b: Box | undefined): boolean =>
  b !== undefined && a.minX <= b.maxX && b.minX <= a.maxX && a.minY <= b.maxY && b.minY <= a.maxY
