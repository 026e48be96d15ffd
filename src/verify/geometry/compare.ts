import { areaMm2, type Point, type Polygon, type Ring, toMm } from "../../read"
import { boxOf } from "../../read/geometry/point"
import { difference, grow, intersection, ringsOf } from "../../read/geometry/polygon"

/** Chords of curves and roundings of coordinates leave films along edges up to so thick, mm. */
const filmMm = 0.006

/** A piece of one area that the other has not, without the films along its edges. */
export interface Leftover {
  readonly areaMm2: number
  /** A place on it, mm. */
  readonly at: Point
  readonly rings: readonly Ring[]
}

/** What `subject` covers and `clip` does not; films of rounding left out. */
export function leftovers(subject: readonly Ring[], clip: readonly Ring[]): Leftover[] {
  const raw = difference(subject, clip).filter((piece) => !isFilm(piece))
  if (raw.length === 0) return []
  const solid = ringsOf(raw)
  // What a disc of the film's size fits into is no film; the piece it is in counts whole.
  const cores = grow(solid, -filmMm / 2, "miter")
  if (cores.length === 0) return []
  return raw.flatMap((piece): Leftover[] => {
    const rings = [piece.outer, ...piece.holes]
    const box = boxOf(piece.outer)
    const near = cores.filter((core) =>
      core.some(({ x, y }) => x >= box.minX && x <= box.maxX && y >= box.minY && y <= box.maxY),
    )
    const [core] = near.length === 0 ? [] : intersection(rings, near)
    const area = areaMm2([piece])
    if (core === undefined || area < leastMm2) return []
    return [{ areaMm2: area, at: centreOf(core.outer), rings }]
  })
}

/** Less is no copper, paste or opening that anybody could make. */
const leastMm2 = 0.001

/** Thin all along: its area is small for its rim. */
function isFilm(piece: Polygon): boolean {
  const rim = [piece.outer, ...piece.holes].reduce((sum, ring) => sum + lengthOf(ring), 0)
  return areaMm2([piece]) < Math.max(1e-5, (toMm(rim) * 0.002) / 2)
}

function lengthOf(ring: Ring): number {
  let sum = 0
  let from = ring[ring.length - 1]
  for (const to of ring) {
    if (from !== undefined) sum += Math.hypot(to.x - from.x, to.y - from.y)
    from = to
  }
  return sum
}

/** The middle of the ring's longest edge: a place on the piece's rim, to name it. */
function centreOf(ring: Ring): Point {
  let best = { length: -1, x: 0, y: 0 }
  let from = ring[ring.length - 1]
  for (const to of ring) {
    if (from !== undefined) {
      const length = Math.hypot(to.x - from.x, to.y - from.y)
      if (length > best.length) best = { length, x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }
    }
    from = to
  }
  return { x: toMm(best.x), y: toMm(best.y) }
}
