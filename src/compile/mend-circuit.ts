import type { AnyCircuitElement } from "circuit-json"
import { Clipper, EndType, inflatePathsD, JoinType } from "clipper2-ts"
import type { Circuit, ElementOf } from "../circuit/elements"
import { elementsOf } from "../circuit/elements"
import { type Castellated, holeOf, polygonPasteInsetMm } from "../circuit/pad-copper"
import { distance, type Point, turn } from "../geometry/point"
import { ringOf } from "../geometry/shape"
import type { Drawn, DrawnPad, DrawnPaste, DrawnShape, DrawnText } from "../model/drawn"

/**
 * Where tscircuit's circuit JSON is not what its source says (core 0.0.2261):
 * - pads round holes of parts on the bottom are turned the other way, and polygons round holes are not mirrored;
 * - a hole's offset from its pad's middle stays as it is in the footprint while the pad turns;
 * - texts have their own turn instead of that of the part or group they are in, and on the bottom the other way;
 * - a filled silkscreen circle is a ring;
 * - pads round holes have solder paste, over the hole, and paste drawn by itself is not told from it;
 * - a surface pad's rounded corners have two names, of which the Gerber writer knows one; those of a footprint by its
 *   name are lost where the part is turned;
 * - cut-outs of turned parts and groups keep their own turn, and its pours keep off them as if they were not turned: they
 *   are left out of what tscircuit renders, and put in here;
 * - the paste of a polygon pad is the pad shrunk towards one point, which of a concave pad reaches beside it.
 *
 * After it, angles count counter-clockwise as seen from the top, and offsets are in the board's frame.
 * Each can go when tscircuit has it right: `tests/shapes/mended.test.tsx` says when.
 */
export function mendCircuit(circuit: Circuit, drawn: readonly Drawn[]): AnyCircuitElement[] {
  const onBottom = new Set(
    elementsOf(circuit, "pcb_component").flatMap((part) =>
      part.layer === "bottom" ? [part.pcb_component_id] : [],
    ),
  )
  const owners = new Map(
    elementsOf(circuit, "source_component").flatMap(({ name, source_component_id: id }) => {
      const part = elementsOf(circuit, "pcb_component").find((one) => one.source_component_id === id)
      return part === undefined ? [] : [[name, part.pcb_component_id] as const]
    }),
  )
  const ownerOf = (part: string | undefined) => owners.get(part ?? "")
  const turnOfText = textTurns(drawn)
  const filled = drawn.filter((one) => one.kind === "ink" && one.form.kind === "area")
  const rounded = drawn.filter(
    (one): one is DrawnPad =>
      one.kind === "pad" && one.hole === undefined && one.shape.core.length === 4 && one.shape.radius > 0,
  )
  const halves = drawn.filter((one): one is DrawnPad => one.kind === "pad" && one.castellated === true)
  const polygons = new Map(
    elementsOf(circuit, "pcb_smtpad").flatMap((pad) =>
      pad.shape === "polygon" ? [[pad.pcb_smtpad_id, pad.points] as const] : [],
    ),
  )
  const mended = circuit.flatMap((element): AnyCircuitElement[] => {
    switch (element.type) {
      case "pcb_cutout":
        return []
      case "pcb_plated_hole":
        return [halved(platedHole(element, onBottom.has(element.pcb_component_id ?? "")), halves)]
      case "pcb_smtpad":
        return [roundedPad(element, rounded)]
      case "pcb_solder_paste": {
        if (element.pcb_smtpad_id === undefined) return []
        const points = polygons.get(element.pcb_smtpad_id)
        return points === undefined ? [element] : polygonPaste(element, points)
      }
      case "pcb_silkscreen_text":
        return [turnOfText(element)]
      case "pcb_silkscreen_circle":
        return [
          filled.some((one) => isFilled(one, element))
            ? { ...element, radius: element.radius / 2, stroke_width: element.radius }
            : element,
        ]
      default:
        return [element]
    }
  })
  const windows = drawn.filter((one) => one.kind === "paste")
  const cutouts = drawn.filter((one) => one.kind === "cutout")
  return [
    ...mended,
    ...windows.map((one, index) => pasteWindow(one, index, ownerOf(one.part))),
    ...cutouts.map(({ part, shape }, index) => cutout(shape.core, index, ownerOf(part))),
  ]
}

function pasteWindow({ side, shape }: DrawnPaste, index: number, owner = ""): AnyCircuitElement {
  const common = {
    type: "pcb_solder_paste",
    pcb_solder_paste_id: `pcb_solder_paste_window_${index}`,
    pcb_component_id: owner,
    layer: side,
  } as const
  const [centre = { x: 0, y: 0 }] = shape.core
  return shape.core.length === 1
    ? { ...common, shape: "circle", x: centre.x, y: centre.y, radius: shape.radius }
    : { ...common, shape: "polygon", points: ringOf(shape) }
}

function cutout(
  ring: readonly Point[],
  index: number,
  owner: string | undefined,
): ElementOf<"pcb_cutout"> & { readonly pcb_component_id?: string } {
  return {
    type: "pcb_cutout",
    pcb_cutout_id: `pcb_cutout_${index}`,
    // A part may stand over its own opening.
    ...(owner === undefined ? {} : { pcb_component_id: owner }),
    shape: "polygon",
    points: ring.map(({ x, y }) => ({ x, y })),
  }
}

