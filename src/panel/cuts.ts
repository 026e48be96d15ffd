import type { PanelRules } from "../model/fab-house"
import { UserError } from "../model/finding"
import { areaOf, type Cut, type PanelPlan, type Seat } from "./board"
import { type Edge, isStraight } from "./edge"
import type { Row } from "./tabs"

interface Frame {
  readonly halfWidth: number
  readonly halfHeight: number
  /** Of what lies between the side rails. */
  readonly inner: number
}

/** Boards of 0.8 mm and less hang on a V-cut by wider strips. */
const thinMm = 0.8

/**
 * The lines of a panel's V-cuts: between columns, and with `v` along every side that has a neighbour or a rail.
 * @throws UserError for a line that is not along straight sides of all boards it passes, and for a strip too narrow
 */
export function cutsBetween(
  rows: readonly Row[],
  { halfWidth: w, halfHeight: h, inner }: Frame,
  { cuts, rails }: Pick<PanelPlan, "cuts" | "rails">,
  { vCut, railMm }: PanelRules,
): Cut[] {
  if (cuts === "bites") return []
  if (vCut === undefined) throw new UserError(`--cuts ${cuts}: no rules for V-cuts are recorded`)
  const boards = rows.flatMap(({ seats }) => seats)
  const straight = (seat: Seat | undefined, edge: Edge): void => {
    if (seat === undefined || isStraight(seat.board.outline, edge)) return
    const other = cuts === "v" && (edge === "top" || edge === "bottom") ? "columns" : "bites"
    throw new UserError(
      `${seat.board.id}: its ${edge} edge is not straight from corner to corner, as a V-cut is: --cuts ${other}`,
    )
  }
  const seams = rows.map(({ seats }) => seats.map((seat) => round(areaOf(seat.board.outline).maxX + seat.x)))
  const first = seams[0] ?? []
  const other = seams.findIndex((row) => row.join() !== first.join())
  if (other !== -1)
    throw new UserError(
      `V-cuts go straight through the panel: row ${other + 1} has boards of other widths than row 1; --cuts bites`,
    )
  for (const { seats } of rows)
    for (const [i, seat] of seats.entries()) {
      const sideRail = cuts === "v" && rails === 4
      if (i > 0 || sideRail) straight(seat, "left")
      if (i < seats.length - 1 || sideRail) straight(seat, "right")
    }
  const sides = cuts === "v" && rails === 4 ? [round(-inner / 2), round(inner / 2)] : []
  const xs = [...sides.slice(0, 1), ...first.slice(0, -1), ...sides.slice(1)]
  if (cuts === "v")
    for (const seat of boards) for (const edge of ["top", "bottom"] as const) straight(seat, edge)
  const ys = cuts === "v" ? [h - railMm, ...rows.map(({ bottom }) => bottom)].map(round) : []

  const thickness = Math.min(...boards.map(({ board }) => board.thicknessMm))
  const least = thickness <= thinMm ? vCut.leastWidthMm.thin : vCut.leastWidthMm.thick
  for (const [lines, half] of [
    [xs, w],
    [ys, h],
  ] as const) {
    const all = [...lines, -half, half].sort((a, b) => a - b)
    const narrow = all.slice(1).map((at, i) => at - (all[i] as number))
    if (lines.length > 0 && Math.min(...narrow) < least - 1e-6)
      throw new UserError(
        `a strip of ${round(Math.min(...narrow))} mm beside a V-cut: boards of ${thickness} mm want ${least}`,
      )
  }
  if (xs.length > 0 && ys.length > 0 && 2 * Math.max(w, h) > vCut.mostSideMm)
    throw new UserError(
      `the panel would be ${round(2 * w)} x ${round(2 * h)} mm; V-cut both ways it may have ${vCut.mostSideMm} at most`,
    )
  return [
    ...xs.map((x) => ({ from: { x, y: round(-h) }, to: { x, y: round(h) } })),
    ...ys.map((y) => ({ from: { x: round(-w), y }, to: { x: round(w), y } })),
  ]
}

const round = (mm: number): number => Math.round(mm * 1e3) / 1e3
