import { jogMm, stepMm, stepsOf } from "../../circuit/track-steps"
import type { CheckResult } from "../../model/finding"
import type { Subject } from "../subject"
import { copperFigure } from "./figure"

/** No pieces of track that are too short to be meant. */
export function steps({ copper }: Pick<Subject, "copper">): CheckResult {
  const found = stepsOf(copper)
  return {
    findings: found.map(({ track, at, mm, jog }) => ({
      rule: "copper/step",
      severity: "warning",
      message: `a track of ${track.net ?? "no net"} ${jog ? "goes on a little beside its line" : "has a step"}, ${mm.toFixed(2)} mm long: draw it straight`,
      at: { ...at, layer: track.layer },
      measure: { value: Number(mm.toFixed(3)), limit: jog ? jogMm : stepMm, unit: "mm" },
      ...(track.net === undefined ? {} : { nets: [track.net] }),
    })),
    figures: [{ name: `${copperFigure}steps in tracks`, value: found.length, limit: 0 }],
  }
}
