import type { Figure, Finding } from "../../model/finding"
import { layerName } from "../files/roles"
import { place } from "../geometry/board"
import { gapsToLayer } from "../geometry/edge-index"
import { withoutPads } from "../geometry/half-holes"
import { extreme, type FileRule, judge, missed, widest } from "../rule"

const id = "drc/copper-edge"

/** Copper to the middle of the outline's line, where the router's edge will be. */
export const copperEdge: FileRule = {
  id,
  title: "copper to the edge of the board",
  check: ({ board, limit }) => {
    const rule = limit("copper-to-edge")
    const findings: Finding[] = []
    const figures: Figure[] = []
    if ((board.outline?.board.length ?? 0) === 0) return { findings }
    for (const [role, whole] of board.copper) {
      const layer = withoutPads(whole, board.halfHoles)
      let smallest = Number.POSITIVE_INFINITY
      const near = new Set<number>()
      for (const gap of gapsToLayer(layer.edges, board.outlineEdges, Math.max(0.5, widest(rule) * 1.5))) {
        near.add(gap.pieceA)
        const beyond = !board.onBoard(layer.cornerOf(gap.pieceA))
        const value = beyond ? -gap.distance : gap.distance
        smallest = Math.min(smallest, value)
        const verdict = judge(value, rule)
        if (verdict === undefined) continue
        const group = board.connectivity.groupOf(role, whole.pieceAt(layer.cornerOf(gap.pieceA)))
        const what = `${board.groupName(group)} is too close to the board's edge on the ${layerName(role)}`
        findings.push(missed(id, verdict, value, what, gap.a, { layer: role, nets: board.groupNets(group) }))
      }
      for (const piece of layer.pieces.keys()) {
        if (near.has(piece) || board.onBoard(layer.cornerOf(piece))) continue
        findings.push({
          rule: id,
          severity: "error",
          message: `copper off the board on the ${layerName(role)}`,
          ...place(layer.cornerOf(piece), role),
        })
      }
      figures.push(...extreme(`copper to the edge, ${layerName(role)}`, smallest, rule))
    }
    return { findings, figures }
  },
}
