import type { Point } from "../../geometry/point"
import type { Shape } from "../../geometry/shape"

/** Path data in board mm with y turned down, micrometres. */
export const figure = (value: number): string => {
  const text = value.toFixed(3).replace(/\.?0+$/, "")
  return text === "-0" ? "0" : text
}

const at = ({ x, y }: Point): string => `${figure(x)} ${figure(-y)}`

export const closed = (points: readonly Point[]): string =>
  points.length < 2 ? "" : `M${points.map(at).join("L")}Z`

export const line = (from: Point, to: Point): string => `M${at(from)}L${at(to)}`

export function circlePath({ x, y }: Point, radius: number): string {
  const r = figure(radius)
  const d = figure(2 * radius)
  return `M${figure(x - radius)} ${figure(-y)}a${r} ${r} 0 1 0 ${d} 0a${r} ${r} 0 1 0 -${d} 0Z`
}

/** Outline of a shape: its core grown by its radius, with round corners. */
export function shapePath({ core, radius }: Shape): string {
  const [first, second] = core
  if (first === undefined) return ""
  if (second === undefined) return circlePath(first, radius)
  if (radius === 0) return closed(core)
  const points = counterClockwise(core)
  const r = figure(radius)
  const corners = points.flatMap((from, i) => {
    const to = points[(i + 1) % points.length] as Point
    const length = Math.hypot(to.x - from.x, to.y - from.y)
    if (length === 0) return []
    // Outwards of a counter-clockwise ring is to the right of its edges.
    const n = { x: ((to.y - from.y) / length) * radius, y: (-(to.x - from.x) / length) * radius }
    return [
      [
        { x: from.x + n.x, y: from.y + n.y },
        { x: to.x + n.x, y: to.y + n.y },
      ],
    ]
  })
  const start = corners[0]?.[0]
  if (start === undefined) return circlePath(first, radius)
  const edges = corners.map(([, end], i) => {
    const next = (corners[(i + 1) % corners.length] as Point[])[0] as Point
    return `L${at(end as Point)}A${r} ${r} 0 0 0 ${at(next)}`
  })
  return `M${at(start)}${edges.join("")}Z`
}

function counterClockwise(points: readonly Point[]): readonly Point[] {
  if (points.length < 3) return points
  let doubled = 0
  points.forEach((p, i) => {
    const q = points[(i + 1) % points.length] as Point
    doubled += p.x * q.y - q.x * p.y
  })
  return doubled < 0 ? [...points].reverse() : points
}
