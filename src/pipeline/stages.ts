/** Runs what it is given as a stage: tells its name as it begins, and keeps how long it took, failed or not. */
export type RunStage = <T>(name: string, run: () => T | Promise<T>) => Promise<T>

/** @param timings gets the milliseconds of each stage */
export function stageRunner(tell: (name: string) => void, timings: Map<string, number>): RunStage {
  return async (name, run) => {
    tell(name)
    const started = performance.now()
    try {
      return await run()
    } finally {
      timings.set(name, performance.now() - started)
    }
  }
}
