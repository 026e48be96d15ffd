import { Clipper, EndType, FillRule, inflatePathsD, JoinType } from "clipper2-ts"
import type { Pour } from "../../circuit/copper"
import type { Point } from "../../geometry/point"
import { distanceToOutline, insidePolygon } from "../../geometry/polygon"
import type { Board, Keepout, PourRule } from "../../model/board"
import type { CopperLayer } from "../../model/layer"
import { decimal, type Node, quoted } from "../sexpr"
import { uuidNode } from "../uuid"
import { fractured } from "./fracture"
import { at, toSheet } from "./frame"
import { copperName, copperNames, onLayer, onLayers } from "./layers"
import type { BoardNets } from "./nets"

const hatch: Node = ["hatch", "edge", 0.5]

const points = (ring: readonly Point[]): Node => ["pts", ...ring.map((p) => at("xy", toSheet(p)))]

/** tscircuit rounds corners with chords, which come up to 7 um nearer than the clearance asked for. */
const chordMm = 0.01

/**
 * The board's pours as KiCad zones, each on all its layers: the rules it is poured by, and the copper of the Gerbers as
 * its fill, so that a plot without refilling shows that copper.
 */
export const pourZones = (board: Board, pours: readonly Pour[], nets: BoardNets): Node[] =>
  board.pours.flatMap((rule, index) => pourZone(rule, index, board, pours, nets))

function pourZone(
  pour: PourRule,
  index: number,
  board: Board,
  poured: readonly Pour[],
  nets: BoardNets,
): Node[] {
  const net = nets.of(pour.net)
  const layers = pour.layers.map(copperName)
  const rank = board.pours.length - 1 - index
  const named = index === 0 ? [] : [`${index + 1}`]
  // KiCad takes the first polygon for the outline and the others for holes in it.
  const zones = areasOf(pour, board)
  const fills = (layer: CopperLayer): readonly Pour[] =>
    poured.filter((one) => {
      if (one.layer !== layer || one.net !== pour.net) return false
      const corner = one.outline[0] ?? { x: 0, y: 0 }
      const owner = board.pours.find(
        ({ net, layers, outline }) =>
          net === pour.net &&
          layers.includes(layer) &&
          (outline === undefined ||
            insidePolygon(corner, outline) ||
            distanceToOutline(corner, outline) < chordMm),
      )
      return owner === pour
    })
  return zones.map(
    (rings, part): Node => [
      "zone",
      ["net", net.number],
      ["net_name", quoted(net.name)],
      onLayers(layers),
      uuidNode(board.id, "zone", pour.net, ...named, ...(part === 0 ? [] : [`part ${part + 1}`])),
      ["name", quoted(`${pour.net} pour${index === 0 ? "" : ` ${index + 1}`}`)],
      hatch,
      ...(rank === 0 ? [] : [["priority", rank] as const]),
      ["connect_pads", ["clearance", decimal(pour.clearanceMm - chordMm)]],
      ["min_thickness", pour.minWidthMm],
      ["filled_areas_thickness", "no"],
      ["fill", "yes", ["thermal_gap", pour.thermalGapMm], ["thermal_bridge_width", pour.thermalSpokeMm]],
      ...rings.map((ring): Node => ["polygon", points(ring)]),
      ...pour.layers.flatMap((layer) =>
        (part === 0 ? fills(layer) : []).map(
          (one): Node => [
            "filled_polygon",
            onLayer(copperName(layer)),
            points(fractured(one.outline, one.holes)),
          ],
        ),
      ),
    ],
  )
}

/** Where a pour may be: within its outline and the board's, as far from the edge as it keeps. */
function areasOf({ outline, boardEdgeMm }: PourRule, board: Board): Point[][][] {
  const edge = inset(board.outline, boardEdgeMm)
  // Round at the corners, as the copper keeps from them.
  const holes = board.cutouts.map((ring) => inset(ring, -boardEdgeMm, JoinType.Round))
  if (outline === undefined) return [[edge, ...holes]]
  const own = Clipper.intersectD([edge], [outline.map(({ x, y }) => ({ x, y }))], FillRule.NonZero, 4)
  return own.map((ring) => [ring.map(({ x, y }) => ({ x: decimal(x), y: decimal(y) })), ...holes])
}

/** The outline that far inside itself, sharp corners kept unless said. */
function inset(outline: readonly Point[], byMm: number, join = JoinType.Miter): Point[] {
  const path = outline.map(({ x, y }) => ({ x, y }))
  const board = Clipper.areaD(path) > 0 ? path : path.reverse()
  const [ring] = inflatePathsD([board], -byMm, join, EndType.Polygon, 2, 4, 0.002)
  return (ring ?? board).map(({ x, y }) => ({ x: decimal(x), y: decimal(y) }))
}

/**
 * A region no copper may enter, as a rule area on all copper layers.
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
    onLayers(copperNames(board.layers)),
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
