import type { Pose } from "../src/model/fab-house"
import type { LandAtFab } from "../src/model/package"

/**
 * The angle of KiCad's own position files, which houses without a library of their own take: counter-clockwise seen
 * from the top on both sides. A bottom part is mirrored top to bottom there, left to right here: half a turn more.
 */
export function asKicad({ side, rotationDeg }: Pose, { offsetDeg }: LandAtFab): number {
  const angle = side === "top" ? rotationDeg + offsetDeg : rotationDeg + 180 - offsetDeg
  return ((angle % 360) + 360) % 360
}

/** The same for who only sees the pins: mirrored top to bottom, an arrow to the right stays one. */
export const kicadBottomAngle = (axisDeg: number): number => axisDeg
