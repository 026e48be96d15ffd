import { Clipper, FillRule } from "clipper2-ts"
import { edgeGap, ringOf, type Shape } from "../geometry/shape"
import type { Point } from "../model/place"
import type { Loop, Solid } from "./solid"

/** Decimals of a mm kept where half holes cut the edge. */
const precision = 6

/** The bare board with its notch, holes and half holes; its faces carry the look of the mask, its edge that of the substrate. */
export function boardSolid(
  outline: readonly Point[],
  cutouts: readonly (readonly Point[])[],
  drills: readonly Shape[],
  thicknessMm: number,
): Solid {
  const isHalf = (drill: Shape) => {
    const gap = edgeGap(drill, outline)
    return gap < 0 && gap > -2 * drill.radius
  }
  const edge = notched(outline, drills.filter(isHalf))
  return {
    part: "board",
    name: "board",
    material: "boardTop",
    fitted: true,
    outline: { kind: "polygon", points: edge.map(({ x, y }) => [x, y] as const) },
    holes: [
      ...cutouts.map((ring): Loop => ({ kind: "polygon", points: ring.map(({ x, y }) => [x, y] as const) })),
      ...drills.filter((drill) => !isHalf(drill)).map(loopOf),
    ],
    frame: { origin: [0, 0, 0], u: [1, 0, 0], v: [0, 1, 0], w: [0, 0, 1] },
    length: thicknessMm,
  }
}

/** A drilled hole stays a circle; a slot is milled along a line. */
function loopOf(drill: Shape): Loop {
  const [centre, ...more] = drill.core
  return centre !== undefined && more.length === 0
    ? { kind: "circle", centre: [centre.x, centre.y], radius: drill.radius }
    : { kind: "polygon", points: ringOf(drill).map(({ x, y }) => [x, y] as const) }
}

/** The outline with the half holes taken out of it. */
function notched(outline: readonly Point[], halves: readonly Shape[]): readonly Point[] {
  if (halves.length === 0) return outline
  const cuts = halves.map((drill) => ringOf(drill))
  const pieces = Clipper.differenceD(
    [outline.map(({ x, y }) => ({ x, y }))],
    cuts,
    FillRule.NonZero,
    precision,
  )
  return pieces.reduce((a, b) => (Math.abs(Clipper.areaD(a)) >= Math.abs(Clipper.areaD(b)) ? a : b))
}
