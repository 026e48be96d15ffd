import { setImmediate } from "node:timers/promises"
import { checkCircuit, needsNoCopper } from "../check/checks"
import { type CheckRun, makeReport, promisedAssembly, type Report } from "../check/report"
import { isOpenIssue, judge } from "../check/waivers"
import { judgeLayout, layBoard } from "../compile/compile"
import { fabricate } from "../fabricate/fabricate"
import { type Draft, draftFiles, markPage, reportFields, requireAccepted } from "../lock/draft"
import type { Board } from "../model/board"
import { makeManifest, manifestName } from "../package/manifest"
import { placePackage, recover } from "../package/place"
import { keeper } from "../project/kept"
import { sourceHash } from "../project/source-hash"
import { optionsFromSource } from "../verify/options"
import { contractCheck } from "../verify/verify"
import { addJson, addText, addUpload, unzippedFiles } from "./assemble-package"
import type { BookPieces } from "./book"
import { type BuildOptions, type BuildResult, packageFolder } from "./build-job"
import { buildThreads } from "./build-threads"
import { fabHouse, houseOf, orderAt, orderOf } from "./fab-house"
import { lockState } from "./lock-facts"
import { modelInput } from "./model-input"
import { fabricationRun, modelRun, sourceRun } from "./runs"
import { simulateBoard, simulationChecks, simulationFiles } from "./simulation"
import { stageRunner } from "./stages"
import { bookFile, dateText } from "./up-to-date"

/**
 * Compile -> check -> fabricate -> verify -> package, for one board. This is the one file that knows the order of the stages;
 * a stage gets the named results of those before it and none knows another.
 *
 * An open finding ends it before anything is written: the last good package stays.
 */
