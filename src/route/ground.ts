import { pourAt } from "../circuit/poured"
import { distance, type Point } from "../geometry/point"
import { depth } from "../geometry/shape"
import { isSide } from "../model/layer"
import type { BoardFacts, PadFact } from "./board-facts"
import { type CopperItem, netCopper, toPoint } from "./copper"
import { hasRoom, type NetField } from "./field"
import { conflicts, misfits } from "./fit"
import { cellAt, cellCentre, eachCellNear, type Grid, layerIndex } from "./grid"
import { keepWhatFits } from "./keep"
import { type LayContext, layToVia } from "./lay"
import { limits } from "./limits"
import { padsForFile } from "./lock"
import { groupsOf, keyOf, PourMap } from "./pour-map"
import type { NetRoutes, Position } from "./routes-file"

/**
 * The pour's net: its pads hang on the pours, so laying it means vias. Kept where they are legal, moved where new
 * copper took their place, added where a piece of pour with pads would hang alone or stitching is too sparse.
 */

/** No point of both pours is farther than half of this from a via, as far as room allows. */
const stitchMm = 10

export interface Settled {
  readonly routes: NetRoutes
  /** Pads the pours do not reach, in plain words. */
  readonly open: readonly { readonly pad: PadFact; readonly why: string }[]
  readonly notes: readonly string[]
}

const mayVia = (field: NetField, facts: BoardFacts, cell: number): boolean => {
  const need = limits.clearanceMm + facts.via.diameterMm / 2 + 0.01
  return field.noVia[cell] === 0 && field.inText[cell] === 0 && hasRoom(field.free, cell, need)
}

/** Nearest cell to `from` that passes, in rings of squares. */
function nearestCell(
  grid: Grid,
  from: Point,
  reachMm: number,
  passes: (cell: number) => boolean,
): number | undefined {
  const start = cellAt(grid, from)
  const [cx, cy] = [start % grid.nx, Math.floor(start / grid.nx)]
  const reach = Math.round(reachMm * 10)
  let best: { cell: number; d: number } | undefined
  for (let r = 0; r <= reach; r++) {
    if (best && best.d < r * r) break
    for (let dy = -r; dy <= r; dy++)
      for (let dx = -r; dx <= r; dx += Math.abs(dy) === r ? 1 : 2 * r || 1) {
        const [x, y] = [cx + dx, cy + dy]
        if (x < 0 || x >= grid.nx || y < 0 || y >= grid.ny) continue
        const cell = y * grid.nx + x
        const d = dx * dx + dy * dy
        if ((!best || d < best.d) && passes(cell)) best = { cell, d }
      }
  }
  return best?.cell
}

/**
 * @param drawn the net's routes before; undefined when there were none or all is laid anew: stitching is new then.
 * @param firm ground copper that the other nets were laid round already.
 * @param others copper of every other net as it is now.
 * @param changed false when nothing else moved: then copper that fits is left alone.
 */
