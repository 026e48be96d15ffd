import type { Pad } from "../../circuit/pads"
import { nearness } from "../../circuit/pieces"
import { boxOf } from "../../geometry/shape"
import type { Board, HandSoldered } from "../../model/board"
import type { CheckResult, Finding } from "../../model/finding"
import type { Subject } from "../subject"
import type { BoardInput } from "./input"

/** Rounding of coordinates, mm. */
const toleranceMm = 1e-3

/** A pad for so much solder is no pad for a pin: as wide and as long at least, mm. */
const largeMm = 2.5

/** What large pads keep where their board says no more. */
const unsaid: HandSoldered = { pads: [], pourGapMm: 0.4, trackGapMm: 1 }

/** Pads that are soldered with much solder whatever the board says: large, without a hole, of a part for the iron. */
export function largeHandPads(parts: Board["parts"], pads: readonly Pad[]): string[] {
  return pads
    .filter(({ designator, drillMm, shape }) => {
      const { minX, maxX, minY, maxY } = boxOf(shape)
      const isLarge = Math.min(maxX - minX, maxY - minY) >= largeMm
      return drillMm === undefined && isLarge && parts[designator]?.assembly.by === "hand"
    })
    .map(({ name }) => name)
}

/** Tracks, vias and pours of other nets keep their distance from the pads that are soldered with much solder. */
export function handSoldered({
  board,
  copper,
  pieces,
}: Pick<BoardInput<"handSoldered" | "pours" | "parts">, "board"> &
  Pick<Subject, "copper" | "pieces">): CheckResult {
  const rule = board.handSoldered ?? unsaid
  const findings: Finding[] = []
  let nearestTrack = Number.POSITIVE_INFINITY
  for (const name of new Set([...rule.pads, ...largeHandPads(board.parts, copper.pads)])) {
    const pads = copper.pads.filter((pad) => pad.name === name)
    if (pads.length === 0)
      findings.push({
        rule: "board/hand-soldered",
        severity: "error",
        message: `${name} is listed as soldered by hand, and the board has no such pad`,
        parts: [name],
      })
    for (const pad of pads)
      for (const piece of pieces) {
        if (piece.pad !== undefined || (piece.net !== undefined && piece.net === pad.net)) continue
        const layer = pad.layers.find((side) => piece.layers.includes(side))
        if (layer === undefined) continue
        const isPoured = board.pours.some(({ net }) => net === piece.net)
        const limit = isPoured ? rule.pourGapMm : rule.trackGapMm
        const near = nearness({ shape: pad.shape }, piece.copper, 2 * limit)
        if (near === undefined) continue
        const gap = Math.max(0, near.gap)
        if (!isPoured) nearestTrack = Math.min(nearestTrack, gap)
        if (gap >= limit - toleranceMm) continue
        const whose = piece.net === undefined ? "" : ` of ${piece.net}`
        findings.push({
          rule: "board/hand-soldered",
          severity: "error",
          message: `${piece.what}${whose} is ${gap.toFixed(2)} mm from ${name}, which is soldered by hand: keep ${limit} mm`,
          at: { ...near.at, layer },
          measure: { value: gap, limit, unit: "mm" },
          nets: piece.net === undefined ? [] : [piece.net],
          parts: [name],
        })
      }
  }
  const figures = Number.isFinite(nearestTrack)
    ? [
        {
          name: "nearest track or via to a hand-soldered pad of another net",
          value: Number(nearestTrack.toFixed(2)),
          unit: "mm",
          limit: rule.trackGapMm,
        },
      ]
    : []
  return { findings, figures }
}
