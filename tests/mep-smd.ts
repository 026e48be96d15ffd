import source from "../boards/mep-smd/index"
import { type Described, describe } from "../src/board/describe"
import { boardElement, type ElementContext } from "../src/board/element"
import type { Board } from "../src/model/board"

/** The SMD board as every stage gets it, for tests. */

export const described: Described = describe(source, {
  fab: "jlcpcb",
  plans: ["economic-top", "standard-both", "hand"],
})
export const board: Board = described.board

export const elementOf = (context: ElementContext) => boardElement(described, context)
