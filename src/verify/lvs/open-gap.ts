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
  for (const [role, { edges }] of board.copper) {
    const own = board.connectivity.groups[from]?.pieces.filter(({ layer }) => layer === role) ?? []
    const mine = own.flatMap(({ piece }) => edges.ofPiece(piece))
    const theirs = (piece: number): boolean => board.connectivity.groupOf(role, piece) === to
    // The search widens only while nothing is found, and narrows with each find: most gaps are short.
    for (const widest of [0.5, 2, 6, 20]) {
      const before = best
      for (const edge of mine) {
        const gap = edges.closest(edge.from, edge.to, Math.min(widest, best?.distance ?? widest), theirs)
        if (gap !== undefined && gap.distance < (best?.distance ?? Number.POSITIVE_INFINITY))
          best = { ...gap, layer: role }
      }
      if (best !== before || (best?.distance ?? Number.POSITIVE_INFINITY) <= widest) break
    }
  }
  return best
}
