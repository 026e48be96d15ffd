import type { Circuit, ElementOf } from "../circuit/elements"
import { type Point, turn } from "../geometry/point"
import { capsule, disc, edgesOf, pill, polygonShape, rectangle, type Shape } from "../geometry/shape"
import type { Side } from "../model/place"
import { silkFont, silkLineMm, textReach } from "./font"
import type { PartOf, Place } from "./openings"

/** What is printed already. */
export interface Printed extends Place {
  readonly isText?: true
}

/** The circuit's silkscreen, lines as wide as the fab draws them; texts as the boxes that their ink lies in. */
export function printedOn(circuit: Circuit, partOf: PartOf): Printed[] {
  return circuit.flatMap((element): Printed[] => {
    if (element.type === "pcb_silkscreen_text") {
      const what = `the text "${element.text}"`
      return [{ side: sideOf(element), shape: textShape(element), what, isText: true }]
    }
    const shapes = lineShapes(element)
    if (shapes.length === 0 || !("layer" in element)) return []
    const part = "pcb_component_id" in element ? partOf(element.pcb_component_id) : undefined
    const what = part ?? "a line of the legend"
    return shapes.map((shape) => ({ side: sideOf(element), shape, what }))
  })
}

const sideOf = ({ layer }: { readonly layer?: unknown }): Side => (layer === "bottom" ? "bottom" : "top")

/** However it is anchored and turned. */
export function textShape(text: ElementOf<"pcb_silkscreen_text">): Shape {
  const capitalMm = text.font_size * silkFont.capitalOfSize
  const { left, right, below, above } = textReach({ text: text.text, side: "top", turnDeg: 0, capitalMm })
  const anchor = text.anchor_alignment ?? "center"
  const half = ([...text.text].length * silkFont.pitchOfCapital * capitalMm) / 2
  const dx = anchor.includes("left") ? half : anchor.includes("right") ? -half : 0
  const dy = (anchor.includes("top") ? -capitalMm : anchor.includes("bottom") ? capitalMm : 0) / 2
  const mirror = (text.is_mirrored ?? text.layer === "bottom") ? -1 : 1
  const { x, y } = text.anchor_position
  const corners = [
    { x: dx - left, y: dy - below },
    { x: dx + right, y: dy - below },
    { x: dx + right, y: dy + above },
    { x: dx - left, y: dy + above },
  ].map((corner) => {
    const turned = turn({ x: corner.x * mirror, y: corner.y }, text.ccw_rotation ?? 0)
    return { x: x + turned.x, y: y + turned.y }
  })
  // Large letters are drawn with a broader pen than the reach reckons with.
  return { core: corners, radius: Math.max(0, text.font_size * 0.09 - silkLineMm) / 2 }
}

function lineShapes(element: Circuit[number]): Shape[] {
  switch (element.type) {
    case "pcb_silkscreen_line":
      return [
        capsule(
          { x: element.x1, y: element.y1 },
          { x: element.x2, y: element.y2 },
          pen(element.stroke_width),
        ),
      ]
    case "pcb_silkscreen_path": {
      const { route, stroke_width } = element
      return route.slice(1).map((point, index) => capsule(route[index] ?? point, point, pen(stroke_width)))
    }
    case "pcb_silkscreen_circle": {
      const { center, radius, stroke_width, is_filled } = element
      const width = pen(stroke_width)
      if (is_filled === true || radius <= width) return [disc(center, 2 * radius + width)]
      return ring(
        Array.from({ length: 32 }, (_, index) => {
          const p = turn({ x: radius, y: 0 }, (360 / 32) * index)
          return { x: center.x + p.x, y: center.y + p.y }
        }),
        width,
      )
    }
    case "pcb_silkscreen_rect": {
      const { center, width, height, ccw_rotation = 0, stroke_width, is_filled } = element
      const shape = rectangle(center, width, height, ccw_rotation)
      const line = pen(stroke_width)
      return is_filled === true ? [{ ...shape, radius: line / 2 }] : ring(shape.core, line)
    }
    case "pcb_silkscreen_pill":
      return [pill(element.center, element.width, element.height, element.ccw_rotation ?? 0)]
    case "pcb_silkscreen_oval": {
      const { center, radius_x, radius_y, ccw_rotation = 0 } = element
      return [rectangle(center, 2 * radius_x + silkLineMm, 2 * radius_y + silkLineMm, ccw_rotation)]
    }
    case "pcb_silkscreen_graphic":
      return [polygonShape(element.brep_shape.outer_ring.vertices.map(({ x, y }) => ({ x, y })))]
    default:
      return []
  }
}

/** Thinner lines are drawn with the thinnest that the fab prints. */
const pen = (mm: number | undefined): number => Math.max(silkLineMm, mm ?? 0)

const ring = (corners: readonly Point[], width: number): Shape[] =>
  edgesOf(corners).map(([a, b]) => capsule(a, b, width))
