import type { Board } from "../model/board"
import type { Sheet } from "./sheet"

const empty: Sheet = {
  titleBlock: { subtitle: "", licence: "", origin: "" },
  parts: [],
  wires: [],
  labels: [],
  powers: [],
  supplied: [],
  noConnects: [],
  blocks: [],
  outlines: [],
  notes: [],
  jumperViews: [],
  supplyNames: {},
  pinNames: {},
  values: {},
}

/** The sheet of a board. */
export const sheetOf = (board: Pick<Board, "sheet">): Sheet => board.sheet ?? empty
