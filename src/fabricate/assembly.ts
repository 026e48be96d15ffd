import type { BomRow } from "../../fabrication/jlcpcb/bom"
import type { CplRow } from "../../fabrication/jlcpcb/cpl"
import type { HandRow } from "../../fabrication/jlcpcb/hand-assembly"
import type { AssemblyPlan } from "../board-definition"

/** The parts of one assembly variant under one plan. `cpl` is absent where no machine places anything. */
export interface AssemblySet {
  readonly variant: string
  readonly plan: AssemblyPlan
  readonly bom: readonly BomRow[]
  readonly cpl?: readonly CplRow[]
  readonly hand: readonly HandRow[]
}
