import {
  consolidatePcbOverlapErrors,
  dedupePcbDrcErrors,
  runAllPlacementChecks,
  runAllRoutingChecks,
} from "@tscircuit/checks"
import type { AnyCircuitElement } from "circuit-json"

/**
 * tscircuit's own checks of placement and routing, on a compiled board. While rendering, tscircuit would run them
 * twice and on pours as its solver leaves them; here they see the final copper, once, and run beside the checks of
 * the written files.
 * Where parts do not fit, the routing is not checked: an error says so.
 * @returns `*_error` and `*_warning` elements as tscircuit would put them into the circuit JSON.
 */
export async function layoutComplaints(circuit: readonly AnyCircuitElement[]): Promise<AnyCircuitElement[]> {
  const copy = structuredClone(circuit) as AnyCircuitElement[] // the routing checks fill in ids of ports
  const placement = (await runAllPlacementChecks(copy, { consolidateOverlaps: false })) as AnyCircuitElement[]
  const fits = placement.every(({ type }) => !type.endsWith("_error"))
  const rest = fits ? ((await runAllRoutingChecks(copy)) as AnyCircuitElement[]) : [notRouted]
  return consolidatePcbOverlapErrors(copy, dedupePcbDrcErrors([...placement, ...rest])) as AnyCircuitElement[]
}

/** What tscircuit says when it does not route. */
const notRouted: AnyCircuitElement = {
  type: "pcb_autorouting_error",
  pcb_error_id: "pcb_autorouting_error_placement",
  error_type: "pcb_autorouting_error",
  message: "the parts do not fit",
}
