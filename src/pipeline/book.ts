import { join } from "node:path"
import type { AnyCircuitElement } from "circuit-json"
import { makeBook } from "../book/book"
import { bundleClient } from "../book/bundle"
import type { BookClient, BookInput, MetricsTable } from "../book/input"
import type { Report } from "../check/report"
import type { Fabrication } from "../fabricate/fabricate"
import { type Metrics, measure, type NetRow } from "../metrics/measure"
import { readReference } from "../metrics/table"
import type { Board } from "../model/board"
import { sha256 } from "../package/manifest"
import { panelName, panelPlan } from "../panel/plan"
import type { Keep } from "../project/kept"
import type { PackageFiles } from "./assemble-package"
import { houseOf } from "./fab-house"
import type { ModelFiles } from "./model-files"

export interface BookPieces
  extends Pick<
    BookInput,
    | "definition"
    | "circuit"
    | "house"
    | "report"
    | "schematicSvg"
    | "client"
    | "picture"
    | "assemblyDrawings"
    | "metrics"
    | "simulation"
    | "netRows"
  > {
  readonly fabrication: Fabrication
  /** Left out, or of an earlier state of the board, while it is made. */
  readonly model?: Pick<ModelFiles, "files" | "picture3d">
  /** The package so far: everything but book and manifest. */
  readonly files: PackageFiles
}

/** What is measured of the copper. */
export interface LayoutFigures {
  readonly metrics: readonly MetricsTable[]
  readonly netRows: readonly NetRow[]
}

/** What a book needs beside the build's results. */
export interface BegunBook extends LayoutFigures {
  readonly client: BookClient
}

/** @param report with the figures of the checks on the written files */
export async function beginBook(
  root: string,
  definition: Board,
  circuit: readonly AnyCircuitElement[],
  report: Report,
  keep: Keep,
): Promise<BegunBook> {
  const measured = await measuredOnce(definition, circuit, report, keep)
  return { ...layoutFigures(root, definition, measured), client: await bundleClient(root) }
}

/** Layout figures of a board as built, from an earlier run where that measured the same. */
export function measuredOnce(
  definition: Board,
  circuit: readonly AnyCircuitElement[],
  report: Report,
  keep: Keep,
): Promise<Metrics> {
  // Figures are of the copper: no claim is measured.
  const board: Board = { ...definition, claims: [] }
  const figures = report.checks.flatMap((check) => check.figures)
  const { process } = houseOf(definition)
  return keep("metrics", { circuit, board, figures, process }, () =>
    measure(circuit, board, figures, process),
  )
}

/** The board's book from what has been made so far; a build has made everything. */
export function bookOf({ fabrication, model, files, ...pieces }: BookPieces): string {
  const { definition, report } = pieces
  const glb = model?.files.get(`3d/${definition.id}.glb`)
  const picture3d = model?.picture3d
  return makeBook({
    ...pieces,
    date: report.date,
    ...panelShown(report, definition.id),
    gerbers: fabrication.gerbers,
    names: fabrication.names,
    assembly: fabrication.assembly,
    plans: fabrication.plans,
    ...(glb === undefined ? {} : { glb }),
    ...(picture3d === undefined ? {} : { picture3d }),
    files: Object.fromEntries(
      [...files].map(([path, content]) => [path, { sha256: sha256(content), size: content.length }]),
    ),
  })
}

/** The panel that is made when the board has been built; of a draft none is. */
export function panelShown(
  { panel, draft }: Pick<Report, "panel" | "draft">,
  board: string,
): Pick<BookInput, "panel"> {
  if (panel === undefined || draft !== undefined) return {}
  const plan = panelPlan(panel, board, `boards/${board}: panel`)
  const boards: Record<string, number> = {}
  for (const id of plan.rows.flat()) boards[id] = (boards[id] ?? 0) + 1
  return { panel: { name: panelName(plan), boards, rails: plan.rails, cuts: plan.cuts } }
}

/** Layout figures beside the reference's, and the copper of every net. */
export function layoutFigures(root: string, definition: Pick<Board, "id">, metrics: Metrics): LayoutFigures {
  const file = `boards/${definition.id}/original.json`
  const reference = readReference(join(root, file), file)
  const before = reference === undefined ? [] : [reference.title]
  const table: MetricsTable = {
    title: "Layout figures",
    columns: ["", ...before, "this board", "asked"],
    rows: metrics.rows.map((row) => [
      row.what.trim(),
      ...before.map(() => reference?.figures[row.id] ?? ""),
      row.ours,
      row.asked,
    ]),
  }
  return { metrics: [table], netRows: metrics.nets }
}
