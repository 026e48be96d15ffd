import type { AnyCircuitElement } from "circuit-json"
import {
  Clipper,
  ClipType,
  EndType,
  FillRule,
  inflatePathsD,
  JoinType,
  type PathsD,
  type PolyPathD,
  PolyTreeD,
} from "clipper2-ts"
import { copperOf, trackShape, viaShape } from "../circuit/copper"
import { type ElementOf, elementsOf } from "../circuit/elements"
import { onStack, stackIn } from "../circuit/stack"
import { distanceToOutline, innerPoint, insidePolygon } from "../geometry/polygon"
import type { Board, PourRule } from "../model/board"
import { anchorsIn } from "./half-holes"
import { pourGaps } from "./pour-gaps"
import { pourOverruns } from "./pour-overruns"
import { stubRemover } from "./pour-stubs"
import { insetPaths, shapePath } from "./shape-path"

type BrepPour = Extract<ElementOf<"pcb_copper_pour">, { shape: "brep" }>
type Ring = BrepPour["brep_shape"]["outer_ring"]

/** Decimals of a mm kept in a pour's vertices: 0.1 um, well below what a Gerber's 4 or 6 decimals need. */
const precision = 4

/** Chords of the solver and of these shapes, mm. */
const onOwnMm = 0.01

/** How far chords may be from the arcs they stand for, mm: a tenth of what etching varies by. */
const chordMm = 0.003

/**
 * Copper that tscircuit's pour solver leaves and a fab should not get: necks and slivers thinner than the board's
 * smallest pour width, and islands that no pad, via or track of the pour's net touches. Each pour is eroded and
 * dilated by half that width (a morphological opening, so it never grows by more than the arc tolerance) and split
 * into its pieces; pieces without a connection go. Before that, hand-soldered pads get their wider gap, and forms that
 * the solver does not know their clearance; after it, spokes that lead nowhere go. Pours of one net that meet on a
 * layer are one pour then, so that no two pieces of it lie over each other.
 *
 * Can go when tscircuit's `<copperpour>` has a minimum width and drops islands.
 */
export function cleanPours(
  circuit: readonly AnyCircuitElement[],
  board: Pick<Board, "pours" | "handSoldered" | "outline">,
): AnyCircuitElement[] {
  const nets = new Map(elementsOf(circuit, "source_net").map((net) => [net.source_net_id, net.name]))
  const solved = elementsOf(circuit, "pcb_copper_pour").flatMap((element): Solved[] => {
    if (element.shape !== "brep") return []
    const paths = pathsOf(element)
    const rule = ruleOf(board.pours, nets.get(element.source_net_id ?? ""), element)
    return rule === undefined ? [] : [{ element, paths, rule }]
  })
  const meeting = meetingPours(solved)
  const copper = copperOf(circuit)
  // Where another pour has the place, what is left of a pour lies on its net's pads, vias and tracks, and is no pour.
  const isOwnAlone = ({ outer }: Piece, { layer }: BrepPour, net: string): boolean => {
    if (board.pours.length < 2) return false
    const shapes = [
      ...copper.pads
        .filter((pad) => pad.net === net && pad.layers.some((one) => one === layer))
        .map(({ shape }) => shape),
      ...copper.vias.filter((via) => via.net === net).map(viaShape),
      ...copper.tracks.filter((track) => track.net === net && track.layer === layer).map(trackShape),
    ]
    const own = shapes.flatMap((shape) => shapePath(shape, onOwnMm))
    const rest = Clipper.differenceD(
      [outer.map(({ x, y }) => ({ x, y }))],
      own,
      FillRule.NonZero,
      precision + 2,
    )
    return Math.abs(Clipper.areaPathsD(rest)) < 1e-3
  }
  const steps = new Map(board.pours.map((rule) => [rule, stepsOf(circuit, rule, board)]))
  const cleaned = ({ element, paths, rule }: Solved): PathsD => {
    const { gaps, overruns, withoutStubs, edge } = steps.get(rule) as ReturnType<typeof stepsOf>
    const layer = onStack(copper.layers, element.layer, "a pour")
    const own = edge === undefined ? paths : Clipper.intersectD(paths, edge, FillRule.NonZero, precision + 2)
    const wide = opened(without(own, [...gaps(layer), ...overruns(layer, own)]), rule.minWidthMm)
    return withoutStubs(wide, layer)
  }
  return circuit.flatMap((element): AnyCircuitElement[] => {
    if (element.type !== "pcb_copper_pour" || element.shape !== "brep") return [element]
    const group = meeting.find(([first]) => first?.element === element)
    if (group === undefined) return []
    const [{ rule }] = group as [Solved]
    const anchors = anchorsOf(circuit, element, rule.outline !== undefined)
    const pieces = split(group.flatMap(cleaned))
      .filter(
        (piece) => anchors.some((anchor) => inside(anchor, piece)) && !isOwnAlone(piece, element, rule.net),
      )
      .sort((a, b) => area(b.outer) - area(a.outer))
    return pieces.map((piece, index) => ({
      ...element,
      pcb_copper_pour_id:
        index === 0 ? element.pcb_copper_pour_id : `${element.pcb_copper_pour_id}_piece${index}`,
      brep_shape: { outer_ring: ring(piece.outer), inner_rings: piece.holes.map(ring) },
    }))
  })
}

