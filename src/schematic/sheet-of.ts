import type { AnyCircuitElement } from "circuit-json"
import type { Board } from "../model/board"
import { deriveSheet } from "./derive/derive"
import { circuitFacts } from "./facts"
import type { Sheet } from "./sheet"

type Subject = Pick<Board, "sheet" | "parts">

/** Drawings, KiCad's schematic and its board ask for the sheet of one circuit one after the other. */
const made = new WeakMap<readonly AnyCircuitElement[], { readonly board: Subject; readonly sheet: Sheet }>()

/** The sheet of a compiled board: its plan's places, everything else from the circuit and the parts' records. */
export function sheetOf(board: Subject, circuit: readonly AnyCircuitElement[]): Sheet {
  const known = made.get(circuit)
  if (known?.board === board) return known.sheet
  const sheet = deriveSheet(circuitFacts(circuit), board.sheet, board.parts)
  made.set(circuit, { board, sheet })
  return sheet
}
