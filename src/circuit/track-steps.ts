import { distance, distanceToSegment, type Point } from "../geometry/point"
import type { Copper, Track } from "./copper"
import { groupBy } from "./group-by"
import { landsOf } from "./track-angles"

/** A piece of track too short to be meant. */
export interface Step {
  readonly track: Track
  readonly at: Point
  readonly mm: number
  /** The track goes on as it came, a little beside. */
  readonly jog: boolean
}

/** Shorter pieces of track are steps wherever they are, mm; jogs already where they are shorter than the other. */
export const stepMm = 0.3
export const jogMm = 0.5

const sameMm = 1e-3

/**
 * Pieces of track outside pads and vias that are shorter than a person would draw: left-overs where two drawings meet,
 * and jogs, where a track leaves its line and goes on beside it.
 */
export function stepsOf(copper: Pick<Copper, "pads" | "tracks" | "vias" | "layers">): Step[] {
  const onLand = landsOf(copper)
  return [...groupBy(copper.tracks, ({ net, layer }) => `${layer} ${net}`).values()].flatMap((alike) =>
    alike.flatMap((track): Step[] => {
      const mm = distance(track.from, track.to) + straightOnMm(track, alike)
      if (
        mm < sameMm ||
        mm >= jogMm - sameMm ||
        onLand(track.from, track.layer) ||
        onLand(track.to, track.layer)
      )
        return []
      const jog = isJog(track, alike)
      if (mm >= stepMm - sameMm && !jog) return []
      const at = { x: (track.from.x + track.to.x) / 2, y: (track.from.y + track.to.y) / 2 }
      return [{ track, at, mm, jog }]
    }),
  )
}

/** Length of the pieces that carry a track on in its line: how often it was cut says nothing. mm. */
function straightOnMm(track: Track, alike: readonly Track[]): number {
  const length = distance(track.from, track.to)
  const ways: readonly (readonly [Point, Point])[] = [
    [track.from, track.to],
    [track.to, track.from],
  ]
  let more = 0
  for (const [start, end] of ways)
    for (const one of alike) {
      if (one === track || one.widthMm !== track.widthMm) continue
      const next =
        distance(one.from, end) < sameMm ? one.to : distance(one.to, end) < sameMm ? one.from : undefined
      if (next === undefined) continue
      const far = distance(next, end)
      const along = (next.x - end.x) * (end.x - start.x) + (next.y - end.y) * (end.y - start.y)
      if (far > sameMm && along > 0.9999 * far * length) more += far
    }
  return more
}

/** True where the tracks at both ends run in one direction, and nothing branches off. */
function isJog(track: Track, alike: readonly Track[]): boolean {
  const [before, after] = [track.from, track.to].map((end) => {
    const met = alike.filter((one) => one !== track && distanceToSegment(end, one.from, one.to) < sameMm)
    const [other, ...more] = met
    if (other === undefined || more.length > 0) return undefined
    const far = distance(other.from, end) < distance(other.to, end) ? other.to : other.from
    return { x: far.x - end.x, y: far.y - end.y }
  })
  if (before === undefined || after === undefined) return false
  const cosine =
    (before.x * after.x + before.y * after.y) /
    (Math.hypot(before.x, before.y) * Math.hypot(after.x, after.y))
  return cosine < -0.999
}
