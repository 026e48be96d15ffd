import { type Copper, copperOf } from "../circuit/copper"
import type { Circuit } from "../circuit/elements"
import { type NetlistIndex, netlistOf } from "../circuit/netlist"
import { type Piece, piecesOf } from "../circuit/pieces"
import { circuitView } from "../circuit/view"
import type { Board } from "../model/board"
import type { CircuitView } from "../model/circuit-view"

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
}

/** @throws UserError for a pad form the project does not use. */
export function subjectOf(circuit: Circuit, board: Board): Subject {
  const netlist = netlistOf(circuit)
  const copper = copperOf(circuit, netlist)
  return { circuit, board, netlist, copper, pieces: piecesOf(copper), view: circuitView(circuit, board) }
}
