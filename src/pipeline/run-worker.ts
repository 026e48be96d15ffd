import { Worker } from "node:worker_threads"
import { UserError } from "../model/finding"

/** Work for a thread. Its result never goes unhandled: it is asked for later, or the thread is stopped. */
export interface Job<Input, Output> {
  /** Sends the thread its work. Input and output are plain data: they are copied. */
  readonly start: (input: Input) => void
  readonly result: () => Promise<Output>
  /** Ends the thread at once, and with it whatever else it was to do. */
  readonly stop: () => void
}

/**
 * A thread that does its jobs one after the other, in the order they are started. Each is started once at most; when
 * all are done the thread ends.
 */
export interface Thread {
  readonly job: <Input, Output>(job: string) => Job<Input, Output>
}

/** What goes to a thread and comes back from it. */
export interface Order {
  readonly job: string
  readonly input: unknown
}
export interface Answer {
  readonly job: string
  readonly output: unknown
}

/**
 * Starts a thread that loads its code and waits for work. The bundle of the command line has it as `NAME.mjs`. A
 * thread without work does not keep the process alive.
 */
export function openThread(name: string, workerData?: object): Thread {
  const worker = new Worker(new URL(`./${name}.mjs`, import.meta.url), { workerData })
  const answered = new Map<string, (output: unknown) => void>()
  let running = 0
  worker.on("message", ({ job, output }: Answer) => {
    answered.get(job)?.(output)
    if (--running === 0) worker.unref()
  })
  // After the listener, since that too keeps the process alive.
  worker.unref()
  const job = <Input, Output>(job: string): Job<Input, Output> => {
    const outcome = new Promise<{ output: Output } | { error: unknown }>((resolve) => {
      answered.set(job, (output) => resolve({ output: output as Output }))
      worker.once("error", (error) => resolve({ error: asUserError(error) }))
      worker.once("exit", (code) =>
        resolve({ error: new Error(`the thread ${name} ended with code ${code}`) }),
      )
    })
    return {
      start: (input) => {
        running++
        worker.ref()
        worker.postMessage({ job, input } satisfies Order)
      },
      result: async () => {
        const done = await outcome
        if ("error" in done) throw done.error
        return done.output
      },
      stop: () => void worker.terminate(),
    }
  }
  return { job }
}

/** Errors cross threads without their class. */
function asUserError(error: unknown): unknown {
  return error instanceof Error && error.name === "UserError"
    ? new UserError(error.message, { cause: error, exitCode: 1 })
    : error
}
