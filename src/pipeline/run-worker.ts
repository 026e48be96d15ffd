import { Worker } from "node:worker_threads"
import { UserError } from "../finding"
import type { ModelFiles, ModelInput } from "./model-files"

/** A job on a thread of its own. `result` never goes unhandled: it is asked for later, or the job is stopped. */
export interface ModelJob {
  readonly result: () => Promise<ModelFiles>
  readonly stop: () => void
}

/** Starts {@link makeModelFiles} on a worker thread. The bundle of the command line has it as `model-worker.mjs`. */
export function startModelJob(input: ModelInput): ModelJob {
  const worker = new Worker(new URL("./model-worker.mjs", import.meta.url), { workerData: input })
  const outcome = new Promise<{ files: ModelFiles } | { error: unknown }>((resolve) => {
    worker.once("message", (files: ModelFiles) => resolve({ files }))
    worker.once("error", (error) => resolve({ error: asUserError(error) }))
    worker.once("exit", (code) => resolve({ error: new Error(`the 3D worker ended with code ${code}`) }))
  })
  return {
    result: async () => {
      const done = await outcome
      if ("error" in done) throw done.error
      return done.files
    },
    stop: () => void worker.terminate(),
  }
}

/** Errors cross threads without their class. */
function asUserError(error: unknown): unknown {
  return error instanceof Error && error.name === "UserError"
    ? new UserError(error.message, { cause: error, exitCode: 1 })
    : error
}
