import { distance, nearestOnSegment, type Point } from "../geometry/point"
import { boxOf } from "../geometry/shape"
import { type BoardFacts, type PadFact, ruleOf } from "./board-facts"
import type { CopperItem } from "./copper"
import { netCopper } from "./copper"
import type { FieldMaker, NetField } from "./field"
import { cellAt, cellCentre, layerAt } from "./grid"
import { limits } from "./limits"
import type { Maze, MazeRules, MazeWay, Port } from "./maze"
import { Room } from "./room"
import type { NetRoutes, Position, RoutePath } from "./routes-file"
import { type Island, islands, type Terminal } from "./terminals"
import { type TidyEnd, type TidyRules, tidy } from "./tidy"

/** Lays one net: joins what hangs apart, one track after the other, nearest first. */

export interface LayContext {
  readonly facts: BoardFacts
  readonly fields: FieldMaker
  readonly maze: Maze
  /** Ways an autorouter suggested, as points; tracks of the net are drawn near them. */
  readonly guide?: ReadonlyMap<string, readonly (readonly Point[])[]>
  readonly overdue: () => boolean
}

export type Laid =
  | { readonly done: true; readonly routes: NetRoutes; readonly price: number }
  | { readonly done: false; readonly from: string; readonly to: string; readonly near: Point }

/** Tracks neck this near to pads only, mm: long enough to pass a pad row, short enough to add no resistance. */
const neckReachMm = 1.5
const narrowestMm = 0.25
/** What a via and a millimetre on the ground side cost in millimetres of track. */
const viaPriceMm = 5
const groundSidePrice = 2.5
/** Room a track likes beyond its clearance. mm */
const comfortMm = 0.05
/**
 * Room the grid way leaves beyond the limits, mm, one try after the other: cells sample a track at their centres (a
 * corner may be 0.004 nearer between them), and pads are up to half a cell beside theirs.
 */
const sparesMm = [0.004, 0.05, 0.1]

function rulesFor(
  spareMm: number,
  field: NetField,
  widthMm: number,
  neckMm: number,
  facts: BoardFacts,
  near?: Uint8Array,
): MazeRules {
  const full = limits.clearanceMm + widthMm / 2 + spareMm
  const neck = limits.clearanceMm + neckMm / 2 + spareMm
  const via = limits.clearanceMm + facts.via.diameterMm / 2 + spareMm
  return {
    price: (layer, cell) => {
      const free = field.free[layer][cell] as number
      const side = layer === 1 ? groundSidePrice : 1
      const guided = near && near[cell] === 0 ? 1.5 : 1
      if (free >= full) return side * guided * (free >= full + comfortMm ? 1 : 1.2)
      if (free >= neck && (field.toPad[cell] as number) <= neckReachMm) return side * guided * 3
      return Number.POSITIVE_INFINITY
    },
    mayBend: (layer, cell) => field.ownPad[layer][cell] === 0,
    mayVia: (cell) =>
      field.noVia[cell] === 0 &&
      (field.free[0][cell] as number) >= via &&
      (field.free[1][cell] as number) >= via,
    viaPrice: viaPriceMm,
  }
}

/** Names an end for the file's `from` and `to`. */
const nameOf = (terminal: Terminal): string =>
  terminal.kind === "pad" ? terminal.pad.name : terminal.kind === "via" ? "via" : "track"

/** Exact places a track may meet a terminal at, seen from the grid point it came by. */
function endAt(
  terminal: Terminal,
  port: Port,
  gridPoint: Point,
  partner: Point,
  along: readonly Point[],
): TidyEnd {
  if (terminal.kind === "via" || terminal.kind === "joint") return { places: [terminal.at], out: port.out }
  if (terminal.kind === "track") {
    const { a, b } = terminal
    const length = distance(a, b)
    const places = [gridPoint, ...along]
      .map((p) => nearestOnSegment(p, a, b))
      .filter((p) => distance(p, a) >= 0.15 && distance(p, b) >= 0.15 && length > 0.3)
    return { places: dedupe(places.length > 0 ? places : [nearestOnSegment(gridPoint, a, b)]), out: port.out }
  }
  const { centre, shape } = terminal.pad
  const box = boxOf(shape)
  const [w, h] = [box.maxX - box.minX, box.maxY - box.minY]
  if (Math.min(w, h) > 2) return { places: dedupe([gridPoint, ...inside(along, box, 0.8)]), out: port.out }
  // A track straight from pad to pad may meet one of them a little off its middle rather than step.
  const places = [centre]
  if (Math.abs(partner.x - centre.x) < w / 5) places.push({ x: partner.x, y: centre.y })
  if (Math.abs(partner.y - centre.y) < h / 5) places.push({ x: centre.x, y: partner.y })
  return { places: dedupe(places), out: port.out }
}

const inside = (points: readonly Point[], box: ReturnType<typeof boxOf>, margin: number): Point[] =>
  points.map((p) => ({
    x: Math.min(box.maxX - margin, Math.max(box.minX + margin, p.x)),
    y: Math.min(box.maxY - margin, Math.max(box.minY + margin, p.y)),
  }))

function dedupe(points: readonly Point[]): Point[] {
  return points.filter((p, i) => points.findIndex((q) => distance(p, q) < 1e-3) === i)
}

