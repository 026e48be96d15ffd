import { Clipper, EndType, inflatePathsD, JoinType, type PathsD } from "clipper2-ts"
import type { Point } from "../geometry/point"
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

/** A board's outline that far inside itself, sharp corners kept, mm. */
export function insetPaths(outline: readonly Point[], byMm: number): PathsD {
  const path = outline.map(({ x, y }) => ({ x, y }))
  if (Clipper.areaD(path) < 0) path.reverse()
  return inflatePathsD([path], -byMm, JoinType.Miter, EndType.Polygon, 2, 6)
}
