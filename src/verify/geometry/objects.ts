import type { Box, DrawnObject, Point } from "../../read"
import { boxOf } from "../../read/geometry/point"

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

/** A box that surely holds the object, mm: tight for strokes, flashes of plain apertures and regions. */
export function extent(object: DrawnObject): Box {
  if (object.kind === "region") return boxOf(object.contours.flat())
  if (object.kind === "stroke") return widened(boxOf(object.points), object.width / 2, object.width / 2)
  const { scale, rotationDeg } = object.transform
  const { shape } = object.aperture
  const at = { minX: object.at.x, minY: object.at.y, maxX: object.at.x, maxY: object.at.y }
  if (shape.kind === "block") return at
  if (shape.kind === "macro") {
    const points = shape.parts.flatMap(({ rings }) => rings.flat())
    const reach = Math.max(0, ...points.map(({ x, y }) => Math.hypot(x, y))) * scale
    return widened(at, reach, reach)
  }
  if (shape.kind === "circle" || shape.kind === "polygon")
    return widened(at, (shape.diameter / 2) * scale, (shape.diameter / 2) * scale)
  const [w, h] = [(shape.width / 2) * scale, (shape.height / 2) * scale]
  if (rotationDeg % 180 === 0) return widened(at, w, h)
  return rotationDeg % 90 === 0 ? widened(at, h, w) : widened(at, Math.hypot(w, h), Math.hypot(w, h))
}

export function widened(box: Box, x: number, y: number): Box {
  return { minX: box.minX - x, minY: box.minY - y, maxX: box.maxX + x, maxY: box.maxY + y }
}
