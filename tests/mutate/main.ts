import { execFileSync, fork } from "node:child_process"
import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { bundleTests, testFiles, within } from "./bundle"
import { equivalents } from "./equivalent"
import type { Job, Message, Status } from "./job"
import { mutate, sourceFiles } from "./program"
import { hashOf, Results } from "./results"
import type { Mutant } from "./schemata"
import { page, rowsOf, type Tried, tableLines } from "./table"
import { leftOut, type Target, targets } from "./targets"
import { Worker } from "./worker"

/** So long may a worker say nothing: then its mutant has no end. */
const silenceMs = 300_000

const docs = "docs/mutation.md"

interface Options {
  readonly root: string
  readonly cache: string
  readonly deadline: number
  /** Paths to keep to. */
  readonly only: readonly string[]
  /** Tests to ask instead of the target's: what they do not kill, others may. */
  readonly tests: readonly string[]
}

/** One target's mutants with what is known of them. */
interface Round {
  readonly target: Target
  readonly tried: readonly Tried[]
}

export async function main(root: string, script: string, args: readonly string[]): Promise<number> {
  if (args[0] === "--worker") return work(args[1] ?? "")
  const { values } = parseArgs({
    args: [...args],
    options: {
      minutes: { type: "string", default: "600" },
      changed: { type: "string" },
      only: { type: "string", multiple: true, default: [] },
      tests: { type: "string", multiple: true, default: [] },
      survivors: { type: "boolean", default: false },
      figures: { type: "boolean", default: false },
    },
  })
  const changed = values.changed === undefined ? undefined : changedFiles(root, values.changed)
  const options: Options = {
    root,
    cache: join(root, "node_modules/.cache/mutate"),
    deadline: values.figures ? 0 : Date.now() + 60_000 * Number(values.minutes),
    only: [...values.only, ...(changed ?? [])],
    tests: values.tests,
  }
  if (changed?.length === 0) return 0
  const results = new Results(join(options.cache, "results.json"))
  const rounds: Round[] = []
  for (const target of targets) rounds.push(...(await round(target, options, results, script)))
  const all = rounds.flatMap(({ tried }) => tried)
  const rows = rowsOf(all, targets)
  if (values.survivors) for (const line of survivors(all)) console.log(line)
  console.log(tableLines(rows, targets).join("\n"))
  if (options.only.length === 0) writeFileSync(join(root, docs), page(rows, targets))
  const below = rows.filter(
    ({ folder, rate }) => rate < (targets.find(({ path }) => path === folder)?.bar ?? 0),
  )
  return below.length > 0 ? 1 : 0
}

/** Files of a target that differ from another revision, as git tells. */
function changedFiles(root: string, base: string): string[] {
  const names = execFileSync("git", ["diff", "--name-only", "--diff-filter=d", `${base}...HEAD`], {
    cwd: root,
    encoding: "utf8",
  })
  return names.split("\n").filter((name) => targets.some(({ path }) => within(name, path)))
}

async function round(
  target: Target,
  options: Options,
  results: Results,
  script: string,
): Promise<readonly Round[]> {
  const { root, cache, only } = options
  const files = sourceFiles(root, [target.path]).filter(
    (file) => only.length === 0 || only.some((one) => within(file, one)),
  )
  if (files.length === 0) return []
  const { mutants, texts } = mutate(root, files)
  const hashes = new Map(files.map((file) => [file, hashOf(readFileSync(join(root, file), "utf8"))]))
  const keyOf = ({ file, original, replacement, nth }: Mutant): string =>
    `${file} ${hashes.get(file)} ${hashOf(original, replacement)} ${nth}`
  const tests = testFiles(root, options.tests.length > 0 ? options.tests : target.tests, leftOut)
  const ofTests = hashOf(...tests.map((file) => readFileSync(join(root, file), "utf8")))
  const todo = mutants
    .map((mutant, number) => ({ mutant, number, order: hashOf(keyOf(mutant)) }))
    .filter(({ mutant }) => !isEquivalent(mutant) && results.get(keyOf(mutant), ofTests) === undefined)
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .map(({ number }) => number)
  console.error(`${target.path}: ${mutants.length} mutants, ${todo.length} to try`)
  if (todo.length > 0 && Date.now() < options.deadline) {
    mkdirSync(cache, { recursive: true })
    const bundle = join(cache, `${target.path.replaceAll("/", "-")}.mjs`)
    await bundleTests(root, tests, texts, bundle)
    const job: Job = {
      root,
      bundle,
      tests,
      fileOf: mutants.map(({ file }) => file),
      todo,
      secondsPerMutant: 5,
      secondsPerTest: 8,
    }
    await tryAll(job, script, options, (number, status, by) => {
      const mutant = mutants[number]
      if (mutant !== undefined) results.set(keyOf(mutant), { status, by, tests: ofTests })
      if (number % 10 === 0) results.save()
    })
    results.save()
  }
  const tried = mutants.map((mutant): Tried => {
    const known = results.get(keyOf(mutant), ofTests) ?? results.last(keyOf(mutant))
    return { mutant, status: isEquivalent(mutant) ? "equivalent" : known?.status }
  })
  return [{ target, tried }]
}

