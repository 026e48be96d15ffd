import type { Finding } from "../../model/finding"
import { isInnerRole, layerName } from "../files/roles"
import { legs } from "../geometry/holes"
import { extreme, type FileRule, judge, missed, widest } from "../rule"
import { holeName, isVia } from "./holes"

const id = "drc/hole-to-copper"

/** The limit by kind of hole, on the outer layers and inside the board. */
const outside = { via: "via-hole-to-track", part: "pth-to-track", none: "npth-to-track" } as const
const inside = {
  via: "inner-via-hole-to-copper",
  part: "inner-pth-to-copper",
  none: "npth-to-track",
} as const

/** From the wall of a hole to copper that is not its own, on every copper layer. */
export const holeToCopper: FileRule = {
  id,
  title: "holes to foreign copper",
  check: ({ board, limit }) => {
    const findings: Finding[] = []
    const smallest = {
      via: Number.POSITIVE_INFINITY,
      part: Number.POSITIVE_INFINITY,
      none: Number.POSITIVE_INFINITY,
    }
    const ownGroup = new Map(
      board.connectivity.groups.flatMap(({ holes }, group) => holes.map((hole) => [hole, group] as const)),
    )
    for (const hole of board.holes) {
      const kind = !hole.isPlated ? "none" : isVia(board, hole) ? "via" : "part"
      const own = hole.isPlated ? (ownGroup.get(hole) ?? -1) : -1
      for (const [role, layer] of board.copper) {
        const rule = limit((isInnerRole(role) ? inside : outside)[kind])
        const foreign = (piece: number): boolean => board.connectivity.groupOf(role, piece) !== own
        for (const [from, to] of legs(hole.points)) {
          const at = layer.pieceAt(from)
          const edge = layer.edges.closest(from, to, hole.radius + widest(rule) * 1.5, foreign)
          const buried = at >= 0 && foreign(at)
          if (edge === undefined && !buried) continue
          const gap = buried
            ? Math.min(0, (edge?.distance ?? 0) - hole.radius)
            : (edge?.distance ?? 0) - hole.radius
          smallest[kind] = Math.min(smallest[kind], gap)
          const verdict = judge(gap, rule)
          if (verdict === undefined) continue
          const group = board.connectivity.groupOf(role, buried ? at : (edge?.piece ?? -1))
          const what = `${holeName(board, hole)} is too close to ${board.groupName(group)} on the ${layerName(role)}`
          findings.push(
            missed(id, verdict, gap, what, hole.centre, { layer: role, nets: board.groupNets(group) }),
          )
        }
      }
    }
    return {
      findings,
      figures: [
        ...extreme("via hole to foreign copper", smallest.via, limit("via-hole-to-track")),
        ...extreme("component hole to foreign copper", smallest.part, limit("pth-to-track")),
        ...extreme("unplated hole to copper", smallest.none, limit("npth-to-track")),
      ],
    }
  },
}
