import type { AnyCircuitElement } from "circuit-json"
import { type ElementOf, elementsOf } from "../../../src/circuit/elements"
import { netlistOf } from "../../../src/circuit/netlist"
import type { Point } from "../../../src/geometry/point"
import type { CopperLayer } from "../../../src/model/layer"

type Type = AnyCircuitElement["type"]
type RoutePoint = ElementOf<"pcb_trace">["route"][number]

/**
 * A copy of the compiled circuit for a fault to change, by the names people use ("R5.2", net "MEP_TXD"). Every method
 * throws where its victim is not there: a fault that changes nothing would prove nothing. mm, board frame.
 */
export class Draft {
  constructor(readonly elements: AnyCircuitElement[]) {}

  all<T extends Type>(type: T): ElementOf<T>[] {
    return elementsOf(this.elements, type)
  }

  first<T extends Type>(type: T, which: (element: ElementOf<T>) => boolean = () => true): ElementOf<T> {
    return found(this.all(type).find(which), `a ${type}`)
  }

  remove(which: (element: AnyCircuitElement) => boolean): this {
    const kept = this.elements.filter((element) => !which(element))
    if (kept.length === this.elements.length) throw new Error("nothing to remove")
    this.elements.splice(0, this.elements.length, ...kept)
    return this
  }

  add(element: AnyCircuitElement): this {
    this.elements.push(element)
    return this
  }

  net(name: string): ElementOf<"source_net"> {
    return found(
      this.all("source_net").find((net) => net.name === name),
      `net ${name}`,
    )
  }

  /** Declares a net that the circuit does not have. */
  addNet(name: string): this {
    return this.add({
      ...this.first("source_net"),
      source_net_id: `fault_${name}`,
      name,
      is_ground: false,
      is_power: false,
      subcircuit_connectivity_map_key: `fault_${name}`,
    })
  }

  /** The ports of a pin: several where it is soldered in squares. */
  ports(pin: string): ElementOf<"source_port">[] {
    const names = netlistOf(this.elements).pinOfSourcePort
    const ports = this.all("source_port").filter((port) => names.get(port.source_port_id) === pin)
    if (ports.length === 0) throw new Error(`no pin ${pin}`)
    return ports
  }

  /** Takes a pin off its net. */
  disconnect(pin: string): this {
    const ids = this.ports(pin).map((port) => {
      delete port.subcircuit_connectivity_map_key
      return port.source_port_id
    })
    return this.remove(
      (element) =>
        element.type === "source_trace" && element.connected_source_port_ids.some((id) => ids.includes(id)),
    )
  }

  /** Puts a pin on a net, off any other. */
  connect(pin: string, net: string): this {
    const ports = this.ports(pin)
    if (netlistOf(this.elements).netOf.has(pin)) this.disconnect(pin)
    const { source_net_id, subcircuit_connectivity_map_key: key } = this.net(net)
    for (const port of ports) {
      if (key !== undefined) port.subcircuit_connectivity_map_key = key
      this.add({
        type: "source_trace",
        source_trace_id: `fault_${port.source_port_id}`,
        connected_source_port_ids: [port.source_port_id],
        connected_source_net_ids: [source_net_id],
        ...(key === undefined ? {} : { subcircuit_connectivity_map_key: key }),
      })
    }
    return this
  }

  /** The net of a pin; throws where it has none. */
  netOf(pin: string): string {
    return found(netlistOf(this.elements).netOf.get(pin), `a net at ${pin}`).name
  }

  /** Two pins change nets. */
  swapNets(a: string, b: string): this {
    const [ofA, ofB] = [this.netOf(a), this.netOf(b)]
    return this.connect(a, ofB).connect(b, ofA)
  }

  /** Names two nets in one connection. */
  join(a: string, b: string): this {
    const [first, second] = [this.net(a), this.net(b)]
    const key = second.subcircuit_connectivity_map_key
    for (const element of [...this.all("source_net"), ...this.all("source_port")])
      if (element.subcircuit_connectivity_map_key === key && first.subcircuit_connectivity_map_key)
        element.subcircuit_connectivity_map_key = first.subcircuit_connectivity_map_key
    return this.add({
      type: "source_trace",
      source_trace_id: "fault_join",
      connected_source_port_ids: [],
      connected_source_net_ids: [first.source_net_id, second.source_net_id],
    })
  }

