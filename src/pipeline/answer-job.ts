import { parentPort } from "node:worker_threads"

/** The other end of a job: does the first work it is sent, answers and ends. What it throws reaches the asker. */
export function answerJob<Input, Output>(work: (input: Input) => Output | Promise<Output>): void {
  parentPort?.once("message", async (input: Input) => {
    parentPort?.postMessage(await work(input))
  })
}
