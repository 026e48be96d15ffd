import { pourAt } from "../circuit/poured"
import { distance, type Point } from "../geometry/point"
import { boxOf } from "../geometry/shape"
import type { BoardFacts, PadFact } from "./board-facts"
import { netCopper, toPoint } from "./copper"
import type { NetField } from "./field"
import { joinedGroups } from "./fit"
import { cellAt, cellCentre, type Grid, layerAt, layerIndex } from "./grid"
import type { NetRoutes, Position } from "./routes-file"

/** Where the pours will be once the board is built, near enough to know what hangs together. */

/** The first layers as the grid counts them. */
const faces = 2

/** Where the pours will be, in cells, and which piece each cell belongs to. */
export class PourMap {
  readonly pieces: readonly Int32Array[]

  constructor(
    readonly grid: Grid,
    field: NetField,
    facts: BoardFacts,
  ) {
    const need = facts.pour.clearanceMm + facts.pour.minWidthMm / 2
    const isVoid = ({ x, y }: Point): boolean =>
      facts.pour.voids.some(({ minX, minY, maxX, maxY }) => x >= minX && x <= maxX && y >= minY && y <= maxY)
    const piecesOf = (free: Float32Array, layer: number): Int32Array => {
      const pours = facts.pour.layers.some((name) => layerIndex(name) === layer)
      const isOwn = (p: Point): boolean => pourAt(facts.pour.all, layerAt(layer), p)?.net === facts.pour.net
      return label(grid, (cell) => {
        if (!pours || (free[cell] as number) < need) return false
        const p = cellCentre(grid, cell)
        return !isVoid(p) && isOwn(p)
      })
    }
    this.pieces = field.free.map(piecesOf)
  }

  piece(layer: number, cell: number): number {
    return this.pieces[layer]?.[cell] ?? 0
  }

  /** The largest piece inside the board: a plane, which all pads of the net are to reach. */
  get plane(): Piece | undefined {
    let best: (Piece & { readonly cells: number }) | undefined
    for (const [layer, marks] of this.pieces.entries()) {
      if (layer < faces) continue
      const counts = new Map<number, number>()
      for (const piece of marks) if (piece !== 0) counts.set(piece, (counts.get(piece) ?? 0) + 1)
      for (const [piece, cells] of counts)
        if (best === undefined || cells > best.cells) best = { layer, piece, cells }
    }
    return best
  }
}

/** Numbers connected areas from 1; 0 is no area. */
function label(grid: Grid, inside: (cell: number) => boolean): Int32Array {
  const marks = new Int32Array(grid.cells)
  const stack: number[] = []
  let count = 0
  for (let start = 0; start < grid.cells; start++) {
    if (marks[start] !== 0 || !inside(start)) continue
    count++
    marks[start] = count
    stack.push(start)
    while (stack.length > 0) {
      const cell = stack.pop() as number
      const ix = cell % grid.nx
      for (const next of [
        ix > 0 ? cell - 1 : -1,
        ix < grid.nx - 1 ? cell + 1 : -1,
        cell - grid.nx,
        cell + grid.nx,
      ]) {
        if (next < 0 || next >= grid.cells || marks[next] !== 0 || !inside(next)) continue
        marks[next] = count
        stack.push(next)
      }
    }
  }
  return marks
}

/** Cells just beyond a pad's relief, one a spoke. */
function spokeCells(grid: Grid, pad: PadFact, facts: BoardFacts): number[] {
  const box = boxOf(pad.shape)
  const beyond = facts.pour.clearanceMm + facts.pour.minWidthMm / 2 + 0.1
  const { x, y } = pad.centre
  return [
    { x: box.maxX + beyond, y },
    { x: box.minX - beyond, y },
    { x, y: box.maxY + beyond },
    { x, y: box.minY - beyond },
  ].map((p) => cellAt(grid, p))
}

export interface Piece {
  readonly layer: number
  readonly piece: number
}

export const keyOf = ({ layer, piece }: Piece): string => `${layer}:${piece}`

/** Pieces of pour and the pads on them in groups that vias, plated holes and tracks join. */
export function groupsOf(map: PourMap, facts: BoardFacts, routes: NetRoutes) {
  const parent = new Map<string, string>()
  const find = (key: string): string => {
    let root = key
    for (let next = parent.get(root); next !== undefined && next !== root; next = parent.get(root))
      root = next
    return root
  }
  const unite = (a: string, b: string): void => {
    const [x, y] = [find(a), find(b)]
    if (x !== y) parent.set(x, y)
  }
  const pads = facts.pads.filter((pad) => pad.net === facts.pour.net)
  const spokes = new Map<string, number>()
  for (const pad of pads) {
    for (const name of pad.layers) {
      const layer = layerIndex(name)
      for (const cell of spokeCells(map.grid, pad, facts)) {
        const piece = map.piece(layer, cell)
        if (piece === 0) continue
        unite(pad.name, keyOf({ layer, piece }))
        spokes.set(pad.name, (spokes.get(pad.name) ?? 0) + 1)
      }
    }
  }
  routes.vias.forEach((via, i) => {
    const cell = cellAt(map.grid, toPoint(via))
    for (const layer of map.pieces.keys()) {
      const piece = map.piece(layer, cell)
      if (piece !== 0) unite(`via ${i}`, keyOf({ layer, piece }))
    }
  })
  for (const [index, path] of routes.paths.entries()) {
    const ends = [path.points[0] as Position, path.points[path.points.length - 1] as Position]
    const layer = layerIndex(path.layer)
    const keys = ends.flatMap((end) => {
      const p = toPoint(end)
      const pad = pads.find(
        (candidate) => candidate.layers.includes(path.layer) && distance(candidate.centre, p) < 0.5,
      )
      const via = routes.vias.findIndex((v) => distance(toPoint(v), p) < 0.3)
      const piece = map.piece(layer, cellAt(map.grid, p))
      return [
        ...(pad ? [pad.name] : []),
        ...(via >= 0 ? [`via ${via}`] : []),
        ...(piece !== 0 ? [keyOf({ layer, piece })] : []),
      ]
    })
    for (const key of keys) unite(`track ${index}`, key)
  }
  // A track may end on another one, or pass over a pad.
  const items = netCopper(facts.pour.net, routes, facts.via.diameterMm)
  const roots = joinedGroups([...pads, ...items])
  const names = [
    ...pads.map(({ name }) => name),
    ...items.map(({ kind, index }) => (kind === "via" ? `via ${index}` : `track ${index}`)),
  ]
  for (const [i, name] of names.entries()) unite(name, names[roots[i] as number] as string)
  return { find, pads, spokes }
}
