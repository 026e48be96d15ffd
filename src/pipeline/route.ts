import { existsSync } from "node:fs"
import { join } from "node:path"
import { checkCircuit, isOfCircuit } from "../check/checks"
import { copperChecks } from "../check/copper/checks"
import { bySeverityThenRule, findingLine } from "../check/report"
import { subjectOf } from "../check/subject"
import { judge } from "../check/waivers"
import { circuitFindings } from "../compile/circuit-findings"
import { laySource } from "../compile/compile"
import type { BoardSource } from "../model/board"
import { type Finding, UserError } from "../model/finding"
import { naturalOrder } from "../natural-order"
import { loadBoard } from "../project/boards"
import { keeper } from "../project/kept"
import { replaceFile } from "../project/replace-file"
import { closest } from "../project/suggest"
import { suggest } from "../route/autorouter"
import { type BoardFacts, boardFacts } from "../route/board-facts"
import { Effort, usualEffort } from "../route/effort"
import { crowdedPads } from "../route/fit"
import { limits } from "../route/limits"
import { staleNets } from "../route/lock"
import { reroute } from "../route/reroute"
import { formatNet, formatRoutes, type RoutesFile, readRoutes } from "../route/routes-file"
import { houseOf, orderOf } from "./fab-house"

/** As many steps tscircuit's autorouter is given; what it has not finished then is no suggestion. */
const guideSteps = 100_000

/** The `route` command: brings `boards/<board>/routes.json` up to date with the board. */

export interface RouteOptions {
  readonly root: string
  readonly boardId: string
  /** Lay these nets from nothing although they fit. */
  readonly nets?: readonly string[]
  /** Lay every net from nothing. */
  readonly all?: boolean
  /** Places that the search may look at. */
  readonly effort?: number
  /** Draw without asking tscircuit's autorouter for ways: faster, for small edits as good. */
  readonly noAutorouter?: boolean
  readonly progress?: (line: string) => void
}

export interface RouteReport {
  /** Path of the routes file relative to the project. */
  readonly file: string
  readonly changed: boolean
  /** Nets that did not fit, with the reasons. */
  readonly stale: readonly { readonly net: string; readonly reasons: readonly string[] }[]
  /** Nets that were laid again. */
  readonly laid: readonly string[]
  /** Nets whose lines in the file are what they were, byte for byte. */
  readonly kept: readonly string[]
  readonly notes: readonly string[]
  /** Places the search looked at, and how many it might have. */
  readonly effort: { readonly spent: number; readonly limit: number }
  /** What is worth a look in the new copper: findings of the checks of copper that no waiver accepts. */
  readonly warnings: readonly Finding[]
}

/** Pads, rules and outline of a board as it stands, from a render without any copper. @throws UserError */
export async function factsOf(root: string, boardId: string): Promise<BoardFacts> {
  return factsOfSource(await loadBoard(root, boardId), root, boardId)
}

/** The same of a source in memory. @throws UserError */
export async function factsOfSource(source: BoardSource, root: string, boardId: string): Promise<BoardFacts> {
  const bare = { format: 1, nets: {} } as const
  const observer = { stage: () => {}, detail: () => {} }
  const keep = keeper(root)
  const laid = await laySource(source, bare, { root, boardId, observer, orderOf, keep })
  const fault = laid.said.find(({ severity }) => severity === "error")
  if (fault !== undefined) throw new UserError(findingLine(fault), { exitCode: 1 })
  requireSound(laid)
  requireFit(laid.circuit, boardId)
  return boardFacts(laid.circuit, laid.definition)
}

/** What a designer would say of a board's copper, pours and all: the build says the same. */
export async function copperWarnings(root: string, boardId: string, routes: RoutesFile): Promise<Finding[]> {
  const source = await loadBoard(root, boardId)
  const observer = { stage: () => {}, detail: () => {} }
  const { circuit, definition, faulty } = await laySource(source, routes, {
    root,
    boardId,
    observer,
    orderOf,
  })
  if (faulty) return []
  const subject = subjectOf(circuit, definition, houseOf(definition))
  const findings = copperChecks.flatMap(({ run }) => run(subject).findings)
  return [...judge(findings, definition.waivers, "so far").open].sort(bySeverityThenRule)
}

