import { distance } from "../../geometry/point"
import type { CheckResult, Finding } from "../../model/finding"
import type { Subject } from "../subject"
import type { BoardInput } from "./input"

/** What the original board and its plug were measured to. mm. */
const toleranceMm = 0.01

/** Pads that must be where something outside the board expects them. */
export function fixedPads({
  board,
  copper,
}: Pick<BoardInput<"fixedPads">, "board"> & Pick<Subject, "copper">): CheckResult {
  const wanted = Object.entries(board.fixedPads ?? {})
  let most = 0
  const findings = wanted.flatMap(([name, place]): Finding[] => {
    const common = { rule: "board/fixed-pad", severity: "error", at: place, parts: [name] } as const
    const distances = copper.pads.filter((pad) => pad.name === name).map((pad) => distance(pad, place))
    if (distances.length === 0) {
      return [{ ...common, message: `there is no pad ${name}, which must be at (${place.x}, ${place.y}) mm` }]
    }
    const off = Math.min(...distances)
    most = Math.max(most, off)
    if (off <= toleranceMm + 1e-9) return []
    return [
      {
        ...common,
        message: `pad ${name} is ${off.toFixed(2)} mm from (${place.x}, ${place.y}) mm, where it must be`,
        measure: { value: Number(off.toFixed(3)), limit: toleranceMm, unit: "mm" },
      },
    ]
  })
  return {
    findings,
    figures: [
      {
        name: "fixed pads off their place, at most",
        value: Number(most.toFixed(3)),
        unit: "mm",
        limit: toleranceMm,
      },
    ],
  }
}
