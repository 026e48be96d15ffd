import { innerFrame, titleBox } from "../frame"
import type { PlacedPin } from "../place"
import { type Box, boxOf, flatten, type Group, type Point, textBox } from "../shapes"
import { gridMm, type Paper } from "../sheet"

/** Wires run on the half grid. */
export const stepMm = gridMm / 2

/** Room that a wire keeps from texts and symbols, mm. */
const wireGapMm = 0.3
/** Costs of a half step are added up to this; such an edge is closed. */
export const closed = 255

interface Obstacle {
  readonly box: Box
  /** Holds only while this pin is not wired: the place where its wire will leave. */
  readonly pin?: string
  readonly net?: number
}

const cellMm = 10

/**
 * What stands on the sheet and where wires may still run. Nodes are the points of the half grid inside the frame,
 * numbered row by row; an edge joins a node with the next one right (h) or below (v).
 */
export class Room {
  readonly columns: number
  readonly rows: number
  /** Extra cost of an edge, `closed` where none may run. */
  readonly costH: Uint8Array
  readonly costV: Uint8Array
  /** Number of the net whose wire runs on an edge, 0 for none. */
  readonly netH: Int32Array
  readonly netV: Int32Array
  /** Number of the net whose pin ends at a node, -1 for an open pin. */
  readonly pinNet: Int32Array
  /** The way a pin that ends at a node leaves its symbol: right 1, down 2, left 3, up 4; 0 without a pin. */
  readonly wayOut: Uint8Array
  /** Number of the net whose pin leaves over a node. */
  readonly lane: Int32Array
  private readonly cells = new Map<number, Obstacle[]>()
  private readonly wired = new Set<string>()
  private readonly frame: Box

  constructor(paper: Paper) {
    const { maxX, maxY } = innerFrame(paper)
    this.columns = Math.floor(maxX / stepMm) + 1
    this.rows = Math.floor(maxY / stepMm) + 1
    const size = this.columns * this.rows
    this.costH = new Uint8Array(size)
    this.costV = new Uint8Array(size)
    this.netH = new Int32Array(size)
    this.netV = new Int32Array(size)
    this.pinNet = new Int32Array(size)
    this.lane = new Int32Array(size)
    this.wayOut = new Uint8Array(size)
    const inner = innerFrame(paper)
    this.frame = {
      minX: inner.minX + 0.6,
      minY: inner.minY + 0.6,
      maxX: inner.maxX - 0.6,
      maxY: inner.maxY - 0.6,
    }
    const beyond = 1000
    this.close({ minX: -1, minY: -1, maxX: inner.minX, maxY: beyond * 2 })
    this.close({ minX: -1, minY: -1, maxX: beyond * 2, maxY: inner.minY })
    this.close({ minX: inner.maxX - stepMm, minY: -1, maxX: beyond * 2, maxY: beyond * 2 })
    this.close({ minX: -1, minY: inner.maxY - stepMm, maxX: beyond * 2, maxY: beyond * 2 })
    this.solid(titleBox(paper))
  }

  readonly node = ({ x, y }: Point): number => Math.round(y / stepMm) * this.columns + Math.round(x / stepMm)

  readonly point = (node: number): Point => ({
    x: micron((node % this.columns) * stepMm),
    y: micron(Math.floor(node / this.columns) * stepMm),
  })

  /** Nothing may touch it. */
  solid(box: Box, gapMm = wireGapMm): void {
    this.note({ box })
    this.close(grow(box, gapMm))
  }

  /** Takes all shapes of drawn groups: texts and symbols are solid, frames and outlines may be crossed. */
  draw(groups: readonly Group[]): void {
    for (const { shape, group } of flatten(groups)) {
      if (shape.ink === "hit") continue
      if (shape.kind === "text") this.solid(textBox(shape))
      else if (shape.kind === "circle") {
        const { centre, radius } = shape
        this.solid(grow(boxOf([centre]), radius))
      } else if (group.role === "block")
        this.crossable(shape.closed ? [...shape.points, ...shape.points.slice(0, 1)] : shape.points)
      else if (group.role === "note" || group.role === "power") this.solid(boxOf(shape.points))
      else this.note({ box: boxOf(shape.points) })
    }
  }

  /** A pin: its line, its end, and the way out that stays free for its wire. */
  pin(pin: PlacedPin, net: number | undefined): void {
    const { end, inner } = pin
    this.pinNet[this.node(end)] = net ?? -1
    const short = { x: end.x + Math.sign(inner.x - end.x) * 0.4, y: end.y + Math.sign(inner.y - end.y) * 0.4 }
    if (end.x !== inner.x || end.y !== inner.y) this.close(grow(boxOf([short, inner]), 0.35))
    if (net === undefined) return
    const away = { x: Math.sign(end.x - inner.x), y: Math.sign(end.y - inner.y) }
    const out = { x: end.x + away.x * gridMm, y: end.y + away.y * gridMm }
    this.note({ box: grow(boxOf([end, out]), 0.5), pin: pin.id, net })
    this.wayOut[this.node(end)] = away.x > 0 ? 1 : away.y > 0 ? 2 : away.x < 0 ? 3 : 4
    for (const far of [1, 2])
      this.lane[this.node({ x: end.x + away.x * far * stepMm, y: end.y + away.y * far * stepMm })] = net
  }

