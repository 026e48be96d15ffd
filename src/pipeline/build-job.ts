import { join } from "node:path"
import type { Report } from "../check/report"
import type { Failure } from "../failure"
import type { Observer } from "../model/observer"
import type { BoardBundle } from "../project/boards"

export interface BuildOptions {
  readonly root: string
  readonly boardId: string
  /** Folder that gets `<board>/`, or `<board>@<house>/` for a house that is not the board's own. */
  readonly out: string
  /** Id of the house; the board's own unless said. */
  readonly fab?: string
  /** Written into every file that carries a date. */
  readonly date: Date
  readonly observer: Observer
  readonly orderOnly: boolean
  readonly force: boolean
  readonly timeLimitMs: number
  /** A board that is not as it was accepted is not built. */
  readonly frozen?: boolean
  /** The board's bundle, where it has been started already. */
  readonly bundle?: BoardBundle
}

export interface BuildResult {
  readonly status: "built" | "unchanged" | "stopped"
  readonly folder: string
  readonly report: Report
  readonly timings: ReadonlyMap<string, number>
}

/** Where a build puts its package. */
export const packageFolder = ({ out, boardId, fab }: Pick<BuildOptions, "out" | "boardId" | "fab">): string =>
  join(out, fab === undefined ? boardId : `${boardId}@${fab}`)

/** How the build of one board ended: with a result, whatever it found, or with an error. */
export type BuildOutcome = { readonly result: BuildResult } | { readonly failure: Failure }
