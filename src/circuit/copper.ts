import type { Point } from "../geometry/point"
import { capsule, disc, rectangle, type Shape } from "../geometry/shape"
import type { CopperLayer, Stack } from "../model/layer"
import { type Circuit, type ElementOf, elementsOf } from "./elements"
import { type NetlistIndex, netlistOf } from "./netlist"
import { type Pad, padsOf } from "./pads"
import { onStack, stackIn } from "./stack"

/** One straight piece of track. mm, board centre = origin, y up. */
export interface Track {
  readonly kind: "track"
  readonly from: Point
  readonly to: Point
  readonly widthMm: number
  readonly layer: CopperLayer
  /** Net it was drawn for; what it touches may differ, and that is a fault. */
  readonly net?: string
}

export interface Via extends Point {
  readonly kind: "via"
  readonly diameterMm: number
  readonly drillMm: number
  readonly net?: string
}

/** One piece of poured copper: an outline with holes. */
export interface Pour {
  readonly kind: "pour"
  readonly outline: readonly Point[]
  readonly holes: readonly (readonly Point[])[]
  readonly layer: CopperLayer
  readonly net?: string
}

export interface Copper {
  readonly pads: readonly Pad[]
  readonly tracks: readonly Track[]
  readonly vias: readonly Via[]
  readonly pours: readonly Pour[]
  /** The board's layers of copper: a via is on all of them. */
  readonly layers: Stack
  /** Thickness of the board, how long a via's barrel is: 1.6 for copper that is on no board. */
  readonly boardMm: number
}

export const trackShape = (track: Track): Shape => capsule(track.from, track.to, track.widthMm)
export const viaShape = (via: Via): Shape => disc(via, via.diameterMm)

/** All copper of the board, pads first. @throws UserError for a pad form or a layer the project does not use. */
export function copperOf(circuit: Circuit, netlist: NetlistIndex = netlistOf(circuit)): Copper {
  const layers = stackIn(circuit)
  const drawnFor = netOfTrace(circuit, netlist)
  const tracks: Track[] = []
  const vias = new Map<string, Via>()
  const addVia = (at: Point, diameterMm: number, drillMm: number, net: string | undefined) => {
    const key = `${at.x.toFixed(4)} ${at.y.toFixed(4)}`
    const known = vias.get(key)
    if (known !== undefined && known.diameterMm >= diameterMm && (known.net ?? net) === known.net) return
    const named = known?.net ?? net
    vias.set(key, {
      kind: "via",
      x: at.x,
      y: at.y,
      diameterMm: Math.max(diameterMm, known?.diameterMm ?? 0),
      drillMm: Math.max(drillMm, known?.drillMm ?? 0),
      ...(named === undefined ? {} : { net: named }),
    })
  }
  for (const via of elementsOf(circuit, "pcb_via")) {
    const net =
      netlist.netOfSourceNet.get(via.source_net_id ?? "")?.name ?? drawnFor.get(via.pcb_trace_id ?? "")
    addVia(via, via.outer_diameter, via.hole_diameter, net)
  }
  for (const trace of elementsOf(circuit, "pcb_trace")) {
    const net = drawnFor.get(trace.pcb_trace_id)
    for (const point of trace.route) {
      if (point.route_type !== "via") continue
      // Without sizes it is a change of layer in a plated hole, and no copper of its own.
      if (point.outer_diameter === undefined || point.hole_diameter === undefined) continue
      addVia(point, point.outer_diameter, point.hole_diameter, net)
    }
    for (const segment of segmentsOf(trace.route, layers)) {
      tracks.push({ kind: "track", ...segment, ...(net === undefined ? {} : { net }) })
    }
  }
  return {
    pads: padsOf(circuit, netlist),
    tracks,
    vias: [...vias.values()],
    pours: elementsOf(circuit, "pcb_copper_pour").map((pour) => pourOf(pour, netlist, layers)),
    layers,
    boardMm: elementsOf(circuit, "pcb_board")[0]?.thickness ?? 1.6,
  }
}

type RoutePoint = ElementOf<"pcb_trace">["route"][number]

/**
 * The straight pieces that a route is drawn as: from a wire point on, in its width and on its layer; from a via or the
 * far side of a pad on, in those of the wire point that follows.
 */
function segmentsOf(
  route: readonly RoutePoint[],
  layers: Stack,
): Pick<Track, "from" | "to" | "widthMm" | "layer">[] {
  return route.flatMap((point, index) => {
    const next = route[index + 1]
    const wire = point.route_type === "wire" ? point : next
    if (next === undefined || wire?.route_type !== "wire") return []
    const from = point.route_type === "through_pad" ? point.end : point
    const to = next.route_type === "through_pad" ? next.start : next
    if (from.x === to.x && from.y === to.y) return []
    return [
      {
        from: { x: from.x, y: from.y },
        to: { x: to.x, y: to.y },
        widthMm: wire.width,
        layer: onStack(layers, wire.layer, "a track"),
      },
    ]
  })
}

/** pcb_trace id -> net it was drawn for. A locked trace names its net; tscircuit's own name a source trace. */
export function netOfTrace(circuit: Circuit, netlist: NetlistIndex): Map<string, string> {
  const bySourceTrace = new Map(
    elementsOf(circuit, "source_trace").map((trace) => {
      const net =
        trace.connected_source_net_ids.map((id) => netlist.netOfSourceNet.get(id)?.name)[0] ??
        trace.connected_source_port_ids.map(
          (id) => netlist.netOf.get(netlist.pinOfSourcePort.get(id) ?? "")?.name,
        )[0]
      return [trace.source_trace_id, net] as const
    }),
  )
  const nets = new Map<string, string>()
  for (const trace of elementsOf(circuit, "pcb_trace")) {
    const id = trace.source_trace_id ?? ""
    const net = netlist.netOfSourceNet.get(id)?.name ?? bySourceTrace.get(id)
    if (net !== undefined) nets.set(trace.pcb_trace_id, net)
  }
  return nets
}

function pourOf(pour: ElementOf<"pcb_copper_pour">, netlist: NetlistIndex, layers: Stack): Pour {
  const net = netlist.netOfSourceNet.get(pour.source_net_id ?? "")?.name
  return {
    kind: "pour",
    layer: onStack(layers, pour.layer, "a pour"),
    ...(net === undefined ? {} : { net }),
    ...pourRings(pour),
  }
}

export function pourRings(pour: ElementOf<"pcb_copper_pour">): Pick<Pour, "outline" | "holes"> {
  const points = (vertices: readonly Point[]) => vertices.map(({ x, y }) => ({ x, y }))
  switch (pour.shape) {
    case "brep":
      return {
        outline: points(pour.brep_shape.outer_ring.vertices),
        holes: pour.brep_shape.inner_rings.map((ring) => points(ring.vertices)),
      }
    case "polygon":
      return { outline: points(pour.points), holes: [] }
    case "rect":
      return {
        outline: rectangle(pour.center, pour.width, pour.height, Number(pour.rotation ?? 0)).core,
        holes: [],
      }
  }
}
