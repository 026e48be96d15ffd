import type { AnyCircuitElement } from "circuit-json"
import type { BoardDefinition, HandSoldered } from "../board-definition"
import type { CopperLayer } from "../finding"
import type { Point } from "../geometry/point"
import { polygonShape, type Shape } from "../geometry/shape"
import { naturalOrder } from "../natural-order"
import { padCopper } from "./pad-copper"

/** All that copper has to fit: pads, rules, outline, keepouts, holes. mm, board centre = origin, y up. */

export interface PadFact {
  /** "R5.2". Pads that share a pin (U2.39) share a name; copper without a pin bears its part's name. */
  readonly name: string
  /** Net name; undefined for pads that are not connected. */
  readonly net: string | undefined
  readonly layers: readonly CopperLayer[]
  readonly shape: Shape
  readonly centre: Point
  /** What is soldered, in words: "top 1.4 x 1.15 mm". Changes with size, turn, form and side, not with place. */
  readonly land: string
  /** Plated hole in the pad, mm. */
  readonly drillMm: number | undefined
}

export interface Zone {
  readonly name: string
  readonly shape: Shape
  readonly layers: readonly CopperLayer[]
}

export interface HoleFact {
  readonly name: string
  readonly shape: Shape
}

export interface NetRule {
  readonly widthMm: number
  readonly clearanceMm: number
}

export interface BoardFacts {
  readonly pads: readonly PadFact[]
  /** Every net of the circuit, in natural order. */
  readonly nets: readonly string[]
  readonly outline: readonly Point[]
  readonly keepouts: readonly Zone[]
  /** Unplated holes. */
  readonly holes: readonly HoleFact[]
  readonly rules: ReadonlyMap<string, NetRule>
  readonly via: { readonly diameterMm: number; readonly drillMm: number }
  /** Net that pours fill, and the layers they fill. */
  readonly pour: {
    readonly net: string
    readonly layers: readonly CopperLayer[]
    readonly clearanceMm: number
    readonly minWidthMm: number
    readonly boardEdgeMm: number
  }
  /** Pads from which other nets keep more than their clearance. */
  readonly handSoldered?: HandSoldered
}

/** Where the board says nothing of a net: the narrowest track and gap this project allows. */
export const plainRule: NetRule = { widthMm: 0.25, clearanceMm: 0.2 }

export const ruleOf = (facts: BoardFacts, net: string | undefined): NetRule =>
  (net === undefined ? undefined : facts.rules.get(net)) ?? plainRule

type Of<T extends AnyCircuitElement["type"]> = Extract<AnyCircuitElement, { type: T }>

/** Elements of one type. */
export const elements = <T extends AnyCircuitElement["type"]>(
  circuit: readonly AnyCircuitElement[],
  type: T,
): Of<T>[] => circuit.filter((element): element is Of<T> => element.type === type)

/** Ports that are one inside their part: a thermal pad in squares has a port for each. */
const innerGroups = (circuit: readonly AnyCircuitElement[]): readonly string[][] =>
  elements(circuit, "source_component").flatMap((part) =>
    "internally_connected_source_port_ids" in part ? (part.internally_connected_source_port_ids ?? []) : [],
  )

/** Port id -> net name, by the circuit alone (source traces), never by copper. */
function netOfPort(circuit: readonly AnyCircuitElement[]): Map<string, string> {
  const parent = new Map<string, string>()
  const find = (id: string): string => {
    let root = id
    for (let next = parent.get(root); next !== undefined; next = parent.get(root)) root = next
    return root
  }
  for (const trace of elements(circuit, "source_trace")) {
    const ids = [...trace.connected_source_net_ids, ...trace.connected_source_port_ids]
    const first = ids[0]
    if (first === undefined) continue
    for (const id of ids.slice(1)) {
      const [a, b] = [find(first), find(id)]
      if (a !== b) parent.set(b, a)
    }
  }
  for (const group of innerGroups(circuit))
    for (const id of group.slice(1)) {
      const [a, b] = [find(group[0] as string), find(id)]
      if (a !== b) parent.set(b, a)
    }
  const names = new Map<string, string>()
  for (const net of elements(circuit, "source_net")) names.set(find(net.source_net_id), net.name)
  const nets = new Map<string, string>()
  for (const port of elements(circuit, "source_port")) {
    const name = names.get(find(port.source_port_id))
    if (name !== undefined) nets.set(port.source_port_id, name)
  }
  return nets
}

