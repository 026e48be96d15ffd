import { parentPort } from "node:worker_threads"
import type { Answer, Order } from "./run-worker"

/**
 * The other end of a thread: does the work it is sent, one after the other, and ends when each was done once. What it
 * throws reaches the asker.
 * @param afterwards once the last answer is out
 */
export function answerJobs(
  works: Readonly<Record<string, (input: never) => unknown>>,
  afterwards?: () => void,
): void {
  const left = new Set(Object.keys(works))
  let before: Promise<void> = Promise.resolve()
  parentPort?.on("message", ({ job, input }: Order) => {
    before = before.then(async () => {
      const work = works[job] as (input: unknown) => unknown
      parentPort?.postMessage({ job, output: await work(input) } satisfies Answer)
      left.delete(job)
      if (left.size > 0) return
      parentPort?.close()
      afterwards?.()
    })
  })
}
