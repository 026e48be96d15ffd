import { layoutVersusSchematic } from "../../src/check/lvs/lvs"
import { copperOf } from "../../src/circuit/copper"
import { netlistOf } from "../../src/circuit/netlist"
import { piecesOf } from "../../src/circuit/pieces"
import { circuitOf, type Sketch } from "./circuit-fixture"

/** The copper of a sketch against its netlist. */
export function judge(sketch: Sketch) {
  const circuit = circuitOf(sketch)
  return layoutVersusSchematic({ circuit, netlist: netlistOf(circuit), pieces: piecesOf(copperOf(circuit)) })
}
