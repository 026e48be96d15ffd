import type { AnyCircuitElement } from "circuit-json"
import type { Side } from "../model/place"

/** A pad or plated hole as the circuit JSON places it: mm, board frame. */
export interface Land {
  readonly designator: string
  readonly pin: string
  readonly x: number
  readonly y: number
  /** Half the size of the copper (of the drill, for plated holes), in the pad's own turned frame. */
  readonly halfWidth: number
  readonly halfHeight: number
  readonly rotationDeg: number
  /** The side of its part for plated holes, which are on both. */
  readonly side: Side
}

/** A hole through the board, in mm. */
export interface Drill {
  readonly x: number
  readonly y: number
  readonly diameter: number
}

/** Designator of every placed component, by its internal id. */
function designators(circuitJson: readonly AnyCircuitElement[]): Map<string, string> {
  const names = new Map<string, string>()
  for (const element of circuitJson) {
    if (element.type === "source_component") names.set(element.source_component_id, element.name)
  }
  const placed = new Map<string, string>()
  for (const element of circuitJson) {
    if (element.type !== "pcb_component") continue
    const name = names.get(element.source_component_id)
    if (name !== undefined) placed.set(element.pcb_component_id, name)
  }
  return placed
}

const pinOf = (hints: readonly string[] | undefined): string | undefined =>
  hints?.map((hint) => /^(?:pin)?(\d+)$/.exec(hint)?.[1]).find((pin) => pin !== undefined)

/** Every pad of the board that belongs to a pin; a polygon counts with the box round it. */
export function readLands(circuitJson: readonly AnyCircuitElement[]): Land[] {
  const names = designators(circuitJson)
  const below = new Set(
    circuitJson.flatMap((element) =>
      element.type === "pcb_component" && element.layer === "bottom" ? [element.pcb_component_id] : [],
    ),
  )
  return circuitJson.flatMap((element): Land[] => {
    if (element.type !== "pcb_smtpad" && element.type !== "pcb_plated_hole") return []
    const designator = names.get(element.pcb_component_id ?? "")
    const pin = pinOf(element.port_hints)
    if (designator === undefined || pin === undefined) return []
    const named = { designator, pin, x: "x" in element ? element.x : 0, y: "y" in element ? element.y : 0 }
    if (element.type === "pcb_plated_hole") {
      const half = (drillOf(element) ?? 0) / 2
      return [
        {
          ...named,
          halfWidth: half,
          halfHeight: half,
          rotationDeg: 0,
          side: below.has(element.pcb_component_id ?? "") ? "bottom" : "top",
        },
      ]
    }
    if (element.shape === "polygon") {
      const { x, y, halfWidth, halfHeight } = boxOf(element.points)
      const side = element.layer === "bottom" ? "bottom" : "top"
      return [{ designator, pin, x, y, halfWidth, halfHeight, rotationDeg: 0, side }]
    }
    const round = element.shape === "circle"
    return [
      {
        ...named,
        halfWidth: round ? element.radius : element.width / 2,
        halfHeight: round ? element.radius : element.height / 2,
        rotationDeg: "ccw_rotation" in element ? element.ccw_rotation : 0,
        side: element.layer === "bottom" ? "bottom" : "top",
      },
    ]
  })
}

/** Of a slot its narrow side, through which a pin must fit as well. */
function drillOf(element: AnyCircuitElement): number | undefined {
  if ("hole_diameter" in element && typeof element.hole_diameter === "number") return element.hole_diameter
  if (!("hole_width" in element && "hole_height" in element)) return undefined
  return Math.min(Number(element.hole_width), Number(element.hole_height))
}

/** Component holes and mounting holes; vias are tented and stay out. */
export function readDrills(circuitJson: readonly AnyCircuitElement[]): Drill[] {
  return circuitJson
    .flatMap((element): Drill[] => {
      if (element.type !== "pcb_plated_hole" && element.type !== "pcb_hole") return []
      const diameter = drillOf(element)
      return diameter === undefined ? [] : [{ x: element.x, y: element.y, diameter }]
    })
    .sort((a, b) => a.x - b.x || a.y - b.y)
}

function boxOf(points: readonly { readonly x: number; readonly y: number }[]) {
  const range = (values: readonly number[]) => [Math.min(...values), Math.max(...values)] as const
  const [minX, maxX] = range(points.map(({ x }) => x))
  const [minY, maxY] = range(points.map(({ y }) => y))
  return {
    x: (minX + maxX) / 2,
    y: (minY + maxY) / 2,
    halfWidth: (maxX - minX) / 2,
    halfHeight: (maxY - minY) / 2,
  }
}
