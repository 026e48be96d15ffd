import Flatbush from "flatbush"
import { type Copper, trackShape, viaShape } from "../../circuit/copper"
import type { Pad } from "../../circuit/pads"
import { meets, type Region, regionOf, regionsMeet } from "../../circuit/region"
import type { CopperLayer, Place } from "../../finding"
import type { Point } from "../../geometry/point"
import { boxOf, gap, nearestPlace, type Shape } from "../../geometry/shape"

/** One piece of copper, whatever it is: what the connectivity of the board is made from. */
export interface Piece {
  /** "pad R5.2", "track", "via", "pour". */
  readonly what: string
  readonly layers: readonly CopperLayer[]
  /** Net it is meant for; absent on pads left open and on copper nobody gave a net. */
  readonly net?: string
  readonly at: Point
  readonly copper: { readonly shape: Shape } | { readonly region: Region; readonly outline: readonly Point[] }
  readonly pad?: Pad
}

/** Two pieces that touch. */
export interface Contact {
  readonly a: number
  readonly b: number
  readonly at: Place
}

/** Copper nearer than this is one piece: rounding of coordinates, far below what a fab can keep apart. mm. */
const touchMm = 1e-6

const layers: readonly CopperLayer[] = ["top", "bottom"]

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
        layers,
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

/** Every pair of pieces that touches on a layer; a pair that touches on both comes twice. */
export function contactsOf(pieces: readonly Piece[]): Contact[] {
  return layers.flatMap((layer) => {
    const here = pieces.flatMap((piece, index) => (piece.layers.includes(layer) ? [index] : []))
    if (here.length === 0) return []
    const index = new Flatbush(here.length)
    const boxes = here.map((i) => pieceBox(pieces[i] as Piece))
    for (const box of boxes) index.add(box.minX, box.minY, box.maxX, box.maxY)
    index.finish()
    return here.flatMap((i, position) => {
      const box = boxes[position] as ReturnType<typeof boxOf>
      return index
        .search(box.minX - touchMm, box.minY - touchMm, box.maxX + touchMm, box.maxY + touchMm)
        .filter((other) => other > position)
        .sort((a, b) => a - b)
        .flatMap((other): Contact[] => {
          const j = here[other] as number
          const at = touching(pieces[i] as Piece, pieces[j] as Piece)
          return at === undefined ? [] : [{ a: i, b: j, at: { x: at.x, y: at.y, layer } }]
        })
    })
  })
}

function pieceBox(piece: Piece) {
  return boxOf("shape" in piece.copper ? piece.copper.shape : { core: piece.copper.outline, radius: 0 })
}

/** Where two pieces touch; undefined where they do not. */
function touching(a: Piece, b: Piece): Point | undefined {
  if ("shape" in a.copper && "shape" in b.copper) {
    return gap(a.copper.shape, b.copper.shape) > touchMm
      ? undefined
      : nearestPlace(a.copper.shape, b.copper.shape)
  }
  if ("region" in a.copper && "region" in b.copper) {
    return regionsMeet(a.copper.region, b.copper.region) ? b.at : undefined
  }
  if ("region" in a.copper) return touching(b, a)
  return "region" in b.copper ? meets(b.copper.region, a.copper.shape, touchMm)?.at : undefined
}

/** Copper to copper of two pieces on a common layer, and where; infinite where they share none. */
export function distanceBetween(a: Piece, b: Piece): { mm: number; at: Point } {
  const apart = { mm: Number.POSITIVE_INFINITY, at: a.at }
  if (!a.layers.some((layer) => b.layers.includes(layer))) return apart
  if ("shape" in a.copper && "shape" in b.copper) {
    return { mm: gap(a.copper.shape, b.copper.shape), at: nearestPlace(a.copper.shape, b.copper.shape) }
  }
  if ("region" in a.copper && "region" in b.copper) return apart
  if ("region" in a.copper) return distanceBetween(b, a)
  // A pour ends within some mm of whatever it was cut back from.
  const near = "region" in b.copper ? meets(b.copper.region, a.copper.shape, 5) : undefined
  return near === undefined ? apart : { mm: near.gap, at: near.at }
}
