import type { HandSoldered, MountingHole } from "../../src/model/board"
import type { Point } from "../../src/model/place"

/** 70 x 28 mm with a notch of 28 x 8 mm under the antenna, mm, board centre = origin: what fits the meter. */
export const outline: readonly Point[] = [
  { x: -35, y: -14 },
  { x: -26, y: -14 },
  { x: -26, y: -6 },
  { x: 2, y: -6 },
  { x: 2, y: -14 },
  { x: 35, y: -14 },
  { x: 35, y: 14 },
  { x: -35, y: 14 },
]

/** M3, not plated. */
export const mountingHoles: readonly MountingHole[] = [
  { designator: "H1", x: -30, y: -11, drillMm: 3.2 },
  { designator: "H2", x: 30, y: -11, drillMm: 3.2 },
]

/**
 * J6 plugs into the meter, and the meter has room for the buck module in one place: their pads are where the originals'
 * boards have them (MEP-HW-SMD v2.00 and MEP-HW-THT v1.10), to 0.01 mm.
 */
export const fixedPads: Readonly<Record<string, Point>> = {
  "J1.1": { x: -4, y: 11 },
  "J2.1": { x: -4, y: -1 },
  "J3.1": { x: -23, y: 11 },
  "J4.1": { x: -23, y: -1 },
  "J6.1": { x: 14, y: -8 },
  "J6.2": { x: 14, y: -5.46 },
  "J6.3": { x: 16.54, y: -8 },
  "J6.4": { x: 16.54, y: -5.46 },
  "J6.5": { x: 19.08, y: -8 },
  "J6.6": { x: 19.08, y: -5.46 },
}

/** The buck module's pads: 4 x 4 mm, soldered through its corner holes with an iron; J2 carries 24 V. */
export const handSoldered: HandSoldered = {
  pads: ["J1.1", "J2.1", "J3.1", "J4.1"],
  pourGapMm: 0.4,
  trackGapMm: 1,
}
