import type { Copper } from "../circuit/copper"
import { padEntries } from "../circuit/pad-entries"
import { acuteJoints, offAngle } from "../circuit/track-angles"
import { stepsOf } from "../circuit/track-steps"
import type { Point } from "../geometry/point"

/** How the tracks are drawn: slopes, joints, steps and pad entries. */
export interface Angles {
  readonly segments: number
  /** Segments at other slopes than 0, 45 and 90 degrees. */
  readonly oddSlopes: number
  /** Joints outside pads and vias where two tracks leave at less than a right angle. */
  readonly acuteJoints: readonly Point[]
  /** Short segments and jogs outside pads and vias. */
  readonly steps: readonly Point[]
  /** Tracks that cross a straight pad edge at an angle. */
  readonly slantedEntries: readonly Point[]
}

export function angles(copper: Pick<Copper, "pads" | "tracks" | "vias" | "layers">): Angles {
  const { tracks } = copper
  return {
    segments: tracks.length,
    oddSlopes: tracks.filter(offAngle).length,
    acuteJoints: acuteJoints(copper).map(({ at }) => at),
    steps: stepsOf(copper).map(({ at }) => at),
    slantedEntries: padEntries(copper)
      .filter(({ slantDeg }) => slantDeg > 1)
      .map(({ at }) => at),
  }
}