  /** The pin has its wire or symbol: what was kept for it is free again. */
  done(pin: string): void {
    this.wired.add(pin)
  }

  /** Whether a box can be drawn without touching anything; the ways out of a net's own pins do not count. */
  free(box: Box, net: number, gapMm = 0.25): boolean {
    const room = grow(box, gapMm)
    if (room.minX < this.frame.minX || room.maxX > this.frame.maxX) return false
    if (room.minY < this.frame.minY || room.maxY > this.frame.maxY) return false
    for (const key of cellsOf(room)) {
      for (const other of this.cells.get(key) ?? []) {
        if (!overlap(room, other.box)) continue
        if (other.pin === undefined || (other.net !== net && !this.wired.has(other.pin))) return false
      }
    }
    return true
  }

  /** Draws a net's wire through nodes that follow each other. */
  wire(path: readonly number[], net: number): void {
    for (let i = 1; i < path.length; i++) {
      const [a, b] = [path[i - 1] as number, path[i] as number]
      const edges = Math.abs(a - b) === 1 ? this.netH : this.netV
      edges[Math.min(a, b)] = net
    }
    for (const [from, to] of runs(path, this.columns))
      this.note({ box: boxOf([this.point(from), this.point(to)]) })
  }

  private note(obstacle: Obstacle): void {
    for (const key of cellsOf(obstacle.box)) {
      const cell = this.cells.get(key)
      if (cell) cell.push(obstacle)
      else this.cells.set(key, [obstacle])
    }
  }

  /** A line that wires may cross at a right angle. */
  private crossable(points: readonly Point[]): void {
    points.slice(1).forEach((to, index) => {
      const box = boxOf([points[index] ?? to, to])
      this.note({ box })
      this.tax(grow(box, 0.9), 3)
    })
  }

  private close(box: Box): void {
    this.tax(box, closed)
  }

  /** Adds a cost to all edges that meet a box. */
  private tax(box: Box, cost: number): void {
    const clamp = (v: number, most: number): number => Math.max(0, Math.min(most - 1, v))
    const first = (v: number, most: number): number => clamp(Math.ceil(v / stepMm - 0.001), most)
    const last = (v: number, most: number): number => clamp(Math.floor(v / stepMm + 0.001), most)
    const before = (v: number, most: number): number => clamp(Math.floor(v / stepMm + 0.001), most)
    const add = (edges: Uint8Array, node: number): void => {
      edges[node] = Math.min(closed, (edges[node] ?? 0) + cost)
    }
    for (let y = first(box.minY, this.rows); y <= last(box.maxY, this.rows); y++) {
      for (let x = before(box.minX - 0.001 * stepMm, this.columns); x <= last(box.maxX, this.columns); x++)
        add(this.costH, y * this.columns + x)
    }
    for (let x = first(box.minX, this.columns); x <= last(box.maxX, this.columns); x++) {
      for (let y = before(box.minY, this.rows); y <= last(box.maxY, this.rows); y++)
        add(this.costV, y * this.columns + x)
    }
  }
}

/** Straight pieces of a path, as first and last node. */
export function runs(path: readonly number[], columns: number): [number, number][] {
  const pieces: [number, number][] = []
  for (let i = 1; i < path.length; i++) {
    const [a, b] = [path[i - 1] as number, path[i] as number]
    const level = Math.abs(a - b) !== columns
    const last = pieces.at(-1)
    const lastLevel = last && Math.abs(last[0] - last[1]) < columns
    if (last && level === lastLevel) last[1] = b
    else pieces.push([a, b])
  }
  return pieces
}

export const micron = (mm: number): number => Math.round(mm * 1000) / 1000 + 0

export const grow = (box: Box, by: number): Box => ({
  minX: box.minX - by,
  minY: box.minY - by,
  maxX: box.maxX + by,
  maxY: box.maxY + by,
})

const overlap = (a: Box, b: Box): boolean =>
  a.minX < b.maxX && b.minX < a.maxX && a.minY < b.maxY && b.minY < a.maxY

function cellsOf(box: Box): number[] {
  const keys: number[] = []
  for (let y = Math.floor(box.minY / cellMm); y <= Math.floor(box.maxY / cellMm); y++)
    for (let x = Math.floor(box.minX / cellMm); x <= Math.floor(box.maxX / cellMm); x++)
      keys.push(y * 1000 + x)
  return keys
}
