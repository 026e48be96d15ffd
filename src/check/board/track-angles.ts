import type { Track } from "../../circuit/copper"
import { acuteJoints, offAngle } from "../../circuit/track-angles"
import type { CheckResult, Finding } from "../../model/finding"
import type { Subject } from "../subject"

/** Tracks run at multiples of 45 degrees and meet at right angles or blunter: acute joints hold etchant. */
export function trackAngles({ copper }: Pick<Subject, "copper">): CheckResult {
  return {
    findings: [
      ...copper.tracks.filter(offAngle).map(
        (track): Finding => ({
          ...about(track),
          message: `a track${named(track)} runs at ${degrees(track).toFixed(1)} degrees: not a multiple of 45`,
          at: { x: (track.from.x + track.to.x) / 2, y: (track.from.y + track.to.y) / 2, layer: track.layer },
        }),
      ),
      ...acuteJoints(copper).map(
        ({ track, at, deg }): Finding => ({
          ...about(track),
          message: `tracks${named(track)} meet at ${deg.toFixed(0)} degrees: an acute joint`,
          at: { ...at, layer: track.layer },
        }),
      ),
    ],
  }
}

const about = (track: Track) =>
  ({
    rule: "board/track-angle",
    severity: "warning",
    nets: track.net === undefined ? [] : [track.net],
  }) as const

const named = ({ net }: Track): string => (net === undefined ? "" : ` of ${net}`)

const degrees = ({ from, to }: Track): number =>
  ((((Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI) % 180) + 180) % 180
