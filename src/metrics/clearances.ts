import type { CopperLayer } from "../finding"
import type { Point } from "../geometry/point"
import { distanceToOutline, insidePolygon } from "../geometry/polygon"
import { type Box, boxOf, edgesOf, gap, polygonShape, type Shape } from "../geometry/shape"
import { edgeGap } from "../route/fit"
import type { BoardCopper, Pour } from "./board-copper"
import { trackShape, viaShape } from "./board-copper"

/** Smallest distances on the board, mm, with where and between what. */
export interface Least {
  readonly mm: number
  readonly between: string
  readonly at: Point
}

type Kind = "track" | "via" | "pad"

interface Item extends Box {
  readonly kind: Kind
  readonly name: string
  readonly net: string
  readonly layers: readonly CopperLayer[]
  readonly shape: Shape
}

function items(copper: BoardCopper): Item[] {
  const both: readonly CopperLayer[] = ["top", "bottom"]
  const list: Omit<Item, keyof Box>[] = [
    ...copper.tracks.map((t) => ({
      kind: "track" as const,
      name: `track of ${t.net}`,
      net: t.net,
      layers: [t.layer],
      shape: trackShape(t),
    })),
    ...copper.vias.map((v) => ({
      kind: "via" as const,
      name: `via of ${v.net}`,
      net: v.net,
      layers: both,
      shape: viaShape(v),
    })),
    ...copper.facts.pads.map((p) => ({
      kind: "pad" as const,
      name: p.name,
      net: p.net ?? `unconnected ${p.name}`,
      layers: p.layers,
      shape: p.shape,
    })),
  ]
  return list.map((item) => ({ ...item, ...boxOf(item.shape) }))
}

/** Farther apart than this is not looked at. */
const reachMm = 1

const far = (a: Box, b: Box): boolean =>
  a.minX - reachMm > b.maxX ||
  b.minX - reachMm > a.maxX ||
  a.minY - reachMm > b.maxY ||
  b.minY - reachMm > a.maxY

/** Keys "track-track", "pad-track", "power", ...: the least gap between copper of different nets of these kinds. */
export function clearances(copper: BoardCopper, power: ReadonlySet<string>): Map<string, Least> {
  const all = items(copper)
  const least = new Map<string, Least>()
  const note = (key: string, mm: number, between: string, shape: Shape): void => {
    if (mm < (least.get(key)?.mm ?? reachMm))
      least.set(key, { mm, between, at: shape.core[0] ?? { x: 0, y: 0 } })
  }
  all.forEach((a, i) => {
    for (const b of all.slice(0, i)) {
      if (a.net === b.net || far(a, b) || !a.layers.some((layer) => b.layers.includes(layer))) continue
      if (a.kind === "pad" && b.kind === "pad") continue
      const mm = gap(a.shape, b.shape)
      const between = `${a.name} and ${b.name}`
      note([a.kind, b.kind].sort().join("-"), mm, between, a.shape)
      note("any", mm, between, a.shape)
      if (power.has(a.net) || power.has(b.net)) note("power", mm, between, a.shape)
    }
  })
  for (const pour of copper.pours) {
    const rims = rimsOf(pour)
    for (const item of all) {
      if (item.net === pour.net || !item.layers.includes(pour.layer)) continue
      const mm = toPour(item, rims)
      note("pour", mm, `${pour.net} pour and ${item.name}`, item.shape)
    }
  }
  return least
}

/** Every ring of a pour with its edges, each with its box. */
type Rim = Box & { readonly edges: readonly (Box & { readonly shape: Shape })[] }

const rimsOf = (pour: Pour): Rim[] =>
  [pour.outer, ...pour.holes].map((ring) => ({
    ...boxOf(polygonShape(ring)),
    edges: edgesOf(ring).map((core) => ({ ...boxOf({ core, radius: 0 }), shape: { core, radius: 0 } })),
  }))

function toPour(item: Item, rims: readonly Rim[]): number {
  let least = reachMm
  for (const rim of rims) {
    if (far(item, rim)) continue
    for (const edge of rim.edges) if (!far(item, edge)) least = Math.min(least, gap(item.shape, edge.shape))
  }
  return least
}

/** Copper to the board's edge. */
export function toEdge(copper: BoardCopper): Least {
  const { outline } = copper.facts
  let least: Least = { mm: Number.POSITIVE_INFINITY, between: "nothing", at: { x: 0, y: 0 } }
  const note = (mm: number, between: string, at: Point): void => {
    if (mm < least.mm) least = { mm, between, at }
  }
  for (const item of items(copper)) note(edgeGap(item.shape, outline), item.name, item.shape.core[0] as Point)
  for (const pour of copper.pours)
    for (const [p] of edgesOf(pour.outer))
      note(insidePolygon(p, outline) ? distanceToOutline(p, outline) : -1, `${pour.net} pour`, p)
  return least
}
