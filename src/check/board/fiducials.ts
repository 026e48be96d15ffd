import { groupBy } from "../../circuit/group-by"
import { nearness } from "../../circuit/pieces"
import { disc } from "../../geometry/shape"
import type { CheckResult, Finding } from "../../model/finding"
import { naturalOrder } from "../../natural-order"
import type { Subject } from "../subject"
import type { BoardInput } from "./input"

/** Copper may end on the opening's edge; the opening is taken as smaller by this. mm. */
const edgeMm = 1e-3

/** One mark tells where a board lies, a second how it is turned, a third whether it is the wrong way round. */
const fewest = 2

/** Marks for a machine's camera stand alone in their openings, and there are enough of them on a side that has any. */
export function fiducials({
  board,
  copper,
  pieces,
}: Pick<BoardInput<"parts">, "board"> & Pick<Subject, "copper" | "pieces">): CheckResult {
  const marks = copper.pads.filter(({ designator }) => board.parts[designator]?.kind === "fiducial")
  const findings: Finding[] = []
  for (const mark of marks) {
    const [side = "top"] = mark.layers
    const land = board.parts[mark.designator]?.package.land.pads[0]
    const openMm = (land?.width ?? 0) + 2 * (land?.maskMarginMm ?? 0)
    const opening = { shape: disc(mark, openMm - edgeMm) }
    for (const piece of pieces) {
      if (piece.pad?.name === mark.name || !piece.layers.includes(side)) continue
      const at = nearness(piece.copper, opening, 0)?.at
      if (at === undefined) continue
      findings.push({
        rule: "board/fiducial-free",
        severity: "error",
        message: `${piece.what}${piece.net === undefined ? "" : ` (${piece.net})`} is in the opening of ${mark.designator}, ${openMm} mm across: a camera takes it for the mark; move one`,
        at: { x: at.x, y: at.y, layer: side },
        parts: [mark.designator],
        nets: piece.net === undefined ? [] : [piece.net],
      })
    }
  }
  for (const [side, own] of groupBy(marks, ({ layers }) => layers[0]))
    if (own.length < fewest)
      findings.push({
        rule: "board/fiducial-count",
        severity: "warning",
        message: `${own.map(({ designator }) => designator).join(", ")} alone on the ${side} side: a machine wants ${fewest} marks at least to see how a board is turned, better three`,
        parts: own.map(({ designator }) => designator).sort(naturalOrder),
      })
  return { findings, figures: [{ name: "fiducials", value: marks.length }] }
}
