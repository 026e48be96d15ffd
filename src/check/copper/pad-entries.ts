import { type PadEntry, padEntries } from "../../circuit/pad-entries"
import type { CheckResult, Finding } from "../../model/finding"
import type { Subject } from "../subject"
import { beyond, worst } from "./figure"

/** Tracks are written to 0.01 mm: a straight one is straight to a degree. */
export const slantDeg = 1

/**
 * How far a track's side may lie beyond the pad's corner, mm, and of a track broader than the edge how far it may be
 * off its middle: what a fab's registration hides.
 */
export const overhangMm = 0.05

/** Tracks meet pads squarely and within their edge: a slant or a corner leaves acid traps, and solder pulls one way. */
export function entries({ copper }: Pick<Subject, "copper">): CheckResult {
  const all = padEntries(copper)
  const find = (
    rule: string,
    value: number,
    limit: number,
    unit: string,
    { pad, track, at }: PadEntry,
    what: string,
  ): Finding[] =>
    !beyond(value, limit)
      ? []
      : [
          {
            rule,
            severity: "warning",
            message: `a track of ${track.net} enters ${pad.name} ${what}`,
            at: { x: at.x, y: at.y, layer: track.layer },
            measure: { value: Number(value.toFixed(3)), limit, unit },
            ...(track.net === undefined ? {} : { nets: [track.net] }),
            parts: [pad.name],
          },
        ]
  return {
    findings: all.flatMap((one) => [
      ...find(
        "copper/entry-slant",
        one.slantDeg,
        slantDeg,
        "degrees",
        one,
        `at a slant of ${one.slantDeg.toFixed(0)} degrees: lead it straight over the pad's edge`,
      ),
      ...find(
        "copper/entry-corner",
        one.overMm,
        overhangMm,
        "mm",
        one,
        `${one.overMm.toFixed(2)} mm over its corner: lead it on the pad's axis`,
      ),
    ]),
    figures: [
      worst(
        "slant at a pad",
        all.map((one) => one.slantDeg),
        "degrees",
        slantDeg,
      ),
      worst(
        "track over a pad's corner",
        all.map((one) => one.overMm),
        "mm",
        overhangMm,
      ),
    ],
  }
}
