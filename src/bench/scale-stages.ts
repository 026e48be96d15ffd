import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { deserialize, serialize } from "node:v8"
import type { AnyCircuitElement } from "circuit-json"
import { type Described, describe } from "../board/describe"
import { loadCore } from "../bundler.mjs"
import { checkCircuit } from "../check/checks"
import { type CheckRun, makeReport, promisedAssembly, type Report } from "../check/report"
import { judge } from "../check/waivers"
import { asRendered } from "../compile/as-rendered"
import { judgeLayout, type LaidBoard, laidFrom } from "../compile/compile"
import { finishCircuit, rawCircuit } from "../compile/made-circuit"
import { convertLayers } from "../fabricate/convert"
import { type Fabrication, fabricate } from "../fabricate/fabricate"
import { formatLock, lockFile } from "../lock/lock"
import { type Metrics, measure } from "../metrics/measure"
import { UserError } from "../model/finding"
import { silent } from "../model/observer"
import { checkModel } from "../model3d/check"
import { buildModel } from "../model3d/model"
import { addUpload, type PackageFiles, unzippedFiles } from "../pipeline/assemble-package"
import { bookOf, layoutFigures } from "../pipeline/book"
import { type DocumentInput, type Documents, makeDrawings, makeKicad } from "../pipeline/documents"
import { houseOf, orderOf } from "../pipeline/fab-house"
import { lockState } from "../pipeline/lock-facts"
import { type ModelFiles, makeModelFiles } from "../pipeline/model-files"
import { modelInput } from "../pipeline/model-input"
import { sourceRun } from "../pipeline/runs"
import { verifyFiles } from "../pipeline/verify-job"
import { loadBoard } from "../project/boards"
import { boardFacts } from "../route/board-facts"
import { lockOf } from "../route/lock"
import { formatRoutes, parseRoutes, type RoutesFile } from "../route/routes-file"
import { optionsFromSource } from "../verify/options"
import { contractCheck } from "../verify/verify"

/** What stages leave for those after them, a file each. Plain data. */
interface Results {
  readonly raw: AnyCircuitElement[]
  readonly laid: LaidBoard
  readonly complaints: AnyCircuitElement[]
  readonly fabrication: Fabrication
  readonly files: PackageFiles
  readonly checked: readonly CheckRun[]
  readonly drawings: Documents
  readonly metrics: Metrics
  readonly model: ModelFiles
}

export interface StageOptions {
  /** Copy of the project that has the board. */
  readonly project: string
  readonly boardId: string
  /** Folder of what stages leave. */
  readonly kept: string
}

class Bench {
  constructor(private readonly options: StageOptions) {}

  get project(): string {
    return this.options.project
  }

  get<Name extends keyof Results>(name: Name): Results[Name] {
    return deserialize(readFileSync(join(this.options.kept, name)))
  }

  put<Name extends keyof Results>(name: Name, value: Results[Name]): void {
    mkdirSync(this.options.kept, { recursive: true })
    writeFileSync(join(this.options.kept, name), serialize(value))
  }

  get routesFile(): string {
    return join(this.project, "boards", this.options.boardId, "routes.json")
  }

  routes(): RoutesFile {
    return parseRoutes(readFileSync(this.routesFile, "utf8"), this.routesFile)
  }

  /** The board's source, not yet described. */
  async source(): Promise<() => Described> {
    const source = await loadBoard(this.project, this.options.boardId)
    return () => describe(source, orderOf(source))
  }

  /** A board as laid, with what later stages ask of it. */
  laid() {
    const laid = this.get("laid")
    return { ...laid, house: houseOf(laid.definition) }
  }

  documents(): DocumentInput {
    const { definition, circuit, drawn } = this.get("laid")
    return { definition: { ...definition, claims: [] }, circuit, drawn, fab: definition.fab, date }
  }

  model() {
    const { definition, circuit } = this.get("laid")
    return modelInput(definition, circuit, this.get("fabrication"), date, false)
  }

  report(): Report {
    const { definition } = this.get("laid")
    const runs = this.get("checked")
    const judgement = judge(
      runs.flatMap(({ findings }) => findings),
      definition.waivers,
      "so far",
    )
    const subject = { board: definition.id, revision: definition.revision, date: dateWords }
    return makeReport({ ...subject, assembly: promisedAssembly(definition) }, runs, judgement)
  }
}

const dateWords = "2026-11-22T18:00:00Z"
const date = new Date(dateWords)

/** A stage of the pipeline, by itself. */
export interface ScaleStage {
  readonly title: string
  /** Whose code takes the time. */
  readonly by: "ours" | "tscircuit"
  /** Reads what it needs; the function it gives is measured, and what that gives keeps the result. */
  readonly prepare: (bench: Bench) => Promise<() => unknown>
}

const ours = (title: string, prepare: ScaleStage["prepare"]): ScaleStage => ({ title, by: "ours", prepare })
const theirs = (title: string, prepare: ScaleStage["prepare"]): ScaleStage => ({
  title,
  by: "tscircuit",
  prepare,
})