/** A pour as tscircuit's solver leaves it, with the rule that it is poured by. */
interface Solved {
  readonly element: BrepPour
  readonly paths: PathsD
  readonly rule: PourRule
}

/** The first rule of its net and layer within whose outline it lies. */
function ruleOf(pours: readonly PourRule[], net: string | undefined, pour: BrepPour): PourRule | undefined {
  const own = pours.filter((rule) => rule.net === net && rule.layers.some((layer) => layer === pour.layer))
  const corners = pour.brep_shape.outer_ring.vertices
  return own.find(
    ({ outline }) =>
      outline === undefined ||
      corners.every((p) => insidePolygon(p, outline) || distanceToOutline(p, outline) < 1e-3),
  )
}

/** Pours in groups of one net and layer that meet: each group in one piece, with the first's rules of size. */
function meetingPours(pours: readonly Solved[]): Solved[][] {
  const groups: Solved[][] = []
  const meet = (a: Solved, b: Solved): boolean =>
    a.rule !== b.rule &&
    a.element.layer === b.element.layer &&
    a.element.source_net_id === b.element.source_net_id &&
    Clipper.intersectD(a.paths, b.paths, FillRule.NonZero, precision).length > 0
  for (const pour of pours) {
    const met = groups.filter((group) => group.some((other) => meet(pour, other)))
    const [first, ...rest] = met
    if (first === undefined) groups.push([pour])
    else {
      first.push(...rest.flat(), pour)
      for (const group of rest) groups.splice(groups.indexOf(group), 1)
    }
  }
  return groups
}

function stepsOf(
  circuit: readonly AnyCircuitElement[],
  pour: PourRule,
  { handSoldered, outline }: Pick<Board, "handSoldered" | "outline">,
) {
  const board = { pour, ...(handSoldered === undefined ? {} : { handSoldered }) }
  return {
    gaps: pourGaps(circuit, board),
    overruns: pourOverruns(circuit, board),
    withoutStubs: stubRemover(circuit, board),
    edge: pour.outline === undefined ? undefined : insetPaths(outline, pour.boardEdgeMm),
  }
}

interface XY {
  readonly x: number
  readonly y: number
}

interface Piece {
  readonly outer: readonly XY[]
  readonly holes: readonly (readonly XY[])[]
}

function opened(paths: PathsD, minWidthMm: number): PathsD {
  const radius = minWidthMm / 2
  const inflate = (subject: PathsD, delta: number) =>
    inflatePathsD(subject, delta, JoinType.Round, EndType.Polygon, 2, precision + 2, chordMm)
  return Clipper.simplifyPathsD(inflate(inflate(paths, -radius), radius), chordMm)
}

function split(paths: PathsD): Piece[] {
  const tree = new PolyTreeD()
  Clipper.booleanOpDWithPolyTree(ClipType.Union, paths, null, tree, FillRule.NonZero, precision)
  return piecesOf(tree)
}

/** Outer rings with their holes, at every depth of the tree: an island inside a hole is a piece of its own. */
function piecesOf(node: PolyPathD): Piece[] {
  const pieces: Piece[] = []
  for (let i = 0; i < node.count; i++) {
    const outer = node.child(i)
    const holes = Array.from({ length: outer.count }, (_, j) => outer.child(j))
    pieces.push({ outer: outer.poly ?? [], holes: holes.map((hole) => hole.poly ?? []) })
    for (const hole of holes) pieces.push(...piecesOf(hole))
  }
  return pieces
}

function pathsOf(pour: BrepPour): PathsD {
  const rings = [pour.brep_shape.outer_ring, ...pour.brep_shape.inner_rings]
  return Clipper.unionD(
    rings.map((r) => r.vertices.map(({ x, y }) => ({ x, y }))),
    FillRule.EvenOdd,
  )
}

