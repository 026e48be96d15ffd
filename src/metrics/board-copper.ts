import type { AnyCircuitElement } from "circuit-json"
import type { BoardDefinition } from "../board-definition"
import type { CopperLayer } from "../finding"
import type { Point } from "../geometry/point"
import { capsule, disc, type Shape } from "../geometry/shape"
import { type BoardFacts, boardFacts, elements } from "../route/board-facts"

/** Copper of a built board, by net, from its circuit JSON. mm, board frame. */

export interface Track {
  readonly net: string
  readonly layer: CopperLayer
  readonly a: Point
  readonly b: Point
  readonly widthMm: number
}

export interface Via {
  readonly net: string
  readonly at: Point
  readonly diameterMm: number
  readonly drillMm: number
}

export interface Pour {
  readonly net: string
  readonly layer: CopperLayer
  readonly outer: readonly Point[]
  readonly holes: readonly (readonly Point[])[]
}

export interface BoardCopper {
  readonly facts: BoardFacts
  readonly tracks: readonly Track[]
  readonly vias: readonly Via[]
  readonly pours: readonly Pour[]
}

export const trackShape = (track: Track): Shape => capsule(track.a, track.b, track.widthMm)
export const viaShape = (via: Via): Shape => disc(via.at, via.diameterMm)

const layerOf = (layer: string): CopperLayer | undefined =>
  layer === "top" || layer === "bottom" ? layer : undefined

export function boardCopper(circuit: readonly AnyCircuitElement[], board: BoardDefinition): BoardCopper {
  const facts = boardFacts(circuit, board)
  const nameOfNet = new Map(elements(circuit, "source_net").map((net) => [net.source_net_id, net.name]))
  const netOfTrace = new Map<string, string>()
  for (const trace of elements(circuit, "source_trace")) {
    const net = trace.connected_source_net_ids
      .map((id) => nameOfNet.get(id))
      .find((name) => name !== undefined)
    if (net !== undefined) netOfTrace.set(trace.source_trace_id, net)
  }
  const netOf = (id: string | undefined): string =>
    (id === undefined ? undefined : (nameOfNet.get(id) ?? netOfTrace.get(id))) ?? "?"
  const tracks: Track[] = []
  const netOfPcbTrace = new Map<string, string>()
  for (const trace of elements(circuit, "pcb_trace")) {
    const net = netOf(trace.source_trace_id)
    netOfPcbTrace.set(trace.pcb_trace_id, net)
    trace.route.forEach((point, i) => {
      const before = trace.route[i - 1]
      if (point.route_type !== "wire" || before?.route_type !== "wire" || before.layer !== point.layer) return
      const layer = layerOf(point.layer)
      if (!layer || (before.x === point.x && before.y === point.y)) return
      tracks.push({
        net,
        layer,
        a: { x: before.x, y: before.y },
        b: { x: point.x, y: point.y },
        widthMm: Math.max(before.width, point.width),
      })
    })
  }
  const vias = elements(circuit, "pcb_via").map((via): Via => {
    const key = "subcircuit_connectivity_map_key" in via ? via.subcircuit_connectivity_map_key : undefined
    const byKey = elements(circuit, "source_net").find(
      (net) => key !== undefined && net.subcircuit_connectivity_map_key === key,
    )?.name
    const byTrace = via.pcb_trace_id === undefined ? undefined : netOfPcbTrace.get(via.pcb_trace_id)
    return {
      net: byTrace ?? byKey ?? "?",
      at: { x: via.x, y: via.y },
      diameterMm: via.outer_diameter,
      drillMm: via.hole_diameter,
    }
  })
  const pours = elements(circuit, "pcb_copper_pour").flatMap((pour): Pour[] => {
    const layer = layerOf(pour.layer)
    if (!layer || pour.shape !== "brep") return []
    const { outer_ring, inner_rings } = pour.brep_shape
    const ring = (vertices: readonly Point[]): Point[] => vertices.map(({ x, y }) => ({ x, y }))
    return [
      {
        net: netOf(pour.source_net_id),
        layer,
        outer: ring(outer_ring.vertices),
        holes: inner_rings.map((inner) => ring(inner.vertices)),
      },
    ]
  })
  return { facts, tracks, vias, pours }
}