/** Bends of a grid way, and points between them, so that the drawing has places to choose from. */
function samples(points: readonly Point[]): Point[] {
  const kept: Point[] = []
  const every = Math.max(3, Math.ceil(points.length / 50))
  points.forEach((p, i) => {
    const [before, after] = [points[i - 1], points[i + 1]]
    const bend =
      before &&
      after &&
      (Math.abs(after.x - 2 * p.x + before.x) > 1e-6 || Math.abs(after.y - 2 * p.y + before.y) > 1e-6)
    if (bend || i % every === 0) kept.push(p)
  })
  return kept
}

interface Drawn {
  readonly paths: RoutePath[]
  readonly vias: Position[]
  readonly price: number
}

function draw(
  way: MazeWay,
  from: Terminal,
  to: Terminal,
  context: LayContext,
  base: Omit<TidyRules, "layer">,
): Drawn | undefined {
  const { grid } = context.fields
  const runs: { layer: 0 | 1; points: Point[] }[] = []
  for (const step of way.steps) {
    const run = runs[runs.length - 1]
    const p = cellCentre(grid, step.cell)
    if (run?.layer === step.layer) run.points.push(p)
    else runs.push({ layer: step.layer, points: [p] })
  }
  const paths: RoutePath[] = []
  const vias: Position[] = []
  let price = 0
  for (const [index, run] of runs.entries()) {
    const [first, last] = [run.points[0] as Point, run.points[run.points.length - 1] as Point]
    const rules: TidyRules = { ...base, layer: layerAt(run.layer) }
    const along = samples(run.points)
    const via = (p: Point): TidyEnd => ({ places: [p], out: 0xff })
    const start = index === 0 ? endAt(from, way.from, first, last, along.slice(0, 12)) : via(first)
    const end =
      index === runs.length - 1
        ? endAt(to, way.to, last, start.places[0] as Point, along.slice(-12))
        : via(last)
    if (index > 0) vias.push([first.x, first.y])
    if (run.points.length === 1 && index > 0 && index < runs.length - 1) continue
    const drawing = tidy(along, start, end, rules)
    if (!drawing) return undefined
    price += drawing.price * (run.layer === 1 ? groundSidePrice : 1)
    for (let i = 0; i < drawing.widths.length; ) {
      let j = i
      while (j + 1 < drawing.widths.length && drawing.widths[j + 1] === drawing.widths[i]) j++
      paths.push({
        from: i > 0 ? "track" : index === 0 ? nameOf(from) : "via",
        to: j + 1 < drawing.widths.length ? "track" : index === runs.length - 1 ? nameOf(to) : "via",
        layer: layerAt(run.layer),
        width: drawing.widths[i] as number,
        points: drawing.points.slice(i, j + 2).map((p): Position => [p.x, p.y]),
      })
      i = j + 1
    }
  }
  return { paths, vias, price: price + vias.length * viaPriceMm }
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
    for (const width of widest > widthMm ? [widest, widthMm] : [widthMm]) {
      const drawn = draw(way, from, to, context, { room, widthMm: width, neckMm, neckReachMm })
      if (drawn) return drawn
    }
    return undefined
  }
  let routes = kept
  let price = 0
  for (;;) {
    const parts = islands(fields.grid, facts, net, routes).filter((island) => island.pads.length > 0)
    if (parts.length <= 1) return { done: true, routes, price }
    const from = parts.reduce((a, b) => (portsOf(b).length < portsOf(a).length ? b : a))
    const rest = parts.filter((island) => island !== from)
    const own = netCopper(net, routes, facts.via.diameterMm)
    const field = fields.make(net, [...others, ...own])
    const terminal = (port: Port, all: readonly Island[]): Terminal =>
      all.flatMap((island) => island.terminals).find((t) => t.ports.some((p) => p.id === port.id)) as Terminal
    let drawn: Drawn | undefined
    for (const spareMm of sparesMm) {
      const rules = rulesFor(spareMm, field, widthMm, neckMm, facts, near)
      const way = maze.find(portsOf(from), rest.flatMap(portsOf), rules, context.overdue)
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
    price += drawn.price
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
  const widthMm = ruleOf(facts, net).widthMm
  const neckMm = Math.min(widthMm, narrowestMm)
  const field = fields.make(net, [...others, ...netCopper(net, routes, facts.via.diameterMm)])
  const rules = { ...rulesFor(sparesMm[0] as number, field, widthMm, neckMm, facts), mayVia: () => false }
  const targets = cells.flatMap((cell) =>
    ([0, 1] as const).map((layer): Port => ({ layer, cell, out: 0xff, id: -1 })),
  )
  const way = maze.find(from.ports, targets, rules, context.overdue)
  if (!way) return undefined
  const at = cellCentre(grid, way.to.cell)
  const room = new Room(facts, net, others)
  const drawn = draw(way, from, { kind: "via", at, ports: [] }, context, {
    room,
    widthMm,
    neckMm,
    neckReachMm,
  })
  return (
    drawn && { ...routes, paths: [...routes.paths, ...drawn.paths], vias: [...routes.vias, [at.x, at.y]] }
  )
}
