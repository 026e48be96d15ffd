import type { Effort } from "./effort"
import { directions, type Grid, stepMm, turnSteps } from "./grid"
import { bendPrice } from "./prices"

/**
 * Shortest way for one track on the grid: eight directions, two layers, a price for bends, vias and the ground layer.
 * A* over (layer, cell, direction); exact for its prices.
 */

/** Where a track may start or end. Bit d of `out` allows leaving in direction d; an end is entered against it. */
export interface Port {
  readonly layer: 0 | 1
  readonly cell: number
  readonly out: number
  /** Which end this is, for the caller. */
  readonly id: number
}

export interface MazeRules {
  /** Price of entering a cell, in mm per mm; infinite where the track does not fit. */
  readonly price: (layer: 0 | 1, cell: number) => number
  readonly mayBend: (layer: 0 | 1, cell: number) => boolean
  readonly mayVia: (cell: number) => boolean
  /** mm */
  readonly viaPrice: (cell: number) => number
}

export interface MazeStep {
  readonly layer: 0 | 1
  readonly cell: number
}

export interface MazeWay {
  readonly from: Port
  readonly to: Port
  readonly steps: readonly MazeStep[]
  readonly price: number
}

/** Binary heap of (key, value) pairs in flat arrays. */
class Heap {
  private keys = new Float64Array(1024)
  private values = new Int32Array(1024)
  size = 0

  push(key: number, value: number): void {
    if (this.size === this.keys.length) {
      const keys = new Float64Array(this.size * 2)
      keys.set(this.keys)
      const values = new Int32Array(this.size * 2)
      values.set(this.values)
      this.keys = keys
      this.values = values
    }
    let i = this.size++
    while (i > 0) {
      const up = (i - 1) >> 1
      if ((this.keys[up] as number) <= key) break
      this.keys[i] = this.keys[up] as number
      this.values[i] = this.values[up] as number
      i = up
    }
    this.keys[i] = key
    this.values[i] = value
  }

  pop(): number {
    const top = this.values[0] as number
    const n = --this.size
    const key = this.keys[n] as number
    const value = this.values[n] as number
    let i = 0
    for (;;) {
      let down = 2 * i + 1
      if (down >= n) break
      if (down + 1 < n && (this.keys[down + 1] as number) < (this.keys[down] as number)) down++
      if ((this.keys[down] as number) >= key) break
      this.keys[i] = this.keys[down] as number
      this.values[i] = this.values[down] as number
      i = down
    }
    this.keys[i] = key
    this.values[i] = value
    return top
  }
}

const opposite = (d: number): number => (d + 4) % 8

export class Maze {
  private readonly best: Float32Array
  private readonly parent: Int32Array
  private readonly moves: readonly number[]
  /** Cells that can be reached from the last search's sources, as far as it looked: few when they are walled in. */
  reached = 0

  /** @param effort is told of every place looked at, and ends searches when it is spent. */
  constructor(
    readonly grid: Grid,
    private readonly effort: Effort,
  ) {
    const states = grid.cells * 2 * 8
    this.best = new Float32Array(states)
    this.parent = new Int32Array(states)
    this.moves = directions.map(([dx, dy]) => dy * grid.nx + dx)
  }

