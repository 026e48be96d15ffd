import type { Copper, Pour } from "../circuit/copper"
import { contactsOf, type Piece } from "../circuit/pieces"
import { distanceToNearest, farthestFromJoint, jointsOf, pouredOn, stepMm } from "../circuit/poured"
import { cross, type Point } from "../geometry/point"
import { signedArea } from "../geometry/polygon"
import type { Board } from "../model/board"
import type { CopperLayer } from "../model/layer"

/** The pours of one net: pieces, slots, stitching and thermal spokes. mm */
export interface Ground {
  readonly sides: readonly {
    readonly layer: CopperLayer
    readonly areaMm2: number
    readonly pieces: number
  }[]
  /** Pieces that no other copper of the net holds. */
  readonly islands: number
  /** Longest opening in the pours of the last layer, and its middle. */
  readonly slot: { readonly mm: number; readonly at: Point }
  /** Farthest that any point where all layers are poured lies from a via or plated hole of the net. */
  readonly farthestMm: number
  /** The same for the edges of notches. */
  readonly notchMm: number
  /** Fewest spokes that hold a pad of the net to its pour or a track. */
  readonly spokes: { readonly count: number; readonly pad: string }
  /** Pads that copper of the net surrounds altogether: hard to solder by hand. */
  readonly solid: readonly string[]
}

/** Places round a pad are looked at in steps: a spoke may seem this much narrower than it is. */
const roundingPart = 0.85

export function ground(
  copper: Copper,
  pieces: readonly Piece[],
  outline: readonly Point[],
  {
    net,
    layers,
    thermalGapMm,
    thermalSpokeMm,
  }: Pick<Board["pour"], "net" | "layers" | "thermalGapMm" | "thermalSpokeMm">,
): Ground {
  const of = (layer: CopperLayer | undefined): Pour[] =>
    copper.pours.filter((pour) => pour.net === net && pour.layer === layer)
  const own = pieces.filter((piece) => piece.net === net)
  const isPour = (index: number): boolean => own[index]?.what === "pour"
  const held = new Set(contactsOf(own).flatMap(({ a, b }) => (isPour(a) && isPour(b) ? [] : [a, b])))
  const islands = own.filter((_, index) => isPour(index) && !held.has(index)).length
  let slot = { mm: 0, at: { x: 0, y: 0 } }
  for (const hole of of(layers.at(-1)).flatMap((pour) => pour.holes)) {
    const mm = extent(hole)
    if (mm > slot.mm) slot = { mm, at: middle(hole) }
  }
  const solid = new Set<string>()
  let spokes = { count: Number.POSITIVE_INFINITY, pad: "" }
  for (const layer of layers) {
    const poured = pouredOn(copper, net, layer)
    for (const pad of copper.pads) {
      if (poured === undefined || pad.net !== net || !pad.layers.includes(layer)) continue
      const count = spokesIn(poured.round(pad, thermalGapMm / 2), thermalSpokeMm)
      if (count === Number.POSITIVE_INFINITY) solid.add(pad.name)
      if (count < spokes.count) spokes = { count, pad: pad.name }
    }
  }
  return {
    sides: layers.map((layer) => ({ layer, areaMm2: sum(of(layer).map(areaOf)), pieces: of(layer).length })),
    islands,
    slot,
    farthestMm: farthestFromJoint(copper, net, layers).mm,
    notchMm: Math.max(0, ...notchPlaces(outline).map(distanceToNearest(jointsOf(copper, net)))),
    spokes,
    solid: [...solid],
  }
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)

const areaOf = ({ outline, holes }: Pour): number =>
  Math.abs(signedArea(outline)) - sum(holes.map((hole) => Math.abs(signedArea(hole))))

/** Spokes that the copper between a pad and its pour amounts to, a wide one for several; infinite without a gap. */
function spokesIn(held: readonly boolean[], spokeMm: number): number {
  const gap = held.indexOf(false)
  if (gap < 0) return Number.POSITIVE_INFINITY
  const runs = [...held.slice(gap), ...held.slice(0, gap)]
    .map((on) => (on ? "x" : " "))
    .join("")
    .split(" ")
  return sum(
    runs
      .filter((run) => run !== "")
      .map((run) => Math.max(1, Math.floor((run.length * stepMm) / (spokeMm * roundingPart)))),
  )
}

/** Length of an opening: along the direction across which it is narrowest, to the nearest 5 degrees. */
function extent(ring: readonly Point[]): number {
  const across = (deg: number): number => {
    const [cos, sin] = [Math.cos((deg * Math.PI) / 180), Math.sin((deg * Math.PI) / 180)]
    const along = ring.map((p) => p.x * cos + p.y * sin)
    return Math.max(...along) - Math.min(...along)
  }
  let best = { narrow: Number.POSITIVE_INFINITY, long: 0 }
  for (let deg = 0; deg < 180; deg += 5) {
    const narrow = across(deg)
    if (narrow < best.narrow - 1e-9) best = { narrow, long: across(deg + 90) }
  }
  return best.long
}

const middle = (ring: readonly Point[]): Point => ({
  x: (Math.min(...ring.map((p) => p.x)) + Math.max(...ring.map((p) => p.x))) / 2,
  y: (Math.min(...ring.map((p) => p.y)) + Math.max(...ring.map((p) => p.y))) / 2,
})

/** Places along the sides of the outline that meet an inner corner. */
function notchPlaces(outline: readonly Point[]): Point[] {
  const turn = signedArea(outline) > 0 ? 1 : -1
  const n = outline.length
  const inner = outline.map(
    (p, i) => turn * cross(outline[(i + n - 1) % n] as Point, p, outline[(i + 1) % n] as Point) < 0,
  )
  return outline.flatMap((a, i) => {
    const b = outline[(i + 1) % n] as Point
    if (!inner[i] && !inner[(i + 1) % n]) return []
    return Array.from({ length: 51 }, (_, k) => ({
      x: a.x + ((b.x - a.x) * k) / 50,
      y: a.y + ((b.y - a.y) * k) / 50,
    }))
  })
}
