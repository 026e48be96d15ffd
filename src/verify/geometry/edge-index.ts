import Flatbush from "flatbush"
import { type Point, type Polygon, toMm } from "../../read"
import { boxOfPolygon, PlacedPolygon } from "../../read/geometry/placed"
import { type Edge, EdgeSet, PieceEdges } from "./piece-edges"
import { type Gap, pointGap, segmentGap } from "./segment"

export type { Edge } from "./piece-edges"

/** So many edges of shapes are kept ready; beyond, those looked at last are made again. */
const keptEdges = 400_000

/**
 * All edges of a layer's pieces, searchable by place: first by piece, then within it. The edges of a shape are made
 * when somebody comes near it, once for all the places where it stands.
 */
export class EdgeIndex {
  private readonly tree: Flatbush | undefined
  /** The box round each piece, four numbers. mm. */
  private readonly boxes: Float64Array
  private kept = new Map<Polygon, EdgeSet>()
  private count = 0
  /** Pairs of edges measured: what tests hold growth to. */
  work = 0

  constructor(readonly polygons: readonly Polygon[]) {
    this.boxes = new Float64Array(4 * polygons.length)
    if (polygons.length === 0) return
    this.tree = new Flatbush(polygons.length)
    let at = 0
    for (const polygon of polygons) {
      const box = boxOfPolygon(polygon)
      const [minX, minY, maxX, maxY] = [toMm(box.minX), toMm(box.minY), toMm(box.maxX), toMm(box.maxY)]
      this.tree.add(minX, minY, maxX, maxY)
      this.boxes[at++] = minX
      this.boxes[at++] = minY
      this.boxes[at++] = maxX
      this.boxes[at++] = maxY
    }
    this.tree.finish()
  }

  /** Lower left and upper right corner of the box round a piece. */
  corners(piece: number): readonly [Point, Point] {
    const { boxes } = this
    const at = 4 * piece
    return [
      { x: boxes[at] as number, y: boxes[at + 1] as number },
      { x: boxes[at + 2] as number, y: boxes[at + 3] as number },
    ]
  }

  /** Distance of the boxes round two pieces. */
  boxGap(one: number, other: number): number {
    const { boxes } = this
    const [a, b] = [4 * one, 4 * other]
    const across = Math.max(
      (boxes[b] as number) - (boxes[a + 2] as number),
      (boxes[a] as number) - (boxes[b + 2] as number),
      0,
    )
    const up = Math.max(
      (boxes[b + 1] as number) - (boxes[a + 3] as number),
      (boxes[a + 1] as number) - (boxes[b + 3] as number),
      0,
    )
    return Math.hypot(across, up)
  }

  /** The edges of a piece. */
  piece(piece: number): PieceEdges {
    const polygon = this.polygons[piece] as Polygon
    if (polygon instanceof PlacedPolygon)
      return new PieceEdges(piece, this.shape(polygon.base), toMm(polygon.dx), toMm(polygon.dy))
    return new PieceEdges(piece, this.shape(polygon))
  }

  private shape(polygon: Polygon): EdgeSet {
    let made = this.kept.get(polygon)
    if (made === undefined) {
      if (this.count > keptEdges) {
        // Pours are few and dear; the small ones are soon made again.
        this.kept = new Map([...this.kept].filter(([, { size }]) => size > keptEdges / 100))
        this.count = [...this.kept.values()].reduce((sum, { size }) => sum + size, 0)
        // Large pieces alone may fill the room: then the small ones have as much again.
        this.count = Math.min(this.count, keptEdges / 2)
      }
      made = new EdgeSet(polygon)
      this.kept.set(polygon, made)
      this.count += made.size
    }
    return made
  }

  ofPiece(piece: number): readonly Edge[] {
    return this.piece(piece).all()
  }

