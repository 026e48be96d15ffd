import { type Circuit, elementsOf } from "../../circuit/elements"
import { partsOf } from "../../circuit/parts"
import { boardGap } from "../../geometry/shape"
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
}: BoardInput<"outline" | "cutouts"> & Pick<Subject, "copper">): CheckResult {
  const { outline } = board
  const findings: Finding[] = []
  for (const pad of copper.pads) {
    const over = -boardGap(pad.shape, outline, board.cutouts)
    // Its own check says what of a half hole there has to be.
    if (over <= slack || pad.castellated === true) continue
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
  const openings = openingsOf(circuit)
  for (const { designator, placed } of partsOf(circuit)) {
    if (placed === undefined || allowed.has(designator)) continue
    // A part may stand over its own opening.
    const foreign = openings.filter(({ owner }) => owner !== designator).map(({ ring }) => ring)
    const over = Math.max(
      ...placed.courtyards.map((yard) => -boardGap({ core: yard, radius: 0 }, outline, foreign)),
    )
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

/** Cut-outs with the part that they belong to. */
function openingsOf(circuit: Circuit) {
  const names = designators(circuit)
  return elementsOf(circuit, "pcb_cutout").flatMap((one) => {
    const id = "pcb_component_id" in one ? String(one.pcb_component_id) : ""
    return one.shape === "polygon" ? [{ ring: one.points, owner: names.get(id) }] : []
  })
}

/** tscircuit's id of a part on the board -> its designator. */
function designators(circuit: Circuit): Map<string, string | undefined> {
  const names = new Map(
    elementsOf(circuit, "source_component").map((part) => [part.source_component_id, part.name]),
  )
  return new Map(
    elementsOf(circuit, "pcb_component").map((part) => [
      part.pcb_component_id,
      names.get(part.source_component_id ?? ""),
    ]),
  )
}

/** Designators that may hang over the edge. */
function allowedOff(circuit: Circuit): Set<string> {
  const names = designators(circuit)
  return new Set(
    elementsOf(circuit, "pcb_component")
      .filter((part) => part.is_allowed_to_be_off_board === true)
      .flatMap((part) => names.get(part.pcb_component_id) ?? []),
  )
}
