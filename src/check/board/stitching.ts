import { farthestFromJoint } from "../../circuit/poured"
import type { CheckResult, Finding } from "../../model/finding"
import type { Subject } from "../subject"
import type { BoardInput } from "./input"

/** Where the pours lie over each other, a via or plated hole of their net is near: else they are two planes. */
export function stitching({
  board,
  copper,
}: Pick<BoardInput<"pours">, "board"> & Pick<Subject, "copper">): CheckResult {
  const nets = new Set(copper.pours.flatMap(({ net }) => net ?? []))
  return {
    findings: [...nets].flatMap((net): Finding[] => {
      const own = board.pours.filter((pour) => pour.net === net)
      const layers = [...new Set(own.flatMap((pour) => pour.layers))]
      const stitchMm = Math.min(...own.map((pour) => pour.stitchMm ?? Number.POSITIVE_INFINITY))
      if (layers.length < 2 || !Number.isFinite(stitchMm)) return []
      const worst = farthestFromJoint(copper, net, layers)
      if (worst.mm <= stitchMm) return []
      const far = Number.isFinite(worst.mm) ? `${worst.mm.toFixed(1)} mm from the nearest` : "without any"
      return [
        {
          rule: "board/stitching",
          severity: "error",
          message: `the pours of ${net} are ${far} via or plated hole: at most ${stitchMm} mm, add vias of ${net}`,
          at: worst.at,
          nets: [net],
        },
      ]
    }),
  }
}