  source(designator: string): ElementOf<"source_component"> {
    return found(
      this.all("source_component").find(({ name }) => name === designator),
      designator,
    )
  }

  placed(designator: string): ElementOf<"pcb_component"> {
    const { source_component_id: id } = this.source(designator)
    return this.first("pcb_component", (part) => part.source_component_id === id)
  }

  /** The lands of a pin. */
  pads(pin: string): (ElementOf<"pcb_smtpad"> | ElementOf<"pcb_plated_hole">)[] {
    const ids = new Set(this.ports(pin).map((port) => port.source_port_id))
    const ports = new Set(
      this.all("pcb_port").flatMap((port) => (ids.has(port.source_port_id) ? [port.pcb_port_id] : [])),
    )
    return [...this.all("pcb_smtpad"), ...this.all("pcb_plated_hole")].filter((pad) =>
      ports.has(pad.pcb_port_id ?? ""),
    )
  }

  /** Middle of a pin's first land. */
  at(pin: string): Point {
    const pad = found(this.pads(pin)[0], `a pad of ${pin}`)
    if (!("x" in pad)) throw new Error(`${pin} is a polygon`)
    return { x: pad.x, y: pad.y }
  }

  /** Lands of two pins change places under the copper: what turning a part of two pins does. */
  swapPads(a: string, b: string): this {
    const [one, other] = [this.pads(a)[0], this.pads(b)[0]]
    if (one === undefined || other === undefined || !("x" in one && "x" in other))
      throw new Error(`no pads ${a}, ${b}`)
    ;[one.x, one.y, other.x, other.y] = [other.x, other.y, one.x, one.y]
    return this
  }

  /** A part with everything it brought to the board moves; the table of places does not know. */
  movePart(designator: string, dx: number, dy: number): this {
    const part = this.placed(designator)
    part.center = { x: part.center.x + dx, y: part.center.y + dy }
    const { footprint_origin: origin } = part
    if (origin !== undefined) part.footprint_origin = { x: origin.x + dx, y: origin.y + dy }
    for (const element of this.elements) {
      if (!("pcb_component_id" in element) || element.pcb_component_id !== part.pcb_component_id) continue
      if (!("x" in element) || typeof element.x !== "number" || typeof element.y !== "number") continue
      element.x += dx
      element.y += dy
    }
    return this
  }

  /** The laid traces of a net. */
  traces(net: string): ElementOf<"pcb_trace">[] {
    const { source_net_id: id } = this.net(net)
    const traces = this.all("pcb_trace").filter((trace) => trace.source_trace_id === id)
    if (traces.length === 0) throw new Error(`net ${net} has no tracks`)
    return traces
  }

  removeTracks(net: string): this {
    const traces = new Set<AnyCircuitElement>(this.traces(net))
    return this.remove((element) => traces.has(element))
  }

  /** Every wire point of a net. */
  wires(net: string): Extract<RoutePoint, { route_type: "wire" }>[] {
    return this.traces(net).flatMap(({ route }) =>
      route.flatMap((point) => (point.route_type === "wire" ? [point] : [])),
    )
  }

  track(net: string, layer: CopperLayer, width: number, ...points: readonly Point[]): this {
    return this.add({
      type: "pcb_trace",
      pcb_trace_id: `fault_track_${this.elements.length}`,
      source_trace_id: this.net(net).source_net_id,
      route: points.map(({ x, y }) => ({ route_type: "wire" as const, x, y, width, layer })),
    })
  }

  via(net: string, at: Point, diameter = 0.6, drill = 0.3): this {
    const { source_net_id, subcircuit_connectivity_map_key: key } = this.net(net)
    return this.add({
      type: "pcb_via",
      pcb_via_id: `fault_via_${this.elements.length}`,
      x: at.x,
      y: at.y,
      outer_diameter: diameter,
      hole_diameter: drill,
      layers: ["top", "bottom"],
      source_net_id,
      ...(key === undefined ? {} : { subcircuit_connectivity_map_key: key }),
    })
  }

  /** The via nearest to a place. */
  nearestVia(to: Point): ElementOf<"pcb_via"> {
    const far = (via: Point) => Math.hypot(via.x - to.x, via.y - to.y)
    return found([...this.all("pcb_via")].sort((a, b) => far(a) - far(b))[0], `a via near (${to.x}, ${to.y})`)
  }
}

export function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`there is no ${what}`)
  return value
}
