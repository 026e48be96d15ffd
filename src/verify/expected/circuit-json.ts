import type { AnyCircuitElement } from "circuit-json"
import { z } from "zod"
import { innerPoint } from "../../geometry/polygon"
import { ReadError } from "../../read"
import { readJson } from "../../read/manifest"
import type { ExpectedHole, ExpectedNetlist, ExpectedPad } from "../netlist"
import { type Intent, intentOf } from "./intent"
import { partFacts } from "./part-facts"

/** Round holes have a diameter, slots a width and a height; holes may sit off their pad's centre. */
const holeSize = {
  hole_diameter: z.number().optional(),
  hole_width: z.number().optional(),
  hole_height: z.number().optional(),
  hole_offset_x: z.number().optional(),
  hole_offset_y: z.number().optional(),
}

/** The little of circuit JSON that a netlist needs; everything else passes by. */
const element = z.discriminatedUnion("type", [
  z.object({ type: z.literal("source_component"), source_component_id: z.string(), name: z.string() }),
  z.object({
    type: z.literal("source_net"),
    name: z.string(),
    subcircuit_connectivity_map_key: z.string().optional(),
  }),
  z.object({
    type: z.literal("source_port"),
    source_port_id: z.string(),
    source_component_id: z.string().optional(),
    name: z.string(),
    pin_number: z.number().optional(),
    subcircuit_connectivity_map_key: z.string().optional(),
  }),
  z.object({
    type: z.literal("source_component_internal_connection"),
    source_port_ids: z.array(z.string()),
  }),
  z.object({ type: z.literal("pcb_port"), pcb_port_id: z.string(), source_port_id: z.string() }),
  z.object({
    type: z.literal("pcb_smtpad"),
    pcb_port_id: z.string().optional(),
    layer: z.string(),
    x: z.number().optional(),
    y: z.number().optional(),
    points: z.array(z.object({ x: z.number(), y: z.number() })).optional(),
  }),
  z.object({
    type: z.literal("pcb_plated_hole"),
    pcb_port_id: z.string().optional(),
    x: z.number(),
    y: z.number(),
    is_castellated: z.boolean().optional(),
    ...holeSize,
  }),
  z.object({
    type: z.literal("pcb_silkscreen_text"),
    text: z.string(),
    layer: z.string(),
    font_size: z.number(),
    anchor_position: z.object({ x: z.number(), y: z.number() }),
    anchor_alignment: z.string().optional(),
    ccw_rotation: z.number().optional(),
  }),
  z.object({
    type: z.literal("pcb_board"),
    center: z.object({ x: z.number(), y: z.number() }),
    width: z.number().optional(),
    height: z.number().optional(),
    outline: z.array(z.object({ x: z.number(), y: z.number() })).optional(),
  }),
  z.object({
    type: z.literal("pcb_cutout"),
    points: z.array(z.object({ x: z.number(), y: z.number() })).optional(),
  }),
  z.object({ type: z.literal("pcb_hole"), x: z.number(), y: z.number(), ...holeSize }),
  z.object({ type: z.literal("pcb_via"), x: z.number(), y: z.number(), ...holeSize }),
])

type Element = z.infer<typeof element>
const kinds = new Set(element.options.map((option) => option.shape.type.value as string))

/** A `circuit.json`'s elements. Throws `ReadError` if it is none. */
export function readElements(text: string, file: string): { readonly type: string }[] {
  const all = readJson(text, file)
  if (!Array.isArray(all) || !all.every(hasType)) throw new ReadError(file, undefined, "not a circuit JSON")
  return all
}

/** Pads, pins and nets of a `circuit.json`. Throws `ReadError` if it is none. */
export const netlistOfCircuitJson = (text: string, file: string): ExpectedNetlist =>
  netlistOfElements(readElements(text, file), file)

export function netlistOfElements(all: readonly { readonly type: string }[], file: string): ExpectedNetlist {
  const elements: Element[] = []
  for (const candidate of all) {
    if (!kinds.has(candidate.type)) continue
    const parsed = element.safeParse(candidate)
    if (!parsed.success)
      throw new ReadError(
        file,
        undefined,
        `a ${candidate.type} lacks ${parsed.error.issues[0]?.path.join(".")}`,
      )
    elements.push(parsed.data)
  }
  return { ...buildNetlist(elements, file), parts: partFacts(all) }
}

/** What the layers are to show. Throws `ReadError` where an element cannot be drawn. */
export function intentOfElements(all: readonly { readonly type: string }[], file: string): Intent {
  try {
    // Checked to be a list of elements; the project's own view of a circuit's copper takes it from there.
    return intentOf(all as unknown as AnyCircuitElement[])
  } catch (error) {
    const reason =
      error instanceof Error && error.name === "UserError" ? error.message : "an element cannot be understood"
    throw new ReadError(file, undefined, reason)
  }
}

const hasType = (value: unknown): value is { type: string } =>
  typeof value === "object" && value !== null && "type" in value && typeof value.type === "string"

