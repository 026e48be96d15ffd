import { partsOf } from "../circuit/parts"
import type { PanelRules } from "../model/fab-house"
import { UserError } from "../model/finding"
import { type Area, areaOf, type PanelBoard, type PanelLayout, type Seat } from "./board"
import { type Row, tabsBetween } from "./tabs"

/** What a panel is to be: rows of boards from the top, rails along two sides or all four. */
export interface PanelPlan {
  readonly rows: readonly (readonly string[])[]
  readonly rails: 2 | 4
  /** Room between boards; the house's unless said. */
  readonly gapMm?: number
}

/** A part that hangs over an edge keeps this off the board beside it, mm. */
const overhangMm = 0.5

/**
 * Lays boards out in rows between rails; mm, the panel's centre as origin.
 * @param copperMm what unplated holes keep off copper
 * @throws UserError for boards of two heights in a row, an edge without room for tabs, a panel that is too small
 */
export function layOut(
  plan: PanelPlan,
  boards: ReadonlyMap<string, PanelBoard>,
  rules: PanelRules,
  copperMm: number,
): PanelLayout {
  const gap = plan.gapMm ?? rules.gapMm
  if (gap < rules.cutterMm)
    throw new UserError(`--gap: ${gap} mm between boards: the cutter is ${rules.cutterMm} mm wide`)
  const sizes = plan.rows.map((ids) => ids.map((id) => sized(boards, id)))
  const heights = sizes.map((row) => {
    const [first = 0, ...others] = row.map(({ area }) => area.maxY - area.minY)
    if (others.some((height) => Math.abs(height - first) > 1e-6))
      throw new UserError("boards of one row have to be of one height: give each kind a row of its own")
    return first
  })
  const widths = sizes.map((row) =>
    row.reduce((sum, { area, over }, i) => {
      const before = row[i - 1]
      const apart = before === undefined ? 0 : apartMm(gap, before.over.right, over.left)
      return sum + apart + area.maxX - area.minX
    }, 0),
  )
  const inner = Math.max(...widths)
  const side = plan.rails === 4 ? 2 * (rules.railMm + gap) : 0
  const widthMm = inner + side
  const heightMm = 2 * rules.railMm + heights.reduce((sum, height) => sum + height + gap, gap)
  if (Math.min(widthMm, heightMm) < rules.leastSideMm)
    throw new UserError(
      `the panel would be ${round(widthMm)} x ${round(heightMm)} mm, at least ${rules.leastSideMm} x ${rules.leastSideMm} is wanted: more rows or columns, or --rails 4`,
    )

  const seats: Seat[] = []
  const rows: Row[] = []
  let top = heightMm / 2 - rules.railMm - gap
  for (const [index, row] of sizes.entries()) {
    let left = -(widths[index] as number) / 2
    const own: Seat[] = []
    for (const [i, { board, area, over }] of row.entries()) {
      const before = row[i - 1]
      if (before !== undefined) left += apartMm(gap, before.over.right, over.left)
      own.push({ number: seats.length + i + 1, board, x: round(left - area.minX), y: round(top - area.maxY) })
      left += area.maxX - area.minX
    }
    seats.push(...own)
    rows.push({ seats: own, top, bottom: top - (heights[index] as number) })
    top -= (heights[index] as number) + gap
  }
  const [w, h, rail] = [widthMm / 2, heightMm / 2, rules.railMm]
  const rails: Area[] = [
    { minX: -w, maxX: w, minY: h - rail, maxY: h },
    { minX: -w, maxX: w, minY: -h, maxY: rail - h },
    ...(plan.rails === 4
      ? [
          { minX: -w, maxX: rail - w, minY: -h, maxY: h },
          { minX: w - rail, maxX: w, minY: -h, maxY: h },
        ]
      : []),
  ]
  const at = rules.fiducial.fromEdgeMm
  return {
    widthMm: round(widthMm),
    heightMm: round(heightMm),
    seats,
    rails,
    tabs: tabsBetween(rows, { top: h - rail, bottom: rail - h }, rules, copperMm),
    tooling: [w - 3, 3 - w].flatMap((x) => [h - rail / 2, rail / 2 - h].map((y) => ({ x, y }))),
    // Three of them: a panel that is put in the wrong way round does not match.
    fiducials: [
      { x: 10 - w, y: h - at },
      { x: w - 10, y: h - at },
      { x: 10 - w, y: at - h },
    ],
  }
}

const apartMm = (gap: number, right: number, left: number): number =>
  Math.max(gap, right + left === 0 ? 0 : right + left + overhangMm)

function sized(boards: ReadonlyMap<string, PanelBoard>, id: string) {
  const board = boards.get(id)
  if (board === undefined) throw new UserError(`panel: no board "${id}"`)
  const area = areaOf(board.outline)
  // What a machine places before the boards are broken apart; what is soldered by hand comes later.
  const placed = new Set(
    [...board.lists.values()].flatMap(({ cpl }) => (cpl ?? "").split("\n").map(firstCell)),
  )
  const reach = partsOf(board.circuit)
    .filter(({ designator }) => placed.has(designator))
    .flatMap(({ placed: part }) => part?.courtyards.flat() ?? [])
  return {
    board,
    area,
    over: {
      left: Math.max(0, ...reach.map(({ x }) => area.minX - x)),
      right: Math.max(0, ...reach.map(({ x }) => x - area.maxX)),
    },
  }
}

const firstCell = (line: string): string => line.split(",")[0] ?? ""

/** A micrometre. */
const round = (mm: number): number => Math.round(mm * 1e3) / 1e3
