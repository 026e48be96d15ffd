import type { AnyCircuitElement } from "circuit-json"
import { UserError } from "../finding"

export type PinRole =
  | "power-out"
  | "power-in"
  | "output"
  | "input"
  | "bidirectional"
  | "passive"
  | "no-connect"

/** What the circuit says of one pin. */
export interface PinFact {
  readonly name: string
  readonly role: PinRole
  /** Net, or undefined for a pin that stays open. */
  readonly net: string | undefined
}

export interface PartFact {
  readonly value: string
  /** Pin number -> pin. */
  readonly pins: ReadonlyMap<string, PinFact>
}

export interface CircuitFacts {
  readonly parts: ReadonlyMap<string, PartFact>
  /** Net -> its pins (`U2.3`). */
  readonly nets: ReadonlyMap<string, readonly string[]>
  readonly grounds: ReadonlySet<string>
  readonly supplies: ReadonlySet<string>
  /** Pad centres on the board, mm, seen from the top: `J7.1` -> place. Empty for a circuit without layout. */
  readonly pads: ReadonlyMap<string, { readonly x: number; readonly y: number }>
}

interface Port {
  readonly part: string
  readonly number: string
  readonly name: string
  readonly role: PinRole
  readonly connectivity: string | undefined
}

/**
 * Reads parts, pins and nets from circuit JSON.
 * @throws UserError when a pin belongs to no part: such a circuit cannot be drawn.
 */
export function circuitFacts(circuit: readonly AnyCircuitElement[]): CircuitFacts {
  const designators = new Map<string, string>()
  const values = new Map<string, string>()
  const netNames = new Map<string, string>()
  const grounds = new Set<string>()
  const supplies = new Set<string>()
  for (const element of circuit) {
    if (element.type === "source_component") {
      designators.set(element.source_component_id, element.name)
      values.set(element.name, element.display_value ?? element.manufacturer_part_number ?? "")
    } else if (element.type === "source_net" && element.subcircuit_connectivity_map_key !== undefined) {
      netNames.set(element.subcircuit_connectivity_map_key, element.name)
      if (element.is_ground) grounds.add(element.name)
      else if (element.is_power) supplies.add(element.name)
    }
  }
  const ports = readPorts(circuit, designators)
  const parts = new Map<string, { value: string; pins: Map<string, PinFact> }>()
  const nets = new Map<string, string[]>()
  for (const { part, number, name, role, connectivity } of ports.values()) {
    const net = connectivity === undefined ? undefined : netNames.get(connectivity)
    const fact = parts.get(part) ?? { value: values.get(part) ?? "", pins: new Map<string, PinFact>() }
    fact.pins.set(number, { name, role, net })
    parts.set(part, fact)
    if (net !== undefined) nets.set(net, [...(nets.get(net) ?? []), `${part}.${number}`])
  }
  return { parts, nets, grounds, supplies, pads: readPads(circuit, ports) }
}

function readPorts(
  circuit: readonly AnyCircuitElement[],
  designators: ReadonlyMap<string, string>,
): Map<string, Port> {
  const ports = new Map<string, Port>()
  for (const element of circuit) {
    if (element.type !== "source_port" || element.pin_number === undefined) continue
    const part = designators.get(element.source_component_id ?? "")
    if (part === undefined) throw new UserError(`the circuit has a pin "${element.name}" without a part`)
    ports.set(element.source_port_id, {
      part,
      number: String(element.pin_number),
      name: element.name,
      role: roleOf(element),
      connectivity: element.subcircuit_connectivity_map_key,
    })
  }
  return ports
}

function roleOf(port: Extract<AnyCircuitElement, { type: "source_port" }>): PinRole {
  if (port.provides_power) return "power-out"
  if (port.requires_power || port.requires_ground) return "power-in"
  if (port.is_output) return "output"
  if (port.is_input) return "input"
  if (port.is_bidirectional) return "bidirectional"
  return port.do_not_connect && !port.is_passive ? "no-connect" : "passive"
}

function readPads(
  circuit: readonly AnyCircuitElement[],
  ports: ReadonlyMap<string, Port>,
): Map<string, { x: number; y: number }> {
  const pads = new Map<string, { x: number; y: number }>()
  for (const element of circuit) {
    if (element.type !== "pcb_port") continue
    const port = ports.get(element.source_port_id)
    if (port) pads.set(`${port.part}.${port.number}`, { x: element.x, y: element.y })
  }
  return pads
}
