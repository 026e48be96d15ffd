import type { Finding } from "../../finding"
import { areaMm2 } from "../../read"
import { boxOf } from "../../read/geometry/point"
import { place, round3 } from "../geometry/board"
import type { FileRule } from "../rule"

const id = "dfm/outline"

/** Exactly one closed line contour, and nothing else, on the outline layer. */
export const outlineRule: FileRule = {
  id,
  title: "exactly one closed outline",
  check: ({ board, limit }) => {
    const outline = board.outline
    if (outline === undefined) return { findings: [] }
    const file = board.files.layers.get("outline")?.file ?? "the outline"
    const findings: Finding[] = []
    const say = (message: string, at?: { x: number; y: number }): void => {
      findings.push({ rule: id, severity: "error", message, file, ...(at === undefined ? {} : place(at)) })
    }
    const most = limit("outline-contours").gate.error ?? 1
    if (outline.contours.length === 0) say(`no closed contour`)
    if (outline.contours.length > most)
      say(`${outline.contours.length} closed contours, ${most} expected`, outline.contours[1]?.[0])
    for (const end of outline.openEnds.slice(0, 4)) say(`the outline is open`, end)
    for (const end of outline.branches.slice(0, 4)) say(`more than two lines meet in one point`, end)
    if (outline.foreign.length > 0) say(`${outline.foreign.length} shapes that are no line`)
    const [contour] = outline.contours
    if (contour === undefined) return { findings }
    const box = boxOf(contour)
    return {
      findings,
      figures: [
        { name: "board width", value: round3(box.maxX - box.minX), unit: "mm" },
        { name: "board height", value: round3(box.maxY - box.minY), unit: "mm" },
        { name: "board area", value: round3(areaMm2(outline.board)), unit: "mm2" },
      ],
    }
  },
}
