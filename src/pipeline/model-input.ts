import type { AnyCircuitElement } from "circuit-json"
import type { BoardDefinition } from "../board-definition"
import { modelBoard } from "../model3d/for-board"
import type { ModelBoard } from "../model3d/model"

/** What pictures and 3D model are made from. Plain data only: it is sent to a thread. */
export interface ModelInput {
  readonly boardId: string
  readonly title: string
  readonly board: ModelBoard
  readonly circuit: readonly AnyCircuitElement[]
  /** File name -> text of the emitted Gerbers and drills. */
  readonly gerbers: ReadonlyMap<string, string>
  readonly date: Date
  /** The board is not as it was accepted: its pictures say so. */
  readonly draft: boolean
}

export function modelInput(
  definition: BoardDefinition,
  circuit: readonly AnyCircuitElement[],
  gerbers: ReadonlyMap<string, string>,
  date: Date,
  draft: boolean,
): ModelInput {
  return {
    boardId: definition.id,
    title: definition.title,
    board: modelBoard(definition),
    circuit,
    gerbers,
    date,
    draft,
  }
}
