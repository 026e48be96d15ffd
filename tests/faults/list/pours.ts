import { Draft, found } from "../edit/draft"
import { relocked } from "../edit/lock"
import { box, cut, fill, squareAt } from "../edit/pours"
import { flash } from "../edit/text"
import { faultsOf } from "./make"

const { circuit, compiled, gerber } = faultsOf("pours")

export const pourFaults = [
  circuit("no-pour-on-top", "ground pour on the solder side only", "board/pour", (d) =>
    d.remove((element) => element.type === "pcb_copper_pour" && element.layer === "top"),
  ),
  circuit("pour-on-wrong-net", "the pour belongs to 3V3", "lvs/short", (d) => {
    for (const pour of d.all("pcb_copper_pour")) pour.source_net_id = d.net("V3V3").source_net_id
  }),
  circuit("plane-cut-in-two", "a slot from edge to edge through both pours", "lvs/open", (d) => {
    const x = d.at("J6.1").x - 2.4
    const slot = box(x, -14, x + 0.8, 14)
    return cut(cut(d, "top", slot), "bottom", slot)
  }),
  circuit("stitching-missing", "no via of GND in the right half", "board/stitching", (d) => {
    const { subcircuit_connectivity_map_key: gnd } = d.net("GND")
    const middle = d.at("J6.1").x
    return d.remove((e) => e.type === "pcb_via" && e.subcircuit_connectivity_map_key === gnd && e.x > middle)
  }),
  circuit("thermal-missing", "J5's ground pin solid in the pour", "board/thermal", (d) =>
    fill(d, "bottom", squareAt(d.at("J5.1"), 1.4)),
  ),
  circuit("thermal-starved", "one spoke left at J1", "board/thermal", (d) => {
    const { x, y } = d.at("J1.1")
    cut(d, "bottom", box(x - 2.3, y - 2.3, x - 0.6, y + 2.3))
    return cut(d, "bottom", box(x - 2.3, y - 2.3, x + 2.3, y + 0.6))
  }),
  circuit("pour-too-near", "the pour comes 0.1 mm near R6", "drc/clearance", (d) => {
    const { x, y } = d.at("R6.1")
    return fill(d, "top", box(x + 0.7 + 0.1, y - 0.3, x + 1.4, y + 0.3))
  }),
  circuit("pour-at-hand-soldered-pad", "the pour comes 0.3 mm near J4", "board/hand-soldered", (d) => {
    const { x, y } = d.at("J4.1")
    return fill(d, "bottom", box(x - 3, y - 1, x - 2.3, y + 1))
  }),
  circuit("pour-to-the-edge", "the pour runs up to 0.1 mm of the edge", "drc/copper-edge", (d) =>
    fill(d, "top", box(34, 8, 34.9, 9)),
  ),
  circuit("pour-neck", "a neck of 0.1 mm between two cut-outs", "drc/copper-width", (d) =>
    cut(cut(d, "bottom", box(29, 8, 31, 9)), "bottom", box(29, 9.1, 31, 10)),
  ),
  circuit("slot-in-pour", "an unplated slot, which tscircuit pours over", "board/mounting-hole", (d) =>
    d.add({
      type: "pcb_hole",
      pcb_hole_id: "fault_slot",
      hole_shape: "pill",
      hole_width: 2,
      hole_height: 1,
      x: 30,
      y: 8,
    }),
  ),
  compiled(
    "polygon-pad-in-pour",
    "a polygon pad, to which the pour comes up",
    "dfm/pour-clearance",
    (input) => {
      const d = new Draft(input.circuit)
      const pad = found(d.pads("R6.1")[0], "pad")
      const { x, y } = d.at("R6.1")
      const { type, pcb_component_id, pcb_port_id, layer } = pad as Extract<
        typeof pad,
        { type: "pcb_smtpad" }
      >
      d.remove((element) => element === pad)
      d.add({
        type,
        pcb_smtpad_id: "fault_pad",
        ...(pcb_component_id === undefined ? {} : { pcb_component_id }),
        ...(pcb_port_id === undefined ? {} : { pcb_port_id }),
        layer,
        shape: "polygon",
        points: box(x - 0.85, y - 0.575, x + 0.85, y + 0.575),
      })
      return relocked(input)
    },
  ),
  gerber(
    "island-written",
    "a spot of copper beside a mounting hole",
    "drc/island",
    "B_Cu.gbl",
    (lines, d) => {
      const hole = d.first("pcb_hole")
      return lines.draw("C,0.25", flash({ x: hole.x, y: hole.y + 1.6 + 0.175 }))
    },
  ),
]
