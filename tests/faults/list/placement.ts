import { fiducial } from "../../../components/parts/fiducial"
import { found } from "../edit/draft"
import { editPart, place, say } from "../edit/parts"
import type { Source } from "../fault"
import { faultsOf } from "./make"

const { source, circuit, board } = faultsOf("placement")

/** The board with marks for a machine's camera on its top. */
const marked = (s: Source, ...places: readonly (readonly [number, number])[]): Source =>
  editPart(s, "R5", (props) => [
    props,
    ...places.map(([x, y], i) => ({ name: `FID${i + 1}`, is: fiducial, pins: {}, at: [x, y] as const })),
  ])

export const placementFaults = [
  source("part-off-board", "R1 moved off the board", "tscircuit/pcb-component-outside-board-error", (s) =>
    place(s, "R1", (row) => ({ ...row, x: 45 })),
  ),
  source("part-moved-under-routes", "R6 moved by 0.2 mm, its routes not", "route/stale", (s) =>
    place(s, "R6", (row) => ({ ...row, y: row.y + 0.2 })),
  ),
  source("parts-overlap", "R5 moved onto R6", "tscircuit/pcb-courtyard-overlap-error", (s) => {
    const other = found(
      s.board.placements?.find(({ designator }) => designator === "R6"),
      "R6",
    )
    return place(s, "R5", (row) => ({ ...row, x: other.x - 1.6, y: other.y }))
  }),
  // On the pour: what else is about does not matter to a rule that looks into the mark's opening.
  source("fiducials-on-vias", "two marks for a camera upon stitching vias", "board/fiducial-free", (s) =>
    marked(s, [-33.3, 5.5], [-33.3, -2]),
  ),
  source("fiducial-alone", "one mark for a camera, which tells no angle", "board/fiducial-count", (s) =>
    marked(s, [30, 10]),
  ),
  circuit("pad-off-board", "R2's land half over the edge", "board/pad-off-board", (d) =>
    d.movePart("R2", 0, 14 - d.at("R2.1").y),
  ),
  circuit("meter-port-moved", "J6 and its row 0.5 mm off the meter's plug", "board/fixed-pad", (d) =>
    d.movePart("J6", 0.5, 0),
  ),
  circuit("converter-pad-moved", "J2 0.5 mm off the converter's corner", "board/fixed-pad", (d) =>
    d.movePart("J2", 0, 0.5),
  ),
  circuit("compiled-elsewhere", "C3 is not where its row says", "board/placement", (d) =>
    d.movePart("C3", 0.1, 0),
  ),
  source("row-forgotten", "no row for C4 in the placement table", "circuit/no-place", (s) =>
    say(s, ({ placements = [] }) => ({
      placements: placements.filter(({ designator }) => designator !== "C4"),
    })),
  ),
  source(
    "row-of-another",
    "a row for C6 in the placement table, which is no part",
    "circuit/unknown-part",
    (s) => place(s, "C4", (row) => ({ ...row, designator: "C6" })),
  ),
  board("part-lost", "C6 in the source, not in the compiled circuit", "board/designator-missing", (b) => ({
    parts: { ...b.parts, C6: found(b.parts.C4, "C4") },
  })),
  source("written-twice", "C4 written twice in the TSX", "circuit/designator-twice", (s) =>
    editPart(s, "C4", (props) => [props, props]),
  ),
  circuit("designator-twice", "two parts called C4", "board/designator-twice", (d) => {
    d.source("C5").name = "C4"
  }),
  circuit("hole-moved", "a mounting hole moved by 0.2 mm", "board/mounting-hole", (d) => {
    d.first("pcb_hole").x += 0.2
  }),
  circuit("hole-too-small", "a mounting hole of 3.0 mm instead of 3.2", "board/mounting-hole", (d) => {
    const hole = d.first("pcb_hole")
    if ("hole_diameter" in hole) hole.hole_diameter = 3
  }),
  circuit("hole-forgotten", "a mounting hole missing", "board/mounting-hole", (d) => {
    const hole = d.first("pcb_hole")
    d.remove((element) => element === hole)
  }),
  circuit("notch-forgotten", "outline without the notch", "board/outline", (d) => {
    const drawn = d.first("pcb_board")
    drawn.outline = found(drawn.outline, "outline").filter(({ y }) => Math.abs(y) > 13.9)
  }),
  circuit("board-too-thin", "1.4 mm, tscircuit's own thickness", "board/thickness", (d) => {
    d.first("pcb_board").thickness = 1.4
  }),
]
