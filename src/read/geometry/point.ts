/** A point in mm: board centre = origin (or the file's own), x right, y up, seen from the top. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** Largest distance in mm between a true arc and the chord that stands for it. */
export const chordErrorMm = 0.001

/** A rectangle in the unit of its owner. */
export interface Box {
  readonly minX: number
  readonly minY: number
  readonly maxX: number
  readonly maxY: number
}

export function boxOf(points: Iterable<Point>): Box {
  let minX = Number.POSITIVE_INFINITY
  let minY = Number.POSITIVE_INFINITY
  let maxX = Number.NEGATIVE_INFINITY
  let maxY = Number.NEGATIVE_INFINITY
  for (const { x, y } of points) {
    if (x < minX) minX = x
    if (y < minY) minY = y
    if (x > maxX) maxX = x
    if (y > maxY) maxY = y
  }
  return { minX, minY, maxX, maxY }
}
