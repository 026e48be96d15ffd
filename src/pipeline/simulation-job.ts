import { openEngine } from "../simulate/engine"
import { type RunResult, runAll, type SimulationRun } from "../simulate/simulate"

/** Runs a board's scenarios. Plain data in and out: it is kept by what it was made from. */
export const simulationJob = (runs: readonly SimulationRun[]): Promise<RunResult[]> =>
  runAll(runs, openEngine)
