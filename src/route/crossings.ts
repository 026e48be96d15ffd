import type { Position, RoutePath } from "./routes-file"

/**
 * Gives paths of one net a point of their own wherever two of them cross on a layer.
 *
 * tscircuit's pour clean-up throws on two tracks that cross mid-segment (@flatten-js/core's polygon distance fails
 * when the distance is zero and neither holds a corner of the other). With a point at the crossing each piece ends
 * inside the other track. The copper is the same. Can go when that is fixed there.
 */
export function withCrossingPoints(path: RoutePath, net: readonly RoutePath[]): Position[] {
  const others = net.filter((other) => other !== path && other.layer === path.layer)
  return path.points.flatMap((point, index): Position[] => {
    const next = path.points[index + 1]
    if (next === undefined) return [point]
    const crossings = others
      .flatMap(({ points }) =>
        points.slice(1).map((end, i) => crossing(point, next, points[i] as Position, end)),
      )
      .filter((at) => at !== undefined)
      .sort((a, b) => distance(point, a) - distance(point, b))
    return [point, ...crossings]
  })
}

/** Where two segments cross inside both, if they do. */
function crossing(a: Position, b: Position, c: Position, d: Position): Position | undefined {
  const [rx, ry] = [b[0] - a[0], b[1] - a[1]]
  const [sx, sy] = [d[0] - c[0], d[1] - c[1]]
  const cross = rx * sy - ry * sx
  if (Math.abs(cross) < 1e-9) return undefined
  const t = ((c[0] - a[0]) * sy - (c[1] - a[1]) * sx) / cross
  const u = ((c[0] - a[0]) * ry - (c[1] - a[1]) * rx) / cross
  const inside = (k: number) => k > 1e-6 && k < 1 - 1e-6
  if (!inside(t) || !inside(u)) return undefined
  const round = (mm: number) => Math.round(mm * 1e4) / 1e4
  return [round(a[0] + t * rx), round(a[1] + t * ry)]
}

const distance = (a: Position, b: Position): number => Math.hypot(a[0] - b[0], a[1] - b[1])
