import { naturalOrder } from "../natural-order"
import { type Circuit, type ElementOf, elementsOf } from "./elements"
import { UnionFind } from "./union-find"

/** One electrical node of the circuit as it is meant: pins that the source joins, never what copper does. */
export interface Net {
  /** The declared name; the first in natural order where the source joined several, and "(U1.3)" where it has none. */
  readonly name: string
  /** Every name declared for this node: more than one is a fault of the circuit. */
  readonly names: readonly string[]
  /** Pins as people name them ("U2.39"), natural order, each once. */
  readonly pins: readonly string[]
}

export interface Netlist {
  /** Declared nets and nodes of two pins or more, by name. Lone pins without a net name are not nets. */
  readonly nets: readonly Net[]
  /** Pin -> its net. */
  readonly netOf: ReadonlyMap<string, Net>
  /** Every pin of every part, connected or not. */
  readonly pins: readonly string[]
  /** Pins on no net. */
  readonly unconnected: readonly string[]
}

/** tscircuit's ids of nets and ports -> the netlist's names. */
export interface NetlistIndex extends Netlist {
  readonly pinOfSourcePort: ReadonlyMap<string, string>
  readonly netOfSourceNet: ReadonlyMap<string, Net>
}

/**
 * The netlist as the circuit's source states it. Pads that share a pin (the squares of a thermal pad) are one pin.
 */
export function netlistOf(circuit: Circuit): NetlistIndex {
  const ports = elementsOf(circuit, "source_port")
  const sourceNets = elementsOf(circuit, "source_net")
  const parts = new Map(
    elementsOf(circuit, "source_component").map((part) => [part.source_component_id, part.name]),
  )
  const pinOfSourcePort = new Map(
    ports.map((port) => [port.source_port_id, pinName(port, parts.get(port.source_component_id ?? ""))]),
  )
  const nodes = [...new Set(pinOfSourcePort.values()), ...sourceNets.map((net) => netKey(net.source_net_id))]
  const indexOf = new Map(nodes.map((node, index) => [node, index]))
  const joined = new UnionFind(nodes.length)
  const joinAll = (keys: readonly (string | undefined)[]) => {
    const [first, ...rest] = keys.flatMap((key) => indexOf.get(key ?? "") ?? [])
    if (first !== undefined) for (const index of rest) joined.join(first, index)
  }
  for (const trace of elementsOf(circuit, "source_trace")) {
    joinAll([
      ...trace.connected_source_port_ids.map((id) => pinOfSourcePort.get(id)),
      ...trace.connected_source_net_ids.map(netKey),
    ])
  }
  const nameOfKey = new Map(sourceNets.map((net) => [netKey(net.source_net_id), net.name]))
  const idOfKey = new Map(sourceNets.map((net) => [netKey(net.source_net_id), net.source_net_id]))
  const nets: Net[] = []
  const netOfSourceNet = new Map<string, Net>()
  for (const group of joined.groups()) {
    const keys = group.map((index) => nodes[index] as string)
    const names = [...new Set(keys.flatMap((key) => nameOfKey.get(key) ?? []))].sort(naturalOrder)
    const pins = keys.filter((key) => !nameOfKey.has(key)).sort(naturalOrder)
    if (names.length === 0 && pins.length < 2) continue
    const net: Net = { name: names[0] ?? `(${pins[0]})`, names, pins }
    nets.push(net)
    for (const key of keys) {
      const id = idOfKey.get(key)
      if (id !== undefined) netOfSourceNet.set(id, net)
    }
  }
  nets.sort((a, b) => naturalOrder(a.name, b.name))
  const netOf = new Map(nets.flatMap((net) => net.pins.map((pin) => [pin, net] as const)))
  const pins = [...new Set(pinOfSourcePort.values())].sort(naturalOrder)
  return {
    nets,
    netOf,
    pins,
    unconnected: pins.filter((pin) => !netOf.has(pin)),
    pinOfSourcePort,
    netOfSourceNet,
  }
}

/** A net's id cannot be mistaken for a pin's name. */
const netKey = (sourceNetId: string): string => `net\0${sourceNetId}`

/** "U2.39". The eight further squares of a thermal pad are ports without a number; their hints carry it. */
function pinName(port: ElementOf<"source_port">, part: string | undefined): string {
  const number = port.pin_number ?? port.port_hints?.find((hint) => /^\d+$/.test(hint)) ?? port.name
  return part === undefined ? `board.${port.name}` : `${part}.${number}`
}
