import type { AnyCircuitElement } from "circuit-json"
import { type Job, openThread } from "./run-worker"

/** What the thread that runs tscircuit's layout checks is started with. */
export interface LayoutThread {
  readonly root: string
}

/** A thread for {@link layoutComplaints}. `loadVendor` must have run, so that its bundle is there. */
export function openLayoutJob(root: string): Job<readonly AnyCircuitElement[], AnyCircuitElement[]> {
  return openThread("layout-worker", { root } satisfies LayoutThread).job("layout")
}
