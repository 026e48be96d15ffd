import type { Point } from "../geometry/point"
import { gap } from "../geometry/shape"
import { type CopperItem, netCopper } from "./copper"
import { cellCentre, layerAt } from "./grid"
import type { LayContext } from "./lay"
import { limits } from "./limits"
import type { MazeRules, Port } from "./maze"
import type { NetRoutes } from "./routes-file"
import { type Island, islands } from "./terminals"

/** Says what stands in the way of a net, by finding the way it would take if copper of others were no obstacle. */

export const padCentreText = ({ x, y }: Point): string => `(${x.toFixed(1)}, ${y.toFixed(1)})`

const portsOf = (island: Island): Port[] => island.terminals.flatMap((terminal) => terminal.ports)

function nearestNet(at: Point, layer: 0 | 1, copper: readonly CopperItem[]): string | undefined {
  const dot = { core: [at], radius: 0 }
  let best: { net: string; gap: number } | undefined
  for (const item of copper) {
    if (!item.layers.includes(layerAt(layer))) continue
    const free = gap(item.shape, dot)
    if (!best || free < best.gap) best = { net: item.net, gap: free }
  }
  return best && best.gap < 1 ? best.net : undefined
}

/** "no way from R1.1 to U2.3: copper of V3V3 blocks it near (4.2, -1.0) on the top". */
export function whatBlocks(
  context: LayContext,
  net: string,
  routes: NetRoutes,
  copper: readonly CopperItem[],
): string {
  const { facts, fields, maze } = context
  const parts = islands(fields.grid, facts, net, routes).filter((island) => island.pads.length > 0)
  const [from, ...rest] = parts.sort((a, b) => portsOf(a).length - portsOf(b).length)
  const names = `no way from ${from?.pads[0]?.name ?? net} to ${rest[0]?.pads[0]?.name ?? "the rest"}`
  if (!from || rest.length === 0) return names
  const own = netCopper(net, routes, facts.via.diameterMm)
  const others = copper.filter((item) => item.net !== net)
  const real = fields.make(net, [...others, ...own])
  const ideal = fields.make(net, own)
  const need = limits.clearanceMm + 0.125
  const via = limits.clearanceMm + facts.via.diameterMm / 2
  const targets = rest.flatMap(portsOf)
  const rules: MazeRules = {
    price: (layer, cell) => {
      if ((ideal.free[layer][cell] as number) < need) return Number.POSITIVE_INFINITY
      return (real.free[layer][cell] as number) < need ? 10 : 1
    },
    mayBend: (layer, cell) => ideal.ownPad[layer][cell] === 0,
    mayVia: (cell) =>
      ideal.noVia[cell] === 0 &&
      (ideal.free[0][cell] as number) >= via &&
      (ideal.free[1][cell] as number) >= via,
    viaPrice: 5,
  }
  const way = maze.find(portsOf(from), targets, rules)
  if (!way) {
    const outward = maze.reached
    maze.find(targets, portsOf(from), rules)
    const walled = (maze.reached < outward ? rest[0] : from)?.pads[0]
    return `${names}: pads, holes, keepouts or the edge leave no room near ${padCentreText(walled?.centre ?? { x: 0, y: 0 })}`
  }
  const hits = way.steps.filter((step) => (real.free[step.layer][step.cell] as number) < need)
  const first = hits[0]
  if (!first)
    return `${names}: the way found on the grid cannot be drawn with the widths and gaps asked for near ${padCentreText(cellCentre(fields.grid, way.steps[0]?.cell ?? 0))}`
  const blockers = new Set(
    hits.flatMap((step) => nearestNet(cellCentre(fields.grid, step.cell), step.layer, others) ?? []),
  )
  const place = `${padCentreText(cellCentre(fields.grid, first.cell))} on the ${layerAt(first.layer)}`
  const flags = [net, ...blockers].map((name) => `--net ${name}`).join(" ")
  return `${names}: copper of ${[...blockers].join(", ")} blocks it near ${place}; try "npm run route -- ${flags}"`
}
