import type { AnyCircuitElement } from "circuit-json"
import { turn } from "../../src/geometry/point"

/** Circuit JSON as tscircuit writes it, made up: quicker than rendering, and as crowded as one likes. */

export interface MadeUpPart {
  readonly name: string
  readonly x: number
  readonly y: number
  readonly rotation?: number
  readonly side?: "top" | "bottom"
  /** Pads in the part's frame: middle and size, mm. */
  readonly pads: readonly (readonly [x: number, y: number, width: number, height: number])[]
  /** Width and height; none where it is left out. */
  readonly courtyard?: readonly [number, number]
  readonly through?: boolean
  readonly connector?: boolean
  /** Net of each pin, in order; open where it is undefined. */
  readonly nets?: readonly (string | undefined)[]
}

export const chip0603 = {
  pads: [
    [-0.75, 0, 0.8, 0.95],
    [0.75, 0, 0.8, 0.95],
  ],
  courtyard: [2.96, 1.46],
} as const
export const chip0805 = {
  pads: [
    [-0.95, 0, 1.1, 1.4],
    [0.95, 0, 1.1, 1.4],
  ],
  courtyard: [3.7, 1.9],
} as const

export const header = (pins: number, pitch = 2.54) =>
  ({
    pads: Array.from(
      { length: pins },
      (_, index) => [(index - (pins - 1) / 2) * pitch, 0, 1.5, 1.5] as const,
    ),
    courtyard: [pins * pitch + 1, 3.5],
    through: true,
    connector: true,
  }) as const

export function madeUp(width: number, height: number, parts: readonly MadeUpPart[]): AnyCircuitElement[] {
  const nets = [...new Set(parts.flatMap(({ nets = [] }) => nets.flatMap((net) => net ?? [])))]
  return [
    {
      type: "pcb_board",
      pcb_board_id: "board",
      center: { x: 0, y: 0 },
      thickness: 1.6,
      num_layers: 2,
      width,
      height,
      material: "fr4",
    },
    ...nets.map((name) => ({
      type: "source_net",
      source_net_id: name,
      name,
      member_source_group_ids: [],
    })),
    ...parts.flatMap(elementsOfPart),
  ] as AnyCircuitElement[]
}

function elementsOfPart({
  name,
  x,
  y,
  rotation = 0,
  side = "top",
  pads,
  courtyard,
  through,
  connector,
  nets = [],
}: MadeUpPart) {
  const mirror = side === "bottom" ? -1 : 1
  const place = (px: number, py: number) => {
    const p = turn({ x: px * mirror, y: py }, rotation)
    return { x: x + p.x, y: y + p.y }
  }
  return [
    {
      type: "source_component",
      source_component_id: `source_${name}`,
      name,
      ...(connector ? { ftype: "simple_pin_header", pin_count: pads.length } : { ftype: "simple_chip" }),
    },
    {
      type: "pcb_component",
      pcb_component_id: name,
      source_component_id: `source_${name}`,
      center: { x, y },
      width: 1,
      height: 1,
      layer: side,
      rotation,
      obstructs_within_bounds: true,
    },
    ...(courtyard === undefined
      ? []
      : [
          {
            type: "pcb_courtyard_rect",
            pcb_courtyard_rect_id: `yard_${name}`,
            pcb_component_id: name,
            layer: side,
            center: { x, y },
            width: courtyard[0],
            height: courtyard[1],
            ccw_rotation: rotation,
          },
        ]),
    ...pads.flatMap(([px, py, w, h], index) => {
      const at = place(px, py)
      const pin = index + 1
      const net = nets[index]
      const port = { source_port_id: `${name}.${pin}`, pcb_port_id: `pcb ${name}.${pin}` }
      return [
        {
          type: "source_port",
          source_port_id: port.source_port_id,
          name: `pin${pin}`,
          pin_number: pin,
          port_hints: [String(pin)],
          source_component_id: `source_${name}`,
        },
        { type: "pcb_port", ...port, pcb_component_id: name, layers: [side], ...at },
        through
          ? {
              type: "pcb_plated_hole",
              pcb_plated_hole_id: port.pcb_port_id,
              pcb_component_id: name,
              pcb_port_id: port.pcb_port_id,
              shape: "circle",
              outer_diameter: w,
              hole_diameter: w - 0.6,
              layers: ["top", "bottom"],
              ...at,
            }
          : {
              type: "pcb_smtpad",
              pcb_smtpad_id: port.pcb_port_id,
              pcb_component_id: name,
              pcb_port_id: port.pcb_port_id,
              shape: "rotated_rect",
              width: w,
              height: h,
              ccw_rotation: rotation,
              layer: side,
              ...at,
            },
        ...(net === undefined
          ? []
          : [
              {
                type: "source_trace",
                source_trace_id: `trace ${name}.${pin}`,
                connected_source_port_ids: [port.source_port_id],
                connected_source_net_ids: [net],
              },
            ]),
      ]
    }),
  ]
}