function pads(circuit: readonly AnyCircuitElement[]): PadFact[] {
  const nets = netOfPort(circuit)
  const parts = new Map(
    elements(circuit, "source_component").map((part) => [part.source_component_id, part.name]),
  )
  const sourcePorts = new Map(elements(circuit, "source_port").map((port) => [port.source_port_id, port]))
  const groups = innerGroups(circuit)
  const pinOf = (portId: string): string | undefined => {
    const port = sourcePorts.get(portId)
    if (port?.pin_number !== undefined) return String(port.pin_number)
    const group = groups.find((ids) => ids.includes(portId)) ?? []
    const numbers = group.flatMap((id) => sourcePorts.get(id)?.pin_number ?? [])
    return numbers.length === 1 ? String(numbers[0]) : port?.name
  }
  const ports = new Map(elements(circuit, "pcb_port").map((port) => [port.pcb_port_id, port.source_port_id]))
  const placed = new Map(
    elements(circuit, "pcb_component").map((part) => [part.pcb_component_id, part.source_component_id]),
  )
  const found: PadFact[] = []
  for (const pad of [...elements(circuit, "pcb_smtpad"), ...elements(circuit, "pcb_plated_hole")]) {
    const copper = padCopper(pad)
    const portId = pad.pcb_port_id === undefined ? undefined : ports.get(pad.pcb_port_id)
    const port = portId === undefined ? undefined : sourcePorts.get(portId)
    const sourceId =
      port?.source_component_id ??
      (pad.pcb_component_id === undefined ? undefined : placed.get(pad.pcb_component_id))
    const part = (sourceId === undefined ? undefined : parts.get(sourceId)) ?? "board"
    found.push({
      name: portId !== undefined && port ? `${part}.${pinOf(portId)}` : part,
      net: portId === undefined ? undefined : nets.get(portId),
      ...copper,
    })
  }
  return found.sort(
    (a, b) => naturalOrder(a.name, b.name) || a.centre.x - b.centre.x || a.centre.y - b.centre.y,
  )
}

const box = (minX: number, minY: number, maxX: number, maxY: number): Shape =>
  polygonShape([
    { x: minX, y: minY },
    { x: maxX, y: minY },
    { x: maxX, y: maxY },
    { x: minX, y: maxY },
  ])

const bothLayers: readonly CopperLayer[] = ["top", "bottom"]

function keepouts(circuit: readonly AnyCircuitElement[], board: BoardDefinition): Zone[] {
  const named = board.keepouts.map(
    (zone): Zone => ({
      name: zone.name,
      shape: box(zone.minX, zone.minY, zone.maxX, zone.maxY),
      layers: bothLayers,
    }),
  )
  const drawn = elements(circuit, "pcb_keepout").flatMap((zone): Zone[] => {
    const layers = bothLayers.filter((layer) => (zone.layers as readonly string[]).includes(layer))
    const name = zone.description ?? "keepout"
    if (zone.shape === "circle")
      return [{ name, layers, shape: { core: [zone.center], radius: zone.radius } }]
    if (zone.shape === "rect") {
      const { center: c, width: w, height: h } = zone
      return [{ name, layers, shape: box(c.x - w / 2, c.y - h / 2, c.x + w / 2, c.y + h / 2) }]
    }
    return zone.shape === "outline" ? [{ name, layers, shape: polygonShape(zone.outline) }] : []
  })
  return [...named, ...drawn]
}

function holes(circuit: readonly AnyCircuitElement[]): HoleFact[] {
  return elements(circuit, "pcb_hole")
    .map((hole, index): HoleFact => {
      const across =
        "hole_diameter" in hole ? hole.hole_diameter : Math.max(hole.hole_width, hole.hole_height)
      return {
        name: `hole ${index + 1}`,
        shape: { core: [{ x: hole.x, y: hole.y }], radius: across / 2 },
      }
    })
    .sort((a, b) => naturalOrder(a.name, b.name))
}

function outline(circuit: readonly AnyCircuitElement[], board: BoardDefinition): readonly Point[] {
  const drawn = elements(circuit, "pcb_board")[0]
  if (drawn?.outline && drawn.outline.length > 2) return drawn.outline.map(({ x, y }) => ({ x, y }))
  return board.outline
}

/** Reads what routes must fit from a rendered circuit and the board's own rules. */
export function boardFacts(circuit: readonly AnyCircuitElement[], board: BoardDefinition): BoardFacts {
  const rules = new Map<string, NetRule>()
  for (const netClass of board.netClasses)
    for (const net of netClass.nets)
      rules.set(net, { widthMm: netClass.widthMm, clearanceMm: netClass.clearanceMm })
  return {
    pads: pads(circuit),
    nets: [...new Set(elements(circuit, "source_net").map((net) => net.name))].sort(naturalOrder),
    outline: outline(circuit, board),
    keepouts: keepouts(circuit, board),
    holes: holes(circuit),
    rules,
    via: board.via,
    pour: {
      net: board.pour.net,
      layers: board.pour.layers,
      clearanceMm: board.pour.clearanceMm,
      minWidthMm: board.pour.minWidthMm,
      boardEdgeMm: board.pour.boardEdgeMm,
    },
    ...(board.handSoldered === undefined ? {} : { handSoldered: board.handSoldered }),
  }
}
