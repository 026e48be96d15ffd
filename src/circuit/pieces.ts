import Flatbush from "flatbush"
import type { Point } from "../geometry/point"
import { boxOf, gap, nearestPlace, type Shape } from "../geometry/shape"
import type { Place } from "../model/finding"
import { type CopperLayer, layerNames } from "../model/layer"
import { type Copper, trackShape, viaShape } from "./copper"
import type { Pad } from "./pads"
import { meets, type Region, regionOf, regionsMeet } from "./region"

export type Form = { readonly shape: Shape } | { readonly region: Region; readonly outline: readonly Point[] }

/** One piece of copper, whatever it is: what connectivity and distances on the board are made from. */
export interface Piece {
  /** "pad R5.2", "track", "via", "pour". */
  readonly what: string
  readonly layers: readonly CopperLayer[]
  /** Net it is meant for; absent on pads left open and on copper nobody gave a net. */
  readonly net?: string
  readonly at: Point
  readonly copper: Form
  readonly pad?: Pad
}

/** Two pieces that come near each other: by their places in the list, the first in it first. */
export interface Near {
  readonly a: number
  readonly b: number
  /** Copper to copper, mm: zero or less where they touch. */
  readonly gap: number
  readonly at: Place
}

/** Copper nearer than this is one piece: rounding of coordinates, far below what a fab can keep apart. mm. */
const touchMm = 1e-6

export function piecesOf(copper: Copper): Piece[] {
  const named = (net: string | undefined) => (net === undefined ? {} : { net })
  return [
    ...copper.pads.map(
      (pad): Piece => ({
        what: `pad ${pad.name}`,
        layers: pad.layers,
        ...named(pad.net),
        at: { x: pad.x, y: pad.y },
        copper: { shape: pad.shape },
        pad,
      }),
    ),
    ...copper.vias.map(
      (via): Piece => ({
        what: "via",
        layers: copper.layers,
        ...named(via.net),
        at: { x: via.x, y: via.y },
        copper: { shape: viaShape(via) },
      }),
    ),
    ...copper.tracks.map(
      (track): Piece => ({
        what: "track",
        layers: [track.layer],
        ...named(track.net),
        at: { x: (track.from.x + track.to.x) / 2, y: (track.from.y + track.to.y) / 2 },
        copper: { shape: trackShape(track) },
      }),
    ),
    ...copper.pours.map(
      (pour): Piece => ({
        what: "pour",
        layers: [pour.layer],
        ...named(pour.net),
        at: pour.outline[0] ?? { x: 0, y: 0 },
        copper: { region: regionOf(pour), outline: pour.outline },
      }),
    ),
  ]
}

/** Every pair of pieces that touches on a layer; a pair that touches on several comes as often. */
export const contactsOf = (pieces: readonly Piece[]): Near[] => nearPairs(pieces, touchMm)

/** Every pair of pieces within `reachMm` of each other on a layer; a pair on several comes as often. */
export function nearPairs(
  pieces: readonly Piece[],
  reachMm: number,
  asked: (a: Piece, b: Piece) => boolean = () => true,
): Near[] {
  return layerNames.flatMap((layer) => {
    const here = pieces.flatMap((piece, index) => (piece.layers.includes(layer) ? [index] : []))
    if (here.length === 0) return []
    const index = new Flatbush(here.length)
    const boxes = here.map((i) => boxOf(outlineOf((pieces[i] as Piece).copper)))
    for (const box of boxes) index.add(box.minX, box.minY, box.maxX, box.maxY)
    index.finish()
    return here.flatMap((i, position) => {
      const { minX, minY, maxX, maxY } = boxes[position] as ReturnType<typeof boxOf>
      return index
        .search(minX - reachMm, minY - reachMm, maxX + reachMm, maxY + reachMm, (other) => other > position)
        .sort((a, b) => a - b)
        .flatMap((other): Near[] => {
          const j = here[other] as number
          const [a, b] = [pieces[i] as Piece, pieces[j] as Piece]
          const near = asked(a, b) ? nearness(a.copper, b.copper, reachMm) : undefined
          return near === undefined ? [] : [{ a: i, b: j, gap: near.gap, at: { ...near.at, layer } }]
        })
    })
  })
}

export const outlineOf = (form: Form): Shape =>
  "shape" in form ? form.shape : { core: form.outline, radius: 0 }

/**
 * How near two pieces of copper come, mm, and where; undefined where it is more than `reachMm`. Of two pours it is
 * only known whether they touch.
 */
export function nearness(a: Form, b: Form, reachMm: number): { gap: number; at: Point } | undefined {
  if ("shape" in a && "shape" in b) {
    const value = gap(a.shape, b.shape)
    return value > reachMm ? undefined : { gap: value, at: nearestPlace(a.shape, b.shape) }
  }
  if ("region" in a && "region" in b) {
    return regionsMeet(a.region, b.region) ? { gap: 0, at: b.outline[0] ?? { x: 0, y: 0 } } : undefined
  }
  if ("region" in a) return nearness(b, a, reachMm)
  return "region" in b ? meets(b.region, a.shape, reachMm) : undefined
}

/** A pour ends within some mm of whatever it was cut back from. */
const pourReachMm = 5

/** Copper to copper of two pieces on a common layer, mm, and where; undefined where they share none. */
export function distanceBetween(a: Piece, b: Piece): { gap: number; at: Point } | undefined {
  if (!a.layers.some((layer) => b.layers.includes(layer))) return undefined
  const solid = "shape" in a.copper && "shape" in b.copper
  return nearness(a.copper, b.copper, solid ? Number.POSITIVE_INFINITY : pourReachMm)
}
