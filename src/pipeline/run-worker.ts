import { Worker } from "node:worker_threads"
import { UserError } from "../finding"

/** A thread that does one job. Its result never goes unhandled: it is asked for later, or the thread is stopped. */
export interface Job<Input, Output> {
  /** Sends the thread its work. Input and output are plain data: they are copied. */
  readonly start: (input: Input) => void
  readonly result: () => Promise<Output>
  readonly stop: () => void
}

/**
 * Starts a thread that loads its code and waits for work. The bundle of the command line has it as `NAME.mjs`. A
 * thread without work does not keep the process alive.
 */
export function openJob<Input, Output>(name: string, workerData?: object): Job<Input, Output> {
  const worker = new Worker(new URL(`./${name}.mjs`, import.meta.url), { workerData })
  const outcome = new Promise<{ output: Output } | { error: unknown }>((resolve) => {
    worker.once("message", (output: Output) => resolve({ output }))
    worker.once("error", (error) => resolve({ error: asUserError(error) }))
    worker.once("exit", (code) => resolve({ error: new Error(`the thread ${name} ended with code ${code}`) }))
  })
  worker.unref()
  return {
    start: (input) => {
      worker.ref()
      worker.postMessage(input)
    },
    result: async () => {
      const done = await outcome
      if ("error" in done) throw done.error
      return done.output
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
