import { nearPairs, outlineOf, type Piece } from "../circuit/pieces"
import type { Point } from "../geometry/point"
import { boardGap } from "../geometry/shape"

/** A smallest distance on the board, mm, and between what. */
export interface Least {
  readonly mm: number
  readonly between: string
}

/** Farther apart than this is not looked at. */
export const reachMm = 1

const kindOf = ({ pad, what }: Piece): string => (pad === undefined ? what : "pad")

const nameOf = ({ pad, what, net }: Piece): string => {
  if (pad !== undefined) return pad.name
  return what === "pour" ? `${net} pour` : `${what} of ${net}`
}

/** Keys "track-track", "pad-track", "pour", "power", "any": the least gap between copper of different nets of these kinds. */
export function clearances(pieces: readonly Piece[], power: ReadonlySet<string>): Map<string, Least> {
  const least = new Map<string, Least>()
  const foreign = (a: Piece, b: Piece): boolean =>
    a.net !== b.net && (a.pad === undefined || b.pad === undefined)
  for (const { a: i, b: j, gap: mm } of nearPairs(pieces, reachMm, foreign)) {
    const [a, b] = [pieces[i] as Piece, pieces[j] as Piece]
    const isPower = [a, b].some(({ net }) => net !== undefined && power.has(net))
    const pour = [a, b].find(({ what }) => what === "pour")
    const keys =
      pour === undefined
        ? [[kindOf(a), kindOf(b)].sort().join("-"), "any", ...(isPower ? ["power"] : [])]
        : ["pour"]
    const between = pour === b ? `${nameOf(b)} and ${nameOf(a)}` : `${nameOf(a)} and ${nameOf(b)}`
    for (const key of keys)
      if (mm < (least.get(key)?.mm ?? Number.POSITIVE_INFINITY)) least.set(key, { mm, between })
  }
  return least
}

/** Copper to the board's edge. */
export function toEdge(
  pieces: readonly Piece[],
  outline: readonly Point[],
  cutouts: readonly (readonly Point[])[] = [],
): Least {
  let least: Least = { mm: Number.POSITIVE_INFINITY, between: "nothing" }
  for (const piece of pieces) {
    const mm = boardGap(outlineOf(piece.copper), outline, "region" in piece.copper ? [] : cutouts)
    if (mm < least.mm) least = { mm, between: nameOf(piece) }
  }
  return least
}
