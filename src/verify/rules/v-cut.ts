import type { Finding } from "../../model/finding"
import { layerName } from "../files/roles"
import { place } from "../geometry/board"
import { type FileRule, measureErrorMm } from "../rule"

const id = "dfm/v-cut"

/** Copper keeps off the lines that a fab scores; where it scores none, the outline's rule has said so. */
export const vCut: FileRule = {
  id,
  title: "copper to V-cuts",
  check: ({ board, panel }) => {
    const findings: Finding[] = []
    const least = panel?.vCut?.copperMm
    if (least === undefined) return { findings }
    for (const { from, to } of board.outline?.scores ?? [])
      for (const [role, { edges }] of board.copper) {
        const near = edges.closest(from, to, least - measureErrorMm)
        if (near === undefined) continue
        findings.push({
          rule: id,
          severity: "error",
          message: `copper ${near.distance.toFixed(2)} mm from a V-cut on the ${layerName(role)}, ${least} mm at least`,
          ...place(near.b, role),
        })
      }
    return { findings }
  },
}
