import Flatbush from "flatbush"
import { type Point, type Polygon, toMm } from "../../read"
import { type Gap, pointGap, segmentGap } from "./segment"

/** An edge of a piece of a layer, in mm. */
export interface Edge {
  readonly piece: number
  readonly from: Point
  readonly to: Point
}

/** All edges of a layer's pieces, searchable by place. */
export class EdgeIndex {
  readonly edges: readonly Edge[]
  private readonly tree: Flatbush | undefined
  /** Index of each piece's first edge: the edges of a piece lie together. */
  private readonly starts: number[] = []

  constructor(polygons: readonly Polygon[]) {
    const edges: Edge[] = []
    for (const [piece, { outer, holes }] of polygons.entries()) {
      this.starts.push(edges.length)
      for (const ring of [outer, ...holes]) {
        const points = ring.map(({ x, y }) => ({ x: toMm(x), y: toMm(y) }))
        let from = points[points.length - 1]
        for (const to of points) {
          if (from !== undefined) edges.push({ piece, from, to })
          from = to
        }
      }
    }
    this.edges = edges
    if (edges.length === 0) return
    this.tree = new Flatbush(edges.length)
    for (const { from, to } of edges)
      this.tree.add(
        Math.min(from.x, to.x),
        Math.min(from.y, to.y),
        Math.max(from.x, to.x),
        Math.max(from.y, to.y),
      )
    this.tree.finish()
  }

  ofPiece(piece: number): readonly Edge[] {
    return this.edges.slice(this.starts[piece] ?? 0, this.starts[piece + 1] ?? this.edges.length)
  }

  /** Calls `visit` for every edge whose box comes within `reach` mm of the segment's box. */
  near(from: Point, to: Point, reach: number, visit: (edge: Edge, index: number) => void): void {
    this.tree?.search(
      Math.min(from.x, to.x) - reach,
      Math.min(from.y, to.y) - reach,
      Math.max(from.x, to.x) + reach,
      Math.max(from.y, to.y) + reach,
      (index) => {
        visit(this.edges[index] as Edge, index)
        return false
      },
    )
  }

  /** Closest edge within `reach` mm of a segment (or point: both ends equal) among those `accept` takes. */
  closest(
    from: Point,
    to: Point,
    reach: number,
    accept: (piece: number) => boolean = () => true,
  ): (Gap & { readonly piece: number }) | undefined {
    let best: (Gap & { piece: number }) | undefined
    this.near(from, to, reach, (edge) => {
      if (!accept(edge.piece)) return
      const gap = from === to ? pointGap(from, edge.from, edge.to) : segmentGap(from, to, edge.from, edge.to)
      if (gap.distance <= (best?.distance ?? reach)) best = { ...gap, piece: edge.piece }
    })
    return best
  }
}

/** The closest approach of two pieces. */
export interface PieceGap extends Gap {
  readonly pieceA: number
  readonly pieceB: number
}

/**
 * For every pair of classes that come within `reach` mm of each other, the place where they are closest. `classOf`
 * tells which pieces belong together; pairs of one class are left out.
 */
export function gapsBetween(index: EdgeIndex, classOf: (piece: number) => number, reach: number): PieceGap[] {
  const best = new Map<string, PieceGap>()
  for (const [i, edge] of index.edges.entries()) {
    const own = classOf(edge.piece)
    index.near(edge.from, edge.to, reach, (other, j) => {
      if (j <= i || other.piece === edge.piece) return
      const theirs = classOf(other.piece)
      if (theirs === own) return
      const gap = segmentGap(edge.from, edge.to, other.from, other.to)
      if (gap.distance > reach) return
      const key = own < theirs ? `${own} ${theirs}` : `${theirs} ${own}`
      const before = best.get(key)
      if (before === undefined || gap.distance < before.distance)
        best.set(key, { ...gap, pieceA: edge.piece, pieceB: other.piece })
    })
  }
  return [...best.values()]
}

/** As `gapsBetween`, for each piece of one layer against another layer: one entry a piece of `index` that is near. */
export function gapsToLayer(index: EdgeIndex, other: EdgeIndex, reach: number): PieceGap[] {
  const best = new Map<number, PieceGap>()
  for (const edge of index.edges)
    other.near(edge.from, edge.to, reach, (foreign) => {
      const gap = segmentGap(edge.from, edge.to, foreign.from, foreign.to)
      if (gap.distance > reach) return
      const before = best.get(edge.piece)
      if (before === undefined || gap.distance < before.distance)
        best.set(edge.piece, { ...gap, pieceA: edge.piece, pieceB: foreign.piece })
    })
  return [...best.values()]
}
