import type { AnyCircuitElement } from "circuit-json"
import type { BoardDefinition } from "../board-definition"
import type { CheckResult } from "../finding"
import type { CheckRun } from "./report"

/** A check of the compiled board: one rule family a file, listed here and nowhere else. */
export interface CircuitCheck {
  readonly id: string
  readonly title: string
  readonly run: (circuit: readonly AnyCircuitElement[], board: BoardDefinition) => CheckResult
}

export const circuitChecks: readonly CircuitCheck[] = []

export function checkCircuit(circuit: readonly AnyCircuitElement[], board: BoardDefinition): CheckRun[] {
  return circuitChecks.map((check) => ({
    id: check.id,
    title: check.title,
    ...check.run(circuit, board),
  }))
}
