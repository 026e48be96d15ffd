import { place } from "../edit/parts"
import { replaced } from "../edit/text"
import type { Source } from "../fault"
import { faultsOf } from "./make"

const { source, circuit, board, list } = faultsOf("rotation and side")

const turned = (designator: string, by: number) => (s: Source) =>
  place(s, designator, (row) => ({ ...row, rotationDeg: (row.rotationDeg + by) % 360 }))

const cpl = "esp32-controlled/standard-both/cpl.csv"
const row = (name: string) => new RegExp(`^${name},([^,]+),([^,]+),(\\w+),(\\d+)$`, "m")

export const rotationFaults = [
  source("resistor-turned", "R5 turned by 180 degrees under its old routes", "lvs/short", turned("R5", 180)),
  source("header-turned", "J7 turned by 180 degrees under its old routes", "lvs/short", turned("J7", 180)),
  source("chip-turned", "U1 turned by 180 degrees under its old routes", "lvs/short", turned("U1", 180)),
  circuit("diode-land-turned", "D1's lands swapped under its routes", "lvs/short", (d) =>
    d.swapPads("D1.1", "D1.2"),
  ),
  circuit("turn-not-in-table", "R7 turned by 90 degrees, its row not", "board/placement", (d) => {
    d.placed("R7").rotation = 0
  }),
  circuit("wrong-side", "C2 compiled on the top side", "board/placement", (d) => {
    d.placed("C2").layer = "top"
  }),
  board("wrong-side-in-table", "C1's row says top", "board/placement", (b) => ({
    placements: b.placements.map((one) => (one.designator === "C1" ? { ...one, side: "top" as const } : one)),
  })),
  list("cpl-turned-by-half", "U1 turned by 180 degrees in the CPL", "pkg/cpl-rotation", cpl, (text) =>
    replaced(text, /^(U1,.*),90$/m, "$1,270"),
  ),
  list("cpl-zero-of-cad", "U2 with KiCad's zero in the CPL", "pkg/cpl-rotation", cpl, (text) =>
    replaced(text, /^(U2,.*),90$/m, "$1,180"),
  ),
  list("cpl-resistor-across", "R5 turned by 90 degrees in the CPL", "pkg/cpl-rotation", cpl, (text) =>
    replaced(text, /^(R5,.*),270$/m, "$1,0"),
  ),
  list("cpl-midpoint-off", "U1 0.5 mm off in the CPL", "pkg/cpl-midpoint", cpl, (text) =>
    replaced(text, /^U1,5\.2500,/m, "U1,5.7500,"),
  ),
  list("cpl-pin-for-midpoint", "R6 at its pin 1 in the CPL", "pkg/cpl-midpoint", cpl, (text) =>
    replaced(text, row("R6"), "R6,$1,-4.6800,$3,$4"),
  ),
  list("cpl-wrong-side", "U1 on the bottom in the CPL", "pkg/cpl", cpl, (text) =>
    replaced(text, /^(U1,.*),Top,/m, "$1,Bottom,"),
  ),
  list("cpl-mirrored", "C1's x mirrored in the CPL, as seen from below", "pkg/cpl", cpl, (text) =>
    replaced(text, /^C1,8\.0000,/m, "C1,-8.0000,"),
  ),
]
