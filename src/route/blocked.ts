import type { Point } from "../geometry/point"
import { gap } from "../geometry/shape"
import { type BoardFacts, type PadFact, ruleOf } from "./board-facts"
import { type CopperItem, netCopper, shareLayer } from "./copper"
import { cellCentre, layerAt, layerIndex } from "./grid"
import { type LayContext, layersOf, viaPrices } from "./lay"
import { limits } from "./limits"
import type { MazeRules, MazeStep, MazeWay, Port } from "./maze"
import { layerPrice, openLayers } from "./open-layers"
import { underPartPrice } from "./prices"
import type { NetRoutes } from "./routes-file"
import { type Island, islands } from "./terminals"

/** Says what stands in the way of a net, by finding the way it would take if copper of others were no obstacle. */

export const padCentreText = ({ x, y }: Point): string => `(${x.toFixed(1)}, ${y.toFixed(1)})`

const portsOf = (island: Island): Port[] => island.terminals.flatMap((terminal) => terminal.ports)

function nearestNet(at: Point, layer: number, copper: readonly CopperItem[]): string | undefined {
  const dot = { core: [at], radius: 0 }
  let best: { net: string; gap: number } | undefined
  for (const item of copper) {
    if (!item.layers.includes(layerAt(layer))) continue
    const free = gap(item.shape, dot)
    if (!best || free < best.gap) best = { net: item.net, gap: free }
  }
  return best && best.gap < 1 ? best.net : undefined
}

/** The way a net would take if copper of others were nearly no obstacle, and what it meets there. */
export interface Wish {
  readonly names: string
  readonly from?: Island
  readonly way?: MazeWay
  /** Where the way meets copper first. */
  readonly first?: MazeStep
  /** Nets it meets, in the order of the way. */
  readonly nets: readonly string[]
  /** The pads between which there is no way at all, whatever other nets do. */
  readonly walled?: PadFact
}

/** @param price of a place that others have taken, in places: dear where a way round is wanted. */
export function blockers(
  context: LayContext,
  net: string,
  routes: NetRoutes,
  copper: readonly CopperItem[],
  price = 3,
): Wish {
  const { facts, fields, maze } = context
  const parts = islands(fields.grid, facts, net, routes).filter((island) => island.pads.length > 0)
  const [from, ...rest] = parts.sort((a, b) => portsOf(a).length - portsOf(b).length)
  const names = `no way from ${from?.pads[0]?.name ?? net} to ${rest[0]?.pads[0]?.name ?? "the rest"}`
  if (!from || rest.length === 0) return { names, nets: [] }
  const own = netCopper(net, routes, facts.via.diameterMm)
  const others = copper.filter((item) => item.net !== net)
  const real = fields.make(net, [...others, ...own])
  const ideal = fields.make(net, own)
  const need = limits.clearanceMm + 0.125
  const targets = rest.flatMap(portsOf)
  const rules: MazeRules = { ...maze.scratch, layers: layersOf(ideal), straight: ideal.ownPad }
  const { cells } = maze.grid
  for (const { layer: name, room } of ideal.tracks) {
    const layer = layerIndex(name)
    const [free, dear] = [real.free[layer] as Float32Array, ideal.dear[layer] as Uint8Array]
    const plain = layerPrice(facts, name)
    for (let cell = 0; cell < cells; cell++) {
      const side = plain * (dear[cell] === 0 ? 1 : underPartPrice)
      const taken = (free[cell] as number) < need
      rules.price[layer * cells + cell] =
        (room[cell] as number) < need ? Number.POSITIVE_INFINITY : side * (taken ? price : 1)
    }
  }
  viaPrices(rules.via, ideal, limits.clearanceMm + facts.via.diameterMm / 2)
  const way = maze.find(portsOf(from), targets, rules)
  if (!way) {
    const inward = maze.reached
    maze.find(targets, portsOf(from), rules)
    const walled = (inward < maze.reached ? rest[0] : from)?.pads[0]
    return { names, from, nets: [], ...(walled === undefined ? {} : { walled }) }
  }
  const hits = way.steps.filter((step) => (real.free[step.layer]?.[step.cell] ?? 0) < need)
  const nets = new Set(
    hits.flatMap((step) => nearestNet(cellCentre(fields.grid, step.cell), step.layer, others) ?? []),
  )
  return { names, from, way, nets: [...nets], ...(hits[0] === undefined ? {} : { first: hits[0] }) }
}

/** "no way from R1.1 to U2.3: copper of V3V3 blocks it near (4.2, -1.0) on the top". */
export function whatBlocks(
  context: LayContext,
  net: string,
  routes: NetRoutes,
  copper: readonly CopperItem[],
): { readonly why: string; readonly by: readonly string[] } {
  const { facts, fields } = context
  const shut = facts.pads.find((pad) => pad.net === net && !shareLayer(pad.layers, openLayers(facts, net)))
  if (shut !== undefined) {
    const why = `its net class has tracks on ${openLayers(facts, net).join(", ")} only, and ${shut.name} is on the ${shut.layers.join(", ")}`
    return { why, by: [] }
  }
  const { names, way, first, nets, walled } = blockers(context, net, routes, copper, 10)
  if (walled !== undefined) {
    const place = padCentreText(walled.centre)
    return {
      why: `${names}: pads, holes, keepouts or the edge leave no room near ${place}${moveText(facts, net, walled)}`,
      by: [],
    }
  }
  if (way === undefined) return { why: names, by: [] }
  if (first === undefined) {
    const place = padCentreText(cellCentre(fields.grid, way.steps[0]?.cell ?? 0))
    return {
      why: `${names}: the way found on the grid cannot be drawn with the widths and gaps asked for near ${place}`,
      by: [],
    }
  }
  const place = `${padCentreText(cellCentre(fields.grid, first.cell))} on the ${layerAt(first.layer)}`
  const flags = [net, ...nets].map((name) => `--net ${name}`).join(" ")
  return {
    why: `${names}: copper of ${nets.join(", ")} blocks it near ${place}; try "npm run route -- ${flags}"`,
    by: nets,
  }
}

/** Which part to move, where one stands so near to a walled pad that no track of the net fits between. */
function moveText(facts: BoardFacts, net: string, walled: PadFact): string {
  const part = (pad: PadFact): string => pad.name.slice(0, pad.name.lastIndexOf("."))
  const needs = 2 * limits.clearanceMm + Math.min(ruleOf(facts, net).widthMm, 0.25)
  let nearest: { pad: PadFact; mm: number } | undefined
  for (const pad of facts.pads) {
    if (pad.net === net || part(pad) === part(walled) || !shareLayer(pad.layers, walled.layers)) continue
    const mm = gap(pad.shape, walled.shape)
    if (mm < needs && mm < (nearest?.mm ?? needs)) nearest = { pad, mm }
  }
  if (nearest === undefined) return ""
  const by = Math.ceil((needs - nearest.mm) * 100) / 100
  return `: ${nearest.pad.name} is ${nearest.mm.toFixed(2)} mm from ${walled.name}, a track between them needs ${needs.toFixed(2)} mm: move ${part(nearest.pad)} ${by.toFixed(2)} mm away`
}
