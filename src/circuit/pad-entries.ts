import { distance, type Point } from "../geometry/point"
import { depth, edgesOf } from "../geometry/shape"
import type { Copper, Track } from "./copper"
import { groupBy } from "./group-by"
import type { Pad } from "./pads"

/** Where a track crosses a straight edge of a pad of its net, and how. */
export interface PadEntry {
  readonly pad: Pad
  readonly track: Track
  readonly at: Point
  /** Between the track and the line that crosses the edge squarely: 0 is straight, degrees. */
  readonly slantDeg: number
  /**
   * How far the track's side lies beyond the pad's corner, mm. Of a track broader than the edge it is over both corners
   * anyway: then how far it is off the edge's middle.
   */
  readonly overMm: number
}

const sameMm = 1e-6

/** Every place where a track goes on to a pad with straight edges; round pads are entered as one likes. */
export function padEntries({ pads, tracks }: Pick<Copper, "pads" | "tracks">): PadEntry[] {
  const tracksOf = groupBy(tracks, ({ net }) => net)
  return pads.flatMap((pad) => {
    if (pad.net === undefined || pad.shape.core.length < 3) return []
    return (tracksOf.get(pad.net) ?? []).flatMap((track): PadEntry[] => {
      if (!pad.layers.includes(track.layer) || distance(track.from, track.to) < 1e-3) return []
      const [inside, outside] = [track.from, track.to].sort(
        (a, b) => depth(pad.shape, b) - depth(pad.shape, a),
      ) as [Point, Point]
      if (depth(pad.shape, inside) < -sameMm || depth(pad.shape, outside) > -sameMm) return []
      // Through the very corner it crosses two edges: that is one entry.
      return edgesOf(pad.shape.core)
        .flatMap(([a, b]) => entry(pad, track, inside, outside, a, b) ?? [])
        .slice(0, 1)
    })
  })
}

function entry(
  pad: Pad,
  track: Track,
  inside: Point,
  outside: Point,
  a: Point,
  b: Point,
): PadEntry | undefined {
  const length = distance(a, b)
  const edge = { x: (b.x - a.x) / length, y: (b.y - a.y) / length }
  const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }
  const local = (p: Point): Point => ({
    x: (p.x - middle.x) * edge.x + (p.y - middle.y) * edge.y,
    y: (p.y - middle.y) * edge.x - (p.x - middle.x) * edge.y,
  })
  const [p, q] = [local(inside), local(outside)]
  const centre = local(pad)
  // Heights over the edge, counted outwards.
  const out = centre.y > 0 ? -1 : 1
  const [deep, high] = [p.y * out, q.y * out]
  const grown = pad.shape.radius
  if (deep > grown + sameMm || high <= grown + sameMm || high - deep < 1e-9) return undefined
  const t = (grown - deep) / (high - deep)
  const x = p.x + (q.x - p.x) * t
  const half = length / 2 + grown
  if (Math.abs(x) > half + sameMm) return undefined
  return {
    pad,
    track,
    at: { x: inside.x + (outside.x - inside.x) * t, y: inside.y + (outside.y - inside.y) * t },
    slantDeg: (Math.atan2(Math.abs(q.x - p.x), high - deep) * 180) / Math.PI,
    overMm: Math.max(0, Math.min(Math.abs(x), Math.abs(x) + track.widthMm / 2 - half)),
  }
}
