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

/** The edges of one piece, searchable by place. mm. */
export class PieceEdges {
  readonly edges: readonly Edge[]
  /** Lower left and upper right corner of the box round it. */
  readonly from: Point
  readonly to: Point
  private madeTree: Flatbush | undefined

  constructor(piece: number, { outer, holes }: Polygon) {
    const edges: Edge[] = []
    let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity]
    for (const ring of [outer, ...holes]) {
      const points = ring.map(({ x, y }) => ({ x: toMm(x), y: toMm(y) }))
      let from = points[points.length - 1]
      for (const to of points) {
        if (from !== undefined) edges.push({ piece, from, to })
        from = to
        minX = Math.min(minX, to.x)
        minY = Math.min(minY, to.y)
        maxX = Math.max(maxX, to.x)
        maxY = Math.max(maxY, to.y)
      }
    }
    this.edges = edges
    this.from = { x: minX, y: minY }
    this.to = { x: maxX, y: maxY }
  }

  /** Calls `visit` for every edge whose box comes within `reach` mm of the box round two points. */
  near(p: Point, q: Point, reach: number, visit: (edge: Edge, index: number) => void): void {
    const [minX, minY] = [Math.min(p.x, q.x) - reach, Math.min(p.y, q.y) - reach]
    const [maxX, maxY] = [Math.max(p.x, q.x) + reach, Math.max(p.y, q.y) + reach]
    const { edges } = this
    if (edges.length >= manyEdges) {
      this.tree().search(minX, minY, maxX, maxY, (index) => {
        visit(edges[index] as Edge, index)
        return false
      })
      return
    }
    for (let i = 0; i < edges.length; i++) {
      const edge = edges[i] as Edge
      const { from, to } = edge
      if (from.x < minX && to.x < minX) continue
      if (from.x > maxX && to.x > maxX) continue
      if (from.y < minY && to.y < minY) continue
      if (from.y > maxY && to.y > maxY) continue
      visit(edge, i)
    }
  }

  /** An upper bound of the distance to another piece: between corners that face each other. Only where few are asked. */
  cornerGap(other: PieceEdges): number {
    if (other.edges.length >= manyEdges) return Infinity
    const start = this.edges[0]?.to
    if (start === undefined) return Infinity
    const there = other.closestCorner(start)
    const here = this.closestCorner(there)
    const again = other.closestCorner(here)
    return Math.hypot(here.x - again.x, here.y - again.y)
  }

  private closestCorner(at: Point): Point {
    let best = at
    let least = Infinity
    for (const { to } of this.edges) {
      const square = (to.x - at.x) ** 2 + (to.y - at.y) ** 2
      if (square < least) [best, least] = [to, square]
    }
    return best
  }

  private tree(): Flatbush {
    if (this.madeTree === undefined) {
      this.madeTree = new Flatbush(this.edges.length)
      for (const { from, to } of this.edges)
        this.madeTree.add(
          Math.min(from.x, to.x),
          Math.min(from.y, to.y),
          Math.max(from.x, to.x),
          Math.max(from.y, to.y),
        )
      this.madeTree.finish()
    }
    return this.madeTree
  }
}
