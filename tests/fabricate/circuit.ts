import type { AnyCircuitElement } from "circuit-json"

/** Small circuit JSON for the tests: only the fields that fabrication reads. mm, board centre = origin, y up. */

type Fields = Record<string, unknown>

let serial = 0

function element(type: string, fields: Fields): AnyCircuitElement {
  serial += 1
  return { type, [`${type}_id`]: `${type}_${serial}`, ...fields } as unknown as AnyCircuitElement
}

export const outline = [
  { x: -20, y: -15 },
  { x: 20, y: -15 },
  { x: 20, y: 15 },
  { x: -20, y: 15 },
]

export const board = (fields: Fields = {}) =>
  element("pcb_board", { center: { x: 0, y: 0 }, width: 40, height: 30, num_layers: 2, outline, ...fields })

export const rectPad = (x: number, y: number, width: number, height: number, fields: Fields = {}) =>
  element("pcb_smtpad", { shape: "rect", layer: "top", x, y, width, height, ...fields })

export const pillPad = (x: number, y: number, width: number, height: number, fields: Fields = {}) =>
  element("pcb_smtpad", {
    shape: "pill",
    layer: "top",
    x,
    y,
    width,
    height,
    radius: Math.min(width, height) / 2,
    ...fields,
  })

export const paste = (shape: string, x: number, y: number, fields: Fields = {}) =>
  element("pcb_solder_paste", { shape, layer: "top", x, y, ...fields })

export const roundHole = (x: number, y: number, diameter: number) =>
  element("pcb_hole", { hole_shape: "circle", hole_diameter: diameter, x, y })

export const slotHole = (x: number, y: number, width: number, height: number) =>
  element("pcb_hole", { hole_shape: "pill", hole_width: width, hole_height: height, x, y })

export const platedHole = (x: number, y: number, drill: number, outer: number, fields: Fields = {}) =>
  element("pcb_plated_hole", {
    shape: "circle",
    hole_diameter: drill,
    outer_diameter: outer,
    x,
    y,
    layers: ["top", "bottom"],
    ...fields,
  })

export const via = (x: number, y: number, fields: Fields = {}) =>
  element("pcb_via", { x, y, hole_diameter: 0.3, outer_diameter: 0.6, layers: ["top", "bottom"], ...fields })

export const track = (points: [number, number][], width = 0.25, layer = "top") =>
  element("pcb_trace", { route: points.map(([x, y]) => ({ route_type: "wire", x, y, width, layer })) })

export const legendLine = (x1: number, y1: number, x2: number, y2: number, width = 0.15, layer = "top") =>
  element("pcb_silkscreen_path", {
    layer,
    stroke_width: width,
    route: [
      { x: x1, y: y1 },
      { x: x2, y: y2 },
    ],
  })

export const legendText = (text: string, x: number, y: number, fields: Fields = {}) =>
  element("pcb_silkscreen_text", {
    text,
    layer: "top",
    font: "tscircuit2024",
    font_size: 2,
    anchor_position: { x, y },
    anchor_alignment: "center",
    ccw_rotation: 0,
    ...fields,
  })

type Vertex = [number, number]

export const pour = (outer: Vertex[], holes: Vertex[][] = [], layer = "bottom") =>
  element("pcb_copper_pour", {
    shape: "brep",
    layer,
    covered_with_solder_mask: true,
    brep_shape: {
      outer_ring: { vertices: outer.map(([x, y]) => ({ x, y })) },
      inner_rings: holes.map((hole) => ({ vertices: hole.map(([x, y]) => ({ x, y })) })),
    },
  })

export const square = (x: number, y: number, half: number): Vertex[] => [
  [x - half, y - half],
  [x - half, y + half],
  [x + half, y + half],
  [x + half, y - half],
]

/** A part with pads: source and PCB component. */
export function part(
  designator: string,
  at: { x: number; y: number; rotation?: number; layer?: "top" | "bottom" },
  pads: readonly { x: number; y: number; width: number; height: number }[],
): AnyCircuitElement[] {
  const layer = at.layer ?? "top"
  const pcb_component_id = `pcb_${designator}`
  return [
    element("source_component", { source_component_id: `source_${designator}`, name: designator }),
    element("pcb_component", {
      pcb_component_id,
      source_component_id: `source_${designator}`,
      center: at,
      rotation: at.rotation ?? 0,
      layer,
    }),
    ...pads.map((pad) => rectPad(pad.x, pad.y, pad.width, pad.height, { pcb_component_id, layer })),
  ]
}

/** One of everything, on a board of 40 x 30 mm. */
export const tortureBoard = (): AnyCircuitElement[] => [
  board(),
  pour(square(0, 0, 14), [square(8, 8, 3)], "bottom"),
  pour(square(8, 8, 1), [], "bottom"),
  rectPad(-12, 8, 1, 2),
  paste("rect", -12, 8, { width: 1, height: 2 }),
  rectPad(-10, 8, 1, 2, { corner_radius: 0.25 }),
  pillPad(-7, 8, 2, 1),
  paste("pill", -7, 8, { width: 1.4, height: 0.7 }),
  rectPad(-4, 8, 1.5, 0.8, { shape: "rotated_rect", ccw_rotation: 30 }),
  paste("rotated_rect", -4, 8, { width: 1.5, height: 0.8, ccw_rotation: 30 }),
  platedHole(0, 5, 1, 1.7),
  platedHole(3, 5, 1, 1.7, {
    shape: "circular_hole_with_rect_pad",
    rect_pad_width: 1.7,
    rect_pad_height: 1.7,
    outer_diameter: undefined,
  }),
  via(5, -5),
  track([
    [-12, 8],
    [-12, -5],
    [5, -5],
  ]),
  roundHole(-17, -12, 3.2),
  legendLine(-15, 8, 0, 8),
  legendText("Ab1", 10, -10),
  legendText("Back", -8, -10, { layer: "bottom" }),
]
