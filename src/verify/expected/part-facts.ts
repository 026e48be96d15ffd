import { z } from "zod"

/** What a circuit.json says of one part, beside its pads. */
export interface PartFacts {
  readonly side: "top" | "bottom" | undefined
  /** Ohms, farads or henries, where it is a part of one number. */
  readonly quantity: number | undefined
  readonly unit: "ohm" | "F" | "H"
  readonly mpn: string | undefined
  /** Order numbers by the house's id. */
  readonly numbers: Readonly<Record<string, readonly string[]>>
}

const component = z.object({
  type: z.literal("source_component"),
  source_component_id: z.string(),
  name: z.string(),
  ftype: z.string().optional(),
  resistance: z.number().optional(),
  capacitance: z.number().optional(),
  inductance: z.number().optional(),
  manufacturer_part_number: z.string().optional(),
  supplier_part_numbers: z.record(z.array(z.string())).optional(),
})

const placed = z.object({
  type: z.literal("pcb_component"),
  source_component_id: z.string(),
  layer: z.enum(["top", "bottom"]),
})

/** Designator -> what the circuit says of it; elements that cannot be understood are left out. */
export function partFacts(elements: readonly unknown[]): Map<string, PartFacts> {
  const sides = new Map<string, "top" | "bottom">()
  for (const element of elements) {
    const found = placed.safeParse(element)
    if (found.success) sides.set(found.data.source_component_id, found.data.layer)
  }
  const facts = new Map<string, PartFacts>()
  for (const element of elements) {
    const found = component.safeParse(element)
    if (!found.success) continue
    const { name, source_component_id: id, resistance, capacitance, inductance, ...rest } = found.data
    facts.set(name, {
      side: sides.get(id),
      quantity: resistance ?? capacitance ?? inductance,
      unit: resistance !== undefined ? "ohm" : capacitance !== undefined ? "F" : "H",
      mpn: rest.manufacturer_part_number,
      numbers: rest.supplier_part_numbers ?? {},
    })
  }
  return facts
}
