import type { LayerRole } from "../files/roles"
import type { BoardGeometry } from "../geometry/board"
import type { Gap } from "../geometry/segment"

/** Where two groups of copper come closest on one layer; undefined if they share no layer within 20 mm. */
export function shortestGap(
  board: BoardGeometry,
  from: number,
  to: number,
): (Gap & { layer: LayerRole }) | undefined {
  let best: (Gap & { layer: LayerRole }) | undefined
  for (const [role, layer] of board.copper) {
    const groupOf = (piece: number): number => board.connectivity.groupOf(role, piece)
    // The search widens only while nothing is found: most gaps are short.
    for (const reach of [0.5, 2, 6, 20]) {
      if (best !== undefined && best.distance < reach / 4) break
      for (const edge of layer.edges.edges) {
        if (groupOf(edge.piece) !== from) continue
        const gap = layer.edges.closest(edge.from, edge.to, reach, (piece) => groupOf(piece) === to)
        if (gap !== undefined && gap.distance < (best?.distance ?? reach)) best = { ...gap, layer: role }
      }
      if (best !== undefined) break
    }
  }
  return best
}
