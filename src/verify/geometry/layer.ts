import Flatbush from "flatbush"
import { BoxIndex } from "../../geometry/box-index"
import {
  type Box,
  type DrawnObject,
  type GerberImage,
  type Point,
  type Polygon,
  toPolygons,
  toUnits,
} from "../../read"
import { boxOfPolygon } from "../../read/geometry/placed"
import { boxOf } from "../../read/geometry/point"
import { insideRing, type Ring } from "../../read/geometry/polygon"
import { EdgeIndex } from "./edge-index"
import { anchor } from "./objects"

/** One layer's image as pieces, with what is needed to ask about places; everything computed when first asked. */
export class LayerGeometry {
  private madeEdges: EdgeIndex | undefined
  private madeTree: Flatbush | undefined
  private readonly madeHoles = new Map<number, BoxIndex<Ring>>()

  constructor(
    readonly image: GerberImage,
    readonly pieces: readonly Polygon[] = toPolygons(image),
  ) {}

  get edges(): EdgeIndex {
    this.madeEdges ??= new EdgeIndex(this.pieces)
    return this.madeEdges
  }

  /** Index of the piece at a place in mm; -1 if there is none. */
  pieceAt({ x, y }: Point): number {
    if (this.pieces.length === 0) return -1
    const [ux, uy] = [toUnits(x), toUnits(y)]
    for (const piece of this.tree().search(ux, uy, ux, uy)) {
      const { outer } = this.pieces[piece] as Polygon
      if (!insideRing(outer, ux, uy, true)) continue
      // A pour has hundreds of holes; only those at the place are looked at.
      const holes = this.holesOf(piece).within({ minX: ux, minY: uy, maxX: ux, maxY: uy })
      if (!holes.some((hole) => insideRing(hole, ux, uy, false))) return piece
    }
    return -1
  }

  /** The rings that meet this box (nanometres): of a pour, only the holes that are there. */
  ringsIn(box: Box): Ring[] {
    if (this.pieces.length === 0) return []
    return this.tree()
      .search(box.minX, box.minY, box.maxX, box.maxY)
      .flatMap((piece) => [(this.pieces[piece] as Polygon).outer, ...this.holesOf(piece).within(box)])
  }

  /** Whether the box of any piece meets this one (nanometres). */
  touches({ minX, minY, maxX, maxY }: Box): boolean {
    return this.pieces.length > 0 && this.tree().search(minX, minY, maxX, maxY).length > 0
  }

  private holesOf(piece: number): BoxIndex<Ring> {
    let holes = this.madeHoles.get(piece)
    if (holes === undefined) {
      holes = new BoxIndex(this.pieces[piece]?.holes ?? [], boxOf)
      this.madeHoles.set(piece, holes)
    }
    return holes
  }

  /** A corner of a piece, to name its place. mm. */
  cornerOf(piece: number): Point {
    const corner = this.pieces[piece]?.outer[0]
    return corner === undefined ? { x: 0, y: 0 } : { x: corner.x / 1e6, y: corner.y / 1e6 }
  }

  private tree(): Flatbush {
    if (this.madeTree === undefined) {
      this.madeTree = new Flatbush(this.pieces.length)
      for (const piece of this.pieces) {
        const box = boxOfPolygon(piece)
        this.madeTree.add(box.minX, box.minY, box.maxX, box.maxY)
      }
      this.madeTree.finish()
    }
    return this.madeTree
  }
}

/** The pieces of `layer` that dark objects of `objects` are anchored on. */
export function piecesUnder(layer: LayerGeometry, objects: readonly DrawnObject[]): Set<number> {
  const found = new Set<number>()
  for (const object of objects) {
    if (object.polarity === "clear") continue
    const piece = layer.pieceAt(anchor(object))
    if (piece >= 0) found.add(piece)
  }
  return found
}
