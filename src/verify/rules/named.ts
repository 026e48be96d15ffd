import type { Finding } from "../../model/finding"
import { layerName } from "../files/roles"
import { place, spot } from "../geometry/board"
import { isBalance, namedPieces } from "../geometry/named"
import type { FileRule } from "../rule"

const id = "drc/named"

/** A row of break-off holes stands on a bridge between boards: the bridge's own edge is near. mm. */
const bridgeMm = 5

/**
 * What the files call copper for balance touches nothing, and what they call break-off holes is on a bridge: else the
 * name would excuse what is wrong with a board.
 */
export const named: FileRule = {
  id,
  title: "copper named for balance by itself, break-off holes unplated and at an edge",
  check: ({ board }) => {
    const findings: Finding[] = []
    for (const [role, layer] of board.copper)
      for (const [piece, alone] of namedPieces(layer, isBalance)) {
        const group = board.connectivity.groupOf(role, piece)
        if (alone && !board.carries(group)) continue
        findings.push({
          rule: id,
          severity: "error",
          message: `copper that its file calls balancing is one with ${board.groupName(group)} on the ${layerName(role)}`,
          ...place(layer.cornerOf(piece), role),
        })
      }
    for (const { breakOff, isPlated, centre, file, line } of board.holes) {
      if (!breakOff) continue
      const apart =
        board.outline !== undefined && board.outlineEdges.closest(centre, centre, bridgeMm) === undefined
      if (!isPlated && !apart) continue
      findings.push({
        rule: id,
        severity: "error",
        message: `the break-off hole at ${spot(centre)} is ${isPlated ? "plated" : `more than ${bridgeMm} mm from any edge: nothing breaks there`}`,
        ...place(centre),
        file,
        line,
      })
    }
    return { findings }
  },
}
