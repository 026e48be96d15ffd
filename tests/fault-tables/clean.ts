import { catalogue } from "../../components/catalogue"
import { mepIntent } from "../../components/mep-intent"
import type { CheckRun } from "../check/report"
import { compileBoard } from "../compile/compile"
import type { Fabrication } from "../fabricate/fabricate"
import type { PackageFiles } from "../pipeline/assemble-package"
import type { Observer } from "../pipeline/stages"
import type { Compiled } from "./fault"
import { check, checkIds, deliver, make, type OpenFindings, pack, sourceHash, verify } from "./stages"

/** The board without a fault, at every stage a fault may enter. Nobody changes it: faults get copies. */
export interface CleanBoard {
  readonly compiled: Compiled
  readonly checked: readonly CheckRun[]
  readonly fabrication: Fabrication
  readonly packaged: PackageFiles
  readonly delivered: PackageFiles
  /** Every check that was run, by its id, as the build's report lists them. */
  readonly checkIds: readonly string[]
  /** What the stages say of it: nothing, or no fault can be told from the board. */
  readonly open: OpenFindings
}

/** Compiles the board once and makes its package in memory. @throws UserError when the board does not compile. */
export async function cleanBoard(root: string, boardId: string, observer: Observer): Promise<CleanBoard> {
  const { definition, routes, circuit, runs } = await compileBoard({ root, boardId, observer })
  const compiled: Compiled = { definition, routes, circuit, knowledge: { intent: mepIntent, catalogue } }
  const checked = [...runs, ...check(compiled)]
  const fabrication = make(compiled)
  const packaged = pack(compiled, fabrication)
  const delivered = deliver(compiled, packaged)
  return {
    compiled,
    checked,
    fabrication,
    packaged,
    delivered,
    checkIds: checkIds(compiled, checked, packaged),
    open: verify(compiled, checked, fabrication, delivered, sourceHash),
  }
}
