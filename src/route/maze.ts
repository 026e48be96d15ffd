import type { Effort } from "./effort"
import { directions, type Grid, stepMm } from "./grid"
import { Heap } from "./heap"
import { bendPrice } from "./prices"

/**
 * Shortest way for one track on the grid: eight directions, all layers, a price for bends, vias and the ground layer.
 * A* over (layer, cell, direction); exact for its prices.
 */

/** Where a track may start or end. Bit d of `out` allows leaving in direction d; an end is entered against it. */
export interface Port {
  readonly layer: number
  readonly cell: number
  readonly out: number
  /** Which end this is, for the caller. */
  readonly id: number
}

export interface MazeRules {
  /** The layers tracks may lie on, as the grid counts them. */
  readonly layers: readonly number[]
  /** Price of entering a cell, in mm per mm, a layer's cells after the last's; infinite where no track fits. */
  readonly price: Float32Array
  /** Price of a via in a cell, mm; infinite where none may be. */
  readonly via: Float32Array
  /** Not 0 where tracks do not bend, 2 where they do not run slanting, by layer. */
  readonly straight: readonly Uint8Array[]
}

export interface MazeStep {
  readonly layer: number
  readonly cell: number
}

export interface MazeWay {
  readonly from: Port
  readonly to: Port
  readonly steps: readonly MazeStep[]
  readonly price: number
}

/** Whether it is worth going to a layer by a via: on a face there is room wherever a via has it, inside planes end it. */
const isOpen = (layer: number, price: number): boolean => layer < 2 || price !== Number.POSITIVE_INFINITY

const opposite = (d: number): number => (d + 4) % 8

/**
 * How far beyond the straightest way the remaining ways are measured exactly, mm: what a few bends cost. More makes
 * the first search wider, less the second.
 */
const slackMm = 3

export class Maze {
  /** Price of the best way found to a state: (layer, cell, direction of arrival). */
  private readonly best: Float32Array
  private readonly parent: Int32Array
  private readonly touched: number[] = []
  /** Price of what is left from a node to the nearest target, where bends cost nothing. */
  private readonly left: Float32Array
  private readonly settled: Uint8Array
  private readonly seen: number[] = []
  private readonly moves: readonly number[]
  private readonly heap = new Heap()
  /** Room for the rules of one search, so that not every search takes megabytes. */
  readonly scratch: { readonly price: Float32Array; readonly via: Float32Array }
  /** Nodes that reach the last search's targets, as far as it looked: few when they are walled in. */
  reached = 0

  /**
   * @param effort is told of every place looked at, and ends searches when it is spent.
   * @param layers how many there are to search.
   */
  constructor(
    readonly grid: Grid,
    private readonly effort: Effort,
    layers = 2,
  ) {
    const nodes = grid.cells * layers
    this.best = new Float32Array(nodes * 8).fill(Number.POSITIVE_INFINITY)
    this.parent = new Int32Array(nodes * 8)
    this.left = new Float32Array(nodes).fill(Number.POSITIVE_INFINITY)
    this.settled = new Uint8Array(nodes)
    this.moves = directions.map(([dx, dy]) => dy * grid.nx + dx)
    this.scratch = { price: new Float32Array(nodes), via: new Float32Array(grid.cells) }
  }

  /**
   * @returns the cheapest way, or undefined when there is none.
   */
  find(sources: readonly Port[], targets: readonly Port[], rules: MazeRules): MazeWay | undefined {
    if (this.effort.over()) return undefined
    const guess = this.measure(sources, targets, rules)
    const way = guess && this.search(sources, targets, rules, guess)
    for (const state of this.touched) this.best[state] = Number.POSITIVE_INFINITY
    this.touched.length = 0
    for (const node of this.seen) {
      this.left[node] = Number.POSITIVE_INFINITY
      this.settled[node] = 0
    }
    this.seen.length = 0
    return way
  }

  /**
   * Searches from the targets back to the sources with bends for nothing: what is left from every place on the way is
   * never more than it will be with them, and hardly less, so the search proper looks at little else than the way.
   * @returns what is left at least from a node on; undefined when no way leads to a source.
   */
  private measure(
    sources: readonly Port[],
    targets: readonly Port[],
    rules: MazeRules,
  ): ((node: number) => number) | undefined {
    const { left, settled, seen, heap, moves, effort } = this
    const { layers, price, via } = rules
    const { cells, nx, ny } = this.grid
    const toSource = distanceToBox(this.grid, sources)
    const wanted = new Set(sources.map((port) => port.layer * cells + port.cell))
    heap.clear()
    const offer = (node: number, cost: number): void => {
      const old = left[node] as number
      if (cost >= old - 1e-6) return
      if (old === Number.POSITIVE_INFINITY) seen.push(node)
      left[node] = cost
      heap.push(cost + toSource(node % cells), node)
    }
    for (const port of targets) offer(port.layer * cells + port.cell, 0)
    let limit = Number.POSITIVE_INFINITY
    while (heap.size > 0 && heap.least <= limit) {
      const node = heap.pop()
      if (settled[node] === 1) continue
      settled[node] = 1
      effort.spend(1)
      if (effort.over()) return undefined
      const cost = left[node] as number
      const cell = node % cells
      if (limit === Number.POSITIVE_INFINITY && wanted.has(node)) limit = cost + toSource(cell) + slackMm
      // Ways end here, so what counts is the price of coming in from the neighbour: that of this node.
      const here = price[node] as number
      if (here !== Number.POSITIVE_INFINITY) {
        const ix = cell % nx
        const iy = (cell - ix) / nx
        for (let d = 0; d < 8; d++) {
          const [dx, dy] = directions[d] as readonly [number, number]
          if (ix + dx < 0 || ix + dx >= nx || iy + dy < 0 || iy + dy >= ny) continue
          const next = node + (moves[d] as number)
          if (settled[next] === 1) continue
          // A way begins on its source, wherever that is; everywhere else it has to fit.
          if (price[next] === Number.POSITIVE_INFINITY && !wanted.has(next)) continue
          offer(next, cost + here * (d & 1 ? diagonalMm : stepMm))
        }
      }
      const through = via[cell] as number
      if (through !== Number.POSITIVE_INFINITY)
        for (const layer of layers) {
          const next = layer * cells + cell
          if (next !== node && isOpen(layer, price[next] as number)) offer(next, cost + through)
        }
    }
    this.reached = seen.length
    if (limit === Number.POSITIVE_INFINITY) return undefined
    return (node) =>
      settled[node] === 1 ? (left[node] as number) : Math.max(0, limit - toSource(node % cells))
  }

