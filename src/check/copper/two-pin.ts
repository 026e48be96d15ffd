import { groupBy } from "../../circuit/group-by"
import type { Pad } from "../../circuit/pads"
import type { Point } from "../../geometry/point"
import type { Shape } from "../../geometry/shape"
import { isSide } from "../../model/layer"
import type { Side } from "../../model/place"

/** The place under a surface-mounted part with two pads, between them: a rectangle along the line that joins them. mm */
export interface Underside {
  readonly part: string
  readonly layer: Side
  readonly pads: readonly [Pad, Pad]
  readonly at: Point
  readonly corners: readonly Point[]
  /** Length of a straight track that lies in it. */
  readonly within: (a: Point, b: Point) => number
}

/** Undersides of all such parts. A leaded part's body leaves room for tracks, so parts with holes have none. */
export function undersidesOf(pads: readonly Pad[]): Underside[] {
  return [...groupBy(pads, ({ designator }) => designator)].flatMap(([part, own]): Underside[] => {
    const [a, b] = own
    const [layer, ...others] = a?.layers ?? []
    if (
      a === undefined ||
      b === undefined ||
      own.length > 2 ||
      layer === undefined ||
      !isSide(layer) ||
      others.length > 0
    )
      return []
    if (b.layers.length > 1 || b.layers[0] !== layer || a.net === b.net) return []
    const length = Math.hypot(b.x - a.x, b.y - a.y)
    if (length === 0) return []
    const along = { x: (b.x - a.x) / length, y: (b.y - a.y) / length }
    const across = { x: -along.y, y: along.x }
    const [from, to] = [farthest(a.shape, along), -farthest(b.shape, back(along))]
    const low = Math.max(-farthest(a.shape, back(across)), -farthest(b.shape, back(across)))
    const high = Math.min(farthest(a.shape, across), farthest(b.shape, across))
    if (to <= from || high <= low) return []
    const local = (p: Point): Point => ({ x: dot(p, along), y: dot(p, across) })
    return [
      {
        part,
        layer,
        pads: [a, b],
        at: { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 },
        corners: (
          [
            [from, low],
            [to, low],
            [to, high],
            [from, high],
          ] as const
        ).map(([s, t]) => ({ x: along.x * s + across.x * t, y: along.y * s + across.y * t })),
        within: (p, q) => lengthIn(local(p), local(q), from, to, low, high),
      },
    ]
  })
}

const dot = (a: Point, b: Point): number => a.x * b.x + a.y * b.y
const back = ({ x, y }: Point): Point => ({ x: -x, y: -y })

/** How far a shape reaches in a direction. */
const farthest = ({ core, radius }: Shape, direction: Point): number =>
  Math.max(...core.map((p) => dot(p, direction))) + radius

/** Length of p-q in a box: what is left of it when each pair of sides has cut it (Liang and Barsky). */
function lengthIn(p: Point, q: Point, minX: number, maxX: number, minY: number, maxY: number): number {
  let [first, last] = [0, 1]
  for (const [start, step, low, high] of [
    [p.x, q.x - p.x, minX, maxX],
    [p.y, q.y - p.y, minY, maxY],
  ] as const) {
    if (Math.abs(step) < 1e-9) {
      // On the very side is outside.
      if (start <= low + 1e-6 || start >= high - 1e-6) return 0
      continue
    }
    const [t, u] = [(low - start) / step, (high - start) / step]
    first = Math.max(first, Math.min(t, u))
    last = Math.min(last, Math.max(t, u))
  }
  return last <= first ? 0 : (last - first) * Math.hypot(q.x - p.x, q.y - p.y)
}
