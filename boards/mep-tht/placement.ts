import type { Placement, Side } from "../../src/model/place"

const part = (designator: string, x: number, y: number, rotationDeg: number, side: Side): Placement => ({
  designator,
  x,
  y,
  rotationDeg,
  side,
})

/**
 * Where every part is: mm and degrees, board centre = origin, y up, rotation counter-clockwise seen from the top; a
 * bottom part is first mirrored left to right. A part's position is the centre of the box round its pads.
 *
 * Every pad is where MEP-HW-THT v1.10 has it, but for U2's: they are 0.375 mm nearer the notch, because ten of them
 * reached the board's edge (and on ESP32-WROOM-32E's own land), as on MEP-HW-SMD v2.00-B.
 */
export const placements: readonly Placement[] = [
  part("U1", 18.11, 8.81, 270, "bottom"),
  part("U2", -12, 4.12, 180, "top"),
  part("R1", -27, 11.27, 270, "bottom"),
  part("R2", -27, 5.73, 270, "bottom"),
  part("R3", 25, -7.27, 90, "bottom"),
  part("R4", 0, 0.27, 270, "bottom"),
  part("R5", 22, -7.27, 90, "bottom"),
  part("R6", 3, 0.27, 270, "bottom"),
  part("R7", 7, -7.27, 90, "bottom"),
  part("D1", 10, -7.27, 90, "bottom"),
  part("C1", 27, -0.5, 90, "bottom"),
  part("C2", 23, -0.5, 90, "bottom"),
  part("C3", 6, -0.5, 90, "bottom"),
  part("C4", 10, -0.5, 270, "bottom"),
  part("C5", 2.5, 5, 0, "bottom"),
  part("J1", -4, 11, 0, "bottom"),
  part("J2", -4, -1, 0, "bottom"),
  part("J3", -23, 11, 0, "bottom"),
  part("J4", -23, -1, 0, "bottom"),
  part("J5", 10.65, -12, 270, "top"),
  part("J6", 16.54, -6.73, 90, "top"),
  part("J7", 2.73, 10.73, 0, "bottom"),
]
