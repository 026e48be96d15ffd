import type { AnyCircuitElement } from "circuit-json"
import type { BoardDefinition } from "../board-definition"
import type { CheckResult } from "../finding"
import type { AssemblySet } from "./assembly"
import { gerberFiles } from "./gerbers"

export interface FabricateOptions {
  /** Instant written into the files, ISO 8601 in UTC (`2026-11-22T18:00:00Z`): from the commit, never the clock. */
  readonly createdAt: string
}

/** Everything the fab gets, as text. Nothing here touches the disk. */
export interface Fabrication extends CheckResult {
  /** File name -> text: all Gerbers, then PTH and NPTH drills, in the order they go into the zip. */
  readonly gerbers: ReadonlyMap<string, string>
  /** Path below `assembly/` (`esp32-controlled/hand/bom.csv`) -> text. */
  readonly assemblyFiles: ReadonlyMap<string, string>
  /** The rows behind `assemblyFiles`, for the book and the checks. */
  readonly assembly: readonly AssemblySet[]
}

/** Turns a compiled board into the files of an order. An error among the findings means: do not ship these files. */
export function fabricate(
  circuitJson: readonly AnyCircuitElement[],
  board: BoardDefinition,
  options: FabricateOptions,
): Fabrication {
  const gerbers = gerberFiles(circuitJson, board, options.createdAt)
  return {
    gerbers: gerbers.files,
    assemblyFiles: new Map(),
    assembly: [],
    findings: gerbers.findings,
    figures: [],
  }
}
