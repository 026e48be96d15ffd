import { legendFindings } from "../../legend/check"
import { pinWords } from "../../legend/pin-words"
import type { CheckResult } from "../../model/finding"
import type { BoardInput } from "./input"

/** What is printed on the board stands where it is true. */
export const legends = ({ circuit, board }: BoardInput<"ownPinNames">): CheckResult => ({
  findings: legendFindings(circuit, pinWords(circuit, new Set(board.ownPinNames))),
})
