import type { Point } from "./point"

/** A turn (cos, sin) about the origin, then a move. */
export interface Rigid extends Point {
  readonly cos: number
  readonly sin: number
}

export interface Pair {
  readonly from: Point
  readonly to: Point
}

/** The turn and move that bring every `from` nearest to its `to` (least squares); never a mirror image. */
export function rigidFit(pairs: readonly Pair[]): Rigid {
  const from = mean(pairs.map((pair) => pair.from))
  const to = mean(pairs.map((pair) => pair.to))
  let along = 0
  let across = 0
  for (const pair of pairs) {
    const [px, py] = [pair.from.x - from.x, pair.from.y - from.y]
    const [qx, qy] = [pair.to.x - to.x, pair.to.y - to.y]
    along += px * qx + py * qy
    across += px * qy - py * qx
  }
  const norm = Math.sqrt(along * along + across * across)
  const cos = norm === 0 ? 1 : snap(along / norm)
  const sin = norm === 0 ? 0 : snap(across / norm)
  return {
    cos,
    sin,
    x: trim(to.x - (cos * from.x - sin * from.y)),
    y: trim(to.y - (sin * from.x + cos * from.y)),
  }
}

export const moved = ({ cos, sin, x, y }: Rigid, p: Point): Point => ({
  x: x + cos * p.x - sin * p.y,
  y: y + sin * p.x + cos * p.y,
})

/** Numbers like 0.9999999 become the exact 1 that a part at a right angle has. */
const snap = (value: number): number =>
  Math.abs(value - Math.round(value)) < 1e-6 ? Math.round(value) + 0 : value
const trim = (value: number): number => Math.round(value * 1e6) / 1e6 + 0

function mean(points: readonly Point[]): Point {
  const n = Math.max(1, points.length)
  const sum = (axis: "x" | "y") => points.reduce((all, point) => all + point[axis], 0)
  return { x: sum("x") / n, y: sum("y") / n }
}
