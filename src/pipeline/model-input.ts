import type { AnyCircuitElement } from "circuit-json"
import type { Fabrication } from "../fabricate/fabricate"
import type { Board } from "../model/board"
import { modelBoard } from "../model3d/for-board"
import type { ModelBoard } from "../model3d/model"

/** What pictures and 3D model are made from. Plain data only: it is sent to a thread. */
export interface ModelInput extends Pick<Fabrication, "gerbers" | "names"> {
  readonly boardId: string
  readonly title: string
  readonly board: ModelBoard
  readonly circuit: readonly AnyCircuitElement[]
  readonly date: Date
  /** The board is not as it was accepted: its pictures say so. */
  readonly draft: boolean
}

export function modelInput(
  definition: Board,
  circuit: readonly AnyCircuitElement[],
  { gerbers, names }: Pick<Fabrication, "gerbers" | "names">,
  date: Date,
  draft: boolean,
): ModelInput {
  return {
    boardId: definition.id,
    title: definition.title,
    board: modelBoard(definition),
    circuit,
    gerbers,
    names,
    date,
    draft,
  }
}
