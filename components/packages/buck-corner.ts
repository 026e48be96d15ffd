import type { Package } from "../../src/model/package"
import { lines, outline, smd } from "./land"

/**
 * The buck module that the original board was built with (23 x 17 mm, pads 19 x 12 mm apart), mm. There is no
 * data sheet; the numbers are the original's footprint, which built boards fit.
 */
const buckModule = {
  pitchX: 19,
  pitchY: 12,
  padMm: 4,
  /** From a pad's centre to the module's edge: left and right, at the minus row, at the plus row. */
  edgeX: 2,
  edgeUpper: 3,
  edgeLower: 2,
} as const

/**
 * One corner of the buck module for the solder side: its 4 x 4 mm pad, and the quarter of the module's outline and
 * courtyard that belongs to it. Four of them are the module.
 *
 * @param right seen from the top, whether the corner is on the module's right.
 * @param upper whether it is on the module's upper side.
 */
export function buckCorner(right: boolean, upper: boolean): Package {
  const { pitchX, pitchY, padMm, edgeX } = buckModule
  // A bottom part is mirrored left to right: what is on the right seen from the top is drawn on the left here.
  const outX = right ? -1 : 1
  const outY = upper ? 1 : -1
  const edgeY = upper ? buckModule.edgeUpper : buckModule.edgeLower
  // Quarters keep 0.01 mm apart: edges that touch would count as an overlap.
  const x = [-outX * (pitchX / 2 - 0.01), outX * edgeX] as const
  const y = [-outY * (pitchY / 2 - 0.01), outY * edgeY] as const
  // 0.3 mm outside the module, so that it shows beside the module and clears the pads' openings; but inside it on
  // the upper side, where the module reaches the board's edge.
  const lineX = outX * (edgeX + 0.3)
  const lineY = outY * (edgeY + (upper ? -0.3 : 0.3))
  return {
    name: "23x17mm module",
    land: {
      fromAbove: true,
      pads: [smd(1, 0, 0, padMm, padMm, "none")],
      silk: lines([
        [lineX, -outY * (pitchY / 2), lineX, lineY],
        [lineX, lineY, -outX * (pitchX / 2), lineY],
      ]),
      courtyard: outline(x[0], y[0], x[1], y[1]),
    },
    leads: {
      unknown: "the module has no data sheet; its pads are the original board's, which built boards fit",
    },
    landsOfProduct: 4,
    source: "the original board's footprint, which built boards fit; there is no data sheet",
  }
}
