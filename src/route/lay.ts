import { distance, type Point } from "../geometry/point"
import { type BoardFacts, type PadFact, ruleOf } from "./board-facts"
import type { CopperItem } from "./copper"
import { netCopper } from "./copper"
import { type Drawn, draw } from "./draw-way"
import type { Effort } from "./effort"
import { type FieldMaker, hasRoom, type NetField, neckReachMm } from "./field"
import { cellAt, cellCentre, layerIndex } from "./grid"
import { limits } from "./limits"
import type { Maze, MazeRules, MazeWay, Port } from "./maze"
import { layerPrice } from "./open-layers"
import { textPriceMm, underPartPrice, viaPriceMm } from "./prices"
import { Room } from "./room"
import type { NetRoutes } from "./routes-file"
import { type Island, islands, type Terminal } from "./terminals"

/** Lays one net: joins what hangs apart, one track after the other, nearest first. */

export interface LayContext {
  readonly facts: BoardFacts
  readonly fields: FieldMaker
  readonly maze: Maze
  /** Ways an autorouter suggested, as points; tracks of the net are drawn near them. */
  readonly guide?: ReadonlyMap<string, readonly (readonly Point[])[]>
  readonly effort: Effort
}

export type Laid =
  | { readonly done: true; readonly routes: NetRoutes }
  | { readonly done: false; readonly from: string; readonly to: string; readonly near: Point }

const narrowestMm = 0.25
/** A stub from a pad to a via carries the pad's whole current: it is this wide where there is room. */
const stubMm = 0.5
/** Room a track likes beyond its clearance. mm */
const comfortMm = 0.05
/**
 * Room the grid way leaves beyond the limits, mm, one try after the other: cells sample a track at their centres (a
 * corner may be 0.004 nearer between them), and pads are up to half a cell beside theirs.
 */
const sparesMm = [0.004, 0.05, 0.1]

/** What a track of the net pays in every cell; the arrays are those of the maze's scratch. */
function rulesFor(
  spareMm: number,
  field: NetField,
  widthMm: number,
  neckMm: number,
  { facts, maze }: LayContext,
  near?: Uint8Array,
): MazeRules {
  const full = limits.clearanceMm + widthMm / 2 + spareMm
  const comfortable = full + comfortMm
  const neck = limits.clearanceMm + neckMm / 2 + spareMm
  const { price, via } = maze.scratch
  const { cells } = maze.grid
  const { nearPad, inText } = field
  for (const { layer, room: free } of field.tracks) {
    const dear = field.dear[layerIndex(layer)] as Uint8Array
    const side = layerPrice(facts, layer)
    const first = layerIndex(layer) * cells
    for (let cell = 0; cell < cells; cell++) {
      const room = free[cell] as number
      let factor = Number.POSITIVE_INFINITY
      if (room >= full) factor = room >= comfortable ? side : side * 1.2
      else if (room >= neck && nearPad[cell] === 1) factor = side * 3
      if (dear[cell] !== 0) factor *= underPartPrice
      price[first + cell] = factor
    }
  }
  if (near !== undefined)
    for (let node = 0; node < price.length; node++)
      if (near[node % cells] === 0) price[node] = (price[node] as number) * 1.5
  viaPrices(via, field, limits.clearanceMm + facts.via.diameterMm / 2 + spareMm)
  for (let cell = 0; cell < cells; cell++)
    if (inText[cell] !== 0) via[cell] = (via[cell] as number) + textPriceMm
  return { layers: layersOf(field), price, via, straight: field.ownPad }
}

/** The layers open to tracks, as the grid counts them. */
export const layersOf = ({ tracks }: NetField): number[] =>
  tracks.map(({ layer }) => layerIndex(layer)).sort()

/** Fills in what a via costs in every cell; infinite where none may be. @param need room to copper of others, mm. */
export function viaPrices(via: Float32Array, { free, noVia }: NetField, need: number): void {
  for (let cell = 0; cell < via.length; cell++)
    via[cell] = noVia[cell] === 0 && hasRoom(free, cell, need) ? viaPriceMm : Number.POSITIVE_INFINITY
}

function guideCells(context: LayContext, net: string): Uint8Array | undefined {
  const ways = context.guide?.get(net)
  if (!ways || ways.length === 0) return undefined
  const { grid } = context.fields
  const near = new Uint8Array(grid.cells)
  const reach = 10
  for (const way of ways)
    for (let i = 1; i < way.length; i++) {
      const [a, b] = [way[i - 1] as Point, way[i] as Point]
      const n = Math.max(1, Math.ceil(distance(a, b) / 0.5))
      for (let k = 0; k <= n; k++) {
        const cell = cellAt(grid, { x: a.x + ((b.x - a.x) * k) / n, y: a.y + ((b.y - a.y) * k) / n })
        const [ix, iy] = [cell % grid.nx, Math.floor(cell / grid.nx)]
        for (let y = Math.max(0, iy - reach); y <= Math.min(grid.ny - 1, iy + reach); y++)
          near.fill(
            1,
            y * grid.nx + Math.max(0, ix - reach),
            y * grid.nx + Math.min(grid.nx - 1, ix + reach) + 1,
          )
      }
    }
  return near
}

