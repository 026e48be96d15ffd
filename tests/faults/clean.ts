import { readFileSync } from "node:fs"
import board from "../../boards/mep-smd/index"
import { allParts } from "../../components/parts/index"
import type { CheckRun } from "../../src/check/report"
import { checkLayout, laySource } from "../../src/compile/compile"
import type { Fabrication } from "../../src/fabricate/fabricate"
import { silent } from "../../src/model/observer"
import type { PackageFiles } from "../../src/pipeline/assemble-package"
import { orderOf } from "../../src/pipeline/fab-house"
import { catalogueOf } from "../../src/project/boards"
import { parseRoutes } from "../../src/route/routes-file"
import { keepInMemory } from "../kept-in-memory"
import type { Compiled, Source } from "./fault"
import {
  check,
  checkIds,
  deliver,
  lockFindings,
  make,
  type OpenFindings,
  pack,
  sourceHash,
  verify,
} from "./stages"

/** The board without a fault, at every stage a fault may enter. Nobody changes it: faults get copies. */
export interface CleanBoard {
  readonly source: Source
  readonly compiled: Compiled
  readonly checked: readonly CheckRun[]
  readonly fabrication: Fabrication
  readonly packaged: PackageFiles
  readonly delivered: PackageFiles
  /** Every check that was run, by its id, as the build's report lists them. */
  readonly checkIds: readonly string[]
  /** What the stages say of it: nothing, or no fault can be told from the board. */
  readonly open: OpenFindings
}

/** A source as a build compiles it, up to tscircuit's checks of the layout. */
export const lay = ({ board: source, routes }: Source) =>
  laySource(source, routes, {
    root: process.cwd(),
    boardId: source.id,
    observer: silent,
    orderOf,
    timeLimitMs: 60_000,
    keep: keepInMemory,
  })

let made: Promise<CleanBoard> | undefined

/** Compiles the board once and makes its package in memory. */
export function cleanBoard(): Promise<CleanBoard> {
  made ??= makeBoard()
  return made
}

async function makeBoard(): Promise<CleanBoard> {
  const file = `boards/${board.id}/routes.json`
  const source: Source = {
    board: { ...board, catalogue: catalogueOf(allParts) },
    routes: parseRoutes(readFileSync(file, "utf8"), file),
  }
  const { runs, ...compiled } = await checkLayout(await lay(source), keepInMemory)
  const checked = [...runs, ...check(compiled)]
  const fabrication = make(compiled)
  const packaged = pack(compiled, fabrication)
  const delivered = deliver(compiled, packaged)
  return {
    source,
    compiled,
    checked,
    fabrication,
    packaged,
    delivered,
    checkIds: checkIds(compiled, checked, packaged),
    open: [
      ...verify(compiled, checked, fabrication, delivered, sourceHash),
      ...lockFindings(compiled, fabrication),
    ],
  }
}
