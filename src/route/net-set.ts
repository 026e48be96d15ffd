import { distance } from "../geometry/point"
import type { BoardFacts } from "./board-facts"
import { type CopperItem, netCopper, toPoint } from "./copper"
import { flawsOf } from "./flaws"
import { turnSteps } from "./grid"
import { type LayContext, layNet } from "./lay"
import { dropDeadEnds, joinPaths } from "./mend-paths"
import { layerPrice } from "./open-layers"
import { Polisher } from "./polish"
import { bendPrice, flawPriceMm, viaPriceMm } from "./prices"
import type { NetRoutes } from "./routes-file"
import { directionOf } from "./terminals"

/** Routes of several nets: how good they are, and one of them laid again. */

export const empty: NetRoutes = { pads: {}, paths: [], vias: [] }

export type Nets = ReadonlyMap<string, NetRoutes>

export const copperOf = (nets: Nets, facts: BoardFacts): CopperItem[] =>
  [...nets].flatMap(([net, routes]) => netCopper(net, routes, facts.via.diameterMm))

const prices = new WeakMap<NetRoutes, { readonly facts: BoardFacts; readonly price: number }>()

/** How good a net's copper is, in mm of track: length, ground side, vias, bends and flaws. Less is better. */
export function priceOf(name: string, net: NetRoutes, facts: BoardFacts): number {
  const known = prices.get(net)
  if (known?.facts === facts) return known.price
  const price = drawingPrice(net, facts) + flawPriceMm * flawsOf(name, net, facts).length
  prices.set(net, { facts, price })
  return price
}

function drawingPrice(net: NetRoutes, facts: BoardFacts): number {
  let price = net.vias.length * viaPriceMm
  for (const path of net.paths) {
    const points = path.points.map(toPoint)
    points.forEach((p, i) => {
      const before = points[i - 1]
      if (!before) return
      price += distance(before, p) * layerPrice(facts, path.layer)
      const next = points[i + 1]
      const [a, b] = next ? [directionOf(before, p), directionOf(p, next)] : []
      if (next) price += a === undefined || b === undefined ? 3 : (bendPrice[turnSteps(a, b)] ?? 6)
    })
  }
  return price
}

/** Half the way round the net's pads: short nets have the fewest ways to go, so they go first. */
export function reach(facts: BoardFacts, net: string): number {
  const pads = facts.pads.filter((pad) => pad.net === net).map((pad) => pad.centre)
  const xs = pads.map((p) => p.x)
  const ys = pads.map((p) => p.y)
  return Math.max(...xs) - Math.min(...xs) + Math.max(...ys) - Math.min(...ys)
}

/** One net, laid and drawn clean; undefined when it finds no way. */
export function layAgain(
  context: LayContext,
  net: string,
  kept: NetRoutes,
  others: readonly CopperItem[],
  drawn?: NetRoutes,
): NetRoutes | undefined {
  const { facts } = context
  const laid = layNet(context, net, kept, others, drawn)
  if (!laid.done) return undefined
  const joined = joinPaths(dropDeadEnds(net, laid.routes, facts))
  return new Polisher(facts, net, others).polish(joined, kept)
}

export const totalPrice = (nets: Nets, names: readonly string[], facts: BoardFacts): number =>
  names.reduce((sum, net) => sum + priceOf(net, nets.get(net) ?? empty, facts), 0)
