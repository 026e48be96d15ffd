import { checkCircuit, isOfCircuit } from "../check/checks"
import { type CheckRun, makeReport, promisedAssembly, type Report } from "../check/report"
import { isOpenIssue, judge } from "../check/waivers"
import { judgeLayout, layBoard } from "../compile/compile"
import { fabricate } from "../fabricate/fabricate"
import { type Draft, draftFiles, markPage, reportFields, requireAccepted } from "../lock/draft"
import type { Board } from "../model/board"
import { makeManifest, manifestName } from "../package/manifest"
import { placePackage, recover } from "../package/place"
import { sourceHash } from "../project/source-hash"
import { optionsFromSource } from "../verify/options"
import type { VerifyReport } from "../verify/report"
import { contractCheck } from "../verify/verify"
import { addJson, addText, addUpload, unzippedFiles } from "./assemble-package"
import type { BookPieces } from "./book"
import { type BuildOptions, type BuildResult, packageFolder } from "./build-job"
import { fabHouse, houseOf, orderAt, orderOf } from "./fab-house"
import { openLayoutJob } from "./layout-job"
import { lockState } from "./lock-facts"
import type { ModelFiles } from "./model-files"
import { type ModelInput, modelInput } from "./model-input"
import { openThread } from "./run-worker"
import { fabricationRun, modelRun, sourceRun } from "./runs"
import { stageRunner } from "./stages"
import { bookFile, dateText } from "./up-to-date"
import type { VerifyJob } from "./verify-job"

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
  const hash = sourceHash(root, boardId)

  const filesThread = openThread("files-worker")
  const verifying = filesThread.job<VerifyJob, VerifyReport>("verify")
  const modelling = filesThread.job<ModelInput, ModelFiles>("model")
  const layout = openLayoutJob(root)
  const laid = await stage("compile", () =>
    layBoard({
      ...options,
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
      asked,
    )
    const report = {
      ...makeReport({ ...subject, assembly }, checks, judgement),
      ...reportFields(draft),
      ...fabFields(definition),
    }
    return { report, stopped: judgement.open.some(isOpenIssue) }
  }
  if (laid.faulty) {
    for (const job of [verifying, modelling, layout]) job.stop()
    return { status: "stopped", folder, report: judged(judgeLayout(laid, []).runs).report, timings }
  }

  layout.start(circuit)
  // The written files are checked and drawn on a thread of their own while the circuit is checked on this one.
  const written = await stage("fabricate", () =>
    attempt(() => {
      const fabrication = fabricate(circuit, definition, house, { createdAt: date })
      draft = lockState(root, circuit, definition, fabrication, house).draft
      if (options.frozen === true) requireAccepted(draft)
      const files = unzippedFiles({ ...subject, title: definition.title }, circuit, fabrication)
      const known = { ...optionsFromSource(definition, house), zipFollows: true }
      verifying.start({ files, fab: house.id, options: known })
      if (!options.orderOnly) {
        modelling.start(modelInput(definition, circuit, fabrication, options.date, draft !== undefined))
      }
      addUpload(files, fabrication, options.date)
      return { fabrication, files, contract: contractCheck(boardId, files, house) }
    }),
  )
  const checked = await stage("check", async () => {
    const circuitRuns = attempt(() => checkCircuit(circuit, definition, house))
    const { runs, blocked } = judgeLayout(laid, await layout.result())
    if (blocked && judged(runs).stopped)
      // Routes that are stale for a wrong net are not to be drawn anew: the circuit's own faults are said with them.
      return "error" in circuitRuns ? runs : [...circuitRuns.value.filter(isOfCircuit), ...runs]
    if ("error" in circuitRuns) throw circuitRuns.error
    return [...runs, ...circuitRuns.value]
  })
  const early = judged(checked)
  if (early.stopped) {
    verifying.stop()
    return { status: "stopped", folder, report: early.report, timings }
  }
  if ("error" in written) throw written.error
  const { fabrication, files, contract } = written.value

  const verified = await stage("verify", () => verifying.result())
  const held = sourceRun(laid, fabrication, house)
  const all: CheckRun[] = [...checked, fabricationRun(fabrication), held, contract, ...verified.checks]
  let drawn:
    | Omit<BookPieces, "definition" | "circuit" | "house" | "fabrication" | "report" | "files">
    | undefined
  const order = judged(all)
  if (!options.orderOnly && !order.stopped) {
    const documents = await stage("drawings", async () => {
      const { makeDocuments } = await import("./documents")
      return makeDocuments({ definition, circuit, house, date: options.date, observer })
    })
    const begun = await stage("layout figures", async () => {
      const { beginBook } = await import("./book")
      return beginBook(root, definition, circuit, order.report)
    })
    const model = await stage("pictures and 3D", () => modelling.result())
    all.push(...documents.runs, modelRun(model.check))
    for (const [path, content] of [...documents.files, ...model.files]) files.set(path, content)
    drawn = { ...documents.drawn, ...begun, model, picture: model.picture }
  }
  // The order alone leaves stages out, whose findings a waiver may be for.
  const { report, stopped } = judged(all, drawn === undefined ? "so far" : "all")
  if (stopped) {
    modelling.stop()
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

  await stage("package", () => {
    const shipped = draft === undefined ? files : draftFiles(files)
    const made = fab === undefined ? {} : { fab }
    const manifest = makeManifest({ ...subject, title: definition.title, ...made, sourceHash: hash }, shipped)
    addJson(shipped, manifestName, manifest)
    placePackage(folder, shipped)
  })
  return { status: "built", folder, report, timings }
}

/** For who builds it: a board that names several houses is built for each, and its panel is made. */
const fabFields = ({ fab, home, fabs, panel }: Board): Pick<Report, "fabs" | "panel"> =>
  fab !== home.fab ? {} : { ...(fabs.length > 1 ? { fabs } : {}), ...(panel === undefined ? {} : { panel }) }

/** A board that does not pass its checks may not be drawable either: its findings say more than what was thrown. */
function attempt<T>(run: () => T): { value: T } | { error: unknown } {
  try {
    return { value: run() }
  } catch (error) {
    return { error }
  }
}