/** In the order of a build. */
export const scaleStages: Readonly<Record<string, ScaleStage>> = {
  source: ours("reading the source", (bench) => bench.source()),
  render: theirs("rendering", async (bench) => {
    const input = { described: asRendered((await bench.source())()), routes: bench.routes() }
    await loadCore()
    return async () => {
      const raw = await rawCircuit(input, { timeLimitMs: 3_600_000 })
      return () => bench.put("raw", raw)
    }
  }),
  legend: ours("legend, pours cleaned", async (bench) => {
    const described = (await bench.source())()
    const input = { described: asRendered(described), routes: bench.routes() }
    const raw = bench.get("raw")
    return () => {
      const laid = laidFrom(described, input.routes, finishCircuit(input, raw))
      return () => bench.put("laid", laid)
    }
  }),
  routes: ours("routes beside the board", async (bench) => {
    const { circuit, definition, routes } = bench.laid()
    return () => {
      const lock = lockOf(boardFacts(circuit, definition))
      return () => {
        writeFileSync(bench.routesFile, formatRoutes({ ...routes, lock }))
        bench.put("laid", { ...bench.get("laid"), routes: { ...routes, lock } })
      }
    }
  }),
  layout: theirs("its checks of the layout", async (bench) => {
    const { circuit } = bench.laid()
    await loadCore()
    const { layoutComplaints } = await import("../compile/layout-checks")
    return async () => {
      const complaints = await layoutComplaints(circuit)
      return () => bench.put("complaints", complaints)
    }
  }),
  convert: theirs("Gerber conversion", async (bench) => {
    const { circuit } = bench.laid()
    return () => convertLayers(circuit)
  }),
  fabricate: ours("fabrication files, that conversion within", async (bench) => {
    const { circuit, definition, house } = bench.laid()
    return () => {
      const fabrication = fabricate(circuit, definition, house, { createdAt: dateWords })
      return () => bench.put("fabrication", fabrication)
    }
  }),
  lock: ours("lock", async (bench) => {
    const { circuit, definition, house } = bench.laid()
    const fabrication = bench.get("fabrication")
    const { lock } = lockState(bench.project, circuit, definition, fabrication, house)
    writeFileSync(join(bench.project, lockFile(definition.id)), formatLock(lock))
    return () => lockState(bench.project, circuit, definition, fabrication, house)
  }),
  check: ours("checks of the circuit", async (bench) => {
    const laid = bench.laid()
    const complaints = bench.get("complaints")
    return () => {
      const { runs } = judgeLayout(laid, complaints)
      const checked = [...runs, ...checkCircuit(laid.circuit, laid.definition, laid.house)]
      return () => bench.put("checked", checked)
    }
  }),
  held: ours("files beside the source", async (bench) => {
    const { house, ...laid } = bench.laid()
    const fabrication = bench.get("fabrication")
    return () => sourceRun(laid, fabrication, house)
  }),
  files: ours("netlist, IPC-2581, zip", async (bench) => {
    const { circuit, definition, house } = bench.laid()
    const fabrication = bench.get("fabrication")
    return () => {
      const files = unzippedFiles(definition, circuit, fabrication, house.process, date)
      addUpload(files, fabrication, date)
      return () => bench.put("files", files)
    }
  }),
  verify: ours("verification of the files", async (bench) => {
    const { definition, house } = bench.laid()
    const files = bench.get("files")
    return () => {
      const contract = contractCheck(definition.id, files, house)
      const options = { ...optionsFromSource(definition, house), zipFollows: true }
      const { checks } = verifyFiles({ files, fab: house.id, options }, new Map())
      return () => bench.put("checked", [...bench.get("checked"), contract, ...checks])
    }
  }),
  drawings: ours("schematic, drawings", async (bench) => {
    const input = bench.documents()
    return async () => {
      const drawings = await makeDrawings(input, silent)
      return () => bench.put("drawings", drawings)
    }
  }),
  kicad: ours("KiCad project", async (bench) => {
    const input = bench.documents()
    return () => makeKicad(input)
  }),
  metrics: ours("layout figures", async (bench) => {
    const { circuit, definition, house } = bench.laid()
    const figures = bench.report().checks.flatMap((check) => check.figures)
    return () => {
      const metrics = measure(circuit, definition, figures, house.process)
      return () => bench.put("metrics", metrics)
    }
  }),
  collide: ours("3D model, checked", async (bench) => {
    const { board, circuit } = bench.model()
    return () => checkModel(buildModel(circuit, board))
  }),
  model: ours("3D files and pictures, that model within", async (bench) => {
    const input = bench.model()
    return async () => {
      const model = await makeModelFiles(input)
      return () => bench.put("model", model)
    }
  }),
  book: ours("book", async (bench) => {
    const { circuit, definition, house } = bench.laid()
    const [report, fabrication, files, model] = [
      bench.report(),
      bench.get("fabrication"),
      bench.get("files"),
      bench.get("model"),
    ]
    const { drawn } = bench.get("drawings")
    const figures = layoutFigures(bench.project, definition, bench.get("metrics"))
    const client = { script: "", panel: "", style: "", viewer3d: "" }
    const more = { ...drawn, ...figures, client, model, picture: model.picture }
    return () => bookOf({ definition, circuit, house, fabrication, report, files, ...more })
  }),
}

/** What a stage cost, in this process. */
export interface StageCost {
  readonly cpuMs: number
  readonly peakMiB: number
}

/** Runs a stage, once what is before it has been, and keeps its result. @throws UserError for no stage of these */
export async function runStage(name: string, options: StageOptions): Promise<StageCost> {
  const stage = scaleStages[name]
  if (stage === undefined) throw new UserError(`no stage "${name}": ${Object.keys(scaleStages).join(", ")}`)
  const run = await stage.prepare(new Bench(options))
  const before = process.cpuUsage()
  const keep = await run()
  const { user, system } = process.cpuUsage(before)
  const cost = { cpuMs: (user + system) / 1000, peakMiB: process.resourceUsage().maxRSS / 1024 }
  if (typeof keep === "function") keep()
  return cost
}
