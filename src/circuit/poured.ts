import Flatbush from "flatbush"
import { BoxIndex } from "../geometry/box-index"
import { distance, type Point } from "../geometry/point"
import { insidePolygon, signedArea } from "../geometry/polygon"
import { boxOf, covers, type Shape } from "../geometry/shape"
import type { PourRule } from "../model/board"
import type { CopperLayer } from "../model/layer"
import { type Copper, trackShape } from "./copper"
import type { Pad } from "./pads"
import { insideRegion, meets, regionOf } from "./region"

/** Distance of the places round a pad that are looked at, mm: a spoke is some tenths of a millimetre wide. */
export const stepMm = 0.05

/** Grid on which places of the pours are looked at, mm. */
const gridMm = 0.5

/** The pours of one net on one layer, ready for questions of place. */
export interface Poured {
  readonly covers: (p: Point) => boolean
  /** Whether there is copper of the net, place by place on a ring so far outside a pad. */
  readonly round: (pad: Pad, beyondMm: number) => boolean[]
}

/** The pour that is to have a place on a layer, by what the board says: the first in the list that is there. */
export const pourAt = <T extends Pick<PourRule, "layers" | "outline">>(
  pours: readonly T[],
  layer: CopperLayer,
  p: Point,
): T | undefined =>
  pours.find(
    ({ layers, outline }) => layers.includes(layer) && (outline === undefined || insidePolygon(p, outline)),
  )

/** @param within only those that have copper within these corners */
export function pouredOn(
  copper: Copper,
  net: string,
  layer: CopperLayer,
  within?: readonly Point[],
): Poured | undefined {
  const regions = copper.pours
    .filter((pour) => pour.net === net && pour.layer === layer)
    .map(regionOf)
    .filter((region) => within === undefined || meets(region, { core: within, radius: 0 }) !== undefined)
  if (regions.length === 0) return undefined
  const poured = (p: Point) => regions.some((region) => insideRegion(region, p))
  // A track of the pour's own net carries a pad as a spoke does.
  const tracks = new BoxIndex(
    copper.tracks.filter((track) => track.net === net && track.layer === layer).map(trackShape),
    boxOf,
  )
  return {
    covers: poured,
    round: ({ shape }, beyondMm) => {
      const near = tracks.within(boxOf(shape), beyondMm)
      return around(shape, beyondMm).map((p) => poured(p) || near.some((track) => covers(track, p)))
    },
  }
}

/** Vias and plated holes of a net: what joins its pours. */
export const jointsOf = (copper: Copper, net: string): Point[] => [
  ...copper.vias.filter((via) => via.net === net),
  ...copper.pads.filter((pad) => pad.net === net && pad.layers.length > 1),
]

/** Answers how far a place is from the nearest of some points, mm; infinite where there is none. */
export function distanceToNearest(points: readonly Point[]): (p: Point) => number {
  if (points.length === 0) return () => Number.POSITIVE_INFINITY
  const index = new Flatbush(points.length)
  for (const { x, y } of points) index.add(x, y, x, y)
  index.finish()
  return (p) => distance(p, points[index.neighbors(p.x, p.y, 1)[0] ?? 0] as Point)
}

/** Where all of `layers` are poured with a net, the place that is farthest from a via or plated hole of it. */
export function farthestFromJoint(
  copper: Copper,
  net: string,
  layers: readonly CopperLayer[],
): { readonly mm: number; readonly at: Point } {
  const poured = layers.map((layer) => pouredOn(copper, net, layer))
  const corners = copper.pours.flatMap((pour) => (pour.net === net ? pour.outline : []))
  const { minX, minY, maxX, maxY } = boxOf({ core: corners, radius: 0 })
  const nearest = distanceToNearest(jointsOf(copper, net))
  let worst = { mm: 0, at: { x: 0, y: 0 } }
  for (let x = Math.ceil(minX / gridMm) * gridMm; x <= maxX; x += gridMm)
    for (let y = Math.ceil(minY / gridMm) * gridMm; y <= maxY; y += gridMm) {
      const mm = nearest({ x, y })
      if (mm > worst.mm && poured.every((layer) => layer?.covers({ x, y }))) worst = { mm, at: { x, y } }
    }
  return worst
}

/** Places all round a shape, at one distance and {@link stepMm} apart. */
function around({ core, radius }: Shape, beyondMm: number): Point[] {
  const reach = radius + beyondMm
  const corners = signedArea(core) < 0 ? [...core].reverse() : core
  const normals = corners.map((a, i) => outward(a, corners[(i + 1) % corners.length] as Point))
  return corners.flatMap((corner, i) => {
    const next = corners[(i + 1) % corners.length] as Point
    const normal = normals[i] ?? 0
    const before = normals[(i + corners.length - 1) % corners.length] ?? 0
    const sweep = corners.length === 1 ? 2 * Math.PI : (normal - before + 4 * Math.PI) % (2 * Math.PI)
    const arcSteps = Math.max(1, Math.ceil((sweep * reach) / stepMm))
    const arc = Array.from({ length: arcSteps }, (_, k) => at(corner, before + (sweep * k) / arcSteps, reach))
    const length = distance(corner, next)
    const steps = Math.ceil(length / stepMm)
    const side = Array.from({ length: steps }, (_, k) =>
      at(
        {
          x: corner.x + ((next.x - corner.x) * k) / steps,
          y: corner.y + ((next.y - corner.y) * k) / steps,
        },
        normal,
        reach,
      ),
    )
    return [...arc, ...side]
  })
}

/** Direction away from a counter-clockwise outline's edge, radians. */
const outward = (a: Point, b: Point): number => Math.atan2(b.y - a.y, b.x - a.x) - Math.PI / 2

const at = ({ x, y }: Point, direction: number, reach: number): Point => ({
  x: x + reach * Math.cos(direction),
  y: y + reach * Math.sin(direction),
})
