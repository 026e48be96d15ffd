import type { AnyCircuitElement } from "circuit-json"
import type { CheckRun } from "../check/report"
import { circuitView } from "../circuit/view"
import { drawSimulation } from "../drawings/simulation"
import type { Board } from "../model/board"
import type { Keep } from "../project/kept"
import { resultsCsv, resultsMarkdown } from "../simulate/results"
import {
  figuresOf,
  findingsOf,
  type RunResult,
  runsOf,
  type Simulated,
  type SimulationJob,
  type SimulationRun,
  simulated,
  simulationJobs,
} from "../simulate/simulate"
import { addText, type PackageFiles } from "./assemble-package"

/** What became of a board's scenarios, in the order of its source. */
export interface Simulation {
  readonly jobs: readonly SimulationJob[]
  readonly results: readonly Simulated[]
}

/** Simulates a board's scenarios, or takes the results from an earlier run of the same decks. */
export async function simulateBoard(
  board: Board,
  circuit: readonly AnyCircuitElement[],
  keep: Keep,
  run: (runs: readonly SimulationRun[]) => Promise<readonly RunResult[]>,
): Promise<Simulation> {
  const { id, revision, scenarios } = board
  if (scenarios.length === 0) return { jobs: [], results: [] }
  const jobs = simulationJobs(`${id} ${revision}`, circuitView(circuit, board), scenarios)
  const runs = runsOf(jobs)
  const results = runs.length === 0 ? [] : await keep("simulate", runs, () => run(runs))
  return { jobs, results: simulated(jobs, results) }
}

/** A check for every scenario: what it measured, and which limits it did not hold. */
export const simulationChecks = ({ jobs, results }: Simulation): CheckRun[] =>
  jobs.map((job, index) => {
    const result = results[index] ?? { readings: [], panels: [], points: 0 }
    return {
      id: `simulate/${job.scenario.id}`,
      title: `Simulated: ${job.scenario.title}`,
      findings: findingsOf(job, result),
      figures: figuresOf(job, result),
    }
  })

/** Decks, pictures and results, as the package has them. */
export function simulationFiles({ jobs, results }: Simulation, board: Board, date: Date): PackageFiles {
  const files: PackageFiles = new Map()
  if (jobs.length === 0) return files
  const subject = { title: board.title, revision: board.revision, date: date.toISOString().slice(0, 10) }
  jobs.forEach(({ scenario, deck }, index) => {
    const result = results[index]
    addText(files, `simulation/${scenario.id}.cir`, deck.text)
    if (result !== undefined && result.panels.length > 0)
      addText(
        files,
        `simulation/${scenario.id}.svg`,
        drawSimulation(scenario, result, subject, { forPage: false }),
      )
  })
  addText(files, "simulation/results.md", resultsMarkdown(`${board.title} v${board.revision}`, jobs, results))
  addText(files, "simulation/results.csv", resultsCsv(jobs, results))
  return files
}