/** Width of the copper a terminal had or has: a free end's own, a pad's widest track as drawn before. */
function widthBefore(terminal: Terminal, drawn: NetRoutes | undefined): number {
  if (terminal.kind === "joint") return terminal.widthMm
  if (terminal.kind !== "pad") return 0
  const { name } = terminal.pad
  const tracks = (drawn?.paths ?? []).filter((path) => path.from === name || path.to === name)
  return Math.max(0, ...tracks.map((path) => path.width))
}

const portsOf = (island: Island): Port[] => island.terminals.flatMap((terminal) => terminal.ports)

/**
 * @param kept what stays of the net's routes; new tracks join it.
 * @param others copper of all other nets.
 * @param drawnBefore the net as it was: tracks that were drawn wider than the rule asks stay wider.
 */
export function layNet(
  context: LayContext,
  net: string,
  kept: NetRoutes,
  others: readonly CopperItem[],
  drawnBefore?: NetRoutes,
): Laid {
  const { facts, fields, maze } = context
  const widthMm = ruleOf(facts, net).widthMm
  const neckMm = Math.min(widthMm, narrowestMm)
  const near = guideCells(context, net)
  const room = new Room(facts, net, others)
  /** A track that goes on from a wider one, or takes the place of one, is as wide where there is room. */
  const drawWidest = (way: MazeWay, from: Terminal, to: Terminal): Drawn | undefined => {
    const widest = Math.max(widthBefore(from, drawnBefore), widthBefore(to, drawnBefore))
    // Where the wide one does not fit, the rule's width is its neck; the narrowest is for tracks of the rule's width.
    const tries = [...(widest > widthMm ? [[widest, widthMm] as const] : []), [widthMm, neckMm] as const]
    for (const [width, neck] of tries) {
      const drawn = draw(way, from, to, fields.grid, { room, widthMm: width, neckMm: neck, neckReachMm })
      if (drawn) return drawn
    }
    return undefined
  }
  let routes = kept
  for (;;) {
    const parts = islands(fields.grid, facts, net, routes).filter((island) => island.pads.length > 0)
    if (parts.length <= 1) return { done: true, routes }
    const from = parts.reduce((a, b) => (portsOf(b).length < portsOf(a).length ? b : a))
    const rest = parts.filter((island) => island !== from)
    const own = netCopper(net, routes, facts.via.diameterMm)
    const field = fields.make(net, [...others, ...own])
    const terminal = (port: Port, all: readonly Island[]): Terminal =>
      all.flatMap((island) => island.terminals).find((t) => t.ports.some((p) => p.id === port.id)) as Terminal
    let drawn: Drawn | undefined
    for (const spareMm of sparesMm) {
      const rules = rulesFor(spareMm, field, widthMm, neckMm, context, near)
      const way = maze.find(portsOf(from), rest.flatMap(portsOf), rules)
      drawn = way && drawWidest(way, terminal(way.from, [from]), terminal(way.to, rest))
      if (drawn || !way) break
    }
    if (!drawn) {
      const pad = from.pads[0]
      const other = rest.flatMap((island) => island.pads)[0]
      return {
        done: false,
        from: pad?.name ?? net,
        to: other?.name ?? net,
        near: pad?.centre ?? { x: 0, y: 0 },
      }
    }
    routes = { ...routes, paths: [...routes.paths, ...drawn.paths], vias: [...routes.vias, ...drawn.vias] }
  }
}

/** Lays one track from a pad to the cheapest of many cells and sets a via there; undefined when none can be reached. */
export function layToVia(
  context: LayContext,
  net: string,
  pad: PadFact,
  cells: readonly number[],
  routes: NetRoutes,
  others: readonly CopperItem[],
): NetRoutes | undefined {
  const { facts, fields, maze } = context
  const { grid } = fields
  const from = islands(grid, facts, net, { pads: {}, paths: [], vias: [] })
    .flatMap((island) => island.terminals)
    .find((terminal) => terminal.kind === "pad" && terminal.pad === pad)
  if (!from || cells.length === 0) return undefined
  const field = fields.make(net, [...others, ...netCopper(net, routes, facts.via.diameterMm)])
  const room = new Room(facts, net, others)
  const targets = cells.flatMap((cell) =>
    ([0, 1] as const).map((layer): Port => ({ layer, cell, out: 0xff, id: -1 })),
  )
  for (const widthMm of [Math.max(stubMm, ruleOf(facts, net).widthMm), ruleOf(facts, net).widthMm]) {
    const neckMm = Math.min(widthMm, narrowestMm)
    const rules = rulesFor(sparesMm[0] as number, field, widthMm, neckMm, context)
    rules.via.fill(Number.POSITIVE_INFINITY)
    const way = maze.find(from.ports, targets, rules)
    if (!way) continue
    const at = cellCentre(grid, way.to.cell)
    const via: Terminal = { kind: "via", at, ports: [] }
    const drawn = draw(way, from, via, grid, { room, widthMm, neckMm, neckReachMm })
    if (!drawn) continue
    return { ...routes, paths: [...routes.paths, ...drawn.paths], vias: [...routes.vias, [at.x, at.y]] }
  }
  return undefined
}
