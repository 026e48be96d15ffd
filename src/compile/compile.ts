import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import type { AnyCircuitElement } from "circuit-json"
import { type Described, type DescribeOptions, describe } from "../board/describe"
import { withPlainParts } from "../board/plain"
import { loadCore } from "../bundler.mjs"
import type { CheckRun } from "../check/report"
import type { Board, BoardSource } from "../model/board"
import type { Drawn } from "../model/drawn"
import { type Finding, UserError } from "../model/finding"
import type { Observer } from "../model/observer"
import { type BoardBundle, loadBoard, moduleError } from "../project/boards"
import { type Keep, keepNothing } from "../project/kept"
import { boardFacts } from "../route/board-facts"
import { checkLock } from "../route/lock"
import { parseRoutes, type RoutesFile } from "../route/routes-file"
import { asDrawn, notHeld } from "./as-drawn"
import { asRendered } from "./as-rendered"
import { asWritten } from "./as-written"
import { circuitFindings } from "./circuit-findings"
import type { CompiledBoard } from "./compiled-board"
import { type MadeCircuit, makeCircuit } from "./made-circuit"

export interface CompileOptions {
  readonly root: string
  readonly boardId: string
  readonly observer: Observer
  readonly timeLimitMs?: number
  /** Whom the board is made for. */
  readonly orderOf: (source: BoardSource) => DescribeOptions
  /** The board's bundle, where it has been started already. */
  readonly bundle?: BoardBundle
  /** Keeps what is rendered for the next run with the same source; nothing is kept unless said. */
  readonly keep?: Keep
  /** Told before tscircuit renders: the result of no earlier run will do. */
  readonly onRender?: () => void
}

/** A board whose layout tscircuit has not checked yet. */
export interface LaidBoard extends Pick<CompiledBoard, "definition" | "circuit" | "routes"> {
  /** What the source draws, by our own matrix: what the files of an order are held to. */
  readonly drawn: readonly Drawn[]
  /** What the board's source itself has to be told. */
  readonly said: readonly Finding[]
  /** The source has faults that keep it from being rendered: there is no circuit. */
  readonly faulty: boolean
}

/**
 * Boards in, circuit JSON out: loads the board's TSX, lays its locked routes, renders it and cleans the pours.
 * @throws UserError for whatever the board's author can mend, with file and line.
 */
export async function compileBoard(options: CompileOptions): Promise<CompiledBoard> {
  return checkLayout(await layBoard(options), options.keep)
}

/** As {@link compileBoard}, up to tscircuit's checks of the layout: {@link checkLayout} makes up for them. */
export async function layBoard(options: CompileOptions): Promise<LaidBoard> {
  const { root, boardId } = options
  const source = await loadBoard(root, boardId, options.bundle)
  const routesFile = routesFileOf(boardId)
  if (!existsSync(join(root, routesFile))) {
    throw new UserError(`${routesFile}: missing: run \`npm run route -- --board ${boardId} --all\``, {
      exitCode: 1,
    })
  }
  const routes = parseRoutes(readFileSync(join(root, routesFile), "utf8"), routesFile)
  return laySource(source, routes, options)
}

/** As {@link compileBoard}, from a source and routes in memory. */
export async function compileDefinition(
  source: BoardSource,
  routes: RoutesFile,
  options: CompileOptions,
): Promise<CompiledBoard> {
  return checkLayout(await laySource(source, routes, options), options.keep)
}

/** Adds tscircuit's complaints about the layout, and what the compiler's own stages have to say. */
export async function checkLayout(laid: LaidBoard, keep = keepNothing): Promise<CompiledBoard> {
  const { circuit, faulty } = laid
  return judgeLayout(laid, faulty ? [] : await keep("layout", circuit, () => complaintsOf(circuit)))
}

async function complaintsOf(circuit: readonly AnyCircuitElement[]): Promise<AnyCircuitElement[]> {
  await loadCore()
  const { layoutComplaints } = await import("./layout-checks")
  return layoutComplaints(circuit)
}

