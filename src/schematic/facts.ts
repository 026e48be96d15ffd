import type { AnyCircuitElement } from "circuit-json"
import { UserError } from "../model/finding"
import { naturalOrder } from "../natural-order"

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
  /** tscircuit's word for what it is, without "simple_": "resistor", "led", "chip". */
  readonly type: string
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
  const components = new Map<string, Pick<PartFact, "value" | "type">>()
  const declared: Extract<AnyCircuitElement, { type: "source_net" }>[] = []
  for (const element of circuit) {
    if (element.type === "source_component") {
      designators.set(element.source_component_id, element.name)
      const type = (element.ftype ?? "").replace("simple_", "")
      components.set(element.name, { value: printedValue(element), type })
    } else if (element.type === "source_net") declared.push(element)
  }
  const grounds = new Set(declared.filter((net) => net.is_ground).map((net) => net.name))
  const supplies = declared.filter((net) => net.is_power && !net.is_ground).map((net) => net.name)
  const ports = readPorts(circuit, designators)
  const netNames = nameNets(declared, [...ports.values()])
  const parts = new Map<string, { value: string; type: string; pins: Map<string, PinFact> }>()
  const nets = new Map<string, string[]>()
  for (const { part, number, name, role, connectivity } of ports.values()) {
    const net = connectivity === undefined ? undefined : netNames.get(connectivity)
    const known = components.get(part) ?? { value: "", type: "" }
    const fact = parts.get(part) ?? { ...known, pins: new Map<string, PinFact>() }
    fact.pins.set(number, { name, role, net })
    parts.set(part, fact)
    if (net !== undefined) nets.set(net, [...(nets.get(net) ?? []), `${part}.${number}`])
  }
  return { parts, nets, grounds, supplies: new Set(supplies), pads: readPads(circuit, ports) }
}

/**
 * Key of what hangs together -> name: the declared one, the first in natural order where the source joined several,
 * and that of its first pin, in brackets, where a trace joins pins without one.
 */
function nameNets(
  declared: readonly Extract<AnyCircuitElement, { type: "source_net" }>[],
  ports: readonly Port[],
): Map<string, string> {
  const names = new Map<string, string>()
  for (const { name, subcircuit_connectivity_map_key: key } of [...declared].sort((a, b) =>
    naturalOrder(a.name, b.name),
  ))
    if (key !== undefined && !names.has(key)) names.set(key, name)
  const unnamed = new Map<string, string[]>()
  for (const { connectivity, part, number } of ports) {
    if (connectivity === undefined || names.has(connectivity)) continue
    unnamed.set(connectivity, [...(unnamed.get(connectivity) ?? []), `${part}.${number}`])
  }
  for (const [key, pins] of unnamed) if (pins.length > 1) names.set(key, `(${pins.sort(naturalOrder)[0]})`)
  return names
}

/** In letters that the drawing font has: 10k, 470R, 100nF. */
function printedValue(component: Extract<AnyCircuitElement, { type: "source_component" }>): string {
  const shown = ["display_value", "display_resistance", "display_capacitance", "display_inductance"]
    .map((key) => Object.entries(component).find(([name]) => name === key)?.[1])
    .find((value) => typeof value === "string" && value !== "")
  const text = typeof shown === "string" ? shown : (component.manufacturer_part_number ?? "")
  return text
    .replace(/[\u00b5\u03bc]/g, "u")
    .replace(/(\d)\s*\u03a9/, "$1R")
    .replace(/\s*\u03a9/, "")
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
