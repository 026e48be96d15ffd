import { farthestFromJoint } from "../../circuit/poured"
import type { CheckResult } from "../../model/finding"
import type { Subject } from "../subject"
import type { BoardInput } from "./input"

/** Where the pours lie over each other, a via or plated hole of their net is near: else they are two planes. */
export function stitching({
  board,
  copper,
}: Pick<BoardInput<"pour">, "board"> & Pick<Subject, "copper">): CheckResult {
  const { net, layers, stitchMm } = board.pour
  if (stitchMm === undefined || !copper.pours.some((pour) => pour.net === net)) return { findings: [] }
  const worst = farthestFromJoint(copper, net, layers)
  if (worst.mm <= stitchMm) return { findings: [] }
  const far = Number.isFinite(worst.mm) ? `${worst.mm.toFixed(1)} mm from the nearest` : "without any"
  return {
    findings: [
      {
        rule: "board/stitching",
        severity: "error",
        message: `the pours of ${net} are ${far} via or plated hole: at most ${stitchMm} mm, add vias of ${net}`,
        at: worst.at,
        nets: [net],
      },
    ],
  }
}
