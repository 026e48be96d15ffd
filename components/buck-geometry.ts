import type { Placement, Point } from "../src/board-definition"

/**
 * The buck module that the original board was built with (23 x 17 mm, pads 19 x 12 mm apart), mm. There is no
 * data sheet; the numbers are the original's footprint, which built boards fit.
 */
export const buckModule = {
  pitchX: 19,
  pitchY: 12,
  padMm: 4,
  /** From a pad's centre to the module's edge: left and right, at the minus row, at the plus row. */
  edgeX: 2,
  edgeUpper: 3,
  edgeLower: 2,
} as const

/**
 * The four pads of a buck module on the solder side, `centre` in the middle of them, seen from the top: input on the
 * right, output on the left, minus at the top. They are rows of the placement table like any other part's, but the
 * module moves as one.
 */
export function buckPads(centre: Point): Placement[] {
  const pad = (designator: string, dx: number, dy: number): Placement => ({
    designator,
    x: centre.x + dx,
    y: centre.y + dy,
    rotationDeg: 0,
    side: "bottom",
  })
  const dx = buckModule.pitchX / 2
  const dy = buckModule.pitchY / 2
  return [pad("J1", dx, dy), pad("J2", dx, -dy), pad("J3", -dx, dy), pad("J4", -dx, -dy)]
}
