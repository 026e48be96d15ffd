import { legendFindings } from "../../legend/check"
import { wordFindings } from "../../legend/words"
import type { CheckResult } from "../../model/finding"
import type { BoardInput } from "./input"

/** What is printed on the board stands where it is true. */
export const legends = ({
  circuit,
  board,
}: BoardInput<"pinWords" | "parts" | "nets" | "jumper">): CheckResult => ({
  findings: [...legendFindings(circuit, board.pinWords), ...wordFindings(circuit, board)],
})
