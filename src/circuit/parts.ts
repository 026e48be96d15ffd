import type { Point } from "../geometry/point"
import { turn } from "../geometry/point"
import type { Side } from "../model/place"
import { naturalOrder } from "../natural-order"
import { type Circuit, type ElementOf, elementsOf, originOf } from "./elements"
import { groupBy } from "./group-by"

export type PartKind = "resistor" | "capacitor" | "diode" | "chip" | "connector" | "other"

/** One part of the circuit as compiled. */
export interface Part {
  readonly designator: string
  readonly kind: PartKind
  /** What the circuit says its value is. */
  readonly ohms?: number
  readonly farads?: number
  /** Absent where the part is in the circuit but not on the board. mm, degrees CCW seen from the top. */
  readonly placed?: PlacedPart
}

export interface PlacedPart extends Point {
  readonly rotationDeg: number
  readonly side: Side
  readonly fitted: boolean
  /** Corners; a part may have several. Empty where its footprint states none. */
  readonly courtyards: readonly (readonly Point[])[]
}

/** Every part, natural order of designators; a designator used twice comes twice. */
export function partsOf(circuit: Circuit): Part[] {
  const placed = new Map(elementsOf(circuit, "pcb_component").map((part) => [part.source_component_id, part]))
  const courtyards = courtyardsOf(circuit)
  return elementsOf(circuit, "source_component")
    .map((source): Part => {
      const onBoard = placed.get(source.source_component_id)
      return {
        designator: source.name,
        ...kindAndValue(source),
        ...(onBoard === undefined
          ? {}
          : {
              placed: {
                ...originOf(onBoard),
                rotationDeg: onBoard.rotation,
                side: onBoard.layer === "bottom" ? "bottom" : "top",
                fitted: onBoard.do_not_place !== true,
                courtyards: courtyards.get(onBoard.pcb_component_id) ?? [],
              },
            }),
      }
    })
    .sort((a, b) => naturalOrder(a.designator, b.designator))
}

function kindAndValue(source: ElementOf<"source_component">): Pick<Part, "kind" | "ohms" | "farads"> {
  switch (source.ftype) {
    case "simple_resistor":
      return { kind: "resistor", ohms: source.resistance }
    case "simple_capacitor":
      return { kind: "capacitor", farads: source.capacitance }
    case "simple_diode":
      return { kind: "diode" }
    case "simple_chip":
      return { kind: "chip" }
    case "simple_connector":
    case "simple_pin_header":
      return { kind: "connector" }
    default:
      return { kind: "other" }
  }
}

/** tscircuit's id of a part -> its courtyards. */
function courtyardsOf(circuit: Circuit): Map<string, Point[][]> {
  const outlines = elementsOf(circuit, "pcb_courtyard_outline").map(
    ({ pcb_component_id: id, outline }) => [id, outline.map(({ x, y }) => ({ x, y }))] as const,
  )
  const rectangles = elementsOf(circuit, "pcb_courtyard_rect").map(
    ({ pcb_component_id: id, center, width, height, ccw_rotation: rotationDeg }) => {
      const corners = [
        { x: -width / 2, y: -height / 2 },
        { x: width / 2, y: -height / 2 },
        { x: width / 2, y: height / 2 },
        { x: -width / 2, y: height / 2 },
      ].map((corner) => {
        const turned = turn(corner, rotationDeg ?? 0)
        return { x: center.x + turned.x, y: center.y + turned.y }
      })
      return [id, corners] as const
    },
  )
  const found = groupBy([...outlines, ...rectangles], ([id]) => id)
  return new Map([...found].map(([id, yards]) => [id, yards.map(([, yard]) => yard)]))
}
