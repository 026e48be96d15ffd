import type { CircuitJson } from "./types"

/**
 * Flaw: mask openings are exactly as big as pads and holes, so any misregistration puts mask on copper or into an
 * unplated hole. Openings grow by `marginMm` all round, unless the part states its own.
 */
export function growMaskOpenings(circuitJson: CircuitJson, marginMm: number): CircuitJson {
  return circuitJson.map((element) => {
    switch (element.type) {
      case "pcb_smtpad":
      case "pcb_plated_hole":
      case "pcb_hole":
        return element.soldermask_margin === undefined ? { ...element, soldermask_margin: marginMm } : element
      default:
        return element
    }
  })
}
