import { distance, type Point } from "../geometry/point"
import { depth } from "../geometry/shape"
import { turnSteps } from "../route/grid"
import { directionOf } from "../route/terminals"
import type { BoardCopper, Track } from "./board-copper"

/** How the tracks are drawn: slopes, joints, steps and pad entries. */
export interface Angles {
  readonly segments: number
  /** Segments at other slopes than 0, 45 and 90 degrees. */
  readonly oddSlopes: number
  /** Joints outside pads and vias where two tracks leave at less than a right angle. */
  readonly acuteJoints: readonly Point[]
  /** Short segments (under 0.3 mm) outside pads: steps. */
  readonly steps: readonly Point[]
  /** Tracks that cross a straight pad edge at an angle. */
  readonly slantedEntries: readonly Point[]
}

const stepMm = 0.3

export function angles(copper: BoardCopper): Angles {
  const { tracks, facts } = copper
  const onPad = (p: Point, track: Track): boolean =>
    facts.pads.some(
      (pad) => pad.net === track.net && pad.layers.includes(track.layer) && depth(pad.shape, p) > -1e-6,
    )
  const onVia = (p: Point): boolean => copper.vias.some((via) => distance(via.at, p) < via.diameterMm / 2)
  const hidden = (p: Point, track: Track): boolean => onPad(p, track) || onVia(p)
  let oddSlopes = 0
  const acuteJoints: Point[] = []
  const steps: Point[] = []
  const slantedEntries: Point[] = []
  const seen = new Set<string>()
  for (const track of tracks) {
    const d = directionOf(track.a, track.b)
    if (d === undefined) oddSlopes++
    const length = distance(track.a, track.b)
    if (length < stepMm && !hidden(track.a, track) && !hidden(track.b, track)) steps.push(track.a)
    for (const [end, other] of [
      [track.a, track.b],
      [track.b, track.a],
    ] as const) {
      const key = `${track.net} ${track.layer} ${end.x.toFixed(3)} ${end.y.toFixed(3)}`
      if (!seen.has(key) && !hidden(end, track)) {
        seen.add(key)
        const leaving = tracks
          .filter((t) => t.net === track.net && t.layer === track.layer)
          .flatMap((t) => directionsFrom(t, end))
        if (leaving.some((x, i) => leaving.some((y, j) => j > i && x !== y && turnSteps(x, y) < 2)))
          acuteJoints.push(end)
      }
      // Entering a rectangular pad: the direction across its edge must be at a right angle to the edge.
      const pad = facts.pads.find(
        (p) => p.net === track.net && p.layers.includes(track.layer) && depth(p.shape, end) > -1e-6,
      )
      const straightEdges = pad !== undefined && pad.shape.core.length > 2
      if (straightEdges && depth(pad.shape, other) < -1e-6 && d !== undefined && d % 2 === 1)
        slantedEntries.push(end)
    }
  }
  return { segments: tracks.length, oddSlopes, acuteJoints, steps, slantedEntries }
}

/** Directions in which a track leaves p: one at its end, two where p is inside it. */
function directionsFrom(track: Track, p: Point): number[] {
  const [toA, toB] = [distance(p, track.a), distance(p, track.b)]
  const length = distance(track.a, track.b)
  if (Math.abs(toA + toB - length) > 1e-3) return []
  return [
    toA > 1e-3 ? directionOf(p, track.a) : undefined,
    toB > 1e-3 ? directionOf(p, track.b) : undefined,
  ].filter((d) => d !== undefined)
}
