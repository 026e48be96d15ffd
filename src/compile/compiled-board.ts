import type { AnyCircuitElement } from "circuit-json"
import type { CheckRun } from "../check/report"
import type { Board } from "../model/board"
import type { RoutesFile } from "../route/routes-file"

/** A board as compiled: the circuit JSON with its final copper. */
export interface CompiledBoard {
  readonly definition: Board
  readonly circuit: AnyCircuitElement[]
  readonly routes: RoutesFile
  readonly runs: readonly CheckRun[]
  /** Parts do not fit or routes are stale: there is no copper to judge yet, and `runs` say why. */
  readonly blocked: boolean
}
