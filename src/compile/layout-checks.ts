import {
  consolidatePcbOverlapErrors,
  dedupePcbDrcErrors,
  runAllPlacementChecks,
  runAllRoutingChecks,
} from "@tscircuit/checks"
import type { AnyCircuitElement } from "circuit-json"
import { Clipper } from "clipper2-ts"
import { containsByBoxFirst } from "./polygon-contains"

containsByBoxFirst()

/**
 * tscircuit's own checks of placement and routing, on a compiled board. While rendering, tscircuit would run them
 * twice and on pours as its solver leaves them; here they see the final copper, once, and run beside the checks of
 * the written files.
 * Where parts do not fit, the routing is not checked: an error says so.
 * @returns `*_error` and `*_warning` elements as tscircuit would put them into the circuit JSON.
 */
export async function layoutComplaints(circuit: readonly AnyCircuitElement[]): Promise<AnyCircuitElement[]> {
  const copy = structuredClone(circuit).map(coarser) // a copy: the routing checks fill in ids of ports
  const placed = copy.some(({ type }) => type === "pcb_cutout") ? copy : copy.map(withoutHoles)
  const placement = (await runAllPlacementChecks(placed, {
    consolidateOverlaps: false,
  })) as AnyCircuitElement[]
  const fits = placement.every(({ type }) => !type.endsWith("_error"))
  const rest = fits ? ((await runAllRoutingChecks(copy)) as AnyCircuitElement[]) : [notRouted]
  const all = consolidatePcbOverlapErrors(copy, dedupePcbDrcErrors([...placement, ...rest]))
  return (all as AnyCircuitElement[]).filter((one) => !isOfSlantingPad(one, circuit))
}

/**
 * tscircuit takes a track's end for a polygon pad's only at the middle of its corners, which may be beside it, and for
 * a turned rectangle's only at its middle. What is
 * open, the project's own comparison of copper and circuit says (`lvs/open`), here and in the files.
 */
function isOfSlantingPad(complaint: AnyCircuitElement, circuit: readonly AnyCircuitElement[]): boolean {
  if (complaint.type !== "pcb_port_not_connected_error") return false
  const ids = complaint.pcb_port_ids
  return ids.every((id) =>
    circuit.some(
      (pad) =>
        pad.type === "pcb_smtpad" &&
        (pad.shape === "polygon" || pad.shape === "rotated_rect") &&
        pad.pcb_port_id === id,
    ),
  )
}

type BrepPour = Extract<AnyCircuitElement, { type: "pcb_copper_pour"; shape: "brep" }>
type Ring = BrepPour["brep_shape"]["outer_ring"]

/** How far a corner that is left out may be from the line that replaces it, mm. */
const coarseMm = 0.01

/**
 * The same pour with fewer corners: most of them are steps of arcs, and tscircuit's checks take a second over them.
 * What it may overlook by that, the checks of the written files measure exactly.
 */
function coarser(element: AnyCircuitElement): AnyCircuitElement {
  if (element.type !== "pcb_copper_pour" || element.shape !== "brep") return element
  const { outer_ring, inner_rings } = element.brep_shape
  return {
    ...element,
    brep_shape: { outer_ring: coarserRing(outer_ring), inner_rings: inner_rings.map(coarserRing) },
  }
}

/**
 * The same pour filled: how near it comes to the board's edge its outline says, and of the checks of placement only
 * that of cutouts asks for more. With its holes that question takes half a second.
 */
function withoutHoles(element: AnyCircuitElement): AnyCircuitElement {
  if (element.type !== "pcb_copper_pour" || element.shape !== "brep") return element
  return { ...element, brep_shape: { outer_ring: element.brep_shape.outer_ring, inner_rings: [] } }
}

function coarserRing({ vertices }: Ring): Ring {
  const corners = vertices.map(({ x, y }) => ({ x, y }))
  return { vertices: Clipper.simplifyPathD(corners, coarseMm).map(({ x, y }) => ({ x, y })) }
}

/** The kind of complaint that tscircuit has when it does not route. */
const notRouted: AnyCircuitElement = {
  type: "pcb_autorouting_error",
  pcb_error_id: "pcb_autorouting_error_placement",
  error_type: "pcb_autorouting_error",
  message: "the copper was not checked: the parts do not fit, see the other findings",
}
