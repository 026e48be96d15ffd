import { availableParallelism, totalmem } from "node:os"
import { loadVendor } from "../bundler.mjs"
import { failureOf } from "../failure"
import { startBundle } from "../project/boards"
import type { BuildOptions, BuildOutcome } from "./build-job"
import { buildInProcess } from "./build-process"
import { findUnchanged } from "./up-to-date"

/** Peak of one board's process, with room. */
const bytesPerBoard = 2 ** 30

/** Boards that this machine builds side by side: one a core, as many as fit into its memory. */
export const sideBySide = (): number =>
  Math.max(1, Math.min(availableParallelism(), Math.floor(totalmem() / bytesPerBoard)))

/**
 * Builds boards independently of each other, `jobs` of them at a time: a single one in this process, several in a
 * process each. What is up to date starts none.
 * @returns an outcome a board, in the order given. None rejects.
 */
export function buildAll(builds: readonly BuildOptions[], jobs: number): Promise<BuildOutcome>[] {
  const known = Promise.all(builds.map(unchanged))
  const planned = known.then((outcomes) => {
    const alone = jobs === 1 || outcomes.filter((outcome) => outcome === undefined).length === 1
    return { outcomes, alone, limited: limit(alone ? 1 : jobs) }
  })
  return builds.map(async (build, index) => {
    const { outcomes, alone, limited } = await planned
    return outcomes[index] ?? limited(() => attempt(() => (alone ? buildHere(build) : buildInProcess(build))))
  })
}

async function unchanged(build: BuildOptions): Promise<BuildOutcome | undefined> {
  try {
    const result = await findUnchanged(build)
    return result === undefined ? undefined : { result }
  } catch (error) {
    return { failure: failureOf(error) }
  }
}

/** Loads the compiler and builds. The code that V8 compiled is kept for the next process. */
export async function buildHere(build: BuildOptions): Promise<BuildOutcome> {
  const bundle = await startBundle(build.root, build.boardId)
  const keepCompiledCode = await loadVendor(build.root)
  const { buildBoard } = await import("./build")
  const result = await buildBoard({ ...build, bundle })
  keepCompiledCode()
  return { result }
}

export async function attempt(work: () => Promise<BuildOutcome>): Promise<BuildOutcome> {
  try {
    return await work()
  } catch (error) {
    return { failure: failureOf(error) }
  }
}

/** Lets `most` pieces of work run at a time; the others wait in the order they came. */
function limit(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  let free = most
  const waiting: (() => void)[] = []
  return async (work) => {
    if (free === 0) await new Promise<void>((resolve) => waiting.push(resolve))
    else free--
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next === undefined) free++
      else next()
    }
  }
}