function buildNetlist(elements: readonly Element[], file: string): ExpectedNetlist {
  const of = <T extends Element["type"]>(type: T): Extract<Element, { type: T }>[] =>
    elements.filter((e): e is Extract<Element, { type: T }> => e.type === type)
  const components = new Map(of("source_component").map((c) => [c.source_component_id, c.name]))
  const names = new Map<string, string[]>()
  for (const { name, subcircuit_connectivity_map_key: key } of of("source_net"))
    if (key !== undefined) names.set(key, [...(names.get(key) ?? []), name].sort())
  const ports = new Map(of("source_port").map((port) => [port.source_port_id, port]))
  // Ports that are one inside their part (a thermal pad in squares) share the pin and net of the lowest numbered.
  const head = new Map<string, string>()
  for (const { source_port_ids: ids } of of("source_component_internal_connection")) {
    const sorted = [...ids].sort((a, b) => pinOrder(ports.get(a)) - pinOrder(ports.get(b)))
    for (const id of ids) head.set(id, sorted[0] ?? id)
  }
  const portOfPad = new Map(of("pcb_port").map((port) => [port.pcb_port_id, port.source_port_id]))

  const pad = (
    pcbPortId: string | undefined,
    x: number,
    y: number,
    side: ExpectedPad["side"],
  ): ExpectedPad[] => {
    const sourceId = pcbPortId === undefined ? undefined : portOfPad.get(pcbPortId)
    const port = sourceId === undefined ? undefined : ports.get(head.get(sourceId) ?? sourceId)
    if (port === undefined) return []
    const key = port.subcircuit_connectivity_map_key
    const designator = components.get(port.source_component_id ?? "") ?? "?"
    const pin = port.pin_number === undefined ? port.name : String(port.pin_number)
    // A connection without a named net (pin to pin) is known by its first pin.
    const net = key === undefined ? undefined : (names.get(key)?.[0] ?? key)
    return [{ designator, pin, net, x, y, side }]
  }

  const pads = [
    ...of("pcb_smtpad").flatMap((smt) => {
      const at =
        smt.x !== undefined && smt.y !== undefined ? { x: smt.x, y: smt.y } : innerPoint(smt.points ?? [])
      return pad(smt.pcb_port_id, at.x, at.y, smt.layer === "bottom" ? "bottom" : "top")
    }),
    // Where it is drilled there is copper all round, wherever the pad's middle is.
    ...of("pcb_plated_hole").flatMap((hole) => {
      const { x, y } = drilled(hole, true)
      return pad(hole.pcb_port_id, x, y, "both")
    }),
  ]
  if (pads.length === 0) throw new ReadError(file, undefined, "no pads in the circuit JSON")
  const holes = [
    ...of("pcb_plated_hole").map((hole) => ({
      ...drilled(hole, true),
      ...(hole.is_castellated === true ? { castellated: true } : {}),
    })),
    ...of("pcb_via").map((hole) => drilled(hole, true)),
    ...of("pcb_hole").map((hole) => drilled(hole, false)),
  ]
  const texts = of("pcb_silkscreen_text").map((text) => ({
    ...text.anchor_position,
    text: text.text,
    side: text.layer === "bottom" ? ("bottom" as const) : ("top" as const),
    fontSizeMm: text.font_size,
    rotationDeg: text.ccw_rotation ?? 0,
    centred: (text.anchor_alignment ?? "center") === "center",
  }))
  const outline = of("pcb_board").map(cornersOf)[0]
  return {
    source: file,
    pads,
    merged: [...names.values()].filter((list) => list.length > 1),
    holes,
    texts,
    ...(outline === undefined ? {} : { outline }),
    cutouts: of("pcb_cutout").flatMap(({ points }) => (points === undefined ? [] : [points])),
  }
}

/** A board without an outline of its own is a rectangle. */
function cornersOf({
  center,
  width = 0,
  height = 0,
  outline,
}: Extract<Element, { type: "pcb_board" }>): { x: number; y: number }[] {
  if (outline !== undefined) return outline
  const [left, right] = [center.x - width / 2, center.x + width / 2]
  const [low, high] = [center.y - height / 2, center.y + height / 2]
  return [
    { x: left, y: low },
    { x: right, y: low },
    { x: right, y: high },
    { x: left, y: high },
  ]
}

function drilled(
  hole: Extract<Element, { type: "pcb_plated_hole" | "pcb_via" | "pcb_hole" }>,
  plated: boolean,
): ExpectedHole {
  const diameter = hole.hole_diameter ?? Math.min(hole.hole_width ?? 0, hole.hole_height ?? 0)
  return { x: hole.x + (hole.hole_offset_x ?? 0), y: hole.y + (hole.hole_offset_y ?? 0), diameter, plated }
}

function pinOrder(port: { pin_number?: number | undefined } | undefined): number {
  return port?.pin_number ?? Number.POSITIVE_INFINITY
}
