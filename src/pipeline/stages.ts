import type { AnyCircuitElement } from "circuit-json"
import type { BoardDefinition } from "../board-definition"
import type { CheckRun } from "../check/report"
import type { RoutesFile } from "../route/routes-file"

/** Who is told how a build goes. The pipeline never prints. */
export interface Observer {
  /** A stage begins, in words a user understands: "compiling the board". */
  stage(text: string): void
  /** What the running stage is doing right now. */
  detail(text: string): void
}

export const silent: Observer = { stage: () => {}, detail: () => {} }

/** Runs what it is given as a stage: tells its name as it begins, and keeps how long it took, failed or not. */
export type RunStage = <T>(name: string, run: () => T | Promise<T>) => Promise<T>

/** @param timings gets the milliseconds of each stage */
export function stageRunner(tell: (name: string) => void, timings: Map<string, number>): RunStage {
  return async (name, run) => {
    tell(name)
    const started = performance.now()
    try {
      return await run()
    } finally {
      timings.set(name, performance.now() - started)
    }
  }
}

/** A board as compiled: the circuit JSON with its final copper. */
export interface CompiledBoard {
  readonly definition: BoardDefinition
  readonly circuit: AnyCircuitElement[]
  readonly routes: RoutesFile
  readonly runs: readonly CheckRun[]
  /** Parts do not fit or routes are stale: there is no copper to judge yet, and `runs` say why. */
  readonly blocked: boolean
}
