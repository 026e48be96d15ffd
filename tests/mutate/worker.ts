import { pathToFileURL } from "node:url"
import { loadVendor } from "../../src/bundler.mjs"
import { ancestors, Collector, type Suite, type Test } from "./harness"
import type { Job, Message, Status } from "./job"
import { Runtime } from "./runtime"

/** A test with what its run without a mutant showed. */
interface Known {
  readonly test: Test
  readonly mutants: ReadonlySet<number>
  readonly milliseconds: number
  readonly turns: number
  /** How many mutants it has killed, by their file. */
  readonly kills: Map<string, number>
}

/** One load of the bundle. Another is needed for what happens while modules are loaded. */
interface Generation {
  readonly runtime: Runtime
  readonly tests: readonly Test[]
}

/** So many loads fill the memory, as modules are never let go. */
const mostGenerations = 60

/** Tries mutants one by one, in one process: loads the tests once and runs for each those that reach it. */
export class Worker {
  private generations = 0
  private known: readonly Known[] = []
  private main: Generation | undefined
  private readonly hooks = new Map<Suite, ReadonlySet<number>>()

  constructor(
    private readonly job: Job,
    private readonly tell: (message: Message) => void,
  ) {}

  /** @returns whether all were tried: where not, another process has to go on. */
  async run(): Promise<boolean> {
    await loadVendor(this.job.root)
    await this.rehearse()
    for (const mutant of this.job.todo) {
      if (this.generations > mostGenerations) return false
      this.tell({ kind: "start", mutant })
      this.tell({ kind: "end", mutant, ...(await this.attempt(mutant)) })
    }
    return true
  }

  /** Runs every test without a mutant, and sees which mutants it reaches. */
  private async rehearse(): Promise<void> {
    const started = performance.now()
    const left: string[] = []
    const runtime = new Runtime()
    const { tests } = await this.load(runtime, -1, this.job.tests)
    this.main = { runtime, tests }
    const known: Known[] = []
    for (const test of tests) {
      for (const suite of ancestors(test.suite)) {
        if (suite.ready) continue
        const { mutants } = await runtime.record(() => setUp(suite).catch(() => undefined))
        this.hooks.set(suite, mutants)
      }
      const begun = cpuSeconds()
      let error: string | undefined
      const { mutants, turns } = await runtime.record(async () => {
        error = await outcome(test, 60_000)
      })
      const milliseconds = 1000 * (cpuSeconds() - begun)
      if (error !== undefined) left.push(`${titleOf(test)}: ${error}`)
      else if (milliseconds > 1000 * this.job.secondsPerTest)
        left.push(`${titleOf(test)}: ${Math.round(milliseconds)} ms`)
      else known.push({ test, mutants, turns, milliseconds, kills: new Map() })
    }
    this.known = known
    this.tell({ kind: "ready", tests: known.length, seconds: (performance.now() - started) / 1000, left })
  }

  private async load(runtime: Runtime, mutant: number, files: readonly string[]): Promise<Generation> {
    const collector = new Collector()
    const shared = { ...runtime.api, ...(await collector.api(this.job.root)) }
    Object.assign(globalThis, { [Symbol.for("mep.mutate")]: shared })
    runtime.wake(mutant)
    const url = `${pathToFileURL(this.job.bundle).href}?${this.generations++}`
    const bundle: { files: Readonly<Record<string, () => Promise<unknown>>> } = await import(url)
    for (const file of files) await collector.load(file, bundle.files[file] ?? (async () => {}))
    return { runtime, tests: collector.tests }
  }

  private async attempt(mutant: number): Promise<{ status: Status; by: string }> {
    const { main } = this
    if (main === undefined) throw new Error("not rehearsed")
    const reached = this.reaching((one) => one === mutant)
    if (reached.length > 0) return this.tryIn(main, mutant, reached)
    const file = this.job.fileOf[mutant]
    const near = this.reaching((one) => this.job.fileOf[one] === file)
    if (main.runtime.isWorkedOutAgain(mutant) && near.length > 0) {
      const result = await this.tryIn(main, mutant, near)
      if (result.status !== "survived") return result
    }
    return this.tryAnew(mutant, near)
  }

  private reaching(which: (mutant: number) => boolean): readonly Known[] {
    return this.known.filter(
      ({ test, mutants }) =>
        [...mutants].some(which) ||
        ancestors(test.suite).some((suite) => [...(this.hooks.get(suite) ?? [])].some(which)),
    )
  }