/** Copper for a wrong circuit would replace good copper: a net's name that is mistyped is mended first. */
function requireSound({
  circuit,
  definition,
}: Pick<Awaited<ReturnType<typeof laySource>>, "circuit" | "definition">): void {
  const findings = checkCircuit(circuit, definition, houseOf(definition))
    .filter(isOfCircuit)
    .flatMap((run) => run.findings)
  const errors = judge(findings, definition.waivers, "so far").open.filter(
    ({ severity }) => severity === "error",
  )
  const [first] = [...errors].sort(bySeverityThenRule)
  if (first === undefined) return
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : ""
  throw new UserError(
    `${findingLine(first).replace(/^error: /, "")}${more}: mend the circuit, then route. The old routes are untouched`,
    {
      exitCode: 1,
    },
  )
}

/** Routing cannot mend parts that overlap or stand off the board, so it says so before it starts. */
function requireFit(circuit: Parameters<typeof circuitFindings>[0], boardId: string): void {
  const misplaced = circuitFindings(circuit).findings.filter(
    ({ rule, severity }) => severity === "error" && /clearance|overlap|outside-board|off-board/.test(rule),
  )
  const first = misplaced[0]
  if (first === undefined) return
  const more = misplaced.length > 1 ? ` (and ${misplaced.length - 1} more)` : ""
  throw new UserError(
    `boards/${boardId}/placement.ts: ${first.message}${more}: move the parts apart, then route. The old routes are untouched`,
    { exitCode: 1 },
  )
}

function requireNets(facts: BoardFacts, nets: readonly string[]): void {
  for (const net of nets) {
    if (facts.nets.includes(net)) continue
    const near = closest(net, [...facts.nets])
    const hint = near === undefined ? `nets: ${facts.nets.join(", ")}` : `did you mean "${near}"?`
    throw new UserError(`unknown net "${net}": ${hint}`)
  }
}

/**
 * Keeps every net that fits, lays the rest again, checks the result and only then replaces the file.
 * @throws UserError naming nets and places when a net finds no way, with the effort given; the old file stays.
 */
export async function route(options: RouteOptions): Promise<RouteReport> {
  const { root, boardId } = options
  const effort = new Effort(options.effort ?? usualEffort)
  const progress = options.progress ?? (() => {})
  const file = `boards/${boardId}/routes.json`
  const path = join(root, file)
  const old: RoutesFile | undefined = existsSync(path) ? readRoutes(path) : undefined
  progress("reading the board")
  const facts = await factsOf(root, boardId)
  requireNets(facts, options.nets ?? [])
  const crowded = crowdedPads(facts)
  if (crowded.length > 0) {
    throw new UserError(
      `boards/${boardId}: move the parts apart first: ${crowded.slice(0, 3).join("; ")}, ${limits.padToPadMm} mm is the least. The old routes are untouched`,
      { exitCode: 1 },
    )
  }
  const stale = staleNets(old ?? { format: 1, nets: {} }, facts)
  const result = await reroute(old, facts, {
    ...(options.nets ? { nets: options.nets } : {}),
    ...(options.all === undefined ? {} : { all: options.all }),
    effort,
    progress,
    ...(options.noAutorouter
      ? {}
      : {
          guide: (nets, fixed) => suggest(facts, nets, fixed, guideSteps, progress),
        }),
  })
  if (!result.ok) {
    const reasons = result.blocked.map(({ net, why }) => `${net}: ${why}`).join("; ")
    const spent = result.late ? ` with ${effort.words()} looked at (raise --effort)` : ""
    throw new UserError(`${file}: not routed${spent}: ${reasons}. The old routes are untouched`, {
      exitCode: 1,
    })
  }
  const text = formatRoutes(result.routes)
  const before = old && formatRoutes(old)
  const kept = Object.entries(result.routes.nets)
    .filter(([net, now]) => {
      const was = old?.nets[net]
      return was !== undefined && formatNet(was) === formatNet(now)
    })
    .map(([net]) => net)
    .sort(naturalOrder)
  if (text !== before) replaceFile(path, text)
  progress("looking at the copper")
  return {
    file,
    changed: text !== before,
    stale,
    laid: result.laid,
    kept,
    notes: result.notes,
    effort: { spent: Math.round(effort.spent), limit: effort.limit },
    warnings: await copperWarnings(root, boardId, result.routes),
  }
}