  /**
   * @returns the cheapest way, or undefined when there is none.
   */
  find(sources: readonly Port[], targets: readonly Port[], rules: MazeRules): MazeWay | undefined {
    if (this.effort.over() || !this.connected(sources, targets, rules)) return undefined
    const { grid, best, parent } = this
    const { cells, nx, ny } = grid
    best.fill(Number.POSITIVE_INFINITY)
    const targetAt = new Map<number, Port[]>()
    let [loX, hiX, loY, hiY] = [nx, 0, ny, 0]
    for (const port of targets) {
      const key = port.layer * cells + port.cell
      const list = targetAt.get(key)
      if (list) list.push(port)
      else targetAt.set(key, [port])
      const ix = port.cell % nx
      const iy = (port.cell - ix) / nx
      loX = Math.min(loX, ix)
      hiX = Math.max(hiX, ix)
      loY = Math.min(loY, iy)
      hiY = Math.max(hiY, iy)
    }
    const guess = (cell: number): number => {
      const ix = cell % nx
      const iy = (cell - ix) / nx
      const dx = ix < loX ? loX - ix : ix > hiX ? ix - hiX : 0
      const dy = iy < loY ? loY - iy : iy > hiY ? iy - hiY : 0
      return stepMm * (Math.max(dx, dy) + (Math.SQRT2 - 1) * Math.min(dx, dy))
    }
    const heap = new Heap()
    const sourceAt = new Map<number, Port>()
    for (const port of sources)
      for (let d = 0; d < 8; d++) {
        if (!(port.out & (1 << d))) continue
        const state = (port.layer * cells + port.cell) * 8 + d
        best[state] = 0
        parent[state] = -1
        sourceAt.set(state, port)
        heap.push(guess(port.cell), state)
      }
    while (heap.size > 0) {
      const state = heap.pop()
      this.effort.spend(1)
      if (this.effort.over()) return undefined
      const d = state & 7
      const node = state >> 3
      const layer: 0 | 1 = node >= cells ? 1 : 0
      const cell = node - layer * cells
      const g = best[state] as number
      const end = targetAt.get(node)?.find((port) => port.out & (1 << opposite(d)))
      if (end && !sourceAt.has(state)) return this.way(state, end, sourceAt, g)
      const ix = cell % nx
      const iy = (cell - ix) / nx
      const started = (parent[state] as number) === -1
      const bends = !started && rules.mayBend(layer, cell)
      for (let turn = -2; turn <= 2; turn++) {
        if (turn !== 0 && !bends) continue
        const nd = (d + turn + 8) & 7
        const [dx, dy] = directions[nd] as readonly [number, number]
        const jx = ix + dx
        const jy = iy + dy
        if (jx < 0 || jx >= nx || jy < 0 || jy >= ny) continue
        const next = cell + (this.moves[nd] as number)
        const price = rules.price(layer, next)
        if (price === Number.POSITIVE_INFINITY) continue
        const length = dx !== 0 && dy !== 0 ? stepMm * Math.SQRT2 : stepMm
        const cost = g + length * price + (bendPrice[turnSteps(d, nd)] as number)
        const nextState = (layer * cells + next) * 8 + nd
        if (cost < (best[nextState] as number) - 1e-6) {
          best[nextState] = cost
          parent[nextState] = state
          heap.push(cost + guess(next), nextState)
        }
      }
      if (!started && rules.mayVia(cell)) {
        const other = ((1 - layer) * cells + cell) * 8
        const cost = g + rules.viaPrice(cell)
        // On the other layer the track is free to leave in any direction.
        for (let nd = 0; nd < 8; nd++)
          if (cost < (best[other + nd] as number) - 1e-6) {
            best[other + nd] = cost
            parent[other + nd] = state
            heap.push(cost + guess(cell), other + nd)
          }
      }
    }
    return undefined
  }

  /** Whether any target can be reached when bends cost nothing: cheap, and spares a search that would find nothing. */
  private connected(sources: readonly Port[], targets: readonly Port[], rules: MazeRules): boolean {
    const { cells, nx, ny } = this.grid
    const wanted = new Uint8Array(cells * 2)
    for (const port of targets) wanted[port.layer * cells + port.cell] = 1
    const seen = new Uint8Array(cells * 2)
    const stack: number[] = []
    this.reached = 0
    const enter = (node: number): void => {
      if (seen[node] === 1) return
      seen[node] = 1
      this.reached++
      stack.push(node)
    }
    for (const port of sources) enter(port.layer * cells + port.cell)
    for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
      this.effort.spend(0.1)
      if (wanted[node] === 1) return true
      const layer: 0 | 1 = node >= cells ? 1 : 0
      const cell = node - layer * cells
      const ix = cell % nx
      const iy = (cell - ix) / nx
      for (const [dx, dy] of directions) {
        if (ix + dx < 0 || ix + dx >= nx || iy + dy < 0 || iy + dy >= ny) continue
        const next = cell + dy * nx + dx
        if (seen[layer * cells + next] === 0 && rules.price(layer, next) !== Number.POSITIVE_INFINITY)
          enter(layer * cells + next)
      }
      if (rules.mayVia(cell)) enter((1 - layer) * cells + cell)
    }
    return false
  }

  private way(state: number, to: Port, sources: ReadonlyMap<number, Port>, price: number): MazeWay {
    const steps: MazeStep[] = []
    let at = state
    for (;;) {
      const node = at >> 3
      const layer: 0 | 1 = node >= this.grid.cells ? 1 : 0
      steps.push({ layer, cell: node - layer * this.grid.cells })
      const up = this.parent[at] as number
      if (up === -1) break
      at = up
    }
    return { from: sources.get(at) as Port, to, steps: steps.reverse(), price }
  }
}
