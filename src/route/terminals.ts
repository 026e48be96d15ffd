import { distance, distanceToSegment, type Point } from "../geometry/point"
import { boxOf, covers, depth, isTurned, type Shape } from "../geometry/shape"
import type { CopperLayer } from "../model/layer"
import type { BoardFacts, PadFact } from "./board-facts"
import { type CopperItem, netCopper, toPoint } from "./copper"
import { joinedGroups } from "./fit"
import { cellAt, cellCentre, eachCellNear, type Grid, layerIndex, stepMm, turnSteps } from "./grid"
import type { Port } from "./maze"
import { openLayers } from "./open-layers"
import type { NetRoutes, Position } from "./routes-file"

/** Where a new track of a net may begin or end: its pads, vias and tracks, in groups that hang together already. */

export type Terminal =
  | { readonly kind: "pad"; readonly pad: PadFact; readonly ports: readonly Port[] }
  | { readonly kind: "via"; readonly at: Point; readonly ports: readonly Port[] }
  | { readonly kind: "track"; readonly a: Point; readonly b: Point; readonly ports: readonly Port[] }
  /** End, corner or branching of tracks: a track that meets them there must make no acute joint with any. */
  | { readonly kind: "joint"; readonly at: Point; readonly widthMm: number; readonly ports: readonly Port[] }

export interface Island {
  readonly terminals: readonly Terminal[]
  readonly pads: readonly PadFact[]
}

const everyDirection = 0xff
const axisDirections = 0b01010101

/** Direction 0..7 of an octilinear step, undefined for other slopes. */
export function directionOf(a: Point, b: Point): number | undefined {
  const dx = b.x - a.x
  const dy = b.y - a.y
  const tolerance = 1e-3
  if (Math.abs(dx) < tolerance && Math.abs(dy) < tolerance) return undefined
  if (Math.abs(dy) < tolerance) return dx > 0 ? 0 : 4
  if (Math.abs(dx) < tolerance) return dy > 0 ? 2 : 6
  if (Math.abs(Math.abs(dx) - Math.abs(dy)) > tolerance) return undefined
  return dx > 0 ? (dy > 0 ? 1 : 7) : dy > 0 ? 3 : 5
}

/** Directions at right angles to d. */
const across = (d: number): number => (1 << ((d + 2) % 8)) | (1 << ((d + 6) % 8))

/** Directions at a right angle or more from all of `taken`. */
function roomyDirections(taken: readonly number[]): number {
  let mask = 0
  for (let d = 0; d < 8; d++) if (taken.every((other) => turnSteps(d, other) >= 2)) mask |= 1 << d
  return mask
}

/** Pads wider than this may be met anywhere well inside; others at their centre. mm */
export const widePadMm = 2
/** How far inside a wide pad it is met. mm */
export const wellInsideMm = 0.8

function padPorts(grid: Grid, pad: PadFact, open: readonly CopperLayer[], id: number): Port[] {
  const round = pad.shape.core.length === 1
  const out = round ? everyDirection : axisDirections
  const box = boxOf(pad.shape)
  const small = Math.min(box.maxX - box.minX, box.maxY - box.minY)
  const cells: number[] = []
  const inside: Shape = pad.shape
  if (isTurned(inside)) {
    eachCellNear(grid, inside, 0, (cell, d) => {
      if (Math.abs(d + wellInsideMm) < stepMm / 2) cells.push(cell)
    })
    if (cells.length === 0) cells.push(cellAt(grid, pad.centre))
  } else if (small > widePadMm) {
    eachCellNear(grid, inside, 0, (cell) => {
      const p = cellCentre(grid, cell)
      const margin = Math.min(p.x - box.minX, box.maxX - p.x, p.y - box.minY, box.maxY - p.y)
      if (margin >= wellInsideMm - stepMm / 2 && margin < wellInsideMm + stepMm / 2) cells.push(cell)
    })
  } else {
    cells.push(cellAt(grid, pad.centre))
  }
  return pad.layers
    .filter((layer) => open.includes(layer))
    .flatMap((layer) => cells.map((cell) => ({ layer: layerIndex(layer), cell, out, id })))
}

function trackPorts(
  grid: Grid,
  item: CopperItem,
  pads: readonly PadFact[],
  open: readonly CopperLayer[],
  id: number,
): Port[] {
  const [a, b] = item.shape.core
  const layer = item.layers[0]
  // What lies where no track is laid was drawn by hand: tracks meet it by its vias.
  if (!a || !b || !layer || !open.includes(layer)) return []
  const d = directionOf(a, b)
  if (d === undefined) return []
  const length = Math.hypot(b.x - a.x, b.y - a.y)
  const ports = new Map<number, Port>()
  // The joint keeps clear of the track's ends: corners and vias have angles of their own.
  for (let s = 0.2; s <= length - 0.2; s += stepMm) {
    const p = { x: a.x + ((b.x - a.x) * s) / length, y: a.y + ((b.y - a.y) * s) / length }
    // On a pad of the net a joint would be an entry of that pad, and a slanting one for a slanting track.
    if (pads.some((pad) => pad.layers.includes(layer) && depth(pad.shape, p) > -0.05)) continue
    const cell = cellAt(grid, p)
    ports.set(cell, { layer: layerIndex(layer), cell, out: across(d), id })
  }
  return [...ports.values()]
}

