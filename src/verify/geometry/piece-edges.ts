import Flatbush from "flatbush"
import { type Point, type Polygon, toMm } from "../../read"

/** An edge of a piece of a layer, in mm. */
export interface Edge {
  readonly piece: number
  readonly from: Point
  readonly to: Point
}

/** From here on a tree finds edges faster than looking at all. */
const manyEdges = 96

/**
 * The edges of a shape as plain numbers, four an edge (mm): a layer has a million of them, and an object is made only
 * for those somebody looks at.
 */
export class EdgeSet {
  readonly size: number
  /** x and y of where each edge starts and ends. */
  readonly ends: Float64Array
  readonly minX: number
  readonly minY: number
  readonly maxX: number
  readonly maxY: number
  private madeTree: Flatbush | undefined

  constructor({ outer, holes }: Polygon) {
    const rings = [outer, ...holes]
    this.size = rings.reduce((sum, ring) => sum + ring.length, 0)
    this.ends = new Float64Array(4 * this.size)
    let at = 0
    let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity]
    for (const ring of rings) {
      const last = ring[ring.length - 1]
      let [fromX, fromY] = last === undefined ? [0, 0] : [toMm(last.x), toMm(last.y)]
      for (const corner of ring) {
        const [x, y] = [toMm(corner.x), toMm(corner.y)]
        this.ends[at++] = fromX
        this.ends[at++] = fromY
        this.ends[at++] = x
        this.ends[at++] = y
        fromX = x
        fromY = y
        if (x < minX) minX = x
        if (y < minY) minY = y
        if (x > maxX) maxX = x
        if (y > maxY) maxY = y
      }
    }
    this.minX = minX
    this.minY = minY
    this.maxX = maxX
    this.maxY = maxY
  }

  /** Calls `visit` for every edge whose box meets this one. */
  within(minX: number, minY: number, maxX: number, maxY: number, visit: (index: number) => void): void {
    const { ends, size } = this
    if (size >= manyEdges) {
      this.tree().search(minX, minY, maxX, maxY, (index) => {
        visit(index)
        return false
      })
      return
    }
    for (let i = 0, at = 0; i < size; i++, at += 4) {
      const [fromX, fromY] = [ends[at] as number, ends[at + 1] as number]
      const [toX, toY] = [ends[at + 2] as number, ends[at + 3] as number]
      if (fromX < minX && toX < minX) continue
      if (fromX > maxX && toX > maxX) continue
      if (fromY < minY && toY < minY) continue
      if (fromY > maxY && toY > maxY) continue
      visit(i)
    }
  }

  /** Position in `ends` of the corner that is closest to a place; undefined if there is no corner. */
  closestCorner(x: number, y: number): number | undefined {
    const { ends } = this
    let [best, least] = [-1, Infinity]
    for (let at = 2; at < ends.length; at += 4) {
      const square = ((ends[at] as number) - x) ** 2 + ((ends[at + 1] as number) - y) ** 2
      if (square < least) {
        best = at
        least = square
      }
    }
    return best < 0 ? undefined : best
  }

  private tree(): Flatbush {
    if (this.madeTree === undefined) {
      const { ends } = this
      this.madeTree = new Flatbush(this.size)
      for (let at = 0; at < ends.length; at += 4) {
        const [fromX, fromY] = [ends[at] as number, ends[at + 1] as number]
        const [toX, toY] = [ends[at + 2] as number, ends[at + 3] as number]
        this.madeTree.add(
          Math.min(fromX, toX),
          Math.min(fromY, toY),
          Math.max(fromX, toX),
          Math.max(fromY, toY),
        )
      }
      this.madeTree.finish()
    }
    return this.madeTree
  }
}

/** The edges of one piece, searchable by place: a shape that many may share, and where it stands. mm. */
export class PieceEdges {
  /** Lower left and upper right corner of the box round it. */
  readonly from: Point
  readonly to: Point

  constructor(
    private readonly piece: number,
    private readonly set: EdgeSet,
    private readonly dx = 0,
    private readonly dy = 0,
  ) {
    this.from = { x: set.minX + dx, y: set.minY + dy }
    this.to = { x: set.maxX + dx, y: set.maxY + dy }
  }

  /** Number of edges. */
  get size(): number {
    return this.set.size
  }

  edge(index: number): Edge {
    const { piece, dx, dy } = this
    const { ends } = this.set
    const at = 4 * index
    return {
      piece,
      from: { x: (ends[at] as number) + dx, y: (ends[at + 1] as number) + dy },
      to: { x: (ends[at + 2] as number) + dx, y: (ends[at + 3] as number) + dy },
    }
  }

  all(): Edge[] {
    return Array.from({ length: this.size }, (_, index) => this.edge(index))
  }

  /** Calls `visit` for every edge whose box comes within `reach` mm of the box round two points. */
  near(p: Point, q: Point, reach: number, visit: (edge: Edge, index: number) => void): void {
    const { dx, dy } = this
    this.set.within(
      Math.min(p.x, q.x) - reach - dx,
      Math.min(p.y, q.y) - reach - dy,
      Math.max(p.x, q.x) + reach - dx,
      Math.max(p.y, q.y) + reach - dy,
      (index) => visit(this.edge(index), index),
    )
  }

  /** An upper bound of the distance to another piece: between corners that face each other. Only where few are asked. */
  cornerGap(other: PieceEdges): number {
    if (other.size >= manyEdges || this.size === 0) return Infinity
    const there = other.closestCorner(this.edge(0).to)
    const here = this.closestCorner(there)
    const again = other.closestCorner(here)
    return Math.hypot(here.x - again.x, here.y - again.y)
  }

  private closestCorner({ x, y }: Point): Point {
    const { set, dx, dy } = this
    const at = set.closestCorner(x - dx, y - dy)
    return at === undefined
      ? { x, y }
      : { x: (set.ends[at] as number) + dx, y: (set.ends[at + 1] as number) + dy }
  }
}
