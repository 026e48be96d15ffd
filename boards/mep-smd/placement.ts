import type { Placement, Point, Side } from "../../src/model/place"
import { parts } from "./assembly"

const part = (designator: string, x: number, y: number, rotationDeg: number, side: Side): Placement => ({
  designator,
  x,
  y,
  rotationDeg,
  side,
})

/**
 * Where every part is: one row a part, in mm and degrees, board centre = origin, y up, rotation counter-clockwise
 * seen from the top. A part's position is the centre of the box round all its pads. A bottom part is first mirrored
 * left to right, then turned.
 *
 * Why the parts are where they are, and the copper of `routes.json` with them:
 * - The meter and the buck module fix J1-J7, the holes and the notch. U1 keeps the original's centre. U2 is 0.4 mm
 *   nearer to the notch: its ten bottom pads reached the board's edge.
 * - TTL bus (RXD2, TXD2, MEP_ENABLE): from U2's left column east below the module, out of the corner between pins 14
 *   and 15, over pin 14 into U1. The three keep their order from end to end: no via, no crossing.
 * - IO0 starts north of that bus and ends south of 3V3. It runs along the bus, dives below it and the module's right
 *   pins in one short diagonal between J1 and J2, comes down between R1 and R3 and dives once more, below the 3V3
 *   trunk: 44 mm, never near the antenna, never near the buck module's pads. R2 stands on J7's far side, where IO0
 *   (through the gap between J7's rows) and the end of the 3V3 trunk meet.
 * - 3V3 is a trunk past J7.4 to U2.2 with R1, R2 and R3 along it. The buck output runs south of it all the way, so the
 *   two never cross; it changes layer three times, under U2's pin rows, where no track fits between the pads.
 * - U1.16, its via, R3 and the 3V3 trunk are one straight vertical line, R4 lies west of U1.16 in line with U2.8: each
 *   of the two ways to feed U1 is as short as it can be. C5.1 is under R3.1, 1.9 mm of track from U1.16.
 * - C1 and C2 lie across U1's right column with a via at either end, C3 and C4 left of theirs: every via is beside
 *   its pad, none in it, and the ground plane flows between them.
 * - The RS-232 lines leave U1 as ENABLE (innermost), TXD, RXD and reach D1-R7, R5, R6 in that order, so no track
 *   passes under a resistor. D1 stands over R7. Nothing is under J6's body and pins.
 * - 24 V passes below R1 and R3 on the solder side, because everything from U2.2 to U1.16 is one wall on top, then
 *   stays on top to J6.4. J2 and this track cut the ground plane over 11 mm; every hop is a cut of its own, with ground
 *   all round it.
 * - Courtyards keep 0.5 mm apart, for the iron and for designators.
 */
export const placements: readonly Placement[] = [
  part("U1", 5.25, 8.095, 180, "top"),
  part("U2", -12, 4.12, 180, "top"),
  part("R1", 0.3, -1.975, 270, "top"),
  part("R2", 10.75, -6.225, 90, "top"),
  part("R3", 2.775, 0.475, 270, "top"),
  part("R4", 0.1, 4.675, 90, "top"),
  part("R5", 24.7, -5.705, 270, "top"),
  part("R6", 27.1, -5.705, 270, "top"),
  part("R7", 22.3, -5.705, 270, "top"),
  part("D1", 22.3, -0.9, 90, "top"),
  part("C1", 8, 5.7, 0, "bottom"),
  part("C2", 8, 8.1, 180, "bottom"),
  part("C3", 3.8, 4.4, 180, "bottom"),
  part("C4", 3.55, 10, 180, "bottom"),
  part("C5", 1.75, 1.75, 0, "bottom"),
  part("J1", -4, 11, 0, "bottom"),
  part("J2", -4, -1, 0, "bottom"),
  part("J3", -23, 11, 0, "bottom"),
  part("J4", -23, -1, 0, "bottom"),
  part("J5", -27.5, 2.35, 0, "top"),
  part("J6", 16.54, -6.73, 90, "top"),
  part("J7", 7, -7, 90, "top"),
]

/** A part's row of the table. What stands beside a part finds it here, wherever it goes. */
export function partAt(designator: string): Placement {
  const row = placements.find((candidate) => candidate.designator === designator)
  if (row === undefined) throw new Error(`no row for ${designator} among the placements`)
  return row
}

/** The centre of a pin's pad on the board, mm: what belongs to a pin goes with it. Parts on the top, at right angles. */
export function pinAt(designator: keyof typeof parts, number: number): Point {
  const { x, y, rotationDeg } = partAt(designator)
  const pad = parts[designator].package.land.pads.find(({ pin }) => pin === number)
  if (pad === undefined) throw new Error(`${designator} has no pin ${number}`)
  const angle = (rotationDeg * Math.PI) / 180
  const [cos, sin] = [Math.round(Math.cos(angle)), Math.round(Math.sin(angle))]
  return { x: x + pad.x * cos - pad.y * sin, y: y + pad.x * sin + pad.y * cos }
}

/** What the part's record calls the pin. */
export const pinName = (designator: keyof typeof parts, number: number): string =>
  parts[designator].pins.find((pin) => pin.number === number)?.name ?? ""
