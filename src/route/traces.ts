import type { CopperLayer } from "../model/layer"
import type { Side } from "../model/place"
import { withCrossingPoints } from "./crossings"
import type { NetRoutes, Position, RoutesFile } from "./routes-file"

/** A point of a tscircuit trace, as its autorouters emit them (board mm). */
export type TracePoint =
  | {
      readonly route_type: "wire"
      readonly x: number
      readonly y: number
      readonly width: number
      readonly layer: CopperLayer
    }
  | {
      readonly route_type: "via"
      readonly x: number
      readonly y: number
      /** Of the two faces: vias go through the whole board, wherever their tracks are. */
      readonly from_layer: Side
      readonly to_layer: Side
      readonly via_diameter: number
      readonly via_hole_diameter: number
    }

export interface NetTrace {
  readonly net: string
  readonly points: readonly TracePoint[]
}

export interface ViaSize {
  readonly diameterMm: number
  readonly drillMm: number
}

/** Routes name points to 0.1 um; whatever is nearer than this is the same point. */
const samePointMm = 1e-3

const near = (a: Position, b: Position): boolean =>
  Math.abs(a[0] - b[0]) < samePointMm && Math.abs(a[1] - b[1]) < samePointMm

/** True where p lies on the segment a-b, its ends left out. */
function onSegment(p: Position, a: Position, b: Position): boolean {
  const dx = b[0] - a[0]
  const dy = b[1] - a[1]
  const length = Math.hypot(dx, dy)
  if (length < samePointMm) return false
  const along = ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / length
  const off = Math.abs((p[0] - a[0]) * dy - (p[1] - a[1]) * dx) / length
  return off < samePointMm && along > samePointMm && along < length - samePointMm
}

/** Cuts a polyline wherever a via sits on it, so each piece meets vias at its ends only. */
export function splitAtVias(points: readonly Position[], vias: readonly Position[]): Position[][] {
  const first = points[0]
  if (!first) return []
  const pieces: Position[][] = []
  let piece: Position[] = [first]
  for (let i = 1; i < points.length; i++) {
    const a = points[i - 1] as Position
    const b = points[i] as Position
    const stops = vias
      .filter((via) => onSegment(via, a, b))
      .sort((p, q) => Math.hypot(p[0] - a[0], p[1] - a[1]) - Math.hypot(q[0] - a[0], q[1] - a[1]))
    for (const stop of stops) {
      piece.push(stop)
      pieces.push(piece)
      piece = [stop]
    }
    piece.push(b)
    if (i < points.length - 1 && vias.some((via) => near(via, b))) {
      pieces.push(piece)
      piece = [b]
    }
  }
  pieces.push(piece)
  return pieces
}

/**
 * One net's paths and vias as traces. A via hangs on the first piece that ends on it and is the trace's last (or
 * first) point: tscircuit's checks take a wire point of its own on the far layer for a dangling end. A via that no
 * path meets (stitching) becomes a trace of its own.
 */
export function netTraces(name: string, net: NetRoutes, via: ViaSize): NetTrace[] {
  const placed = new Set<Position>()
  const takeVia = (at: Position | undefined): Position | undefined => {
    const found = at && net.vias.find((candidate) => !placed.has(candidate) && near(candidate, at))
    if (found) placed.add(found)
    return found
  }
  const wire = ([x, y]: Position, layer: CopperLayer, width: number): TracePoint => ({
    route_type: "wire",
    x,
    y,
    width,
    layer,
  })
  const passVia = ([x, y]: Position, from: Side, to: Side): TracePoint => ({
    route_type: "via",
    x,
    y,
    from_layer: from,
    to_layer: to,
    via_diameter: via.diameterMm,
    via_hole_diameter: via.drillMm,
  })
  const traces: NetTrace[] = []
  for (const path of net.paths) {
    const { layer, width } = path
    const points = withCrossingPoints(path, net.paths)
    const side = layer === "bottom" ? "bottom" : "top"
    const other = side === "top" ? "bottom" : "top"
    for (const piece of splitAtVias(points, net.vias)) {
      const start = takeVia(piece[0])
      const end = takeVia(piece[piece.length - 1])
      traces.push({
        net: name,
        points: [
          ...(start ? [passVia(start, other, side)] : []),
          ...piece.map((point) => wire(point, layer, width)),
          ...(end ? [passVia(end, side, other)] : []),
        ],
      })
    }
  }
  for (const at of net.vias) {
    if (placed.has(at)) continue
    traces.push({ net: name, points: [passVia(at, "top", "bottom")] })
  }
  return traces
}

/** All traces of a routes file, in the file's order. */
export function allTraces(routes: RoutesFile, via: ViaSize): NetTrace[] {
  return Object.entries(routes.nets).flatMap(([name, net]) => netTraces(name, net, via))
}
