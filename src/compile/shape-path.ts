import { EndType, inflatePathsD, JoinType, type PathsD } from "clipper2-ts"
import type { Shape } from "../geometry/shape"

/** Arcs are drawn in chords that come up to this much nearer, mm. */
const chordMm = 0.002

/** A shape's outline, grown by `byMm`, corners round, as closed paths, mm. */
export function shapePath({ core, radius }: Shape, byMm = 0): PathsD {
  const path = core.map(({ x, y }) => ({ x, y }))
  const grow = radius + byMm
  if (grow === 0) return [path]
  const end = core.length > 2 ? EndType.Polygon : EndType.Round
  return inflatePathsD([path], grow, JoinType.Round, end, 2, 6, chordMm)
}
