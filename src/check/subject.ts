import { type Catalogue, catalogue } from "../../components/catalogue"
import type { BoardDefinition } from "../board-definition"
import { type Copper, copperOf } from "../circuit/copper"
import type { Circuit } from "../circuit/elements"
import { type NetlistIndex, netlistOf } from "../circuit/netlist"
import type { FabHouse } from "../model/fab-house"
import type { CircuitIntent } from "./circuit-intent"
import { type ErcInput, ercInput } from "./erc/view"
import { type Piece, piecesOf } from "./lvs/contacts"

/** What is checked: a compiled board, and what several checks read from it, read once. */
export interface Subject {
  readonly circuit: Circuit
  readonly board: BoardDefinition
  readonly netlist: NetlistIndex
  readonly copper: Copper
  /** The same copper piece by piece, ready for questions of distance. */
  readonly pieces: readonly Piece[]
  readonly erc: ErcInput
  readonly catalogue: Catalogue
  readonly house: CheckedHouse
}

/** What checks of a compiled board ask of the fab house. */
export type CheckedHouse = Pick<FabHouse, "id" | "process">

/** What a compiled board is held against. */
export interface Knowledge {
  readonly intent: CircuitIntent
  readonly catalogue: Catalogue
}

/** @throws UserError for a pad form the project does not use. */
export function subjectOf(
  circuit: Circuit,
  board: BoardDefinition,
  house: CheckedHouse,
  knowledge: Knowledge = { intent: board.intent, catalogue },
): Subject {
  const netlist = netlistOf(circuit)
  const copper = copperOf(circuit, netlist)
  return {
    circuit,
    board,
    netlist,
    copper,
    pieces: piecesOf(copper),
    erc: ercInput(circuit, board, knowledge.intent, knowledge.catalogue),
    catalogue: knowledge.catalogue,
    house,
  }
}
