import type { Copper, Track } from "../circuit/copper"
import { acuteJoints, landsOf, offAngle } from "../circuit/track-angles"
import { distance, type Point } from "../geometry/point"
import { depth } from "../geometry/shape"

/** How the tracks are drawn: slopes, joints, steps and pad entries. */
export interface Angles {
  readonly segments: number
  /** Segments at other slopes than 0, 45 and 90 degrees. */
  readonly oddSlopes: number
  /** Joints outside pads and vias where two tracks leave at less than a right angle. */
  readonly acuteJoints: readonly Point[]
  /** Short segments outside pads and vias: steps. */
  readonly steps: readonly Point[]
  /** Tracks that cross a straight pad edge at an angle. */
  readonly slantedEntries: readonly Point[]
}

const stepMm = 0.3

export function angles(copper: Pick<Copper, "pads" | "tracks" | "vias">): Angles {
  const { tracks } = copper
  const onLand = landsOf(copper)
  const isStep = ({ from, to, layer }: Track): boolean =>
    distance(from, to) < stepMm && !onLand(from, layer) && !onLand(to, layer)
  return {
    segments: tracks.length,
    oddSlopes: tracks.filter(offAngle).length,
    acuteJoints: acuteJoints(copper).map(({ at }) => at),
    steps: tracks.filter(isStep).map(({ from }) => from),
    slantedEntries: tracks
      .filter(isDiagonal)
      .flatMap((track) =>
        [track.from, track.to].filter((end, i) =>
          copper.pads.some(
            (pad) =>
              pad.net === track.net &&
              pad.layers.includes(track.layer) &&
              pad.shape.core.length > 2 &&
              depth(pad.shape, end) > -1e-6 &&
              depth(pad.shape, i === 0 ? track.to : track.from) < -1e-6,
          ),
        ),
      ),
  }
}

const isDiagonal = ({ from, to }: Track): boolean =>
  Math.min(Math.abs(to.x - from.x), Math.abs(to.y - from.y)) > 1e-3