  /** The quickest that has killed most of this file's before, first. */
  private inOrder(tests: readonly Known[], file: string): Known[] {
    const worth = ({ kills, milliseconds }: Known) => (1 + (kills.get(file) ?? 0)) / (5 + milliseconds)
    return [...tests].sort((a, b) => worth(b) - worth(a))
  }

  private async tryIn({ runtime }: Generation, mutant: number, tests: readonly Known[]) {
    const file = this.job.fileOf[mutant] ?? ""
    const deadline = cpuSeconds() + this.job.secondsPerMutant
    const touched = new Set<Suite>()
    // Who reads a constant is not recorded: whoever came by its file may have.
    const again = runtime.isWorkedOutAgain(mutant)
    const isIn = (mutants: ReadonlySet<number> = new Set()): boolean =>
      mutants.has(mutant) || (again && [...mutants].some((one) => this.job.fileOf[one] === file))
    let found: { status: Status; by: string } | undefined
    for (const known of this.inOrder(tests, file)) {
      if (cpuSeconds() > deadline) break
      const { test } = known
      runtime.wake(mutant)
      for (const suite of ancestors(test.suite))
        if (isIn(this.hooks.get(suite)) && !touched.has(suite)) {
          suite.ready = false
          touched.add(suite)
        }
      runtime.limit(20 * known.turns + 1_000_000)
      const error = await outcome(test, 60_000 + 20 * known.milliseconds)
      runtime.limit(Number.POSITIVE_INFINITY)
      runtime.wake(-1)
      if (error === undefined) continue
      // A test that now fails without the mutant, too, was broken by something else: it says nothing.
      for (const suite of touched) suite.ready = false
      touched.clear()
      if ((await outcome(test, 60_000)) !== undefined) {
        for (const suite of ancestors(test.suite)) suite.ready = false
        continue
      }
      known.kills.set(file, (known.kills.get(file) ?? 0) + 1)
      found = { status: /without an end|no answer/.test(error) ? "endless" : "killed", by: titleOf(test) }
      break
    }
    for (const suite of touched) suite.ready = false
    return found ?? { status: "survived" as const, by: "" }
  }

  /** With the mutant awake while everything is loaded. */
  private async tryAnew(mutant: number, near: readonly Known[]): Promise<{ status: Status; by: string }> {
    const { job, known } = this
    const file = job.fileOf[mutant] ?? ""
    const ordered = this.inOrder(near.length > 0 ? near : known, file)
    const usual = new Set(known.map(({ test }) => titleOf(test)))
    const deadline = cpuSeconds() + job.secondsPerMutant
    const runtime = new Runtime()
    try {
      for (const path of [...new Set(ordered.map(({ test }) => test.suite.file))]) {
        if (cpuSeconds() > deadline) break
        const { tests } = await this.load(runtime, mutant, [path])
        for (const test of tests) {
          if (cpuSeconds() > deadline) break
          if (!usual.has(titleOf(test))) continue
          const error = await outcome(test, 30_000)
          if (error !== undefined) return { status: "killed", by: titleOf(test) }
        }
      }
    } catch (error) {
      return { status: "killed", by: `loading: ${lineOf(error)}` }
    }
    return { status: near.length > 0 ? "survived" : "uncovered", by: "" }
  }
}

/** What this process has worked: what it waited for others on the machine does not count. */
function cpuSeconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

const titleOf = ({ suite, name }: Test): string => `${suite.file}: ${name}`

async function setUp(suite: Suite): Promise<void> {
  suite.ready = true
  for (const hook of suite.beforeAll) await hook()
}

/** Runs a test with its hooks. @returns what went wrong. */
async function outcome(test: Test, milliseconds: number): Promise<string | undefined> {
  const suites = ancestors(test.suite)
  const run = async (): Promise<void> => {
    for (const suite of suites) if (!suite.ready) await setUp(suite)
    for (const suite of suites) for (const hook of suite.beforeEach) await hook()
    try {
      await test.body()
    } finally {
      for (const suite of suites) for (const hook of suite.afterEach) await hook()
    }
  }
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("no answer")), milliseconds)
  })
  try {
    await Promise.race([run(), late])
    return undefined
  } catch (error) {
    return lineOf(error)
  } finally {
    clearTimeout(timer)
  }
}

const lineOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split("\n")[0]?.slice(0, 200) ?? ""
