import { setTimeout } from "node:timers/promises"
import { bundleClient } from "../book/bundle"
import { checkCircuit } from "../check/checks"
import { type CheckRun, makeReport, type Report } from "../check/report"
import { judge } from "../check/waivers"
import { checkLayout, compileRuns, layBoard } from "../compile/compile"
import { type AssemblyDrawings, drawAssemblies } from "../drawings/assembly-set"
import { fabricate } from "../fabricate/fabricate"
import type { Observer } from "../model/observer"
import { addJson, orderFiles, type PackageFiles } from "../pipeline/assemble-package"
import { bookOf, type LayoutFigures, layoutFigures, measuredOnce } from "../pipeline/book"
import { houseOf, orderOf } from "../pipeline/fab-house"
import type { ModelFiles } from "../pipeline/model-files"
import { type ModelInput, modelInput } from "../pipeline/model-input"
import { type Job, openThread } from "../pipeline/run-worker"
import { fabricationRun, modelRun, schematicRun } from "../pipeline/runs"
import { stageRunner } from "../pipeline/stages"
import { dateText } from "../pipeline/up-to-date"
import { type Keep, keeper } from "../project/kept"
import { drawSchematic } from "../schematic/draw"
import { sheetOf } from "../schematic/sheet-of"
import { optionsFromSource } from "../verify/options"
import { verifyContents } from "../verify/verify"

export interface RebuildOptions {
  readonly root: string
  readonly boardId: string
  readonly date: Date
  readonly observer: Observer
  /** Fresh Gerbers, judged; twice a run. Nothing is written to disk. */
  readonly onJudged: (
    report: Report,
    files: PackageFiles,
    timings: ReadonlyMap<string, number>,
    /** Whether tscircuit's own checks have had their say too. */
    whole: boolean,
  ) => void
  /** The book of it; `whole` once all is in it. Waited for: the next step would keep it from being sent. */
  readonly onBook: (html: string, whole: boolean) => Promise<void>
  /** Asked between steps: whether the source has changed meanwhile and the rest is not worth the time. */
  readonly isStale: () => Promise<boolean>
}

/** What takes its time and is shown as it was until it is made again. */
export interface Slow {
  assemblyDrawings?: AssemblyDrawings
  figures?: LayoutFigures
  model?: ModelFiles
}

/** A board that takes longer is stuck, and the one at the keyboard wants to know. */
const timeLimitMs = 60_000

/**
 * The order's pipeline in memory, findings and all. Unlike a build it does not stop at an open finding: whoever edits
 * wants to see the board as it is, with what is wrong with it. What is wanted first comes first: Gerbers and the
 * project's own checks, the picture, then tscircuit's checks (they take as long as the rest of compiling), drawings
 * and layout figures.
 * @param slow kept by the caller from one run to the next.
 * @throws UserError where there is nothing to show: the source does not compile, or no files can be made of it.
 */
export async function rebuild(options: RebuildOptions, slow: Slow): Promise<void> {
  const { root, boardId, observer } = options
  const timings = new Map<string, number>()
  const stage = stageRunner((name) => observer.stage(name), timings)
  const date = dateText(options.date)
  const keep = keeper(root)
  const laid = await stage("compile", () => layBoard({ orderOf, root, boardId, observer, timeLimitMs, keep }))
  if (await options.isStale()) return
  const { definition, circuit, routes } = laid
  const house = houseOf(definition)
  const first = compileRuns(circuit, definition, routes)
  const subject = { board: boardId, revision: definition.revision, date }
  const checked = await stage("check", () => checkCircuit(circuit, definition, house))
  const fabrication = await stage("fabricate", () =>
    fabricate(circuit, definition, house, { createdAt: date }),
  )
  const files = orderFiles(definition, circuit, fabrication, house.process, options.date)
  if (await options.isStale()) return
  const verified = await stage("verify", () =>
    verifyContents(files, house, optionsFromSource(definition, house)),
  )
  const runs: CheckRun[] = [...first, ...checked, fabricationRun(fabrication), ...verified.checks]
  const judged = (all: readonly CheckRun[]): Report => {
    const findings = all.flatMap((run) => run.findings)
    const report = makeReport(subject, all, judge(findings, definition.waivers, "so far"))
    addJson(files, "report.json", report)
    return report
  }
  options.onJudged(judged(runs), files, timings, false)
  if (await options.isStale()) return

  const schematic = await stage("schematic", () =>
    drawSchematic(circuit, sheetOf(definition, circuit), {
      ...subject,
      title: definition.title,
      date: options.date,
    }),
  )
  runs.push(schematicRun(schematic.findings))
  const client = await bundleClient(root)
  const schematicSvg = schematic.svg
  const book = (report: Report): string =>
    bookOf({
      ...slow,
      ...slow.figures,
      definition,
      circuit,
      house,
      fabrication,
      report,
      schematicSvg,
      client,
      files,
    })
  await options.onBook(await stage("book", () => book(judged(runs))), false)
  if (await options.isStale()) return

  const { runs: whole } = await stage("tscircuit's checks", () => checkLayout(laid, keep))
  const report = judged([...whole, ...runs.slice(first.length)])
  options.onJudged(report, files, timings, true)
  if (await options.isStale()) return
  slow.assemblyDrawings = await stage("drawings", () =>
    drawAssemblies(circuit, definition, { date: options.date, embedFont: false }),
  )
  if (await options.isStale()) return
  slow.figures = await stage("layout figures", async () =>
    layoutFigures(root, definition, await measuredOnce(definition, circuit, report, keep)),
  )
  if (await options.isStale()) return
  await options.onBook(await stage("book", () => book(report)), false)
  if (await options.isStale()) return
  const model = await stage("pictures and 3D", () =>
    modelUnless(options.isStale, modelInput(definition, circuit, fabrication, options.date, false), keep),
  )
  if (model === undefined) return
  slow.model = model
  for (const [path, content] of model.files) files.set(path, content)
  const last = judged([...whole, ...runs.slice(first.length), modelRun(model.check)])
  if (model.check.findings.length > 0) options.onJudged(last, files, timings, true)
  await options.onBook(await stage("book", () => book(last)), true)
}

/** The model, made on a thread of its own; nothing when the source changes before it is done. */
async function modelUnless(
  isStale: () => Promise<boolean>,
  input: ModelInput,
  keep: Keep,
): Promise<ModelFiles | undefined> {
  let job: Job<ModelInput, ModelFiles> | undefined
  const made = keep("model", input, () => {
    job = openThread("files-worker").job<ModelInput, ModelFiles>("model")
    job.start(input)
    return job.result()
  })
  const done = made.then((model) => ({ model }))
  done.catch(() => {}) // of a thread that was stopped nobody asks any more
  try {
    for (;;) {
      const outcome = await Promise.race([done, setTimeout(50, undefined)])
      if (outcome !== undefined) return outcome.model
      if (await isStale()) return undefined
    }
  } finally {
    job?.stop()
  }
}
