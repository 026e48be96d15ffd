import Flatten from "@flatten-js/core"

const { Box, Point, Polygon } = Flatten
const byBooleans = Polygon.prototype.contains

/**
 * flatten-js asks several boolean operations whether a polygon contains a shape, and tscircuit's checks ask that of
 * every pad and via on the board: half of their time. Where no edge of the polygon comes near the shape's box, one
 * corner of the box says it; only for the others are the operations needed.
 *
 * Can go when flatten-js does so itself.
 */
export function containsByBoxFirst(): void {
  Polygon.prototype.contains = function (shape) {
    if (!(shape instanceof Point) && "box" in shape) {
      const { xmin, ymin, xmax, ymax } = shape.box
      const wide = new Box(xmin - marginMm, ymin - marginMm, xmax + marginMm, ymax + marginMm)
      if (this.edges.search(wide).length === 0) return byBooleans.call(this, new Point(xmin, ymin))
    }
    return byBooleans.call(this, shape)
  }
}

/** Beyond any rounding, mm. */
const marginMm = 0.001
