import { fp } from "@tscircuit/footprinter"
import { type Circuit, type ElementOf, elementsOf } from "../circuit/elements"
import { groupBy } from "../circuit/group-by"

/**
 * Flaw: tscircuit prints each part's designator with its standard footprints, at a place and in a size that it does
 * not choose for the board: 0.27 mm capitals beside a 0603, 1.1 mm capitals beside a SOIC-28, over pads and
 * neighbours. At pin rows it prints the pins' names as small. Both go.
 *
 * What the board's author drew stays, wherever it is: an automatic text has the size that its footprint gives it.
 */
export function withoutAutomaticTexts(circuit: Circuit): Circuit {
  const automatic = new Set<ElementOf<"pcb_silkscreen_text">>()
  const texts = groupBy(elementsOf(circuit, "pcb_silkscreen_text"), (text) => text.pcb_component_id)
  const nameOf = new Map(
    elementsOf(circuit, "source_component").map((part) => [part.source_component_id, part.name]),
  )
  const sourceOf = new Map(
    elementsOf(circuit, "pcb_component").map((part) => [part.pcb_component_id, part.source_component_id]),
  )
  for (const { pcb_component_id, footprinter_string } of elementsOf(circuit, "cad_component")) {
    const own = texts.get(pcb_component_id) ?? []
    if (own.length === 0 || footprinter_string === undefined) continue
    const designator = nameOf.get(sourceOf.get(pcb_component_id ?? "") ?? "")
    for (const { label, size } of footprintTexts(footprinter_string)) {
      const text = own.find(
        (candidate) =>
          !automatic.has(candidate) &&
          Math.abs(candidate.font_size - size) < 1e-6 &&
          (label === "pin" || candidate.text === designator),
      )
      if (text !== undefined) automatic.add(text)
    }
  }
  return automatic.size === 0
    ? circuit
    : circuit.filter((element) => element.type !== "pcb_silkscreen_text" || !automatic.has(element))
}

/** What tscircuit adds to the size that a footprint gives. */
const enlargedByMm = 0.2

/** The texts of a footprint named by a string, and their sizes on the board: those of pins last. */
function footprintTexts(footprint: string): { readonly label: "part" | "pin"; readonly size: number }[] {
  const elements = known.get(footprint) ?? fp.string(footprint).circuitJson()
  known.set(footprint, elements)
  return elements
    .flatMap((element) =>
      element.type === "pcb_silkscreen_text"
        ? [
            {
              label: element.text.includes("PIN") ? ("pin" as const) : ("part" as const),
              size: element.font_size + enlargedByMm,
            },
          ]
        : [],
    )
    .sort((a, b) => Number(a.label === "pin") - Number(b.label === "pin"))
}

const known = new Map<string, ReturnType<ReturnType<typeof fp.string>["circuitJson"]>>()
