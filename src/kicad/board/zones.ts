import { Clipper, EndType, inflatePathsD, JoinType } from "clipper2-ts"
import type { Pour } from "../../circuit/copper"
import type { Point } from "../../geometry/point"
import type { Board, Keepout } from "../../model/board"
import type { Side } from "../../model/place"
import { decimal, type Node, quoted } from "../sexpr"
import { uuidNode } from "../uuid"
import { fractured } from "./fracture"
import { at, toSheet } from "./frame"
import { layerName, onLayer, onLayers } from "./layers"
import type { BoardNets } from "./nets"

const hatch: Node = ["hatch", "edge", 0.5]

const points = (ring: readonly Point[]): Node => ["pts", ...ring.map((p) => at("xy", toSheet(p)))]

/** tscircuit rounds corners with chords, which come up to 7 um nearer than the clearance asked for. */
const chordMm = 0.01

/**
 * The board's pour as one KiCad zone on all its layers: the rules it is poured by, and the copper of the Gerbers as
 * its fill, so that a plot without refilling shows that copper.
 */
export function pourZone(board: Board, pours: readonly Pour[], nets: BoardNets): Node {
  const { pour } = board
  const net = nets.of(pour.net)
  const layers = pour.layers.map((side) => layerName(side, "Cu"))
  return [
    "zone",
    ["net", net.number],
    ["net_name", quoted(net.name)],
    onLayers(layers),
    uuidNode(board.id, "zone", pour.net),
    ["name", quoted(`${pour.net} pour`)],
    hatch,
    ["connect_pads", ["clearance", decimal(pour.clearanceMm - chordMm)]],
    ["min_thickness", pour.minWidthMm],
    ["filled_areas_thickness", "no"],
    ["fill", "yes", ["thermal_gap", pour.thermalGapMm], ["thermal_bridge_width", pour.thermalSpokeMm]],
    ["polygon", points(inset(board.outline, pour.boardEdgeMm))],
    ...pour.layers.flatMap((side: Side) =>
      pours
        .filter((one) => one.layer === side && one.net === pour.net)
        .map(
          (one): Node => [
            "filled_polygon",
            onLayer(layerName(side, "Cu")),
            points(fractured(one.outline, one.holes)),
          ],
        ),
    ),
  ]
}

/** The outline that far inside itself, sharp corners kept. */
function inset(outline: readonly Point[], byMm: number): Point[] {
  const path = outline.map(({ x, y }) => ({ x, y }))
  const board = Clipper.areaD(path) > 0 ? path : path.reverse()
  const [ring] = inflatePathsD([board], -byMm, JoinType.Miter, EndType.Polygon, 2, 4)
  return (ring ?? board).map(({ x, y }) => ({ x: decimal(x), y: decimal(y) }))
}

/**
 * A region no copper may enter, as a rule area on both copper layers.
 * @param what "pour": the pour alone stays out of it
 */
export function keepoutArea(board: Board, keepout: Keepout, what: "copper" | "pour" = "copper"): Node {
  const others = what === "pour" ? "allowed" : "not_allowed"
  const { name, minX, minY, maxX, maxY } = keepout
  const corners = [
    { x: minX, y: minY },
    { x: maxX, y: minY },
    { x: maxX, y: maxY },
    { x: minX, y: maxY },
  ]
  return [
    "zone",
    ["net", 0],
    ["net_name", quoted("")],
    onLayers(["F.Cu", "B.Cu"]),
    uuidNode(board.id, "keepout", name),
    ["name", quoted(name)],
    hatch,
    ["connect_pads", ["clearance", 0]],
    ["min_thickness", board.pour.minWidthMm],
    ["filled_areas_thickness", "no"],
    [
      "keepout",
      ["tracks", others],
      ["vias", others],
      ["pads", others],
      ["copperpour", "not_allowed"],
      ["footprints", "allowed"],
    ],
    ["fill", ["thermal_gap", board.pour.thermalGapMm], ["thermal_bridge_width", board.pour.thermalSpokeMm]],
    ["polygon", points(corners)],
  ]
}
