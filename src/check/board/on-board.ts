import { type Circuit, elementsOf } from "../../circuit/elements"
import { partsOf } from "../../circuit/parts"
import { edgeGap } from "../../geometry/shape"
import type { CheckResult, Finding } from "../../model/finding"
import type { Subject } from "../subject"
import type { BoardInput } from "./input"

/** Rounding of coordinates: a courtyard that ends on the edge is on the board. mm. */
const slack = 1e-6

/**
 * Parts on the board: every pad wholly, whatever the part; every courtyard too, but for parts that the circuit allows
 * off the board (an antenna, a plug).
 */
export function onBoard({
  circuit,
  board,
  copper,
}: BoardInput<"outline"> & Pick<Subject, "copper">): CheckResult {
  const { outline } = board
  const findings: Finding[] = []
  for (const pad of copper.pads) {
    const over = -edgeGap(pad.shape, outline)
    if (over <= slack) continue
    findings.push({
      rule: "board/pad-off-board",
      severity: "error",
      message: `pad ${pad.name} reaches ${over.toFixed(2)} mm over the board's edge`,
      at: { x: pad.x, y: pad.y, ...(pad.layers.length === 1 ? { layer: pad.layers[0] ?? "top" } : {}) },
      measure: { value: Number(over.toFixed(3)), limit: 0, unit: "mm" },
      parts: [pad.name, pad.designator],
    })
  }
  const allowed = allowedOff(circuit)
  for (const { designator, placed } of partsOf(circuit)) {
    if (placed === undefined || allowed.has(designator)) continue
    const over = Math.max(...placed.courtyards.map((yard) => -edgeGap({ core: yard, radius: 0 }, outline)))
    if (over <= slack) continue
    findings.push({
      rule: "board/courtyard-off-board",
      severity: "error",
      message: `${designator}'s courtyard reaches ${over.toFixed(2)} mm over the board's edge`,
      at: { x: placed.x, y: placed.y, layer: placed.side },
      measure: { value: Number(over.toFixed(3)), limit: 0, unit: "mm" },
      parts: [designator],
    })
  }
  return { findings }
}

/** Designators that may hang over the edge. */
function allowedOff(circuit: Circuit): Set<string> {
  const names = new Map(
    elementsOf(circuit, "source_component").map((part) => [part.source_component_id, part.name]),
  )
  return new Set(
    elementsOf(circuit, "pcb_component")
      .filter((part) => part.is_allowed_to_be_off_board === true)
      .flatMap((part) => names.get(part.source_component_id) ?? []),
  )
}
