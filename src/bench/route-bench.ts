import { existsSync } from "node:fs"
import { join } from "node:path"
import { copperChecks } from "../check/copper/checks"
import { subjectOf } from "../check/subject"
import { judge } from "../check/waivers"
import { laySource } from "../compile/compile"
import { measure } from "../metrics/measure"
import type { MetricRow } from "../metrics/rows"
import type { BoardSource } from "../model/board"
import { silent } from "../model/observer"
import { houseOf, orderOf } from "../pipeline/fab-house"
import { factsOfSource } from "../pipeline/route"
import { loadBoard } from "../project/boards"
import { faults } from "../route/attempt"
import type { BoardFacts } from "../route/board-facts"
import { Effort, usualEffort } from "../route/effort"
import { reroute } from "../route/reroute"
import { type RoutesFile, readRoutes } from "../route/routes-file"
import { byFreerouting, byTscircuit } from "./other-routers"
import { type Edit, editedBoard } from "./route-edits"

/** What becomes of a board's copper after edits, from nothing, and in the hands of other routers. */
export interface RouteCase {
  readonly title: string
  /** Million places the router looked at; absent for copper as it is, and for other routers. */
  readonly effort?: number
  /** Processor time, s. */
  readonly seconds?: number
  /** Why there is no copper. */
  readonly blocked?: string
  readonly laid?: readonly string[]
  readonly judged?: Judged
}

export interface Judged {
  readonly facts: BoardFacts
  readonly routes: RoutesFile
  readonly lines: readonly MetricRow[]
  /** Findings of the checks of copper that no waiver accepts. */
  readonly findings: readonly string[]
  /** What is not lawful or not joined: nothing, for ours. */
  readonly faults: number
}

export interface RouteBenchOptions {
  readonly root: string
  readonly boardId: string
  readonly edits: readonly Edit[]
  /** Only edits and routers with one of these words in their title; all where none is given. */
  readonly only: readonly string[]
  /** Other routers as well. */
  readonly others: boolean
  /** Freerouting's jar, where there is one. */
  readonly freerouting?: string
  readonly progress: (line: string) => void
}

export async function routeBench(options: RouteBenchOptions): Promise<RouteCase[]> {
  const { root, boardId, edits, progress } = options
  const source = await loadBoard(root, boardId)
  const path = join(root, "boards", boardId, "routes.json")
  const old = existsSync(path) ? readRoutes(path) : undefined
  const cases: RouteCase[] = []
  const factsOfBoard = await factsOfSource(source, root, boardId)
  const judgedBy = (edited: BoardSource, routes: RoutesFile, facts: BoardFacts): Promise<Judged> =>
    judgeRoutes(edited, routes, facts, root, boardId)
  if (old !== undefined)
    cases.push({ title: "as committed", judged: await judgedBy(source, old, factsOfBoard) })
  const tries: readonly (Edit & { readonly all?: boolean })[] = [
    ...edits,
    { title: "all from nothing", changes: [], lay: [], all: true },
  ]
  const wanted = (title: string): boolean =>
    options.only.length === 0 || options.only.some((words) => title.includes(words))
  for (const edit of tries.filter(({ title }) => wanted(title))) {
    progress(`${boardId}: ${edit.title}`)
    const edited = await editedBoard(root, boardId, edit)
    const facts = edit.changes.length === 0 ? factsOfBoard : await factsOfSource(edited, root, boardId)
    const effort = new Effort(usualEffort)
    const { result, seconds } = await timed(() =>
      reroute(old, facts, { nets: edit.lay, all: edit.all === true, effort, progress }),
    )
    cases.push({
      title: edit.title,
      effort: effort.spent / 1e6,
      seconds,
      ...(result.ok
        ? { laid: result.laid, judged: await judgedBy(edited, result.routes, facts) }
        : { blocked: result.blocked.map(({ net, why }) => `${net}: ${why}`).join("; ") }),
    })
  }
  if (!options.others) return cases
  for (const [title, run] of [
    ["tscircuit's autorouter", () => byTscircuit(factsOfBoard, progress)],
    ["Freerouting", async () => byFreerouting(boardId, factsOfBoard, options.freerouting)],
  ] as const) {
    if (!wanted(title)) continue
    progress(`${boardId}: ${title}`)
    const { result, seconds } = await timed(run)
    cases.push(
      "why" in result
        ? { title, blocked: result.why }
        : { title, seconds, judged: await judgedBy(source, result.routes, factsOfBoard) },
    )
  }
  return cases
}

async function timed<T>(work: () => Promise<T>): Promise<{ readonly result: T; readonly seconds: number }> {
  const start = process.cpuUsage()
  const result = await work()
  const { user, system } = process.cpuUsage(start)
  return { result, seconds: (user + system) / 1e6 }
}

async function judgeRoutes(
  source: BoardSource,
  routes: RoutesFile,
  facts: BoardFacts,
  root: string,
  boardId: string,
): Promise<Judged> {
  const laid = await laySource(source, routes, { root, boardId, observer: silent, orderOf })
  const house = houseOf(laid.definition)
  const subject = subjectOf(laid.circuit, laid.definition, house)
  const results = copperChecks.map(({ run }) => run(subject))
  const figures = results.flatMap((result) => result.figures ?? [])
  const board = { ...laid.definition, claims: [] }
  return {
    facts,
    routes,
    lines: measure(laid.circuit, board, figures, house.process).rows,
    findings: judge(
      results.flatMap(({ findings }) => findings),
      board.waivers,
      "so far",
    ).open.map(({ rule, message }) => `${rule.replace("copper/", "")}: ${message}`),
    faults: faults(new Map(Object.entries(routes.nets)), facts).length,
  }
}
