import { silkText } from "../../../src/board/silk-items"
import type { SilkItem } from "../../../src/model/silk"
import { partAt } from "../placement"
import { onBoard } from "./place"

/** Designator (and a word more) and where its middle is from the middle of the part's pads, mm. */
type Row = readonly [designator: string, dx: number, dy: number, turnDeg?: 0 | 90]

/**
 * Beside the part, never below it, and nearer to it than to any other. J1 to J4 are inside the buck's outline: with
 * the module on, only the polarity outside matters.
 */
const rows: readonly Row[] = [
  ["U2", -10.7, 8.8],
  ["R1", -0.75, 2.5],
  ["R2", 0, 2.45],
  ["R4", -0.3, 2.4],
  ["R5", 0, -2.45],
  ["R6", 0, -2.45],
  ["R7", 0, -2.45],
  // At the cathode: the original's own instruction is "the line towards the D1 marking".
  ["D1", 2, -0.15],
  ["C1", 0, -1.55],
  ["C2", 0, 1.55],
  ["C3", 0, 1.55],
  ["C4", 0, 1.55],
  ["C5", 2.8, 0.06],
  ["J1", -4, 1.3],
  ["J2", -4, -1.4],
  ["J3", 4, 1.3],
  ["J4", 4, -1.4],
  ["J5", -2.7, 3.8],
  ["J6 MEP", 0, -4.6],
  ["J7", 2.3, -3.5],
]

const [u1, r3] = [partAt("U1"), partAt("R3")]

/** Beside the bar at D1's pin 1, however the part is turned. */
const cathode = onBoard("D1", { x: -2.1, y: -1.4 })

export const designators: readonly SilkItem[] = [
  ...rows.map(([text, dx, dy, turnDeg = 0]) => {
    const designator = text.split(" ")[0] ?? text
    const { x, y, side } = partAt(designator)
    return silkText(side, text, x + dx, y + dy, `which part is ${designator}`, { turnDeg })
  }),
  silkText("top", "U1 MAX3232", u1.x + 5.75, u1.y, "which part is U1, and what it is", { turnDeg: 90 }),
  silkText(
    "top",
    "R3 OR R4",
    r3.x + 1.65,
    r3.y - 0.5,
    "never both: R3 is always on, R4 lets the ESP32 switch U1",
    {
      align: "start",
    },
  ),
  silkText("top", "K", cathode.x, cathode.y, "which end of D1 is the cathode"),
  silkText("bottom", "C1-C5 100n", 10.4, 9.65, "the capacitors' value", { align: "end" }),
]
