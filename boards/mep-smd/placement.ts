import { buckPads } from "../../components/buck-geometry"
import type { Placement } from "../../src/board-definition"

const passive = (designator: string, x: number, y: number, rotationDeg: number): Placement => ({
  designator,
  x,
  y,
  rotationDeg,
  side: "top",
})

/**
 * Where every part is: one row a part, in mm and degrees, board centre = origin, y up, rotation counter-clockwise
 * seen from the top. A part's position is the centre of the box round all its pads. A bottom part is first mirrored
 * left to right, then turned.
 */
export const placements: readonly Placement[] = [
  { designator: "U1", x: 5.25, y: 8.095, rotationDeg: 180, side: "top" },
  // The original's place less 0.4 mm in y: its ten bottom pads reached the board's edge.
  { designator: "U2", x: -12, y: 4.12, rotationDeg: 180, side: "top" },
  passive("R1", 6.5, 0.025, 90),
  passive("R2", -27.025, 12.5, 180),
  passive("R3", 8.5, 0.025, 270),
  passive("R4", 4.5, 0.025, 270),
  passive("R5", 22, -6.025, 270),
  passive("R6", 24, -5.975, 270),
  passive("R7", 26, -5.975, 270),
  passive("D1", 28, -6.025, 90),
  { designator: "C1", x: 5.475, y: 8.5, rotationDeg: 180, side: "bottom" },
  { designator: "C2", x: 5.525, y: 10.5, rotationDeg: 180, side: "bottom" },
  { designator: "C3", x: 5.475, y: 6.5, rotationDeg: 180, side: "bottom" },
  { designator: "C4", x: 5.475, y: 12.5, rotationDeg: 180, side: "bottom" },
  { designator: "C5", x: 5.475, y: 4.5, rotationDeg: 0, side: "bottom" },
  ...buckPads({ x: -13.5, y: 5 }),
  { designator: "J5", x: -27.5, y: 2.35, rotationDeg: 0, side: "top" },
  { designator: "J6", x: 16.54, y: -6.73, rotationDeg: 90, side: "top" },
  { designator: "J7", x: 7, y: -7, rotationDeg: 90, side: "top" },
]