export function settleGround(
  context: LayContext,
  drawn: NetRoutes | undefined,
  firm: NetRoutes,
  others: readonly CopperItem[],
  changed: boolean,
): Settled {
  const { facts, fields } = context
  const { grid } = fields
  const net = facts.pour.net
  if (!facts.nets.includes(net)) return { routes: { pads: {}, paths: [], vias: [] }, open: [], notes: [] }
  const pads = padsForFile(facts, net)
  if (drawn && !changed) {
    const items = netCopper(net, drawn, facts.via.diameterMm)
    const fine = misfits(items, facts).length === 0 && conflicts(items, others, facts).length === 0
    if (fine && JSON.stringify(drawn.pads) === JSON.stringify(pads))
      return { routes: drawn, open: [], notes: [] }
  }
  const start: NetRoutes = drawn ? keepWhatFits(net, drawn, facts, others) : { ...firm, pads }
  const has = (via: Position): boolean => start.vias.some((v) => v[0] === via[0] && v[1] === via[1])
  const extra = {
    paths: drawn
      ? firm.paths.filter((path) => !start.paths.some((p) => p.points.join() === path.points.join()))
      : [],
    vias: drawn ? firm.vias.filter((via) => !has(via)) : [],
  }
  const kept: NetRoutes = {
    ...start,
    pads,
    paths: [...start.paths, ...extra.paths],
    vias: [...start.vias, ...extra.vias],
  }
  const lost = (drawn?.vias ?? []).filter((via) => !has(via))
  const notes: string[] = []
  let routes = kept
  const fieldNow = (): NetField =>
    fields.make(net, [...others, ...netCopper(net, routes, facts.via.diameterMm)])
  let field = fieldNow()
  const map = new PourMap(grid, field, facts)
  const add = (cell: number): void => {
    const p = cellCentre(grid, cell)
    routes = { ...routes, vias: [...routes.vias, [p.x, p.y]] }
    field = fieldNow()
  }
  const poured = facts.pour.layers.map(layerIndex)
  const isJoined = poured.length > 1 || !facts.pour.layers.every(isSide)
  /** Where a via joins all layers that are poured, or a plane inside to the faces. */
  const onAll = (cell: number): boolean => isJoined && poured.every((layer) => map.piece(layer, cell) !== 0)
  for (const via of lost) {
    const cell = nearestCell(grid, toPoint(via), 3, (c) => onAll(c) && mayVia(field, facts, c))
    if (cell === undefined) notes.push(`${net}: the via at (${via[0]}, ${via[1]}) had to go`)
    else {
      const p = cellCentre(grid, cell)
      notes.push(`${net}: the via at (${via[0]}, ${via[1]}) moved to (${p.x}, ${p.y})`)
      add(cell)
    }
  }
  const open = joinPieces()
  if (open.length === 0) strengthen()
  if (!drawn && poured.length > 1) stitch()
  return { routes, open, notes }

  /** Joins pieces of pour that have pads on them to the largest group, by a via each. */
  function joinPieces(): Settled["open"] {
    for (let round = 0; round < 40; round++) {
      const groups = groupsOf(map, facts, routes)
      const names = [...new Set(groups.pads.map((pad) => pad.name))]
      const count = new Map<string, number>()
      for (const name of names) count.set(groups.find(name), (count.get(groups.find(name)) ?? 0) + 1)
      const { plane } = map
      const main =
        plane === undefined ? [...count].sort((a, b) => b[1] - a[1])[0]?.[0] : groups.find(keyOf(plane))
      const alone = groups.pads.filter((pad) => groups.find(pad.name) !== main)
      if (alone.length === 0) return []
      const helped = alone.some((pad) => {
        const group = groups.find(pad.name)
        const joins = (cell: number): boolean => {
          const roots = [...map.pieces.keys()].map((layer) => {
            const piece = map.piece(layer, cell)
            return piece === 0 ? undefined : groups.find(keyOf({ layer, piece }))
          })
          return roots.includes(group) && roots.includes(main) && mayVia(field, facts, cell)
        }
        const cell = nearestCell(grid, pad.centre, 15, joins)
        if (cell === undefined) return trackOut(pad, (c) => groups.find(c) === main)
        const p = cellCentre(grid, cell)
        notes.push(`${net}: new via at (${p.x}, ${p.y}) for ${pad.name}`)
        add(cell)
        return true
      })
      if (!helped) {
        return [...new Set(alone.map((pad) => pad.name))].map((name) => {
          const pad = alone.find((candidate) => candidate.name === name) as PadFact
          const place = `(${pad.centre.x.toFixed(2)}, ${pad.centre.y.toFixed(2)})`
          return { pad, why: `${name} at ${place} is cut off from the ${net} pour` }
        })
      }
    }
    return []
  }

  /** A stub to a via for each surface pad that its pour holds by one spoke only. */
  function strengthen(): void {
    const groups = groupsOf(map, facts, routes)
    const first = groups.pads[0]
    if (!first) return
    const main = groups.find(first.name)
    for (const pad of groups.pads) {
      const layer = pad.layers[0]
      const squares = groups.pads.filter((other) => other.name === pad.name).length
      if (pad.drillMm !== undefined || squares > 1 || !layer || !facts.pour.layers.includes(layer)) continue
      const stub = routes.paths.some(
        (path) => path.layer === layer && path.points.some((p) => depth(pad.shape, toPoint(p)) > 0),
      )
      if (!stub && (groups.spokes.get(pad.name) ?? 0) < 2) trackOut(pad, (key) => groups.find(key) === main)
    }
  }

  /** A short track from a pad that no pour reaches to a via that meets the main pour. */
  function trackOut(pad: PadFact, isMain: (key: string) => boolean): boolean {
    const cells: number[] = []
    eachCellNear(grid, pad.shape, 8, (cell) => {
      const meets = [...map.pieces.keys()].some((layer) => {
        const piece = map.piece(layer, cell)
        return piece !== 0 && isMain(keyOf({ layer, piece }))
      })
      if (meets && mayVia(field, facts, cell)) cells.push(cell)
    })
    const laid = layToVia(context, net, pad, cells, routes, others)
    if (!laid) return false
    const via = laid.vias[laid.vias.length - 1]
    notes.push(`${net}: new track from ${pad.name} to a via at (${via?.[0]}, ${via?.[1]})`)
    routes = laid
    field = fieldNow()
    return true
  }

  /** Lays a via wherever both pours are and none is near yet. */
  function stitch(): void {
    for (let iy = 10; iy < grid.ny; iy += 10)
      for (let ix = 10; ix < grid.nx; ix += 10) {
        const cell = iy * grid.nx + ix
        const p = cellCentre(grid, cell)
        if (!onAll(cell) || !mayVia(field, facts, cell)) continue
        if (routes.vias.some((via) => distance(toPoint(via), p) < stitchMm * 0.7)) continue
        add(cell)
      }
  }
}

/** Whether a via there meets the net's own pour: inside the board, where it is poured there. */
function meetsPlane({ pour }: BoardFacts, p: Point): boolean {
  const inside = pour.layers.filter((layer) => !isSide(layer))
  return inside.length === 0 || inside.some((layer) => pourAt(pour.all, layer, p)?.net === pour.net)
}

/** A via for each of these pads, before anything else is laid; undefined when one finds no room even then. */
export function fanOut(
  context: LayContext,
  pads: readonly PadFact[],
  firm: NetRoutes,
  others: readonly CopperItem[],
): NetRoutes | undefined {
  const { facts, fields } = context
  let routes = firm
  let done = pads.length > 0
  for (const pad of pads) {
    const field = fields.make(facts.pour.net, [
      ...others,
      ...netCopper(facts.pour.net, routes, facts.via.diameterMm),
    ])
    const cells: number[] = []
    eachCellNear(fields.grid, pad.shape, 4, (cell) => {
      if (meetsPlane(facts, cellCentre(fields.grid, cell)) && mayVia(field, facts, cell)) cells.push(cell)
    })
    const laid = layToVia(context, facts.pour.net, pad, cells, routes, others)
    if (laid) routes = laid
    else done = false
  }
  return done ? routes : undefined
}
