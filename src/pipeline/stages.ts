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

/** A board as compiled: the circuit JSON with its final copper. */
export interface CompiledBoard {
  readonly definition: BoardDefinition
  readonly circuit: AnyCircuitElement[]
  readonly routes: RoutesFile
  readonly runs: readonly CheckRun[]
  /** Parts do not fit or routes are stale: there is no copper to judge yet, and `runs` say why. */
  readonly blocked: boolean
}
