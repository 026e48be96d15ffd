import { closed, type Room } from "./room"

/** Costs in halves of a half step. */
const step = 2
const bend = 8
const crossing = 12
/** From or to a pin, but not in its line. */
const sideways = 5
/** Over a node that another net's pin leaves by. */
const inWay = 4
/** Along another net's wire, half a step beside it. */
const beside = 2

/** Directions: right, down, left, up. */
export type Direction = 0 | 1 | 2 | 3

export interface Found {
  /** From a source to the goal. */
  readonly path: readonly number[]
  readonly cost: number
  readonly direction: Direction
}

/** The nodes gone through, from a source; made only when asked for. */
export type Way = () => readonly number[]

export interface Search {
  readonly net: number
  readonly sources: Iterable<number>
  /** Extra cost of ending at the last node of a way, having run in a direction; undefined: it cannot end there. */
  readonly goal: (node: number, direction: Direction, way: Way | undefined) => number | undefined
  /** Most that the way may cost. */
  readonly limit: number
  /** Least cost from a node to the goal, where known. */
  readonly ahead?: (node: number) => number
}

/** Finds the cheapest wire over the free half grid: few steps, few bends, few crossings. */
export class Maze {
  private readonly cost: Float64Array
  private readonly from: Int32Array
  private readonly stamp: Int32Array
  private run = 0

  constructor(private readonly room: Room) {
    const states = room.columns * room.rows * 4
    this.cost = new Float64Array(states)
    this.from = new Int32Array(states)
    this.stamp = new Int32Array(states)
  }