export async function buildBoard(options: BuildOptions): Promise<BuildResult> {
  const { root, boardId, observer, fab } = options
  const folder = packageFolder(options)
  const timings = new Map<string, number>()
  const stage = stageRunner(
    (name) => observer.stage(`${boardId}${fab === undefined ? "" : ` at ${fab}`}: ${name}`),
    timings,
  )
  recover(folder)
  const date = dateText(options.date)
  const hash = beside(sourceHash(root, boardId))

  const keep = keeper(root, { fresh: options.force })
  const threads = buildThreads(root)
  const laid = await stage("compile", () =>
    layBoard({
      ...options,
      keep,
      onRender: threads.open, // they load meanwhile
      orderOf: (source) => (fab === undefined ? orderOf(source) : orderAt(source, fabHouse(fab, "--fab"))),
    }),
  )
  const { definition, circuit } = laid
  const house = houseOf(definition)
  const subject = { board: boardId, revision: definition.revision, date }
  const assembly = promisedAssembly(definition)
  let draft: Draft | undefined
  const judged = (checks: readonly CheckRun[], asked: "so far" | "all" = "so far") => {
    const judgement = judge(
      checks.flatMap((check) => check.findings),
      definition.waivers,
      asked === "all" && definition.fab !== definition.home.fab ? "all, elsewhere" : asked,
    )
    const report = {
      ...makeReport({ ...subject, assembly }, checks, judgement),
      ...reportFields(draft),
      ...fabFields(definition),
    }
    return { report, stopped: judgement.open.some(isOpenIssue) }
  }
  if (laid.faulty) {
    return { status: "stopped", folder, report: judged(judgeLayout(laid, []).runs).report, timings }
  }

  const complaints = beside(keep("layout", circuit, () => threads.layout(circuit)))
  const simulating = beside(simulateBoard(definition, circuit, keep, threads.simulate))
  await setImmediate() // the thread has its work before this one begins with its own
  // The written files are checked and drawn on a thread of their own while the circuit is checked on this one.
  const written = await stage("fabricate", () =>
    attempt(() => {
      const fabrication = fabricate(circuit, definition, house, { createdAt: date })
      draft = lockState(root, circuit, definition, fabrication, house).draft
      if (options.frozen === true) requireAccepted(draft)
      const files = unzippedFiles(definition, circuit, fabrication, house.process, options.date)
      const job = {
        ...{ files, fab: house.id },
        options: { ...optionsFromSource(definition, house), zipFollows: true },
      }
      const verifying = beside(keep("verify", job, () => threads.verify(job)))
      const input = modelInput(definition, circuit, fabrication, options.date, draft !== undefined)
      const modelling = options.orderOnly
        ? undefined
        : beside(keep("model", input, () => threads.model(input)))
      addUpload(files, fabrication, options.date)
      return { fabrication, files, contract: contractCheck(boardId, files, house), verifying, modelling }
    }),
  )
  await setImmediate()
  const checked = await stage("check", async () => {
    const circuitRuns = attempt(() => checkCircuit(circuit, definition, house))
    const { runs, blocked } = judgeLayout(laid, await complaints)
    if (blocked && judged(runs).stopped)
      // Routes that are stale for a wrong net or land are not to be drawn anew: the faults they come from are said first.
      return "error" in circuitRuns ? runs : [...circuitRuns.value.filter(needsNoCopper), ...runs]
    if ("error" in circuitRuns) throw circuitRuns.error
    return [...runs, ...circuitRuns.value]
  })
  const early = judged(checked)
  if (early.stopped) {
    threads.stop()
    return { status: "stopped", folder, report: early.report, timings }
  }
  if ("error" in written) throw written.error
  const { fabrication, files, contract, verifying, modelling } = written.value

  const held = await stage("files as source", () => sourceRun(laid, fabrication, house))
  const verified = await stage("verify", () => verifying)
  const simulation = await stage("simulate", () => simulating)
  const all: CheckRun[] = [
    ...[...checked, fabricationRun(fabrication), held, contract, ...verified.checks],
    ...simulationChecks(simulation),
  ]
  let drawn:
    | Omit<BookPieces, "definition" | "circuit" | "house" | "fabrication" | "report" | "files">
    | undefined
  const order = judged(all)
  if (modelling !== undefined && !order.stopped) {
    const documents = await stage("drawings", () => {
      const plain = { ...definition, claims: [] }
      const input = { definition: plain, circuit, drawn: laid.drawn, fab: house.id, date: options.date }
      return keep("documents", input, async () => {
        const { makeDocuments } = await import("./documents")
        return makeDocuments(input, observer)
      })
    })
    const begun = await stage("layout figures", async () => {
      const { beginBook } = await import("./book")
      return beginBook(root, definition, circuit, order.report, keep)
    })
    const model = await stage("pictures and 3D", () => modelling)
    all.push(...documents.runs, modelRun(model.check))
    const shown = simulationFiles(simulation, definition, options.date)
    for (const [path, content] of [...documents.files, ...model.files, ...shown]) files.set(path, content)
    drawn = { ...documents.drawn, ...begun, model, picture: model.picture, simulation }
  }
  // The order alone leaves stages out, whose findings a waiver may be for.
  const { report, stopped } = judged(all, drawn === undefined ? "so far" : "all")
  if (stopped) {
    threads.stop()
    return { status: "stopped", folder, report, timings }
  }
  addJson(files, "report.json", report)
  if (drawn !== undefined) {
    const finished = drawn
    const html = await stage("book", async () => {
      const { bookOf } = await import("./book")
      return bookOf({ definition, circuit, house, fabrication, report, ...finished, files })
    })
    addText(files, bookFile, draft === undefined ? html : markPage(html, draft))
  }

  await stage("package", async () => {
    const shipped = draft === undefined ? files : draftFiles(files)
    const made = fab === undefined ? {} : { fab }
    const manifest = makeManifest(
      { ...subject, title: definition.title, ...made, sourceHash: await hash },
      shipped,
    )
    addJson(shipped, manifestName, manifest)
    placePackage(folder, shipped)
  })
  return { status: "built", folder, report, timings }
}

/** For who builds it: a board that names several houses is built for each, and its panel is made. */
const fabFields = ({ fab, home, fabs, panel }: Board): Pick<Report, "fabs" | "panel"> =>
  fab !== home.fab ? {} : { ...(fabs.length > 1 ? { fabs } : {}), ...(panel === undefined ? {} : { panel }) }

/** Work that goes on beside: whoever waits for it hears of its failure. */
function beside<T>(work: Promise<T>): Promise<T> {
  work.catch(() => {})
  return work
}

/** A board that does not pass its checks may not be drawable either: its findings say more than what was thrown. */
function attempt<T>(run: () => T): { value: T } | { error: unknown } {
  try {
    return { value: run() }
  } catch (error) {
    return { error }
  }
}
