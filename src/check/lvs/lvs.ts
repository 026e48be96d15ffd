import { type Circuit, elementsOf } from "../../circuit/elements"
import type { NetlistIndex } from "../../circuit/netlist"
import type { CheckResult, Finding } from "../../model/finding"
import type { Subject } from "../subject"
import { compareCopper } from "./compare"

/**
 * Layout versus schematic on the compiled board: the nets that pads, tracks, vias, plated holes and pours really
 * make, from their exact shapes, beside the nets the circuit asks for.
 */
export function layoutVersusSchematic({
  circuit,
  netlist,
  pieces,
}: Pick<Subject, "circuit" | "netlist" | "pieces">): CheckResult {
  const { findings, figures = [] } = compareCopper(pieces, netlist)
  return { findings: [...sourceFaults(netlist), ...copperText(circuit), ...findings], figures }
}

/** Faults of the circuit that no copper can mend, and that would hide others: the comparison trusts its nets. */
function sourceFaults(netlist: NetlistIndex): Finding[] {
  return netlist.nets.flatMap((net): Finding[] => {
    const common = { severity: "error", nets: net.names, parts: net.pins } as const
    if (net.names.length > 1) {
      const message = `MERGED: the circuit makes ${net.names.join(" and ")} one net (${net.pins.join(", ")})`
      return [{ rule: "lvs/merged-nets", message, ...common }]
    }
    if (net.pins.length === 1) {
      const message = `SINGLE-PIN: net ${net.name} has ${net.pins[0]} only, there is nothing to connect`
      return [{ rule: "lvs/single-pin", message, ...common }]
    }
    return []
  })
}

/** Text in copper joins whatever it crosses, and its strokes are not known here. */
function copperText(circuit: Circuit): Finding[] {
  return elementsOf(circuit, "pcb_copper_text").map((text) => ({
    rule: "lvs/copper-text",
    severity: "error",
    message: `text "${text.text}" in copper cannot be checked for shorts: use the silkscreen`,
    at: {
      x: text.anchor_position.x,
      y: text.anchor_position.y,
      layer: text.layer === "bottom" ? "bottom" : "top",
    },
  }))
}
