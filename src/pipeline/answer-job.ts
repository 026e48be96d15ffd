import { parentPort } from "node:worker_threads"

/**
 * The other end of a job: does the first work it is sent, answers and ends. What it throws reaches the asker.
 * @param afterwards once the answer is out
 */
export function answerJob<Input, Output>(
  work: (input: Input) => Output | Promise<Output>,
  afterwards?: () => void,
): void {
  parentPort?.once("message", async (input: Input) => {
    parentPort?.postMessage(await work(input))
    afterwards?.()
  })
}