const without = (paths: PathsD, gaps: PathsD): PathsD =>
  gaps.length === 0 ? paths : Clipper.differenceD(paths, gaps, FillRule.NonZero, precision + 2)

function ring(points: readonly XY[]): Ring {
  return { vertices: points.map(({ x, y }) => ({ x: round(x), y: round(y) })) }
}

function round(mm: number): number {
  const value = Math.round(mm * 10 ** precision) / 10 ** precision
  return value === 0 ? 0 : value
}

/**
 * Centres of the pads, plated holes and vias of the pour's net on its layer. tscircuit pours over the pads of its own
 * net (thermal gaps are cut round them), so a piece of pour that is connected holds at least one of these points.
 * @param withTracks corners of the net's tracks too: a pour within an outline of its own may be a wide track
 */
function anchorsOf(circuit: readonly AnyCircuitElement[], pour: BrepPour, withTracks: boolean): XY[] {
  const onNet = netMembership(circuit, pour.source_net_id)
  return circuit.flatMap((element): XY[] => {
    switch (element.type) {
      case "pcb_smtpad":
        return element.layer === pour.layer && onNet.port(element.pcb_port_id)
          ? ["x" in element ? { x: element.x, y: element.y } : innerPoint(element.points)]
          : []
      case "pcb_trace":
        return withTracks && onNet.trace(element.pcb_trace_id)
          ? element.route.flatMap((point) =>
              point.route_type === "wire" && point.layer === pour.layer ? [{ x: point.x, y: point.y }] : [],
            )
          : []
      case "pcb_plated_hole":
        return onNet.port(element.pcb_port_id) ? anchorsIn(element, stackIn(circuit)) : []
      case "pcb_via":
        return onNet.via(element) ? [{ x: element.x, y: element.y }] : []
      default:
        return []
    }
  })
}

/** Which copper belongs to a net, by tscircuit's connectivity keys. */
function netMembership(circuit: readonly AnyCircuitElement[], netId: string | undefined) {
  const key = circuit.find((e) => e.type === "source_net" && e.source_net_id === netId) as
    | { subcircuit_connectivity_map_key?: string }
    | undefined
  const netKey = key?.subcircuit_connectivity_map_key
  const sourcePorts = new Set<string>()
  const traces = new Set<string>()
  for (const element of circuit) {
    if (element.type === "source_port" && element.subcircuit_connectivity_map_key === netKey) {
      sourcePorts.add(element.source_port_id)
    } else if (element.type === "source_trace" && element.subcircuit_connectivity_map_key === netKey) {
      traces.add(element.source_trace_id)
    }
  }
  const ports = new Set<string>()
  for (const element of circuit) {
    if (element.type === "pcb_port" && sourcePorts.has(element.source_port_id)) ports.add(element.pcb_port_id)
    if (element.type === "pcb_trace" && isTraceOf(element.source_trace_id)) traces.add(element.pcb_trace_id)
  }
  function isTraceOf(sourceTraceId: string | undefined): boolean {
    return sourceTraceId !== undefined && (sourceTraceId === netId || traces.has(sourceTraceId))
  }
  return {
    port: (id: string | undefined) => id !== undefined && ports.has(id),
    trace: (id: string) => traces.has(id),
    via: (via: {
      source_net_id?: unknown
      pcb_trace_id?: unknown
      subcircuit_connectivity_map_key?: unknown
    }) =>
      via.source_net_id === netId ||
      (netKey !== undefined && via.subcircuit_connectivity_map_key === netKey) ||
      (typeof via.pcb_trace_id === "string" && traces.has(via.pcb_trace_id)),
  }
}

function inside(point: XY, piece: Piece): boolean {
  return within(point, piece.outer) && !piece.holes.some((hole) => within(point, hole))
}

/** Even-odd point in polygon. */
function within(point: XY, polygon: readonly XY[]): boolean {
  let odd = false
  for (let i = 0, j = polygon.length - 1; i < polygon.length; j = i++) {
    const a = polygon[i] as XY
    const b = polygon[j] as XY
    if (a.y > point.y !== b.y > point.y && point.x < ((b.x - a.x) * (point.y - a.y)) / (b.y - a.y) + a.x)
      odd = !odd
  }
  return odd
}

const area = (polygon: readonly XY[]): number =>
  Math.abs(Clipper.areaD(polygon.map(({ x, y }) => ({ x, y }))))
