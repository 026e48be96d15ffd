import { esp32Antenna } from "../../components/packages/esp32-wroom-32e"
import type { Keepout, MountingHole, Placement, Point } from "../../src/board-definition"
import { UserError } from "../../src/finding"

export const thicknessMm = 1.6

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
 * J6 plugs into the meter, and the meter has room for the buck module in one place: their pads are where the original
 * board has them (MEP-HW-SMD v2.00), to 0.01 mm.
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

/** Where U2's antenna is: no copper on any layer. It lies over the notch, so there is no board either. */
export function antennaZone(placements: readonly Placement[]): Keepout {
  const module = placements.find(({ designator }) => designator === "U2")
  if (module === undefined) throw new UserError("placement.ts: no row for U2", { exitCode: 1 })
  if (module.rotationDeg !== 0 && module.rotationDeg !== 180) {
    throw new UserError(
      `placement.ts: U2 stands at ${module.rotationDeg} degrees: only 0 and 180 are made for`,
      {
        exitCode: 1,
      },
    )
  }
  const sign = module.rotationDeg === 180 ? -1 : 1
  const y = [esp32Antenna.minY, esp32Antenna.maxY].map((d) => module.y + sign * d)
  return {
    name: "U2's antenna",
    minX: module.x + esp32Antenna.minX,
    maxX: module.x + esp32Antenna.maxX,
    minY: Math.min(...y),
    maxY: Math.max(...y),
  }
}
