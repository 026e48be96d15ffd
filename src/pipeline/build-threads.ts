import type { AnyCircuitElement } from "circuit-json"
import type { RunResult, SimulationRun } from "../simulate/simulate"
import type { VerifyReport } from "../verify/report"
import { openLayoutJob } from "./layout-job"
import type { ModelFiles } from "./model-files"
import type { ModelInput } from "./model-input"
import { type Job, openThread } from "./run-worker"
import type { VerifyJob } from "./verify-job"

/** What a build has done beside its own thread. */
export interface BuildThreads {
  /** Starts them before there is work, so that they are loaded when there is. */
  readonly open: () => void
  /** Ends them, whatever they do. */
  readonly stop: () => void
  readonly layout: (circuit: readonly AnyCircuitElement[]) => Promise<AnyCircuitElement[]>
  readonly verify: (job: VerifyJob) => Promise<VerifyReport>
  readonly model: (input: ModelInput) => Promise<ModelFiles>
  readonly simulate: (runs: readonly SimulationRun[]) => Promise<readonly RunResult[]>
}

/** Threads start when they are needed: a build whose results are kept from an earlier one needs none. */
export function buildThreads(root: string): BuildThreads {
  const layout = once(() => openLayoutJob(root))
  const files = once(() => {
    const thread = openThread("files-worker")
    return {
      verify: thread.job<VerifyJob, VerifyReport>("verify"),
      model: thread.job<ModelInput, ModelFiles>("model"),
    }
  })
  const simulation = once(() =>
    openThread("simulation-worker").job<readonly SimulationRun[], readonly RunResult[]>("simulate"),
  )
  return {
    // The simulation's is the exception: it takes 100 MB, and is seldom needed.
    open: () => {
      layout.get()
      files.get()
    },
    stop: () => {
      layout.opened()?.stop()
      files.opened()?.verify.stop()
      simulation.opened()?.stop()
    },
    layout: (circuit) => run(layout.get(), circuit),
    verify: (job) => run(files.get().verify, job),
    model: (input) => run(files.get().model, input),
    simulate: (runs) => run(simulation.get(), runs),
  }
}

function run<Input, Output>(job: Job<Input, Output>, input: Input): Promise<Output> {
  job.start(input)
  return job.result()
}

function once<T>(make: () => T) {
  let made: T | undefined
  return {
    get: (): T => {
      made ??= make()
      return made
    },
    opened: (): T | undefined => made,
  }
}
