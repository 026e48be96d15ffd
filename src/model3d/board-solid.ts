import { Clipper, FillRule } from "clipper2-ts"
import { disc, edgeGap, ringOf } from "../geometry/shape"
import type { Point } from "../model/place"
import type { Drill } from "./lands"
import type { Loop, Solid } from "./solid"

/** Decimals of a mm kept where half holes cut the edge. */
const precision = 6

/** The bare board with its notch, holes and half holes; its faces carry the look of the mask, its edge that of the substrate. */
export function boardSolid(
  outline: readonly Point[],
  cutouts: readonly (readonly Point[])[],
  drills: readonly Drill[],
  thicknessMm: number,
): Solid {
  const isHalf = (drill: Drill) => {
    const gap = edgeGap(disc(drill, drill.diameter), outline)
    return gap < 0 && gap > -drill.diameter
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
      ...drills
        .filter((drill) => !isHalf(drill))
        .map(({ x, y, diameter }): Loop => ({ kind: "circle", centre: [x, y], radius: diameter / 2 })),
    ],
    frame: { origin: [0, 0, 0], u: [1, 0, 0], v: [0, 1, 0], w: [0, 0, 1] },
    length: thicknessMm,
  }
}

/** The outline with the half holes taken out of it. */
function notched(outline: readonly Point[], halves: readonly Drill[]): readonly Point[] {
  if (halves.length === 0) return outline
  const cuts = halves.map((drill) => ringOf(disc(drill, drill.diameter)))
  const pieces = Clipper.differenceD(
    [outline.map(({ x, y }) => ({ x, y }))],
    cuts,
    FillRule.NonZero,
    precision,
  )
  return pieces.reduce((a, b) => (Math.abs(Clipper.areaD(a)) >= Math.abs(Clipper.areaD(b)) ? a : b))
}
