import type { ReactElement } from "react"
import type { ElementContext } from "../../src/board/element"
import { renderCircuit } from "../../src/compile/render"

/** A look at the circuit JSON that shares no code with the project's own: a few plain rows. mm, board frame. */

export interface PadRow {
  readonly name: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly drill: number | undefined
  readonly side: "top" | "bottom" | "both"
  readonly shape: string
}

/** tscircuit's elements as bare records: these tests read fields by name, whatever the element. */
export type Elements = readonly Readonly<Record<string, unknown>>[]

const empty = {
  local: true,
  groupMode: "subcircuit",
  algorithmFn: async () => {
    let done: ((event: { type: "complete"; traces: [] }) => void) | undefined
    return {
      on(event: string, handler: typeof done) {
        if (event === "complete") done = handler
      },
      start() {
        queueMicrotask(() => done?.({ type: "complete", traces: [] }))
      },
      stop() {},
    }
  },
}

/** Renders a board without any track. */
export async function renderBare(
  element: (context: ElementContext) => ReactElement,
  notFitted: readonly string[],
): Promise<Elements> {
  const circuit = await renderCircuit({ element: () => element({ autorouter: empty, notFitted }) })
  return circuit as unknown as Elements
}

const rows = (circuit: Elements, ...types: string[]) =>
  circuit.filter((element) => types.includes(String(element.type)))

function byId(circuit: Elements, type: string): Map<unknown, Readonly<Record<string, unknown>>> {
  return new Map(rows(circuit, type).map((element) => [element[`${type}_id`], element]))
}

/** Source port id -> "U2.39". Pads that share a pin have ports of their own, which only hint at the number. */
function pinNames(circuit: Elements): Map<unknown, string> {
  const parts = byId(circuit, "source_component")
  return new Map(
    rows(circuit, "source_port").map((port) => {
      const hints = port.port_hints as readonly string[]
      const number = port.pin_number ?? hints.find((hint) => /^\d+$/.test(hint))
      return [port.source_port_id, `${parts.get(port.source_component_id)?.name}.${number}`]
    }),
  )
}

export function padRows(circuit: Elements): PadRow[] {
  const ports = byId(circuit, "pcb_port")
  const pins = pinNames(circuit)
  return rows(circuit, "pcb_smtpad", "pcb_plated_hole").map((pad) => {
    const name = pins.get(ports.get(pad.pcb_port_id)?.source_port_id)
    if (name === undefined) throw new Error(`a pad at ${pad.x}, ${pad.y} belongs to no pin`)
    return {
      name,
      x: pad.x as number,
      y: pad.y as number,
      width: (pad.width ?? pad.rect_pad_width ?? pad.outer_diameter) as number,
      height: (pad.height ?? pad.rect_pad_height ?? pad.outer_diameter) as number,
      drill: pad.hole_diameter as number | undefined,
      side: (pad.layer ?? "both") as PadRow["side"],
      shape: pad.shape as string,
    }
  })
}

/** Net name -> its pins, sorted; and the pins on no net. */
export function netRows(circuit: Elements): { nets: Record<string, string[]>; unconnected: string[] } {
  const pins = pinNames(circuit)
  const names = byId(circuit, "source_net")
  const nets: Record<string, Set<string>> = {}
  for (const trace of rows(circuit, "source_trace")) {
    for (const net of trace.connected_source_net_ids as readonly string[]) {
      const name = String(names.get(net)?.name)
      nets[name] ??= new Set()
      for (const port of trace.connected_source_port_ids as readonly string[]) {
        nets[name].add(String(pins.get(port)))
      }
    }
  }
  const joined = new Set(Object.values(nets).flatMap((set) => [...set]))
  return {
    nets: Object.fromEntries(Object.entries(nets).map(([name, set]) => [name, [...set].sort()])),
    unconnected: [...new Set(pins.values())].filter((pin) => !joined.has(pin)).sort(),
  }
}

/** tscircuit's complaints, but for those that only say that nothing is routed. */
export function complaints(circuit: Elements): string[] {
  return circuit
    .filter(({ type }) => /_(error|warning)$/.test(String(type)))
    .filter(({ type }) => type !== "pcb_port_not_connected_error")
    .map(({ type, message }) => `${type}: ${message}`)
}
