import type { DrawnObject, Point } from "../../read"
import type { LayerGeometry } from "./layer"

/** A point on the object: a flash's place, a stroke's start, the middle of a region's corners. mm. */
export function anchor(object: DrawnObject): Point {
  switch (object.kind) {
    case "flash":
      return object.at
    case "stroke":
      return object.points[0] ?? { x: 0, y: 0 }
    case "region": {
      const [contour = []] = object.contours
      const sum = contour.reduce((total, { x, y }) => ({ x: total.x + x, y: total.y + y }), { x: 0, y: 0 })
      return { x: sum.x / Math.max(1, contour.length), y: sum.y / Math.max(1, contour.length) }
    }
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
