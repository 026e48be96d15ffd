import { join } from "node:path"
import { copperChecks } from "../check/copper/checks"
import { subjectOf } from "../check/subject"
import { laySource } from "../compile/compile"
import { distance } from "../geometry/point"
import type { BoardSource } from "../model/board"
import { UserError } from "../model/finding"
import { silent } from "../model/observer"
import { houseOf, orderOf } from "../pipeline/fab-house"
import { factsOfSource } from "../pipeline/route"
import { loadBoard } from "../project/boards"
import { Effort, usualEffort } from "../route/effort"
import { reroute } from "../route/reroute"
import { type RoutesFile, readRoutes } from "../route/routes-file"

/** What becomes of a board's copper after an edit, and from nothing: figures of a person's judgement, not of time. */
export interface RouteBenchRow {
  readonly edit: string
  /** Places the router looked at, millions; absent for copper as it is. */
  readonly effort?: number
  /** Why there is no copper. */
  readonly blocked?: string
  readonly figures?: {
    readonly laid: number
    readonly vias: number
    readonly tracksMm: number
    readonly bottomMm: number
    readonly cutMm: number
    /** Findings of the checks of copper, by rule. */
    readonly findings: Readonly<Record<string, number>>
  }
}

export interface RouteBenchOptions {
  readonly root: string
  readonly boardId: string
  /** "PART 0 -1.5" moves a part by mm, "PART turn 180" turns it, "all" lays every net from nothing. */
  readonly edits: readonly string[]
  readonly progress: (line: string) => void
}

export async function routeBench({
  root,
  boardId,
  edits,
  progress,
}: RouteBenchOptions): Promise<RouteBenchRow[]> {
  const source = await loadBoard(root, boardId)
  const old = readRoutes(join(root, "boards", boardId, "routes.json"))
  const options = { root, boardId, observer: silent, orderOf }
  const judge = async (edited: BoardSource, routes: RoutesFile, laid: number) => {
    const { circuit, definition } = await laySource(edited, routes, options)
    const subject = subjectOf(circuit, definition, houseOf(definition))
    const { tracks, vias } = subject.copper
    const results = copperChecks.map(({ run }) => run(subject))
    const findings: Record<string, number> = {}
    for (const { rule } of results.flatMap((result) => result.findings))
      findings[rule] = (findings[rule] ?? 0) + 1
    const cut = results
      .flatMap(({ figures = [] }) => figures)
      .find(({ name }) => name.endsWith("ground plane"))
    const length = (some: typeof tracks): number =>
      some.reduce((sum, { from, to }) => sum + distance(from, to), 0)
    return {
      laid,
      vias: vias.filter(({ net }) => net !== definition.pour.net).length,
      tracksMm: length(tracks),
      bottomMm: length(tracks.filter(({ layer }) => layer === "bottom")),
      cutMm: Number(cut?.value ?? 0),
      findings,
    }
  }
  const rows: RouteBenchRow[] = [{ edit: "as committed", figures: await judge(source, old, 0) }]
  for (const edit of edits) {
    progress(`${boardId}: ${edit}`)
    const edited = edit === "all" ? source : editedSource(source, edit)
    const effort = new Effort(usualEffort)
    const facts = await factsOfSource(edited, root, boardId)
    const result = await reroute(old, facts, { all: edit === "all", effort, progress })
    rows.push({
      edit: edit === "all" ? "all from nothing" : edit,
      effort: effort.spent / 1e6,
      ...(result.ok
        ? { figures: await judge(edited, result.routes, result.laid.length) }
        : { blocked: result.blocked.map(({ net, why }) => `${net}: ${why}`).join("; ") }),
    })
  }
  return rows
}

/** @throws UserError for a part that has no row of placement, or words that are no edit. */
function editedSource(source: BoardSource, edit: string): BoardSource {
  const [designator, one, two] = edit.split(/\s+/)
  const [x, y] = [Number(one), Number(two)]
  const turns = one === "turn"
  if (!Number.isFinite(y) || (!turns && !Number.isFinite(x)))
    throw new UserError(`--edit "${edit}": write "PART 0 -1.5" (mm), "PART turn 180" or "all"`)
  if (!source.placements?.some((row) => row.designator === designator))
    throw new UserError(`--edit "${edit}": ${designator} has no row among the board's placements`)
  return {
    ...source,
    placements: source.placements.map((row) => {
      if (row.designator !== designator) return row
      return turns ? { ...row, rotationDeg: row.rotationDeg + y } : { ...row, x: row.x + x, y: row.y + y }
    }),
  }
}

/** A table for people and for docs. */
export function routeBenchTable(rows: readonly RouteBenchRow[]): string[] {
  const cells = rows.map(({ edit, effort, blocked, figures }) => {
    const words = Object.entries(figures?.findings ?? {}).map(
      ([rule, n]) => `${n} ${rule.replace("copper/", "")}`,
    )
    return [
      edit,
      effort?.toFixed(1) ?? "",
      ...(figures === undefined
        ? ["", "", "", "", "", `not routed: ${blocked}`]
        : [
            String(figures.laid),
            String(figures.vias),
            figures.tracksMm.toFixed(1),
            figures.bottomMm.toFixed(1),
            figures.cutMm.toFixed(1),
            words.join(", ") || "none",
          ]),
    ]
  })
  const head = [
    "edit",
    "million places",
    "nets laid",
    "signal vias",
    "tracks mm",
    "bottom mm",
    "longest cut mm",
    "findings",
  ]
  const rule = ["---", "---:", "---:", "---:", "---:", "---:", "---:", "---"]
  return [head, rule, ...cells].map((row) => `| ${row.join(" | ")} |`)
}
