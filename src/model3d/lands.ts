import type { AnyCircuitElement } from "circuit-json"
import type { Side } from "../board-definition"

/** A pad or plated hole as the circuit JSON places it: mm, board frame. */
export interface Land {
  readonly designator: string
  readonly pin: string
  readonly x: number
  readonly y: number
  /** Half the size of the copper, in the pad's own turned frame. */
  readonly halfWidth: number
  readonly halfHeight: number
  readonly rotationDeg: number
  /** `top` for plated holes too, which are on both. */
  readonly side: Side
  readonly drillMm?: number
}

/** A hole through the board, in mm. */
export interface Drill {
  readonly x: number
  readonly y: number
  readonly diameter: number
}

/** Designator and pin of every port, by its internal id. */
function portNames(
  circuitJson: readonly AnyCircuitElement[],
): Map<string, { designator: string; pin: string }> {
  const component = new Map<string, string>()
  const source = new Map<string, { designator: string; pin: string }>()
  const port = new Map<string, { designator: string; pin: string }>()
  for (const element of circuitJson) {
    if ("source_component_id" in element && "name" in element && element.type === "source_component") {
      component.set(element.source_component_id ?? "", element.name ?? "")
    }
  }
  for (const element of circuitJson) {
    if (element.type !== "source_port" || element.pin_number === undefined) continue
    const designator = component.get(element.source_component_id ?? "")
    if (designator) source.set(element.source_port_id, { designator, pin: String(element.pin_number) })
  }
  for (const element of circuitJson) {
    if (element.type !== "pcb_port") continue
    const named = source.get(element.source_port_id)
    if (named) port.set(element.pcb_port_id, named)
  }
  return port
}

/** Every pad of the board that belongs to a pin. */
export function readLands(circuitJson: readonly AnyCircuitElement[]): Land[] {
  const ports = portNames(circuitJson)
  const lands: Land[] = []
  for (const element of circuitJson) {
    if (element.type === "pcb_smtpad" && element.shape !== "polygon") {
      const named = ports.get(element.pcb_port_id ?? "")
      if (!named) continue
      const round = element.shape === "circle"
      lands.push({
        ...named,
        x: element.x,
        y: element.y,
        halfWidth: round ? element.radius : element.width / 2,
        halfHeight: round ? element.radius : element.height / 2,
        rotationDeg: "ccw_rotation" in element ? element.ccw_rotation : 0,
        side: element.layer === "bottom" ? "bottom" : "top",
      })
    } else if (element.type === "pcb_plated_hole") {
      const named = ports.get(element.pcb_port_id ?? "")
      const drillMm = drillOf(element)
      if (!named || drillMm === undefined) continue
      const half = drillMm / 2
      lands.push({
        ...named,
        x: element.x,
        y: element.y,
        halfWidth: half,
        halfHeight: half,
        rotationDeg: 0,
        side: "top",
        drillMm,
      })
    }
  }
  return lands
}

function drillOf(element: AnyCircuitElement): number | undefined {
  return "hole_diameter" in element && typeof element.hole_diameter === "number"
    ? element.hole_diameter
    : undefined
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