  /** Calls `visit` for every piece whose box comes within `reach` mm of the segment's box. */
  pieces(from: Point, to: Point, reach: number, visit: (piece: number) => void): void {
    this.tree?.search(
      Math.min(from.x, to.x) - reach,
      Math.min(from.y, to.y) - reach,
      Math.max(from.x, to.x) + reach,
      Math.max(from.y, to.y) + reach,
      (piece) => {
        visit(piece)
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
    this.pieces(from, to, reach, (piece) => {
      if (!accept(piece)) return
      this.piece(piece).near(from, to, best?.distance ?? reach, (edge) => {
        this.work++
        const gap =
          from === to ? pointGap(from, edge.from, edge.to) : segmentGap(from, to, edge.from, edge.to)
        if (gap.distance <= (best?.distance ?? reach)) best = { ...gap, piece }
      })
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
 * For every pair of classes that come within `limit` mm of each other, the place where they are closest; where none
 * does, that of the closest pair within `reach`. `classOf` tells which pieces belong together; pairs of one class are
 * left out.
 */
export function gapsBetween(
  index: EdgeIndex,
  classOf: (piece: number) => number,
  reach: number,
  limit: number,
): PieceGap[] {
  const best = new Map<number, PieceGap>()
  let closest: PieceGap | undefined
  const classes = Float64Array.from(index.polygons, (_, piece) => classOf(piece))
  for (let a = 0; a < index.polygons.length; a++) {
    const own = classes[a] as number
    const [from, to] = index.corners(a)
    const bound = (): number => Math.max(limit, Math.min(reach, closest?.distance ?? reach))
    index.pieces(from, to, bound(), (b) => {
      const theirs = classes[b] as number
      if (b <= a || theirs === own) return
      const key = Math.min(own, theirs) * 2 ** 26 + Math.max(own, theirs)
      const before = best.get(key)
      // As far apart as the closest pair, or further, and no pair that is too close: nothing to learn.
      const apart = index.boxGap(a, b)
      if (apart > limit && closest !== undefined && apart > closest.distance - roundingMm) return
      const gap = pieceGap(index, a, b, Math.min(bound(), before?.distance ?? reach))
      if (gap === undefined || (before !== undefined && gap.distance >= before.distance)) return
      const found = { ...gap, pieceA: a, pieceB: b }
      if (closest === undefined || gap.distance < closest.distance) closest = found
      if (gap.distance <= limit) best.set(key, found)
    })
  }
  return best.size === 0 && closest !== undefined ? [closest] : [...best.values()]
}

const roundingMm = 1e-6

/** Where two pieces are closest, if within `reach`. */
function pieceGap(index: EdgeIndex, a: number, b: number, reach: number): Gap | undefined {
  const [one, other] = [index.piece(a), index.piece(b)]
  if (one.size > other.size) {
    const gap = edgesGap(index, other, one, reach)
    return gap === undefined ? undefined : { distance: gap.distance, a: gap.b, b: gap.a }
  }
  return edgesGap(index, one, other, reach)
}

function edgesGap(index: EdgeIndex, few: PieceEdges, many: PieceEdges, reach: number): Gap | undefined {
  let best: Gap | undefined
  // Corners that face each other bound the distance: all but a few edges are further off.
  // A hair more, or where the corners are the closest the rounding of the one sum would hide the other.
  let bound = Math.min(reach, few.cornerGap(many) + 1e-9)
  few.near(many.from, many.to, bound, (edge) => {
    many.near(edge.from, edge.to, bound, (other) => {
      index.work++
      const gap = segmentGap(edge.from, edge.to, other.from, other.to)
      if (gap.distance > bound || (best !== undefined && gap.distance >= best.distance)) return
      best = gap
      bound = gap.distance
    })
  })
  return best
}

/** As `gapsBetween`, for each piece of one layer against another layer: one entry a piece of `index` that is near. */
export function gapsToLayer(index: EdgeIndex, other: EdgeIndex, reach: number): PieceGap[] {
  const found: PieceGap[] = []
  for (let a = 0; a < index.polygons.length; a++) {
    const [from, to] = index.corners(a)
    let best: PieceGap | undefined
    other.pieces(from, to, reach, (b) => {
      const foreign = other.piece(b)
      foreign.near(from, to, best?.distance ?? reach, (edge) => {
        index.piece(a).near(edge.from, edge.to, best?.distance ?? reach, (own) => {
          index.work++
          const gap = segmentGap(own.from, own.to, edge.from, edge.to)
          if (gap.distance <= reach && (best === undefined || gap.distance < best.distance))
            best = { ...gap, pieceA: a, pieceB: b }
        })
      })
    })
    if (best !== undefined) found.push(best)
  }
  return found
}
