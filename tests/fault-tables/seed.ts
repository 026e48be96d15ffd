import type { Observer } from "../pipeline/stages"
import { cleanBoard } from "./clean"
import type { Fault, Outcome } from "./fault"
import { runFault } from "./run"
import { type LimitOutcome, runLimits } from "./run-limits"
import type { OpenFindings } from "./stages"

export interface SeedOptions {
  readonly root: string
  readonly boardId: string
  readonly faults: readonly Fault[]
  readonly observer: Observer
  readonly withLimits: boolean
}

/** Outcomes of all faults, and of the limits where those were asked for. */
export interface SeedResult {
  /** What the board without a fault is blamed for: must be nothing. */
  readonly clean: OpenFindings
  /** Every check that was run: those of the build. */
  readonly checks: readonly string[]
  readonly outcomes: readonly Outcome[]
  readonly limits: readonly LimitOutcome[]
}

/** Compiles the board once and seeds the faults one after another. */
export async function seedFaults(options: SeedOptions): Promise<SeedResult> {
  const { root, boardId, observer } = options
  observer.stage(`${boardId}: compile the board without a fault`)
  const clean = await cleanBoard(root, boardId, observer)
  observer.stage(`${boardId}: seed ${options.faults.length} faults`)
  const outcomes: Outcome[] = []
  for (const fault of options.faults) {
    observer.detail(fault.title)
    outcomes.push(await runFault(fault, clean, root))
  }
  return {
    clean: clean.open,
    checks: clean.checkIds,
    outcomes,
    limits: options.withLimits ? runLimits(clean) : [],
  }
}