/** The end of a segment as a place to join, with what all tracks that pass there leave free of directions. */
function joint(
  grid: Grid,
  at: Point,
  item: CopperItem,
  items: readonly CopperItem[],
  pads: readonly PadFact[],
  open: readonly CopperLayer[],
  id: number,
): Terminal | undefined {
  const layer = item.layers[0]
  if (
    !layer ||
    !open.includes(layer) ||
    pads.some((pad) => pad.layers.includes(layer) && covers(pad.shape, at))
  )
    return undefined
  const taken: number[] = []
  for (const other of items) {
    const [a, b] = other.shape.core
    if (!a || !other.layers.includes(layer)) continue
    if (other.kind === "via" && distance(a, at) < 1e-3) return undefined
    if (!b || distanceToSegment(at, a, b) > 1e-3) continue
    for (const end of [a, b]) {
      const d = distance(at, end) < 1e-3 ? undefined : directionOf(at, end)
      if (d !== undefined) taken.push(d)
    }
  }
  const out = roomyDirections(taken)
  if (out === 0) return undefined
  const free = taken.length === 1
  const port: Port = { layer: layerIndex(layer), cell: cellAt(grid, at), out, id }
  return { kind: "joint", at, widthMm: free ? item.shape.radius * 2 : 0, ports: [port] }
}

/** Ends of paths that lie on none of the net's pads, vias or other paths, with the direction they arrive in. */
export function freeEnds(net: NetRoutes, pads: readonly PadFact[], items: readonly CopperItem[]) {
  const ends: { at: Point; layer: CopperLayer; arrives: number; path: number; atStart: boolean }[] = []
  net.paths.forEach((path, index) => {
    const last = path.points.length - 1
    for (const [endIndex, beforeIndex] of [
      [0, 1],
      [last, last - 1],
    ] as const) {
      const at = toPoint(path.points[endIndex] as Position)
      const arrives = directionOf(toPoint(path.points[beforeIndex] as Position), at)
      const held =
        pads.some((pad) => pad.layers.includes(path.layer) && touches(pad.shape, at)) ||
        items.some(
          (item) =>
            !(item.kind === "track" && item.index === index) &&
            item.layers.includes(path.layer) &&
            touches(item.shape, at),
        )
      if (!held && arrives !== undefined)
        ends.push({ at, layer: path.layer, arrives, path: index, atStart: endIndex === 0 })
    }
  })
  return ends
}

function touches(shape: Shape, p: Point): boolean {
  const box = boxOf(shape)
  if (p.x < box.minX || p.x > box.maxX || p.y < box.minY || p.y > box.maxY) return false
  return joinedGroups([
    { shape, layers: ["top"] },
    { shape: { core: [p], radius: 0 }, layers: ["top"] },
  ]).every((root) => root === 0)
}

/** The net's copper in pieces that hang together, with the places where tracks may meet each. */
export function islands(grid: Grid, facts: BoardFacts, net: string, routes: NetRoutes): Island[] {
  const pads = facts.pads.filter((pad) => pad.net === net)
  const items = netCopper(net, routes, facts.via.diameterMm)
  const open = openLayers(facts, net)
  const roots = joinedGroups([...pads, ...items.map(({ shape, layers }) => ({ shape, layers }))])
  const found = new Map<number, { terminals: Terminal[]; pads: PadFact[] }>()
  const of = (root: number) => {
    const island = found.get(root) ?? { terminals: [], pads: [] }
    found.set(root, island)
    return island
  }
  let id = 0
  pads.forEach((pad, i) => {
    const island = of(roots[i] as number)
    island.pads.push(pad)
    island.terminals.push({ kind: "pad", pad, ports: padPorts(grid, pad, open, id++) })
  })
  items.forEach((item, i) => {
    const island = of(roots[pads.length + i] as number)
    const at = item.shape.core[0] as Point
    if (item.kind === "via") {
      const cell = cellAt(grid, at)
      const ports = open.map((layer) => ({ layer: layerIndex(layer), cell, out: everyDirection, id }))
      id++
      island.terminals.push({ kind: "via", at, ports })
      return
    }
    const b = item.shape.core[1]
    if (!b) return
    island.terminals.push({ kind: "track", a: at, b, ports: trackPorts(grid, item, pads, open, id++) })
    for (const corner of [at, b]) {
      const terminal = joint(grid, corner, item, items, pads, open, id++)
      if (terminal) island.terminals.push(terminal)
    }
  })
  return [...found.values()]
}
