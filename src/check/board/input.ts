import type { Circuit } from "../../circuit/elements"
import type { Board } from "../../model/board"

/** The compiled board, and as much of its definition as a check needs. */
export interface BoardInput<Key extends keyof Board> {
  readonly circuit: Circuit
  readonly board: Pick<Board, Key>
}
