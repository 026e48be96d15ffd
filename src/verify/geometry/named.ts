import { BoxIndex } from "../../geometry/box-index"
import { type DrawnObject, toMm } from "../../read"
import { boxOfPolygon } from "../../read/geometry/placed"
import type { LayerGeometry } from "./layer"
import { anchor, extent } from "./objects"

/** Added to balance the plating (Gerber specification 2024.05, section 5.6.10). */
export const isBalance = ({ apertureFunction }: DrawnObject): boolean =>
  apertureFunction === "CopperBalancing"

/**
 * The pieces of copper that their file gives a name (copper for balance, a mark): whether they are nothing else. A name
 * says what somebody meant; that no other object is in one with it shows in the drawing.
 */
export function namedPieces(
  layer: LayerGeometry,
  isNamed: (object: DrawnObject) => boolean,
): ReadonlyMap<number, boolean> {
  const found = new Map<number, boolean>()
  const dark = layer.image.objects.filter(({ polarity }) => polarity === "dark")
  for (const object of dark.filter(isNamed)) {
    const piece = pieceOf(layer, object)
    if (piece >= 0) found.set(piece, true)
  }
  if (found.size === 0) return found
  const boxes = new BoxIndex([...found.keys()], (piece) => {
    const { minX, maxX, minY, maxY } = boxOfPolygon(layer.pieces[piece] ?? { outer: [], holes: [] })
    return { minX: toMm(minX), maxX: toMm(maxX), minY: toMm(minY), maxY: toMm(maxY) }
  })
  for (const object of dark)
    if (!isNamed(object) && boxes.within(extent(object)).length > 0) {
      const piece = pieceOf(layer, object)
      if (found.has(piece)) found.set(piece, false)
    }
  return found
}

/** A region's corners are on it; their middle need not be. */
function pieceOf(layer: LayerGeometry, object: DrawnObject): number {
  const corners = object.kind === "region" ? (object.contours[0] ?? []).slice(0, 3) : []
  for (const at of [...corners, anchor(object)]) {
    const piece = layer.pieceAt(at)
    if (piece >= 0) return piece
  }
  return -1
}
