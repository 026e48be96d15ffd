import { legendFindings } from "../../legend/check"
import type { CheckResult } from "../../model/finding"
import type { BoardInput } from "./input"

/** What is printed on the board stands where it is true. */
export const legends = ({ circuit, board }: BoardInput<"pinWords">): CheckResult => ({
  findings: legendFindings(circuit, board.pinWords),
})