/** As {@link checkLayout}, with the complaints of `layoutComplaints` from elsewhere. */
export function judgeLayout(
  { circuit, definition, routes, said, faulty }: LaidBoard,
  complaints: readonly AnyCircuitElement[],
): CompiledBoard {
  const source: CheckRun = { id: "source", title: "The board's source", findings: said }
  if (faulty) return { definition, circuit, routes, runs: [source], blocked: true }
  const judged = [...circuit, ...complaints]
  const runs = [source, ...compileRuns(judged, definition, routes)]
  return { definition, circuit: judged, routes, runs, blocked: withoutCopper(runs) }
}

/** Describes and renders a source and lays routes on it. A faulty source is not rendered: `said` has the reasons. */
export async function laySource(
  source: BoardSource,
  routes: RoutesFile,
  options: CompileOptions,
): Promise<LaidBoard> {
  const { root, boardId, observer } = options
  const described = read(source, options)
  if (described.findings.some(({ severity }) => severity === "error"))
    return {
      definition: described.board,
      circuit: [],
      routes,
      drawn: [],
      said: described.findings,
      faulty: true,
    }
  const { keep = keepNothing } = options
  const input = { described: asRendered(described), routes }
  const made = await keep("compile", input, () => {
    options.onRender?.()
    return makeCircuit(input, {
      onPhase: (phase) => observer.detail(phase),
      ...(options.timeLimitMs === undefined ? {} : { timeLimitMs: options.timeLimitMs }),
    })
  }).catch((error: unknown) => {
    throw moduleError(root, `boards/${boardId}`, error)
  })
  return laidFrom(described, routes, made)
}

/** A board as laid, from what was made of it. */
export function laidFrom(described: Described, routes: RoutesFile, made: MadeCircuit): LaidBoard {
  const { rendered, circuit, pinWords, legendFindings } = made
  const { board, findings } = withPlainParts(described, rendered)
  return {
    definition: { ...board, pinWords },
    circuit,
    routes,
    drawn: described.drawn.drawn,
    said: [
      ...described.findings,
      ...findings,
      ...asWritten(described, rendered),
      ...asDrawn(rendered, described.drawn),
      ...notHeld(described.drawn),
      ...legendFindings,
    ],
    faulty: false,
  }
}

/** @throws UserError for whatever a component throws, with file and line. */
function read(source: BoardSource, { root, boardId, orderOf }: CompileOptions): Described {
  try {
    return describe(source, orderOf(source))
  } catch (error) {
    throw moduleError(root, `boards/${boardId}`, error)
  }
}

/** What the compiler's own stages have to say of a compiled board: are the routes its own, what tscircuit found. */
export function compileRuns(
  circuit: readonly AnyCircuitElement[],
  definition: Board,
  routes: RoutesFile,
): CheckRun[] {
  const lock = checkLock(routes, boardFacts(circuit, definition), routesFileOf(definition.id))
  const complaints = circuitFindings(circuit).findings
  const notLaid = complaints.some(({ rule }) => rule === routingSkipped)
  const blocked = notLaid || lock.findings.length > 0
  return [
    {
      id: "routes",
      title: "Routes are those this board was drawn with",
      // Also where parts do not fit: vias that were drawn for where a part stood may be what is in its way.
      findings: lock.findings,
    },
    {
      id: "tscircuit",
      title: "tscircuit's own checks",
      findings: blocked ? complaints.filter(notAboutCopper) : complaints,
    },
  ]
}

const routesFileOf = (boardId: string): string => `boards/${boardId}/routes.json`

/** Copper is not judged while parts overlap or stand off the board, or where tscircuit did not lay it. */
const routingSkipped = "tscircuit/pcb-autorouting-error"

/** Without its copper tscircuit complains of every pin: the findings about parts or the lock say it better. */
const notAboutCopper = ({ rule }: Finding): boolean => !/pcb-(port-not-connected|trace)/.test(rule)

const withoutCopper = (runs: readonly CheckRun[]): boolean =>
  runs.some(({ findings }) => findings.some(({ rule }) => rule === routingSkipped || rule === "route/stale"))
