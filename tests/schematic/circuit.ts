import type { AnyCircuitElement } from "circuit-json"
import { expectedNets, expectedOpen, expectedPads } from "../boards/mep-netlist"

interface Net {
  readonly pins: string
  readonly kind?: "ground" | "power"
}

/** Circuit JSON of parts, pins and nets alone: what a schematic is held against. */
export function circuitOf(
  nets: Readonly<Record<string, Net>>,
  open = "",
  pads: readonly (readonly [name: string, x: number, y: number])[] = [],
): AnyCircuitElement[] {
  const elements: unknown[] = []
  const parts = new Set<string>()
  const port = (pin: string, net?: string): void => {
    const [part = "", number = ""] = pin.split(".")
    if (!parts.has(part)) elements.push({ type: "source_component", source_component_id: part, name: part })
    parts.add(part)
    elements.push({
      type: "source_port",
      source_port_id: pin,
      source_component_id: part,
      pin_number: Number(number),
      name: `pin${number}`,
      ...(net === undefined ? {} : { subcircuit_connectivity_map_key: net }),
    })
  }
  for (const [name, { pins, kind }] of Object.entries(nets)) {
    elements.push({
      type: "source_net",
      source_net_id: name,
      name,
      subcircuit_connectivity_map_key: name,
      is_ground: kind === "ground",
      is_power: kind === "power",
    })
    for (const pin of pins.split(" ")) port(pin, name)
  }
  for (const pin of open.split(" ").filter(Boolean)) port(pin)
  for (const [name, x, y] of pads) {
    elements.push({ type: "pcb_port", pcb_port_id: name, source_port_id: name, x, y })
  }
  return elements as AnyCircuitElement[]
}

const supplies = ["V24", "V3V3", "BUCK_OUT", "VCC_RS232"]

/** The MEP circuit from the table of the original board, not from the project's own parts. */
export const mepCircuit = (): AnyCircuitElement[] =>
  circuitOf(
    Object.fromEntries(
      Object.entries(expectedNets).map(([name, pins]) => [
        name,
        { pins, ...(name === "GND" ? { kind: "ground" } : supplies.includes(name) ? { kind: "power" } : {}) },
      ]),
    ),
    expectedOpen,
    expectedPads.map(([name, x, y]) => [name, x, y] as const),
  )
