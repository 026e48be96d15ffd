import { nearness } from "../../circuit/pieces"
import type { CheckResult, Finding } from "../../model/finding"
import type { Subject } from "../subject"
import type { BoardInput } from "./input"

/** Rounding of coordinates, mm. */
const toleranceMm = 1e-3

/** Tracks, vias and pours of other nets keep their distance from the pads that are soldered with much solder. */
export function handSoldered({
  board,
  copper,
  pieces,
}: Pick<BoardInput<"handSoldered" | "pour">, "board"> & Pick<Subject, "copper" | "pieces">): CheckResult {
  const rule = board.handSoldered
  if (rule === undefined) return { findings: [] }
  const findings: Finding[] = []
  let nearestTrack = Number.POSITIVE_INFINITY
  for (const name of rule.pads) {
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
        const limit = piece.net === board.pour.net ? rule.pourGapMm : rule.trackGapMm
        const near = nearness({ shape: pad.shape }, piece.copper, 2 * limit)
        if (near === undefined) continue
        const gap = Math.max(0, near.gap)
        if (piece.net !== board.pour.net) nearestTrack = Math.min(nearestTrack, gap)
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