  find({ net, sources, goal, limit, ahead = () => 0 }: Search): Found | undefined {
    this.run++
    const queue = new Queue()
    const reach = (state: number, cost: number, from: number): void => {
      if (this.stamp[state] === this.run && (this.cost[state] as number) <= cost) return
      const least = cost + ahead(state >> 2)
      if (least > limit) return
      this.stamp[state] = this.run
      this.cost[state] = cost
      this.from[state] = from
      queue.push(least, state)
    }
    let best: { state: number; cost: number } | undefined
    for (const source of sources) {
      for (const direction of [0, 1, 2, 3] as const) {
        const extra = goal(source, direction, undefined)
        if (extra !== undefined && extra <= limit && (best === undefined || extra < best.cost)) {
          best = { state: source * 4 + direction, cost: extra }
          this.stamp[best.state] = this.run
          this.cost[best.state] = extra
          this.from[best.state] = -1
        }
      }
    }
    const stopped = best?.state
    for (const source of sources) {
      for (const direction of [0, 1, 2, 3] as const)
        this.expand(source, direction, this.askew(source, direction), net, (state, cost) =>
          reach(state, cost, -2 - source),
        )
    }
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      const [least, state] = next
      if (best && least >= best.cost) break
      const cost = this.cost[state] as number
      if (cost + ahead(state >> 2) < least) continue
      const node = state >> 2
      const direction = (state & 3) as Direction
      const asked = goal(node, direction, () => this.path(state))
      const extra =
        asked === undefined ? undefined : asked + this.askew(node, ((direction + 2) % 4) as Direction)
      if (extra !== undefined && (best === undefined || cost + extra < best.cost) && cost + extra <= limit)
        best = { state, cost: cost + extra }
      if (this.own(node, net)) continue
      const foreign = this.taken(node) && !this.own(node, net)
      for (const turn of foreign ? ([0] as const) : ([0, 1, 3] as const)) {
        const towards = ((direction + turn) % 4) as Direction
        this.expand(node, towards, cost + (turn === 0 ? 0 : bend), net, (to, c) => reach(to, c, state))
      }
    }
    if (!best) return undefined
    if (best.state === stopped)
      return { path: [best.state >> 2], cost: best.cost, direction: (best.state & 3) as Direction }
    return { path: this.path(best.state), cost: best.cost, direction: (best.state & 3) as Direction }
  }

  private path(end: number): number[] {
    const path: number[] = []
    let state = end
    while (state >= 0) {
      path.push(state >> 2)
      state = this.from[state] as number
    }
    if (state <= -2) path.push(-2 - state)
    return path.reverse()
  }

  /** One half step on from a node, if it is open to the net. */
  private expand(
    node: number,
    direction: Direction,
    cost: number,
    net: number,
    reach: (state: number, cost: number) => void,
  ): void {
    const { columns, costH, costV, netH, netV, pinNet, lane } = this.room
    const level = direction === 0 || direction === 2
    const to = node + (direction === 0 ? 1 : direction === 1 ? columns : direction === 2 ? -1 : -columns)
    const edge = Math.min(node, to)
    const edgeCost = (level ? costH : costV)[edge] ?? closed
    if (edgeCost >= closed || (level ? netH : netV)[edge] !== 0) return
    const pin = pinNet[to] as number
    if (pin !== 0 && pin !== net) return
    let total = cost + step + edgeCost
    if (lane[to] !== 0 && lane[to] !== net) total += inWay
    if (this.taken(to) && !this.own(to, net)) {
      if (!this.crosses(to, level)) return
      total += crossing
    }
    const [nets, side] = level ? [netH, columns] : [netV, 1]
    for (const beside_ of [edge - side, edge + side]) {
      const other = nets[beside_]
      if (other !== undefined && other !== 0 && other !== net) total += beside
    }
    reach(to * 4 + direction, total)
  }

  private askew(node: number, direction: Direction): number {
    const way = this.room.wayOut[node] ?? 0
    return way === 0 || way - 1 === direction ? 0 : sideways
  }

  /** Whether any wire passes a node. */
  taken(node: number): boolean {
    const { columns, netH, netV } = this.room
    return netH[node] !== 0 || netV[node] !== 0 || netH[node - 1] !== 0 || netV[node - columns] !== 0
  }

  /** Whether a net's wire or pin is at a node. */
  own(node: number, net: number): boolean {
    const { columns, netH, netV, pinNet } = this.room
    return (
      pinNet[node] === net ||
      netH[node] === net ||
      netV[node] === net ||
      netH[node - 1] === net ||
      netV[node - columns] === net
    )
  }

  /** Conductors of a net that meet at a node. */
  conductors(node: number, net: number): number {
    const { columns, netH, netV, pinNet } = this.room
    return [netH[node], netV[node], netH[node - 1], netV[node - columns], pinNet[node]].filter(
      (n) => n === net,
    ).length
  }

  /** Whether one foreign wire runs straight through a node, at a right angle to the way. */
  private crosses(node: number, level: boolean): boolean {
    const { columns, netH, netV } = this.room
    const [along, across, behind] = level ? [netH, netV, columns] : [netV, netH, 1]
    const back = level ? 1 : columns
    return (
      along[node] === 0 &&
      along[node - back] === 0 &&
      across[node] !== 0 &&
      across[node] === across[node - behind]
    )
  }
}

/** A binary heap. */
class Queue {
  private readonly keys: number[] = []
  private readonly values: number[] = []

  push(key: number, value: number): void {
    let at = this.keys.length
    this.keys.push(key)
    this.values.push(value)
    while (at > 0) {
      const up = (at - 1) >> 1
      if ((this.keys[up] as number) <= key) break
      this.set(at, this.keys[up] as number, this.values[up] as number)
      at = up
    }
    this.set(at, key, value)
  }

  pop(): [number, number] | undefined {
    const top = this.keys[0]
    if (top === undefined) return undefined
    const value = this.values[0] as number
    const key = this.keys.pop() as number
    const last = this.values.pop() as number
    const size = this.keys.length
    let at = 0
    while (at * 2 + 1 < size) {
      let child = at * 2 + 1
      if (child + 1 < size && (this.keys[child + 1] as number) < (this.keys[child] as number)) child++
      if ((this.keys[child] as number) >= key) break
      this.set(at, this.keys[child] as number, this.values[child] as number)
      at = child
    }
    if (size > 0) this.set(at, key, last)
    return [top, value]
  }

  private set(at: number, key: number, value: number): void {
    this.keys[at] = key
    this.values[at] = value
  }
}
