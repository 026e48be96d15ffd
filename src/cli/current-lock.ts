import { loadVendor } from "../bundler.mjs"
import type { Lock } from "../lock/lock"
import { UserError } from "../model/finding"
import { silent } from "../model/observer"
import { keeper } from "../project/kept"
import { sourceDate } from "../project/source-date"

/** Compiles a board and says what there is to accept of it. @throws UserError for a source with faults. */
export async function currentLock(root: string, boardId: string): Promise<Lock> {
  const keepCompiledCode = await loadVendor(root)
  const { layBoard } = await import("../compile/compile")
  const { fabricate } = await import("../fabricate/fabricate")
  const { lockState } = await import("../pipeline/lock-facts")
  const { findingLine } = await import("../check/report")
  const { houseOf, orderOf } = await import("../pipeline/fab-house")
  const keep = keeper(root)
  const laid = await layBoard({ root, boardId, orderOf, observer: silent, keep })
  const faults = laid.said.filter(({ severity }) => severity === "error")
  if (faults.length > 0) throw new UserError(faults.map(findingLine).join("\n"), { exitCode: 1 })
  const house = houseOf(laid.definition)
  const fabrication = fabricate(laid.circuit, laid.definition, house, {
    createdAt: sourceDate(root).toISOString(),
  })
  keepCompiledCode()
  return lockState(root, laid.circuit, laid.definition, fabrication, house).lock
}
