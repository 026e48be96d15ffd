import type { AnyCircuitElement } from "circuit-json"
import { copperOf } from "../../circuit/copper"
import { netlistOf } from "../../circuit/netlist"
import type { Board } from "../../model/board"
import type { FabHouse } from "../../model/fab-house"
import { gate } from "../../model/fab-rule"
import { circuitFacts } from "../../schematic/facts"
import { placeParts } from "../../schematic/place"
import { sheetOf } from "../../schematic/sheet-of"
import { symbolValue } from "../schematic/instances"
import { titleBlock } from "../schematic/write"
import { type Node, quoted, writeNode } from "../sexpr"
import { boardDrawings, edgeNodes } from "./board-drawings"
import { landBodies } from "./bodies"
import { boardVersion, generator, libraryFile } from "./footprints"
import { inkOf } from "./ink"
import { orderFields, partNode } from "./instances"
import { libraryLands } from "./land-names"
import { layerTable } from "./layers"
import { mountingHoleFile, mountingHoleName, mountingHoleNode } from "./mounting-holes"
import { boardNets } from "./nets"
import { partsOf } from "./parts"
import { designatorTexts } from "./reference-texts"
import { setup } from "./setup"
import { trackNodes, viaNodes } from "./tracks"
import { keepoutArea, pourZones } from "./zones"

export interface KicadBoard {
  /** Text of the `.kicad_pcb`. */
  readonly board: string
  /** Footprint name -> text of its `.kicad_mod`. */
  readonly footprints: ReadonlyMap<string, string>
  /** Body id -> text of its STEP file. */
  readonly models: ReadonlyMap<string, string>
  /** Designator -> name of its footprint. */
  readonly footprintOf: ReadonlyMap<string, string>
}

/**
 * The compiled board as KiCad 9 board with the footprints it uses. Same input, same bytes.
 * @throws UserError for pads that KiCad cannot hold and parts without an entry in the board's parts table.
 */
export function kicadBoard(
  circuit: readonly AnyCircuitElement[],
  board: Board,
  house: FabHouse,
  date: Date,
): KicadBoard {
  const sheet = sheetOf(board, circuit)
  const netlist = netlistOf(circuit)
  const copper = copperOf(circuit, netlist)
  const facts = circuitFacts(circuit)
  const nets = boardNets(netlist, facts, sheet)
  const ink = inkOf(circuit, gate(house, "silkscreen-line"))
  const parts = partsOf(circuit, ink, board)
  const poses = new Map(parts.map((part) => [part.designator, part.pose]))
  const bodies = landBodies(circuit, board, poses, date.toISOString().slice(0, 19))
  const lands = libraryLands(parts, bodies)
  const references = designatorTexts(ink, parts)
  const values = new Map(placeParts(sheet, facts).map((part) => [part.part, symbolValue(part, sheet)]))
  // Copper keeps out of openings that are wider than its clearance: a fiducial's.
  const bared = new Map(
    copper.pads.flatMap(({ name, maskMarginMm = 0 }) =>
      maskMarginMm > board.pour.clearanceMm ? [[name, maskMarginMm] as const] : [],
    ),
  )
  const node: Node = [
    "kicad_pcb",
    ["version", boardVersion],
    ...generator,
    ["general", ["thickness", board.thicknessMm], ["legacy_teardrops", "no"]],
    ["paper", quoted("A4")],
    titleBlock({ title: board.title, revision: board.revision, date }, sheet),
    layerTable(board.layers),
    setup(board, house),
    ...nets.nodes,
    ...parts.map((part) => {
      const { designator, entry } = part
      const text = {
        value: values.get(designator) ?? entry.value,
        reference: references.get(designator),
        order: orderFields(entry, house),
      }
      return partNode(part, lands, nets, text, board.id, (pad) =>
        board.handSoldered?.pads.includes(pad) ? board.handSoldered.pourGapMm : bared.get(pad),
      )
    }),
    ...board.mountingHoles.map((hole) => mountingHoleNode(hole, board.id)),
    ...edgeNodes(board),
    ...boardDrawings(ink, new Set(references.values()), board.id),
    ...trackNodes(copper.tracks, nets, board.id),
    ...viaNodes(copper.vias, nets, board.id),
    ...pourZones(board, copper.pours, nets),
    ...board.keepouts.map((keepout) => keepoutArea(board, keepout)),
    ...[...new Set(board.pours.flatMap(({ voids }) => voids ?? []))].map((zone) =>
      keepoutArea(board, zone, "pour"),
    ),
    ["embedded_fonts", "no"],
  ]
  // Parts with the same body share one model.
  const models = new Map([...bodies.values()].map((body) => [body.id, body]))
  const holes = board.mountingHoles.map(
    (hole) => [mountingHoleName(hole), mountingHoleFile(hole, board.id)] as const,
  )
  return {
    board: `${writeNode(node)}\n`,
    footprints: new Map([
      ...lands.map((land) => [land.name, libraryFile(land, board.id)] as const),
      ...holes,
    ]),
    models: new Map([...models].map(([id, { step }]) => [id, step()])),
    footprintOf: new Map(lands.flatMap((land) => land.users.map((user) => [user, land.name] as const))),
  }
}