/** Hands the mutants to one worker after another until all are tried or the time is over. */
async function tryAll(
  job: Job,
  script: string,
  { deadline, cache }: Options,
  done: (mutant: number, status: Status, by: string) => void,
): Promise<void> {
  let left = [...job.todo]
  while (left.length > 0 && Date.now() < deadline) {
    const file = join(cache, "job.json")
    writeFileSync(file, JSON.stringify({ ...job, todo: left }))
    const before = left.length
    await once(script, file, deadline, (message) => {
      if (message.kind === "ready") {
        console.error(`${message.tests} tests in ${message.seconds.toFixed(0)} s`)
        for (const line of message.left) console.error(`  not asked: ${line}`)
      }
      if (message.kind !== "end") return
      done(message.mutant, message.status, message.by)
      left = left.filter((one) => one !== message.mutant)
      if (left.length % 100 === 0) console.error(`${left.length} left`)
    })
    if (left.length === before && Date.now() < deadline)
      throw new Error("a worker ended before its first mutant")
  }
}

/** One worker, until it ends; killed when it is silent for too long, or the time is over. */
function once(
  script: string,
  job: string,
  deadline: number,
  hear: (message: Message) => void,
): Promise<void> {
  return new Promise((resolve) => {
    const child = fork(script, ["--worker", job], {
      stdio: ["ignore", "ignore", "inherit", "ipc"],
      execArgv: ["--max-old-space-size=3000", "--stack-size=2000"],
    })
    let current: number | undefined
    let heard = Date.now()
    const timer = setInterval(() => {
      const silent = current !== undefined && Date.now() - heard > silenceMs
      if (silent || Date.now() > deadline) child.kill("SIGKILL")
      if (silent && current !== undefined) {
        hear({ kind: "end", mutant: current, status: "endless", by: "no answer" })
        current = undefined
      }
    }, 1000)
    child.on("message", (message: Message) => {
      heard = Date.now()
      current = message.kind === "start" ? message.mutant : undefined
      hear(message)
    })
    child.on("exit", () => {
      clearInterval(timer)
      // What ends the process, by filling its memory or its stack, is noticed.
      if (current !== undefined && Date.now() <= deadline)
        hear({ kind: "end", mutant: current, status: "endless", by: "ended the process" })
      resolve()
    })
  })
}

async function work(file: string): Promise<number> {
  process.on("disconnect", () => process.exit())
  const job: Job = JSON.parse(readFileSync(file, "utf8"))
  await new Worker(job, (message) => process.send?.(message)).run()
  process.exit()
  return 0
}

const isEquivalent = ({ file, original, replacement }: Mutant): boolean =>
  equivalents.some((one) => one.file === file && one.original === original && one.replacement === replacement)

const survivors = (all: readonly Tried[]): string[] =>
  all
    .filter(({ status }) => status === "survived" || status === "uncovered")
    .map(
      ({ mutant: { file, line, original, replacement }, status }) =>
        `${file}:${line} ${status === "uncovered" ? "(no test) " : ""}${oneLine(original)}  ->  ${oneLine(replacement)}`,
    )

const oneLine = (text: string): string => text.replace(/\s+/g, " ")
