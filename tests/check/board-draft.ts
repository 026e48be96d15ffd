import type { AnyCircuitElement } from "circuit-json"
import { type ElementOf, elementsOf } from "../../src/circuit/elements"
import { netlistOf } from "../../src/circuit/netlist"

/** A copy of a circuit that a fault may change without touching the clean one. */
export class Draft {
  elements: AnyCircuitElement[]

  constructor(clean: readonly AnyCircuitElement[]) {
    this.elements = structuredClone([...clean])
  }

  all<T extends AnyCircuitElement["type"]>(type: T): ElementOf<T>[] {
    return elementsOf(this.elements, type)
  }

  portOf(pin: string): string {
    const [id] = [...netlistOf(this.elements).pinOfSourcePort].find(([, name]) => name === pin) ?? []
    if (id === undefined) throw new Error(`no pin ${pin}`)
    return id
  }

  padOf(pin: string) {
    const port = this.all("pcb_port").find(({ source_port_id: id }) => id === this.portOf(pin))?.pcb_port_id
    const pad = [...this.all("pcb_smtpad"), ...this.all("pcb_plated_hole")].find(
      ({ pcb_port_id: id }) => id === port,
    )
    if (pad === undefined || !("x" in pad)) throw new Error(`no pad ${pin}`)
    return pad
  }

  /** Two pads change places under the routes: what turning a part does. */
  swapPads(a: string, b: string): void {
    const [one, other] = [this.padOf(a), this.padOf(b)]
    ;[one.x, one.y, other.x, other.y] = [other.x, other.y, one.x, one.y]
  }

  traceOf(pin: string) {
    const port = this.portOf(pin)
    const trace = this.all("source_trace").find(({ connected_source_port_ids: ids }) => ids.includes(port))
    if (trace === undefined) throw new Error(`${pin} is on no net`)
    return trace
  }

  netId(name: string): string {
    const net = this.all("source_net").find((candidate) => candidate.name === name)
    if (net === undefined) throw new Error(`no net ${name}`)
    return net.source_net_id
  }

  connect(pin: string, net: string): void {
    this.traceOf(pin).connected_source_net_ids = [this.netId(net)]
  }

  track(
    net: string,
    layer: "top" | "bottom",
    ...points: readonly { readonly x: number; readonly y: number }[]
  ): void {
    this.elements.push({
      type: "pcb_trace",
      pcb_trace_id: "fault",
      source_trace_id: this.netId(net),
      route: points.map(({ x, y }) => ({ route_type: "wire" as const, x, y, width: 0.25, layer })),
    })
  }

  remove(which: (element: AnyCircuitElement) => boolean): void {
    const index = this.elements.findIndex(which)
    if (index < 0) throw new Error("nothing to remove")
    this.elements.splice(index, 1)
  }
}
