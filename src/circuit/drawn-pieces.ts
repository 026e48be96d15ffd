import { disc, pill, rectangle, type Shape } from "../geometry/shape"
import type { Drawn, DrawnInk } from "../model/drawn"
import { isSide } from "../model/layer"
import type { Point, Side } from "../model/place"
import { type Circuit, type ElementOf, elementsOf } from "./elements"
import { padCopper } from "./pad-copper"
import { stackIn } from "./stack"

/** A piece of the compiled circuit in the words of a source, and the part it belongs to. */
export interface CompiledPiece {
  readonly piece: Drawn
  readonly part: string | undefined
}

const side = (layer: string): Side => (layer === "bottom" ? "bottom" : "top")

/** The circuit's own copper, holes, cut-outs and ink, as a source would say them. */
export function piecesOf(circuit: Circuit): CompiledPiece[] {
  const stack = stackIn(circuit)
  const names = new Map(
    elementsOf(circuit, "source_component").map((one) => [one.source_component_id, one.name]),
  )
  const owners = new Map(
    elementsOf(circuit, "pcb_component").map((one) => [
      one.pcb_component_id,
      names.get(one.source_component_id ?? ""),
    ]),
  )
  const numbers = new Map(
    elementsOf(circuit, "source_port").map((port) => [port.source_port_id, port.pin_number]),
  )
  const pins = new Map(
    elementsOf(circuit, "pcb_port").flatMap(({ pcb_port_id, source_port_id }) => {
      const number = numbers.get(source_port_id)
      return number === undefined ? [] : [[pcb_port_id, String(number)] as const]
    }),
  )
  const ink = (what: string, layer: string, form: DrawnInk["form"]): Drawn => ({
    kind: "ink",
    what,
    side: side(layer),
    form,
  })
  return circuit.flatMap((one): CompiledPiece[] => {
    const part = "pcb_component_id" in one ? owners.get(one.pcb_component_id ?? "") : undefined
    const piece = ((): Drawn | undefined => {
      switch (one.type) {
        case "pcb_smtpad":
        case "pcb_plated_hole": {
          const { layers, shape, hole } = padCopper(one, stack)
          const pin = pins.get(one.pcb_port_id ?? "")
          const common = {
            mask: true,
            paste: false,
            ...(hole === undefined ? {} : { hole }),
            ...(pin === undefined ? {} : { pin }),
          }
          return { kind: "pad", what: "pad", sides: layers.filter(isSide), shape, ...common }
        }
        case "pcb_via":
          return {
            kind: "via",
            what: "via",
            at: one,
            diameterMm: one.outer_diameter,
            drillMm: one.hole_diameter,
          }
        case "pcb_hole":
          return { kind: "hole", what: "hole", shape: unplatedHole(one) }
        case "pcb_cutout":
          return { kind: "cutout", what: "cutout", shape: { core: cutoutRing(one), radius: 0 } }
        case "pcb_silkscreen_path":
          return ink("line", one.layer, { kind: "lines", points: one.route, widthMm: one.stroke_width })
        case "pcb_silkscreen_line": {
          const points = [
            { x: one.x1, y: one.y1 },
            { x: one.x2, y: one.y2 },
          ]
          return ink("line", one.layer, { kind: "lines", points, widthMm: one.stroke_width })
        }
        case "pcb_silkscreen_circle":
          // A line that covers its circle's inside is a disc.
          return ink(
            "circle",
            one.layer,
            Math.abs(one.stroke_width - 2 * one.radius) < 1e-6
              ? { kind: "area", shape: disc(one.center, 4 * one.radius) }
              : { kind: "circle", centre: one.center, radiusMm: one.radius, widthMm: one.stroke_width },
          )
        case "pcb_silkscreen_rect": {
          const { core } = rectangle(one.center, one.width, one.height, one.ccw_rotation ?? 0)
          const [first] = core
          return ink(
            "rectangle",
            one.layer,
            one.is_filled === true
              ? { kind: "area", shape: { core, radius: one.has_stroke === false ? 0 : one.stroke_width / 2 } }
              : {
                  kind: "lines",
                  points: first === undefined ? [] : [...core, first],
                  widthMm: one.stroke_width,
                },
          )
        }
        case "pcb_silkscreen_text":
          return {
            kind: "text",
            what: `text "${one.text}"`,
            side: side(one.layer),
            text: one.text,
            at: one.anchor_position,
            rotationDeg: one.ccw_rotation ?? 0,
            fontSizeMm: one.font_size,
            anchor: one.anchor_alignment ?? "center",
          }
        default:
          return undefined
      }
    })()
    return piece === undefined ? [] : [{ piece, part }]
  })
}

/** Of another form than a polygon it is not ours. */
const cutoutRing = (one: ElementOf<"pcb_cutout">): readonly Point[] =>
  one.shape === "polygon" ? one.points : []

/** The form of a hole without copper: a disc, or a pill where it is a slot. */
export function unplatedHole(hole: Extract<Circuit[number], { type: "pcb_hole" }>): Shape {
  if ("hole_diameter" in hole) return disc(hole, hole.hole_diameter)
  const turnDeg = "ccw_rotation" in hole ? hole.ccw_rotation : 0
  return pill(hole, hole.hole_width, hole.hole_height, turnDeg)
}
