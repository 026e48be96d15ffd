import { boardFacts } from "../../../src/route/board-facts"
import { lockOf } from "../../../src/route/lock"
import type { Compiled } from "../fault"

/** The routes locked anew to the changed board, as somebody does who has seen that they still fit. */
export function relocked(input: Compiled): Compiled {
  const lock = lockOf(boardFacts(input.circuit, input.definition))
  return { ...input, routes: { ...input.routes, lock } }
}
