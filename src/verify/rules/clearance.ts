import type { Figure, Finding } from "../../model/finding"
import { layerName } from "../files/roles"
import { gapsBetween } from "../geometry/edge-index"
import { extreme, type FileRule, judge, missed, widest } from "../rule"

const id = "drc/clearance"

/** Space between copper that the files themselves do not connect, on each copper layer. */
export const clearance: FileRule = {
  id,
  title: "space between copper of different nets",
  check: ({ board, limit, foreign }) => {
    const rule = limit("track-space")
    const reach = Math.max(0.5, widest(rule) * 1.5)
    const findings: Finding[] = []
    const figures: Figure[] = []
    for (const [role, layer] of board.copper) {
      const groupOf = (piece: number): number => board.connectivity.groupOf(role, piece)
      let smallest = Number.POSITIVE_INFINITY
      for (const gap of gapsBetween(layer.edges, groupOf, reach, widest(rule))) {
        smallest = Math.min(smallest, gap.distance)
        const verdict = judge(gap.distance, rule)
        if (verdict === undefined) continue
        const [a, b] = [groupOf(gap.pieceA), groupOf(gap.pieceB)]
        const [first, second] = [board.groupName(a), board.groupName(b)].sort()
        const nets = [...board.groupNets(a), ...board.groupNets(b)].sort()
        const what = `${first} and ${second} come too close on the ${layerName(role)}`
        // Lettering and marks: nothing is connected to either, so nothing can be shorted.
        const marks = foreign === true && !board.carries(a) && !board.carries(b)
        const counted = marks ? { ...verdict, severity: "warning" as const } : verdict
        findings.push(missed(id, counted, gap.distance, what, gap.a, { layer: role, nets }))
      }
      figures.push(...extreme(`smallest space on the ${layerName(role)}`, smallest, rule))
    }
    return { findings, figures }
  },
}
