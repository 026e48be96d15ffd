import { existsSync, readFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { type Finding, UserError } from "../model/finding"
import { naturalOrder } from "../natural-order"
import { replaceFile } from "../project/replace-file"
import { faults } from "../route/attempt"
import { routesFrom } from "../route/foreign-copper"
import { copperOfKicad } from "../route/from-kicad"
import { lockOf } from "../route/lock"
import { formatNet, formatRoutes, type RoutesFile, readRoutes } from "../route/routes-file"
import { copperOfSession, designText } from "../route/specctra"
import { copperWarnings, factsOf } from "./route"

/** `route --from`: copper that a person drew with another program becomes the board's `routes.json`. */

export interface RouteFromOptions {
  readonly root: string
  readonly boardId: string
  /** A KiCad board or a Specctra session; relative to where the command runs. */
  readonly from: string
  readonly progress?: (line: string) => void
}

export interface RouteFromReport {
  readonly file: string
  readonly changed: boolean
  /** Nets whose copper is not what it was. */
  readonly laid: readonly string[]
  readonly kept: readonly string[]
  /** What does not keep the limits or hangs apart: the build says so too. */
  readonly notes: readonly string[]
  readonly warnings: readonly Finding[]
}

/** @throws UserError where the file is not of this board as it is now; the old routes stay. */
export async function routeFrom(options: RouteFromOptions): Promise<RouteFromReport> {
  const { root, boardId, from } = options
  const progress = options.progress ?? (() => {})
  const path = resolve(from)
  if (!existsSync(path)) throw new UserError(`${from}: no such file`)
  progress(`reading ${from}`)
  const text = readFileSync(path, "utf8")
  const isSession = from.endsWith(".ses")
  if (!isSession && !from.endsWith(".kicad_pcb"))
    throw new UserError(`${from}: give a KiCad board (.kicad_pcb) or a Specctra session (.ses)`)
  const file = `boards/${boardId}/routes.json`
  const target = join(root, file)
  const old: RoutesFile | undefined = existsSync(target) ? readRoutes(target) : undefined
  progress("reading the board")
  const facts = await factsOf(root, boardId)
  const copper = isSession ? copperOfSession(text, from, facts) : copperOfKicad(text, from)
  const taken = routesFrom(copper, facts, old, from).nets
  // A session has nothing of the poured net: `route` moves what is in the way of new copper.
  const ground = facts.pour.net
  const before = isSession ? old?.nets[ground] : undefined
  const nets = before === undefined ? taken : { ...taken, [ground]: before }
  const routes: RoutesFile = { format: 1, lock: lockOf(facts), nets }
  const isKept = ([net, now]: [string, RoutesFile["nets"][string]]): boolean => {
    const was = old?.nets[net]
    return was !== undefined && formatNet(was) === formatNet(now)
  }
  const entries = Object.entries(routes.nets)
  const names = (some: typeof entries): string[] => some.map(([net]) => net).sort(naturalOrder)
  const written = formatRoutes(routes)
  const changed = old === undefined || written !== formatRoutes(old)
  if (changed) replaceFile(target, written)
  return {
    file,
    changed,
    laid: names(entries.filter((entry) => !isKept(entry))),
    kept: names(entries.filter(isKept)),
    notes: faults(new Map(entries), facts),
    warnings: await copperWarnings(root, boardId, routes),
  }
}

/** Writes the board as a Specctra design, with the copper it has, for a router of another house. */
export async function writeDesign(root: string, boardId: string, target: string): Promise<void> {
  const path = join(root, "boards", boardId, "routes.json")
  const facts = await factsOf(root, boardId)
  replaceFile(resolve(target), designText(boardId, facts, existsSync(path) ? readRoutes(path) : undefined))
}
