import { crossing } from "../../geometry/polygon"
import type { Finding } from "../../model/finding"
import { areaMm2, type Point, type Polygon, toMm } from "../../read"
import { boxOf } from "../../read/geometry/point"
import {
  counterClockwise,
  difference,
  grow,
  insideRing,
  ringAreaMm2,
  ringFromMm,
  ringsOf,
  union,
} from "../../read/geometry/polygon"
import { place, round3 } from "../geometry/board"
import type { FileRule } from "../rule"

const id = "dfm/outline"

/** How far the drawn outline may be from the circuit's, mm: files are rounded to far less. */
const strayMm = 0.02

/** One closed line contour, one more for each of the circuit's cut-outs, and nothing else on the outline layer. */
export const outlineRule: FileRule = {
  id,
  title: "exactly one closed outline, where the board has it",
  check: ({ board, limit, foreign, panel: rules }) => {
    const outline = board.outline
    if (outline === undefined) return { findings: [] }
    const file = board.files.layers.get("outline")?.file ?? "the outline"
    const findings: Finding[] = []
    const say = (message: string, at?: { x: number; y: number }): void => {
      findings.push({ rule: id, severity: "error", message, file, ...(at === undefined ? {} : place(at)) })
    }
    const cutouts = board.expected?.cutouts ?? []
    const most = (limit("outline-contours").gate.error ?? 1) + cutouts.length
    if (outline.contours.length === 0) say(`no closed contour`)
    if (foreign) findings.push(...panel(outline.contours, file))
    else if (outline.contours.length > most || outline.contours.length <= cutouts.length)
      say(`${outline.contours.length} closed contours, ${most} expected`, outline.contours[1]?.[0])
    for (const end of outline.openEnds.slice(0, 4)) say(`the outline is open`, end)
    // What a file calls a V-cut, and the fab scores, is one; `dfm/v-cut` has the copper beside it.
    const cuts = outline.scores.filter(({ said }) => !(foreign && said && rules?.vCut !== undefined))
    for (const { from, to } of cuts)
      findings.push({
        rule: id,
        severity: foreign ? "warning" : "error",
        message: `a line right across the board, which a fab takes for a V-cut`,
        file,
        ...place({ x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }),
      })
    for (const end of outline.branches.slice(0, 4)) say(`more than two lines meet in one point`, end)
    for (const contour of outline.contours) {
      const crossed = crossedAt(contour)
      if (crossed !== undefined) say("the outline crosses itself", crossed)
    }
    if (outline.foreign.length > 0) say(`${outline.foreign.length} shapes that are no line`)
    const [contour] = outline.contours
    if (contour === undefined) return { findings }
    const corners = board.expected?.outline
    if (corners !== undefined) {
      const wanted = ringsOf(difference([counterClockwise(ringFromMm(corners))], cutouts.map(ringFromMm)))
      const drawn = ringsOf(outline.board)
      for (const piece of difference(drawn, grow(wanted, strayMm, "miter")).slice(0, 4))
        say(`${area(piece)} of board where ${board.expected?.source} has none`, middle(piece))
      for (const piece of difference(wanted, grow(drawn, strayMm, "miter")).slice(0, 4))
        say(`${area(piece)} of board are missing: ${board.expected?.source} has them`, middle(piece))
    }
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

/** Contours within the largest are cut-outs; others are boards of their own. */
function panel(contours: readonly (readonly Point[])[], file: string): Finding[] {
  const [first, ...rest] = contours
  if (first === undefined) return []
  const ring = ringFromMm(first)
  const apart = rest.filter(
    (contour) =>
      !contour.every(({ x, y }) => insideRing(ring, Math.round(x * 1e6), Math.round(y * 1e6), true)),
  )
  if (apart.length === 0) return []
  const message = `${apart.length + 1} contours beside or across each other: a panel, or lines that are no outline`
  return [{ rule: id, severity: "warning", message, file, ...place(apart[0]?.[0] ?? { x: 0, y: 0 }) }]
}

/** So many sides are gone through in pairs to name a place. */
const mostSides = 5000

/** Where a contour crosses itself: what lies in its loops counts double, or against the rest. */
function crossedAt(contour: readonly Point[]): Point | undefined {
  const ring = ringFromMm(contour)
  const pieces = union([ring])
  const whole = Math.abs(ringAreaMm2(ring))
  if (pieces.length === 1 && Math.abs(areaMm2(pieces) - whole) <= 1e-6 * whole) return undefined
  return (contour.length > mostSides ? undefined : crossing(contour)) ?? contour[0]
}

const area = (piece: Polygon): string => `${areaMm2([piece]).toFixed(2)} mm2`

/** Middle of the box round a piece, mm. */
function middle({ outer }: Polygon): Point {
  const { minX, minY, maxX, maxY } = boxOf(outer)
  return { x: toMm((minX + maxX) / 2), y: toMm((minY + maxY) / 2) }
}
