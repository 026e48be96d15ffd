import type { AnyCircuitElement } from "circuit-json"
import type { Point } from "../../src/geometry/point"

/** Small circuit JSON by hand: square pads of 1 mm, tracks, vias and pours. mm. */
export interface Sketch {
  /** "R1.1" -> place and net; no net: left open. */
  readonly pads: Readonly<
    Record<string, Point & { net?: string; layer?: "top" | "bottom"; plated?: boolean; size?: number }>
  >
  readonly tracks?: readonly {
    net?: string
    layer?: "top" | "bottom"
    width?: number
    points: readonly (readonly [number, number])[]
  }[]
  readonly vias?: readonly (Point & { net?: string })[]
  readonly pours?: readonly {
    net: string
    layer?: "top" | "bottom"
    outline: readonly (readonly [number, number])[]
    holes?: readonly (readonly (readonly [number, number])[])[]
  }[]
  /** Nets the source joins though they have two names. */
  readonly joins?: readonly (readonly [string, string])[]
}

/** An element with the fields that a test needs, and not all that its type asks for. */
export const element = (
  fields: { readonly type: AnyCircuitElement["type"] } & Record<string, unknown>,
): AnyCircuitElement => fields as unknown as AnyCircuitElement

const vertices = (ring: readonly (readonly [number, number])[]) => ({
  vertices: ring.map(([x, y]) => ({ x, y })),
})

export function circuitOf(sketch: Sketch): AnyCircuitElement[] {
  const names = new Set([
    ...Object.values(sketch.pads).flatMap(({ net }) => net ?? []),
    ...(sketch.joins ?? []).flat(),
    ...(sketch.tracks ?? []).flatMap(({ net }) => net ?? []),
  ])
  const designators = new Set(Object.keys(sketch.pads).map((pad) => pad.split(".")[0] as string))
  return [
    ...[...names].map((name) => element({ type: "source_net", source_net_id: `net-${name}`, name })),
    ...[...designators].flatMap((name) => [
      element({ type: "source_component", source_component_id: name, ftype: "simple_chip", name }),
      element({
        type: "pcb_component",
        pcb_component_id: `pcb-${name}`,
        source_component_id: name,
        center: { x: 0, y: 0 },
        rotation: 0,
        layer: "top",
      }),
    ]),
    ...Object.entries(sketch.pads).flatMap(
      ([name, { x, y, net, layer = "top", plated = false, size = 1 }]) => {
        const [part, pin] = name.split(".") as [string, string]
        const common = { pcb_component_id: `pcb-${part}`, pcb_port_id: `pcb-${name}`, x, y }
        return [
          element({
            type: "source_port",
            source_port_id: name,
            source_component_id: part,
            name: `pin${pin}`,
            pin_number: Number(pin),
            port_hints: [pin],
          }),
          element({
            type: "pcb_port",
            pcb_port_id: `pcb-${name}`,
            source_port_id: name,
            x,
            y,
            layers: [layer],
          }),
          plated
            ? element({
                type: "pcb_plated_hole",
                shape: "circle",
                outer_diameter: size,
                hole_diameter: size / 2,
                layers: ["top", "bottom"],
                ...common,
              })
            : element({ type: "pcb_smtpad", shape: "rect", width: size, height: size, layer, ...common }),
          ...(net === undefined
            ? []
            : [
                element({
                  type: "source_trace",
                  source_trace_id: `st-${name}`,
                  connected_source_port_ids: [name],
                  connected_source_net_ids: [`net-${net}`],
                }),
              ]),
        ]
      },
    ),
    ...(sketch.joins ?? []).map(([a, b]) =>
      element({
        type: "source_trace",
        source_trace_id: `st-${a}-${b}`,
        connected_source_port_ids: [],
        connected_source_net_ids: [`net-${a}`, `net-${b}`],
      }),
    ),
    ...(sketch.tracks ?? []).map(({ net, layer = "top", width = 0.25, points }, index) =>
      element({
        type: "pcb_trace",
        pcb_trace_id: `trace-${index}`,
        ...(net === undefined ? {} : { source_trace_id: `net-${net}` }),
        route: points.map(([x, y]) => ({ route_type: "wire", x, y, width, layer })),
      }),
    ),
    ...(sketch.vias ?? []).map(({ x, y, net }, index) =>
      element({
        type: "pcb_via",
        pcb_via_id: `via-${index}`,
        x,
        y,
        outer_diameter: 0.6,
        hole_diameter: 0.3,
        layers: ["top", "bottom"],
        ...(net === undefined ? {} : { source_net_id: `net-${net}` }),
      }),
    ),
    ...(sketch.pours ?? []).map(({ net, layer = "top", outline, holes = [] }, index) =>
      element({
        type: "pcb_copper_pour",
        pcb_copper_pour_id: `pour-${index}`,
        shape: "brep",
        layer,
        source_net_id: `net-${net}`,
        brep_shape: { outer_ring: vertices(outline), inner_rings: holes.map(vertices) },
      }),
    ),
  ]
}
