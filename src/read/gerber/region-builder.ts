import type { Point } from "../geometry/point"

/** The contours between G36 and G37. */
export class RegionBuilder {
  readonly contours: Point[][] = []
  private current: Point[]

  constructor(
    readonly line: number,
    start: Point,
  ) {
    this.current = [start]
  }

  /** Draws on along `points`, the first of which is where the contour is now. */
  draw(points: readonly Point[]): void {
    for (let i = 1; i < points.length; i++) this.current.push(points[i] as Point)
  }

  /** Ends the contour and starts the next at `next`. Returns false if it did not end where it began. */
  close(next: Point): boolean {
    const contour = this.current
    this.current = [next]
    if (contour.length < 2) return true
    const [first, last] = [contour[0] as Point, contour[contour.length - 1] as Point]
    const closed = first.x === last.x && first.y === last.y
    if (closed) contour.pop()
    if (contour.length >= 3) this.contours.push(contour)
    return closed
  }
}