function roundedPad(pad: ElementOf<"pcb_smtpad">, rounded: readonly DrawnPad[]): ElementOf<"pcb_smtpad"> {
  if ((pad.shape !== "rect" && pad.shape !== "rotated_rect") || pad.corner_radius !== undefined) return pad
  const radius =
    pad.rect_border_radius ??
    rounded.find(({ sides, shape }) => sides.some((side) => side === pad.layer) && isAbout(shape, pad))?.shape
      .radius
  return radius === undefined ? pad : { ...pad, corner_radius: radius }
}

const isAbout = ({ core }: DrawnShape, middle: { x: number; y: number }): boolean => {
  const [a, , c] = core
  return (
    a !== undefined && c !== undefined && distance({ x: (a.x + c.x) / 2, y: (a.y + c.y) / 2 }, middle) < 1e-3
  )
}

/** The pad itself, inset all round; a neck too narrow for that has no paste. */
function polygonPaste(
  paste: ElementOf<"pcb_solder_paste">,
  points: readonly { x: number; y: number }[],
): AnyCircuitElement[] {
  const path = points.map(({ x, y }) => ({ x, y }))
  const pad = Clipper.areaD(path) < 0 ? path.reverse() : path
  const inset = inflatePathsD([pad], -polygonPasteInsetMm, JoinType.Miter, EndType.Polygon, 2, 6)
  return inset.map((ring, index) => ({
    type: "pcb_solder_paste",
    pcb_solder_paste_id: `${paste.pcb_solder_paste_id}${index === 0 ? "" : `_${index}`}`,
    ...(paste.pcb_component_id === undefined ? {} : { pcb_component_id: paste.pcb_component_id }),
    ...(paste.pcb_smtpad_id === undefined ? {} : { pcb_smtpad_id: paste.pcb_smtpad_id }),
    layer: paste.layer,
    shape: "polygon",
    points: ring.map(({ x, y }) => ({ x, y })),
  }))
}

type Plated = ElementOf<"pcb_plated_hole">

const full = (deg: number): number => ((deg % 360) + 360) % 360

function platedHole(hole: Plated, bottom: boolean): Plated {
  const right = (deg: number | undefined): number => full(bottom ? 180 - (deg ?? 0) : (deg ?? 0))
  const turnDeg =
    "rect_ccw_rotation" in hole ? hole.rect_ccw_rotation : "ccw_rotation" in hole ? hole.ccw_rotation : 0
  const turned = right(turnDeg)
  const offset = (x: number | undefined, y: number | undefined) => {
    const { x: dx, y: dy } = turn({ x: bottom ? -(x ?? 0) : (x ?? 0), y: y ?? 0 }, turned)
    return { hole_offset_x: dx + 0, hole_offset_y: dy + 0 }
  }
  switch (hole.shape) {
    case "circular_hole_with_rect_pad":
      return { ...hole, rect_ccw_rotation: turned, ...offset(hole.hole_offset_x, hole.hole_offset_y) }
    case "pill_hole_with_rect_pad":
      return { ...hole, ...offset(hole.hole_offset_x, hole.hole_offset_y) }
    case "rotated_pill_hole_with_rect_pad":
      return {
        ...hole,
        rect_ccw_rotation: turned,
        hole_ccw_rotation: right(hole.hole_ccw_rotation),
        ...offset(hole.hole_offset_x, hole.hole_offset_y),
      }
    case "hole_with_polygon_pad": {
      const pad_outline = bottom ? hole.pad_outline.map(({ x, y }) => ({ x: -x, y })) : hole.pad_outline
      return { ...hole, pad_outline, ccw_rotation: turned, ...offset(hole.hole_offset_x, hole.hole_offset_y) }
    }
    case "pill":
    case "oval":
      return { ...hole, ccw_rotation: turned }
    default:
      return hole
  }
}

/** Says of a hole that it is one that the board's edge cuts. */
const halved = (hole: Plated, halves: readonly DrawnPad[]): Plated & Castellated =>
  halves.some((half) => distance(half.hole?.core[0] ?? hole, holeOf(hole).core[0] ?? hole) < 1e-3)
    ? { ...hole, is_castellated: true }
    : hole

type Text = ElementOf<"pcb_silkscreen_text">

/** Gives each text the turn that its source says; texts that no source draws are left as they are. */
function textTurns(drawn: readonly Drawn[]): (text: Text) => Text {
  const left = new Set(drawn.filter((one): one is DrawnText => one.kind === "text"))
  return (text) => {
    for (const one of left)
      if (
        one.text === text.text &&
        one.side === text.layer &&
        distance(one.at, text.anchor_position) < 1e-3
      ) {
        left.delete(one)
        const turned = full((text.ccw_rotation ?? 0) - one.rotationDeg)
        return Math.min(turned, 360 - turned) < 1e-6 ? text : { ...text, ccw_rotation: full(one.rotationDeg) }
      }
    return text
  }
}

function isFilled(one: Drawn, { center, radius, layer }: ElementOf<"pcb_silkscreen_circle">): boolean {
  if (one.kind !== "ink" || one.side !== layer || one.form.kind !== "area") return false
  const { core, radius: own } = one.form.shape
  const [middle] = core
  return (
    core.length === 1 &&
    middle !== undefined &&
    distance(middle, center) < 1e-3 &&
    Math.abs(own - radius) < 1e-6
  )
}