  private search(
    sources: readonly Port[],
    targets: readonly Port[],
    rules: MazeRules,
    guess: (node: number) => number,
  ): MazeWay | undefined {
    const { best, parent, touched, heap, moves, effort } = this
    const { layers, price, via, straight } = rules
    const { cells, nx, ny } = this.grid
    const targetAt = new Map<number, Port[]>()
    for (const port of targets) {
      const key = port.layer * cells + port.cell
      const list = targetAt.get(key)
      if (list) list.push(port)
      else targetAt.set(key, [port])
    }
    heap.clear()
    const offer = (state: number, cost: number, from: number): void => {
      const old = best[state] as number
      if (cost >= old - 1e-6) return
      if (old === Number.POSITIVE_INFINITY) touched.push(state)
      best[state] = cost
      parent[state] = from
      heap.push(cost + guess(state >> 3), state)
    }
    const sourceAt = new Map<number, Port>()
    for (const port of sources)
      for (let d = 0; d < 8; d++) {
        if (!(port.out & (1 << d))) continue
        const state = (port.layer * cells + port.cell) * 8 + d
        sourceAt.set(state, port)
        offer(state, 0, -1)
      }
    while (heap.size > 0) {
      const key = heap.least
      const state = heap.pop()
      const g = best[state] as number
      const node = state >> 3
      // A better way to the same state has been looked at since.
      if (key > g + guess(node) + 1e-4) continue
      effort.spend(1)
      if (effort.over()) return undefined
      const d = state & 7
      const layer = Math.floor(node / cells)
      const cell = node - layer * cells
      const bends = straight[layer] as Uint8Array
      const end = targetAt.get(node)?.find((port) => port.out & (1 << opposite(d)))
      if (end && !sourceAt.has(state)) return this.way(state, end, sourceAt, g)
      const ix = cell % nx
      const iy = (cell - ix) / nx
      const started = parent[state] === -1
      const most = !started && bends[cell] === 0 ? 2 : 0
      for (let turn = -most; turn <= most; turn++) {
        const nd = (d + turn + 8) & 7
        const [dx, dy] = directions[nd] as readonly [number, number]
        if (ix + dx < 0 || ix + dx >= nx || iy + dy < 0 || iy + dy >= ny) continue
        const next = node + (moves[nd] as number)
        const perMm = price[next] as number
        if (perMm === Number.POSITIVE_INFINITY) continue
        if (nd & 1 && bends[next - layer * cells] === 2) continue
        const length = nd & 1 ? diagonalMm : stepMm
        offer(next * 8 + nd, g + length * perMm + (bendPrice[turn < 0 ? -turn : turn] as number), state)
      }
      if (!started && via[cell] !== Number.POSITIVE_INFINITY) {
        // On the other layers the track is free to leave in any direction.
        for (const other of layers) {
          const next = other * cells + cell
          if (next === node || !isOpen(other, price[next] as number)) continue
          for (let nd = 0; nd < 8; nd++) offer(next * 8 + nd, g + (via[cell] as number), state)
        }
      }
    }
    return undefined
  }

  private way(state: number, to: Port, sources: ReadonlyMap<number, Port>, price: number): MazeWay {
    const steps: MazeStep[] = []
    let at = state
    for (;;) {
      const node = at >> 3
      const layer = Math.floor(node / this.grid.cells)
      steps.push({ layer, cell: node - layer * this.grid.cells })
      const up = this.parent[at] as number
      if (up === -1) break
      at = up
    }
    return { from: sources.get(at) as Port, to, steps: steps.reverse(), price }
  }
}

const diagonalMm = stepMm * Math.SQRT2

/** Least length of a way from a cell to the box round some ports, mm. */
function distanceToBox({ nx }: Grid, ports: readonly Port[]): (cell: number) => number {
  let [loX, hiX, loY, hiY] = [Number.POSITIVE_INFINITY, 0, Number.POSITIVE_INFINITY, 0]
  for (const { cell } of ports) {
    const ix = cell % nx
    const iy = (cell - ix) / nx
    loX = Math.min(loX, ix)
    hiX = Math.max(hiX, ix)
    loY = Math.min(loY, iy)
    hiY = Math.max(hiY, iy)
  }
  return (cell) => {
    const ix = cell % nx
    const iy = (cell - ix) / nx
    const dx = ix < loX ? loX - ix : ix > hiX ? ix - hiX : 0
    const dy = iy < loY ? loY - iy : iy > hiY ? iy - hiY : 0
    return stepMm * (dx > dy ? dx + (Math.SQRT2 - 1) * dy : dy + (Math.SQRT2 - 1) * dx)
  }
}
