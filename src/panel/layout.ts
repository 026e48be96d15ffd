import { partsOf } from "../circuit/parts"
import type { PanelRules } from "../model/fab-house"
import { UserError } from "../model/finding"
import { type Area, areaOf, type PanelBoard, type PanelLayout, type PanelPlan, type Seat } from "./board"
import { cutsBetween } from "./cuts"
import type { Edge } from "./edge"
import { type Row, tabsBetween } from "./tabs"

/** A part that hangs over an edge keeps this off the board beside it, mm. */
const overhangMm = 0.5

/**
 * Lays boards out in rows between rails; mm, the panel's centre as origin.
 * @param copperMm what unplated holes keep off copper
 * @throws UserError for boards of two heights in a row, an edge without room for tabs or not straight where a V-cut
 * goes, a panel that is too small
 */
export function layOut(
  plan: PanelPlan,
  boards: ReadonlyMap<string, PanelBoard>,
  rules: PanelRules,
  copperMm: number,
): PanelLayout {
  const gap = plan.gapMm ?? rules.gapMm
  if (plan.cuts !== "v" && gap < rules.cutterMm)
    throw new UserError(`--gap: ${gap} mm between boards: the cutter is ${rules.cutterMm} mm wide`)
  if (plan.cuts === "columns" && plan.rails === 4)
    throw new UserError("--cuts columns leaves the panel's left and right open: --rails 2, or --cuts v")
  const [beside, between] = [plan.cuts === "bites" ? gap : 0, plan.cuts === "v" ? 0 : gap]
  const sizes = plan.rows.map((ids) => ids.map((id) => sized(boards, id)))
  // The blade goes in beside what is placed before the boards are parted: it keeps off parts as off copper.
  const clear = rules.vCut?.copperMm ?? 0
  const scored = { bites: [], columns: ["left", "right"], v: ["left", "right", "top", "bottom"] } as const
  const touched = sizes
    .flat()
    .flatMap(({ board, beyond }) =>
      scored[plan.cuts]
        .filter((edge) => beyond[edge] > 1e-6 - clear)
        .map(
          (edge) =>
            `${board.id}: a part is less than ${clear} mm from its ${edge} edge, or over it, where a V-cut goes: --cuts bites`,
        ),
    )
  if (touched[0] !== undefined) throw new UserError(touched[0])
  const thicknesses = new Set(sizes.flat().map(({ board }) => board.thicknessMm))
  if (thicknesses.size > 1)
    throw new UserError(`a panel is of one thickness, its boards are of ${[...thicknesses].join(" and ")} mm`)
  const [copper = 2, ...other] = new Set(sizes.flat().map(({ board }) => board.copper))
  if (other.length > 0)
    throw new UserError(
      `a panel has one number of copper layers, its boards have ${[copper, ...other].join(" and ")}`,
    )
  const heights = sizes.map((row) => {
    const [first = 0, ...others] = row.map(({ area }) => area.maxY - area.minY)
    if (others.some((height) => Math.abs(height - first) > 1e-6))
      throw new UserError("boards of one row have to be of one height: give each kind a row of its own")
    return first
  })
  const apart = (right: number, left: number): number =>
    right + left === 0 || beside === 0 ? beside : Math.max(beside, right + left + overhangMm)
  const widths = sizes.map((row) =>
    row.reduce((sum, { area, over }, i) => {
      const before = row[i - 1]
      return sum + (before === undefined ? 0 : apart(before.over.right, over.left)) + area.maxX - area.minX
    }, 0),
  )
  // Parts hang over a rail, but not over the board in the next row: its parts may be there.
  const gaps = sizes.map((row, i) => {
    const [down, up] = [row, sizes[i + 1] ?? []].map((these, k) =>
      Math.max(0, ...these.map(({ over }) => (k === 0 ? over.bottom : over.top))),
    ) as [number, number]
    const hangs = sizes[i + 1] !== undefined && down + up > 0 && between > 0
    return hangs ? Math.max(between, down + up + overhangMm) : between
  })
  const inner = Math.max(...widths)
  const widthMm = inner + (plan.rails === 4 ? 2 * (rules.railMm + beside) : 0)
  const heightMm =
    2 * rules.railMm + between + heights.reduce((sum, height, i) => sum + height + (gaps[i] as number), 0)
  if (Math.min(widthMm, heightMm) < rules.leastSideMm)
    throw new UserError(
      `the panel would be ${round(widthMm)} x ${round(heightMm)} mm, at least ${rules.leastSideMm} x ${rules.leastSideMm} is wanted: more rows or columns, or --rails 4`,
    )
  const { short, long } = rules.mostMm ?? { short: Number.POSITIVE_INFINITY, long: Number.POSITIVE_INFINITY }
  if (Math.min(widthMm, heightMm) > short || Math.max(widthMm, heightMm) > long)
    throw new UserError(
      `the panel would be ${round(widthMm)} x ${round(heightMm)} mm, at most ${short} x ${long} is made: fewer rows or columns`,
    )

  const seats: Seat[] = []
  const rows: Row[] = []
  let top = heightMm / 2 - rules.railMm - between
  for (const [index, row] of sizes.entries()) {
    let left = -(widths[index] as number) / 2
    const own: Seat[] = []
    for (const [i, { board, area, over }] of row.entries()) {
      const before = row[i - 1]
      if (before !== undefined) left += apart(before.over.right, over.left)
      own.push({ number: seats.length + i + 1, board, x: round(left - area.minX), y: round(top - area.maxY) })
      left += area.maxX - area.minX
    }
    seats.push(...own)
    rows.push({ seats: own, top, bottom: top - (heights[index] as number) })
    top -= (heights[index] as number) + (gaps[index] as number)
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
  const cuts = cutsBetween(rows, { halfWidth: w, halfHeight: h, inner }, plan, rules)
  const lines = cuts.filter(({ from, to }) => from.x === to.x).map(({ from }) => from.x)
  const at = rules.fiducial.fromEdgeMm
  const mark = markFrom(w, lines)
  return {
    widthMm: round(widthMm),
    heightMm: round(heightMm),
    copper,
    seats,
    rails,
    tabs: plan.cuts === "v" ? [] : tabsBetween(rows, { top: h - rail, bottom: rail - h }, rules, copperMm),
    cuts,
    tooling: [w - 3, 3 - w].flatMap((x) => [h - rail / 2, rail / 2 - h].map((y) => ({ x, y }))),
    // Three of them: a panel that is put in the wrong way round does not match.
    fiducials: [
      { x: mark - w, y: h - at },
      { x: w - mark, y: h - at },
      { x: mark - w, y: at - h },
    ],
  }
}

/** Fiducials stand this far from the panel's sides: 10 mm, or as near to that as lets V-cuts pass them. */
function markFrom(halfWidth: number, lines: readonly number[]): number {
  const found = [10, 11, 9, 12, 8, 13, 7].find((mm) =>
    lines.every((x) => [mm - halfWidth, halfWidth - mm].every((at) => Math.abs(at - x) > 1.5)),
  )
  if (found === undefined) throw new UserError("the panel's V-cuts leave no room for fiducials on its rails")
  return found
}

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
  const most = (distances: readonly number[]): number => Math.max(Number.NEGATIVE_INFINITY, ...distances)
  const beyond = {
    left: most(reach.map(({ x }) => area.minX - x)),
    right: most(reach.map(({ x }) => x - area.maxX)),
    top: most(reach.map(({ y }) => y - area.maxY)),
    bottom: most(reach.map(({ y }) => area.minY - y)),
  }
  const over = (edge: Edge): number => Math.max(0, beyond[edge])
  return {
    board,
    area,
    beyond,
    over: { left: over("left"), right: over("right"), top: over("top"), bottom: over("bottom") },
  }
}

const firstCell = (line: string): string => line.split(",")[0] ?? ""

/** A micrometre. */
const round = (mm: number): number => Math.round(mm * 1e3) / 1e3
