import { type Circuit, type ElementOf, elementsOf } from "../circuit/elements"
import { padCopper } from "../circuit/pad-copper"
import { stackIn } from "../circuit/stack"
import type { Point } from "../geometry/point"
import { disc, edgesOf, pill, polygonShape, rectangle, type Shape } from "../geometry/shape"
import { isSide } from "../model/layer"
import type { Side } from "../model/place"

/** Something on one side that ink keeps off. mm, board centre = origin, seen from the top. */
export interface Place {
  readonly side: Side
  readonly shape: Shape
  readonly what: string
}

const sides = ["top", "bottom"] as const

/** tscircuit's id of a part on the board -> its designator. */
export type PartOf = (pcbComponentId: string | undefined) => string | undefined

/** Where the mask is open: pads, holes and vias that are not tented. */
export function openingsOf(circuit: Circuit, partOf: PartOf, marginMm: number): Place[] {
  const board = elementsOf(circuit, "pcb_board")[0]
  const stack = stackIn(circuit)
  return circuit.flatMap((element): Place[] => {
    switch (element.type) {
      case "pcb_smtpad":
      case "pcb_plated_hole": {
        if (element.is_covered_with_solder_mask === true) return []
        const { layers, shape } = padCopper(element, stack)
        const opening = grown(shape, element.soldermask_margin ?? marginMm)
        const what = partOf(element.pcb_component_id) ?? "a pad"
        return layers.filter(isSide).map((side) => ({ side, shape: opening, what }))
      }
      case "pcb_hole": {
        const shape = grown(holeShape(element), element.soldermask_margin ?? marginMm)
        return sides.map((side) => ({ side, shape, what: "a hole" }))
      }
      case "pcb_via":
        return sides
          .filter((side) => !isTented(element, side, board))
          .map((side) => ({ side, shape: disc(element, element.outer_diameter), what: "an open via" }))
      default:
        return []
    }
  })
}

/** Holes of vias that mask covers: ink may lie there, but the mask dips. */
export const tentedVias = (circuit: Circuit): Shape[] =>
  elementsOf(circuit, "pcb_via").map((via) => disc(via, via.hole_diameter))

/** The board's outline and its cutouts, closed. */
export function outlinesOf(circuit: Circuit): (readonly Point[])[] {
  const board = elementsOf(circuit, "pcb_board")[0]
  if (board === undefined) return []
  const { outline, center, width = 0, height = 0 } = board
  const edge = outline?.map(({ x, y }) => ({ x, y })) ?? rectangle(center, width, height).core
  const cutouts = elementsOf(circuit, "pcb_cutout").flatMap((cutout): (readonly Point[])[] => {
    switch (cutout.shape) {
      case "rect":
        return [rectangle(cutout.center, cutout.width, cutout.height, Number(cutout.rotation ?? 0)).core]
      case "circle":
        return [rectangle(cutout.center, 2 * cutout.radius, 2 * cutout.radius).core]
      case "polygon":
        return [cutout.points]
      case "path":
        return edgesOf(cutout.route)
          .slice(0, -1)
          .map(([a, b]) => slot(a, b, cutout.slot_width))
      default:
        return []
    }
  })
  return [edge, ...cutouts]
}

function slot(a: Point, b: Point, width: number): readonly Point[] {
  const angle = (Math.atan2(b.y - a.y, b.x - a.x) * 180) / Math.PI
  const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }
  return rectangle(middle, Math.hypot(b.x - a.x, b.y - a.y) + width, width, angle).core
}

const grown = (shape: Shape, by: number): Shape => ({ core: shape.core, radius: shape.radius + by })

type Hole = ElementOf<"pcb_hole">

function holeShape(hole: Hole): Shape {
  switch (hole.hole_shape) {
    case "circle":
      return disc(hole, hole.hole_diameter)
    case "square":
      return rectangle(hole, hole.hole_diameter, hole.hole_diameter)
    case "rect":
      return polygonShape(rectangle(hole, hole.hole_width, hole.hole_height).core)
    default:
      return pill(
        hole,
        hole.hole_width,
        hole.hole_height,
        "ccw_rotation" in hole ? Number(hole.ccw_rotation) : 0,
      )
  }
}

/** As the converter to Gerbers decides it: the via's own word, then the board's; tented where nothing is said. */
function isTented(via: ElementOf<"pcb_via">, side: Side, board: ElementOf<"pcb_board"> | undefined): boolean {
  const own = side === "top" ? via.tented_on_top : via.tented_on_bottom
  const general = side === "top" ? board?.default_via_tented_on_top : board?.default_via_tented_on_bottom
  return own ?? general ?? true
}
