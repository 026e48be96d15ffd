import type { Point } from "../model/place"
import type { Drill } from "./lands"
import type { Loop, Solid } from "./solid"

/** The bare board with its notch and holes; its faces carry the look of the mask, its edge that of the substrate. */
export function boardSolid(
  outline: readonly Point[],
  cutouts: readonly (readonly Point[])[],
  drills: readonly Drill[],
  thicknessMm: number,
): Solid {
  return {
    part: "board",
    name: "board",
    material: "boardTop",
    fitted: true,
    outline: { kind: "polygon", points: outline.map(({ x, y }) => [x, y] as const) },
    holes: [
      ...cutouts.map((ring): Loop => ({ kind: "polygon", points: ring.map(({ x, y }) => [x, y] as const) })),
      ...drills.map(({ x, y, diameter }): Loop => ({ kind: "circle", centre: [x, y], radius: diameter / 2 })),
    ],
    frame: { origin: [0, 0, 0], u: [1, 0, 0], v: [0, 1, 0], w: [0, 0, 1] },
    length: thicknessMm,
  }
}
