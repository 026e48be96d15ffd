import type { BoardDefinition } from "../../board-definition"
import type { Circuit } from "../../circuit/elements"

/** The compiled board, and as much of its definition as a check needs. */
export interface BoardInput<Key extends keyof BoardDefinition> {
  readonly circuit: Circuit
  readonly board: Pick<BoardDefinition, Key>
}
