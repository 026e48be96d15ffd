import { runAllPlacementChecks } from "@tscircuit/checks"
import type { AnyCircuitElement } from "circuit-json"
import { describe, expect, it } from "vitest"
import { layoutComplaints } from "../../src/compile/layout-checks"

const square = (half: number, x = 0, y = 0) => ({
  vertices: [
    { x: x - half, y: y - half },
    { x: x + half, y: y - half },
    { x: x + half, y: y + half },
    { x: x - half, y: y + half },
  ],
})

const board: AnyCircuitElement = {
  type: "pcb_board",
  pcb_board_id: "board",
  center: { x: 0, y: 0 },
  width: 20,
  height: 20,
  outline: square(10).vertices,
  thickness: 1.6,
  num_layers: 2,
  material: "fr4",
  min_board_edge_clearance: 0.3,
}

const pour = (outer: ReturnType<typeof square>, ...holes: ReturnType<typeof square>[]): AnyCircuitElement =>
  ({
    type: "pcb_copper_pour",
    pcb_copper_pour_id: "pour",
    shape: "brep",
    layer: "top",
    covered_with_solder_mask: true,
    brep_shape: { outer_ring: outer, inner_rings: holes },
  }) as AnyCircuitElement

const cutout = (half: number): AnyCircuitElement =>
  ({
    type: "pcb_cutout",
    pcb_cutout_id: "cutout",
    shape: "rect",
    center: { x: 0, y: 0 },
    width: 2 * half,
    height: 2 * half,
  }) as AnyCircuitElement

const messages = (found: readonly AnyCircuitElement[]): string[] =>
  found.flatMap((element) => ("message" in element ? [String(element.message)] : [])).sort()

describe("tscircuit's checks of a pour", () => {
  it.each([
    ["well inside the edge", [board, pour(square(9.6), square(2))], 0],
    ["too near the edge", [board, pour(square(9.8), square(2))], 1],
    ["over the edge", [board, pour(square(10.2), square(2))], 1],
    ["in whose hole a cutout has room", [board, pour(square(9.6), square(2)), cutout(1)], 0],
    ["too near a cutout", [board, pour(square(9.6), square(2)), cutout(1.8)], 1],
  ])("%s", async (_, circuit, count) => {
    const whole = messages((await runAllPlacementChecks(structuredClone(circuit))) as AnyCircuitElement[])
    expect(whole).toHaveLength(count)
    expect(messages(await layoutComplaints(circuit))).toEqual(
      count === 0
        ? []
        : [...whole, "the copper was not checked: the parts do not fit, see the other findings"].sort(),
    )
  })
})
