import { type Copper, copperOf } from "../circuit/copper"
import type { Circuit } from "../circuit/elements"
import { type NetlistIndex, netlistOf } from "../circuit/netlist"
import { type Piece, piecesOf } from "../circuit/pieces"
import { circuitView } from "../circuit/view"
import type { Board } from "../model/board"
import type { CircuitView } from "../model/circuit-view"
import type { FabHouse } from "../model/fab-house"

/** What is checked: a compiled board, and what several checks read from it, read once. */
export interface Subject {
  readonly circuit: Circuit
  readonly board: Board
  readonly netlist: NetlistIndex
  readonly copper: Copper
  /** The same copper piece by piece, ready for questions of distance. */
  readonly pieces: readonly Piece[]
  /** The circuit as electrical rules see it. */
  readonly view: CircuitView
  readonly house: CheckedHouse
}

/** What checks of a compiled board ask of the fab house. */
export type CheckedHouse = Pick<FabHouse, "id" | "title" | "process" | "limits" | "offers" | "castellated">

/** @throws UserError for a pad form the project does not use. */
export function subjectOf(circuit: Circuit, board: Board, house: CheckedHouse): Subject {
  const netlist = netlistOf(circuit)
  const copper = copperOf(circuit, netlist)
  const view = circuitView(circuit, board)
  return { circuit, board, netlist, copper, pieces: piecesOf(copper), view, house }
}
