import type { CopperLayer } from "../finding"
import { cross, distance, type Point } from "../geometry/point"
import { insidePolygon, signedArea } from "../geometry/polygon"
import { type Box, boxOf, covers, depth, polygonShape } from "../geometry/shape"
import type { PadFact } from "../route/board-facts"
import type { BoardCopper, Pour } from "./board-copper"
import { trackShape } from "./board-copper"

/** The ground pours: pieces, slots, stitching and thermal spokes. mm */
export interface Ground {
  readonly areaMm2: Readonly<Record<CopperLayer, number>>
  readonly pieces: Readonly<Record<CopperLayer, number>>
  /** Pieces that no via and no pad of the net holds. */
  readonly islands: number
  /** Longest opening in the bottom pour, and its middle. */
  readonly slot: { readonly mm: number; readonly at: Point }
  /** Farthest that any point where both pours are lies from a via or plated hole of the net. */
  readonly farthestMm: number
  /** The same for the edges of notches. */
  readonly notchMm: number
  /** Fewest spokes that hold a pad of the net to its pour or a track. */
  readonly spokes: { readonly count: number; readonly pad: string }
  /** Pads that copper of the net surrounds altogether: hard to solder by hand. */
  readonly solid: readonly string[]
}

/** tscircuit's spokes are this wide. */
const spokeMm = 0.3
/** Where a relief is looked at: this far outside the pad, inside its gap. */
const reliefMm = 0.12

export const inPour = (pour: Pour, p: Point): boolean =>
  insideRing(p, pour.outer) && !pour.holes.some((hole) => insideRing(p, hole))

const boxes = new WeakMap<readonly Point[], Box>()

/** As `insidePolygon`, for rings that are asked again and again: most are not near the point. */
function insideRing(p: Point, ring: readonly Point[]): boolean {
  const box = boxes.get(ring) ?? boxOf(polygonShape(ring))
  boxes.set(ring, box)
  return p.x >= box.minX && p.x <= box.maxX && p.y >= box.minY && p.y <= box.maxY && insidePolygon(p, ring)
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

/** Sides of the outline next to an inner corner. */
function notchSides(outline: readonly Point[]): (readonly [Point, Point])[] {
  const turn = signedArea(outline) > 0 ? 1 : -1
  const n = outline.length
  const inner = outline.map(
    (p, i) => turn * cross(outline[(i + n - 1) % n] as Point, p, outline[(i + 1) % n] as Point) < 0,
  )
  return outline.flatMap((p, i) =>
    inner[i] || inner[(i + 1) % n] ? [[p, outline[(i + 1) % n] as Point] as const] : [],
  )
}

/** Points on a ring just outside a pad, seen from its centre. */
function around(pad: PadFact, off: number): Point[] {
  const count = 720
  return Array.from({ length: count }, (_, k) => {
    const angle = (2 * Math.PI * (k + 0.5)) / count
    const at = (r: number): Point => ({
      x: pad.centre.x + r * Math.cos(angle),
      y: pad.centre.y + r * Math.sin(angle),
    })
    let [low, high] = [0, 10]
    // 10 mm halved 20 times: to 10 nm.
    for (let i = 0; i < 20; i++) {
      const half = (low + high) / 2
      if (depth(pad.shape, at(half)) > -off) low = half
      else high = half
    }
    return at(low)
  })
}

/** Spokes of 0.3 mm that the copper between a pad and its pour amounts to; a track out of the pad counts by width. */
function spokesOf(
  copper: BoardCopper,
  pad: PadFact,
  ring: readonly Point[],
  layer: CopperLayer,
): { count: number; solid: boolean } {
  const pours = copper.pours.filter((pour) => pour.layer === layer && pour.net === pad.net)
  const tracks = copper.tracks
    .filter((track) => track.net === pad.net && track.layer === layer)
    .map(trackShape)
  const held = ring.map(
    (p) => pours.some((pour) => inPour(pour, p)) || tracks.some((shape) => covers(shape, p)),
  )
  const n = ring.length
  const start = held.indexOf(false)
  if (start < 0) return { count: Number.POSITIVE_INFINITY, solid: true }
  let count = 0
  let runMm = 0
  for (let k = 1; k <= n; k++) {
    const i = (start + k) % n
    if (held[i]) runMm += distance(ring[i] as Point, ring[(i + 1) % n] as Point)
    else {
      if (runMm > 0) count += Math.max(1, Math.floor(runMm / (spokeMm - 0.01)))
      runMm = 0
    }
  }
  return { count, solid: false }
}

export function ground(copper: BoardCopper): Ground {
  const { facts } = copper
  const { net } = facts.pour
  const pours = copper.pours.filter((pour) => pour.net === net)
  const vias = copper.vias.filter((via) => via.net === net).map((via) => via.at)
  const pads = facts.pads.filter((pad) => pad.net === net)
  const through = [...vias, ...pads.filter((pad) => pad.drillMm !== undefined).map((pad) => pad.centre)]
  const of = (layer: CopperLayer): Pour[] => pours.filter((pour) => pour.layer === layer)
  const area = (layer: CopperLayer): number =>
    of(layer).reduce(
      (sum, pour) =>
        sum +
        Math.abs(signedArea(pour.outer)) -
        pour.holes.reduce((s, hole) => s + Math.abs(signedArea(hole)), 0),
      0,
    )
  const holds = (pour: Pour): boolean =>
    vias.some((at) => inPour(pour, at)) ||
    pads.some((pad) => pad.layers.includes(pour.layer) && around(pad, reliefMm).some((p) => inPour(pour, p)))
  let slot = { mm: 0, at: { x: 0, y: 0 } }
  for (const hole of of("bottom").flatMap((pour) => pour.holes)) {
    const mm = extent(hole)
    if (mm > slot.mm) slot = { mm, at: middle(hole) }
  }
  const nearest = (p: Point): number =>
    Math.min(Number.POSITIVE_INFINITY, ...through.map((at) => distance(at, p)))
  let farthestMm = 0
  const xs = facts.outline.map((p) => p.x)
  const ys = facts.outline.map((p) => p.y)
  for (let x = Math.min(...xs); x <= Math.max(...xs); x += 0.5)
    for (let y = Math.min(...ys); y <= Math.max(...ys); y += 0.5) {
      const p = { x, y }
      const both = (["top", "bottom"] as const).every((layer) => of(layer).some((pour) => inPour(pour, p)))
      if (both) farthestMm = Math.max(farthestMm, nearest(p))
    }
  let notchMm = 0
  for (const [a, b] of notchSides(facts.outline))
    for (let s = 0; s <= 1; s += 0.02) {
      const p = { x: a.x + (b.x - a.x) * s, y: a.y + (b.y - a.y) * s }
      notchMm = Math.max(notchMm, nearest(p))
    }
  const solid = new Set<string>()
  let spokes = { count: Number.POSITIVE_INFINITY, pad: "" }
  for (const pad of pads) {
    const ring = around(pad, reliefMm)
    for (const layer of pad.layers) {
      if (!facts.pour.layers.includes(layer)) continue
      const { count, solid: all } = spokesOf(copper, pad, ring, layer)
      if (all) solid.add(pad.name)
      if (count < spokes.count) spokes = { count, pad: pad.name }
    }
  }
  return {
    areaMm2: { top: area("top"), bottom: area("bottom") },
    pieces: { top: of("top").length, bottom: of("bottom").length },
    islands: pours.filter((pour) => !holds(pour)).length,
    slot,
    farthestMm,
    notchMm,
    spokes,
    solid: [...solid],
  }
}
