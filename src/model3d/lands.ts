import type { AnyCircuitElement } from "circuit-json"
import { unplatedHole } from "../circuit/drawn-pieces"
import { padCopper } from "../circuit/pad-copper"
import { stackIn } from "../circuit/stack"
import { distance } from "../geometry/point"
import type { Shape } from "../geometry/shape"
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
  const stack = stackIn(circuitJson)
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
      const { core = [], radius = 0 } = padCopper(element, stack).hole ?? {}
      const [from = named, to = from] = core
      return [
        {
          ...{ designator, pin, x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 },
          halfWidth: distance(from, to) / 2 + radius,
          halfHeight: radius,
          rotationDeg: (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI,
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

/** Component holes and mounting holes as they are drilled or milled, mm; vias are tented and stay out. */
export function readDrills(circuitJson: readonly AnyCircuitElement[]): Shape[] {
  const stack = stackIn(circuitJson)
  const middle = ({ core: [first, last = first] }: Shape) => ({
    x: ((first?.x ?? 0) + (last?.x ?? 0)) / 2,
    y: ((first?.y ?? 0) + (last?.y ?? 0)) / 2,
  })
  return circuitJson
    .flatMap((element): Shape[] => {
      if (element.type === "pcb_hole") return [unplatedHole(element)]
      const hole = element.type === "pcb_plated_hole" ? padCopper(element, stack).hole : undefined
      return hole === undefined ? [] : [hole]
    })
    .map((hole) => ({ hole, at: middle(hole) }))
    .sort((a, b) => a.at.x - b.at.x || a.at.y - b.at.y)
    .map(({ hole }) => hole)
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
