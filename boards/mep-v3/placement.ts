import type { Placement, Side } from "../../src/model/place"
import type { Designator } from "./assembly"

const part = (designator: Designator, x: number, y: number, rotationDeg: number, side: Side): Placement => ({
  designator,
  x,
  y,
  rotationDeg,
  side,
})

/**
 * Where every part is, mm and degrees, board centre = origin, y up, seen from the top; a bottom part is first mirrored
 * left to right, then turned.
 *
 * - The meter fixes J6, holes and notch; U2 is where MEP-HW-SMD v2.00-B has it. The meter's plug passes over x 12.6 to
 *   20.6 above J6: only bare pads and chips of 1 mm stand there.
 * - The converter is on the solder side in the place of the old module, where the meter leaves 9.5 mm: its cans are
 *   7.7 mm high, the top has room for 6.6 mm. It stands at the upper edge, away from the antenna.
 * - 24 V comes in beside J6: F1, D3, D2 in a row, then down to C11, C10, C12, U3.
 * - USB at the left edge, its clamp between it and U2, the bridge below it on the solder side.
 */
export const placements: readonly Placement[] = [
  part("U2", -12, 4.12, 180, "top"),
  part("J6", 16.54, -6.73, 90, "top"),
  part("J7", -29.79, 8.65, 270, "top"),
  part("J5", 33, 5.2, 0, "top"),

  part("C7", -0.45, -2.9, 0, "top"),
  part("C8", 0.05, -4.75, 0, "top"),
  part("C6", -0.45, -1.4, 0, "top"),
  part("R1", -0.45, 0.06, 0, "top"),
  part("U5", 3.1, -1.6, 180, "top"),
  part("C9", 4.6, -4.7, 0, "top"),
  part("F1", 9.7, -4.75, 180, "top"),
  part("D3", 8.7, -1.6, 180, "top"),
  part("D2", 8.7, 2.2, 0, "top"),
  part("Q3", -0.2, 2.6, 0, "top"),
  part("Q4", 3.7, 5.7, 0, "top"),
  part("R3", -0.7, 5.1, 0, "top"),
  part("R4", 3.21, 1.2, 0, "top"),
  part("C5", 0, 7.5, 180, "top"),
  part("U1", 5.4, 10.2, 180, "top"),
  part("C1", 10.6, 8.3, 90, "top"),
  part("C3", 13.3, 8.3, 180, "top"),
  part("C2", 11.0, 10.4, 270, "bottom"),
  part("C4", 11.6, 11.1, 180, "top"),

  part("D10", 10.45, -7.3, 0, "top"),
  part("R6", 10.4, -9.2, 0, "top"),
  part("D9", 23.05, -8.2, 0, "top"),
  part("D11", 23.05, -10.3, 0, "top"),
  part("R5", 23, -5.9, 0, "top"),
  part("R7", 26.4, -5.9, 0, "top"),
  part("D1", 23.05, -3.8, 180, "top"),
  part("D7", 26.65, -3.8, 0, "top"),
  part("SJ1", 23.25, -1.4, 0, "top"),
  part("R13", 27, -1.9, 0, "top"),
  part("R14", 27, -0.4, 0, "top"),
  part("Q5", 23.4, 2, 0, "top"),
  part("R15", 27.2, 1.4, 0, "top"),
  part("R16", 27.2, 2.9, 0, "top"),
  part("Q6", 23.4, 5.6, 0, "top"),
  part("R17", 27.8, 5.1, 0, "top"),
  part("D8", 28, 7.6, 0, "top"),
  part("D5", 23.95, 8.4, 0, "top"),
  part("U7", 28.6, 11.4, 0, "top"),
  part("R25", 24.4, 13.0, 180, "top"),
  part("R26", 24.4, 11.54, 180, "top"),
  part("R27", 30.45, -0.3, 270, "top"),
  part("C18", 24.4, 10.08, 180, "top"),

  part("U6", -24, 8.45, 0, "top"),
  part("R20", -24.2, 11.6, 0, "top"),
  part("R21", -24.2, 5.6, 0, "top"),
  part("SW1", -31.2, -3.8, 180, "top"),
  part("SW2", -31.2, 0.4, 180, "top"),
  part("Q1", -25.4, -3.8, 0, "top"),
  part("Q2", -25.4, 0, 0, "top"),
  part("R23", -24.6, 4.1, 180, "top"),
  part("R24", -24.6, 2.6, 180, "top"),
  part("R2", -23.0, -3.0, 180, "bottom"),

  part("U4", -29.7, -2.1, 90, "bottom"),
  part("C17", -23.0, -4.6, 0, "bottom"),
  part("R22", -22.6, -1.5, 90, "top"),
  part("C11", -6.9, -0.7, 0, "bottom"),
  part("C10", -16.5, -0.7, 0, "bottom"),
  part("C12", -17.9, 9.36, 0, "bottom"),
  part("C13", -17.9, 7.45, 0, "bottom"),
  part("U3", -13.5, 9.4, 0, "bottom"),
  part("D6", -19.1, 12.24, 0, "bottom"),
  part("L1", -7.0, 10.9, 180, "bottom"),
  part("C14", -10.62, 10.9, 270, "bottom"),
  part("R8", -9.9, 7.2, 0, "bottom"),
  part("R9", -13.5, 6.95, 0, "bottom"),
  part("C15", -3.2, 11.6, 270, "bottom"),
  part("C16", -1.1, 11.2, 270, "bottom"),
  part("D4", -22.85, 9.3, 0, "bottom"),
  part("R28", -24.6, 7.6, 180, "bottom"),

  part("TP1", 15.24, 12.7, 0, "bottom"),
  part("TP2", 20.32, 12.7, 0, "bottom"),
  part("TP3", 5.08, 0, 0, "bottom"),
  part("TP4", 5.08, 5.08, 0, "bottom"),
  part("TP5", 15.24, 10.16, 0, "bottom"),
  part("TP6", 20.32, 10.16, 0, "bottom"),
  part("TP7", 2.54, -2.54, 0, "bottom"),
  part("TP8", 30.48, 10.16, 0, "bottom"),
  part("TP9", 15.24, 7.62, 0, "bottom"),
  part("TP10", -22.86, 2.54, 0, "bottom"),
  part("TP11", -23.1, 5.08, 0, "bottom"),
  part("TP12", 1.1, 12.9, 0, "bottom"),
]
