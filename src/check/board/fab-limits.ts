import { limit, type RuleId } from "../../model/fab-rule"
import type { CheckResult, Finding } from "../../model/finding"
import type { CheckedHouse } from "../subject"
import type { BoardInput } from "./input"

/** What a board states for itself, beside the limits that its fab publishes. */
export function fabLimits({
  board: { netClasses, via, pours, thicknessMm },
  house,
}: Pick<BoardInput<"netClasses" | "via" | "pours" | "thicknessMm">, "board"> & {
  readonly house: CheckedHouse
}): CheckResult {
  const rows: readonly (readonly [id: RuleId, valueMm: number, what: string, nets: readonly string[]])[] = [
    ...netClasses.flatMap(
      ({ name, nets, widthMm, clearanceMm }) =>
        [
          ["track-width", widthMm, `net class ${name}: width`, nets],
          ["track-space", clearanceMm, `net class ${name}: clearance`, nets],
        ] as const,
    ),
    ["via-hole", via.drillMm, "via: hole", []],
    ["via-diameter", via.diameterMm, "via: diameter", []],
    ...pours.flatMap(
      (pour) =>
        [
          ["track-space", pour.clearanceMm, "pour: clearance", [pour.net]],
          ["track-width", pour.minWidthMm, "pour: least width", [pour.net]],
          ["track-width", pour.thermalSpokeMm, "pour: spokes", [pour.net]],
          ["track-space", pour.thermalGapMm, "pour: gap round its own pads", [pour.net]],
          ["copper-to-edge", pour.boardEdgeMm, "pour: distance from the board's edge", [pour.net]],
        ] as const,
    ),
  ]
  const beyond = rows.flatMap(([id, valueMm, what, nets]): Finding[] => {
    const { fabLimit, source } = limit(house, id)
    if (fabLimit === undefined || valueMm >= fabLimit - 1e-9) return []
    return [
      {
        rule: "fab/board-limit",
        severity: "error",
        message: `${what} is ${valueMm} mm, the fab makes no less than ${fabLimit} mm (${source})`,
        measure: { value: valueMm, limit: fabLimit, unit: "mm" },
        ...(nets.length === 0 ? {} : { nets }),
      },
    ]
  })
  return { findings: [...beyond, ...unsold(thicknessMm, house)] }
}

/** A board of a thickness that the house does not sell. */
function unsold(thicknessMm: number, { title, offers }: CheckedHouse): Finding[] {
  if (offers.thicknessesMm.some((mm) => Math.abs(mm - thicknessMm) < 1e-9)) return []
  return [
    {
      rule: "fab/board-limit",
      severity: "error",
      message: `\`thicknessMm\` is ${thicknessMm}, ${title} sells ${offers.thicknessesMm.join(", ")} mm (${offers.source})`,
      measure: { value: thicknessMm, unit: "mm" },
    },
  ]
}