/** A generator of numbers from 0 to 1 that begins with a seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** Chips of two sizes about the points of a grid, on both sides, turned in quarters and at 45 degrees. */
export function crowd(count: number, seed: number, pitch = 4.6): AnyCircuitElement[] {
  const random = seeded(seed)
  const columns = Math.ceil(Math.sqrt(count))
  const side = columns * pitch + 3
  return madeUp(
    side,
    side,
    Array.from({ length: count }, (_, index): MadeUpPart => {
      const jitter = () => (random() - 0.5) * 0.6
      const x = ((index % columns) - (columns - 1) / 2) * pitch + jitter()
      const y = (Math.floor(index / columns) - (columns - 1) / 2) * pitch + jitter()
      const kind = random() < 0.6 ? chip0603 : chip0805
      const turned = kind === chip0603 ? [0, 45, 90, 180, 270] : [0, 90, 180, 270]
      return {
        name: `R${index + 1}`,
        x,
        y,
        rotation: turned[Math.floor(random() * turned.length)] ?? 0,
        side: random() < 0.2 ? "bottom" : "top",
        ...kind,
      }
    }),
  )
}

/** Bare spots, holes and lines that belong to no part, scattered over a square: six of each kind for a hundred mm2. */
export function litter(sideMm: number, seed: number): AnyCircuitElement[] {
  const random = seeded(seed)
  const spots = Math.round((sideMm * sideMm * 6) / 100)
  return Array.from({ length: spots }, (_, index) => {
    const at = () => ({ x: (random() - 0.5) * sideMm, y: (random() - 0.5) * sideMm })
    const id = `litter_${index}`
    const layer = random() < 0.5 ? "top" : "bottom"
    const layers = ["top", "bottom"]
    const [from, to] = [at(), at()]
    const length = Math.hypot(to.x - from.x, to.y - from.y)
    const end = { x: from.x + (to.x - from.x) / length, y: from.y + (to.y - from.y) / length }
    return [
      { type: "pcb_smtpad", pcb_smtpad_id: id, shape: "circle", radius: 0.3, layer, ...at() },
      { type: "pcb_hole", pcb_hole_id: id, hole_shape: "circle", hole_diameter: 0.6, ...at() },
      {
        type: "pcb_plated_hole",
        pcb_plated_hole_id: id,
        shape: "circle",
        outer_diameter: 0.8,
        hole_diameter: 0.4,
        layers,
        ...at(),
      },
      {
        type: "pcb_via",
        pcb_via_id: id,
        outer_diameter: 0.6,
        hole_diameter: 0.3,
        layers,
        tented_on_top: false,
        ...at(),
      },
      {
        type: "pcb_silkscreen_path",
        pcb_silkscreen_path_id: id,
        layer,
        stroke_width: 0.1,
        route: [from, end],
      },
    ]
  }).flat() as AnyCircuitElement[]
}
