import type { Point } from "../../../src/geometry/point"
import type { Draft } from "../edit/draft"
import type { Records } from "../edit/records"

export type Files = ReadonlyMap<string, string>

/** One value just beyond a limit, one on it, one within: the first must be found, the others must not. */
export interface LimitFacts {
  /** "width of a track". */
  readonly title: string
  readonly rule: string
  readonly unit: string
  readonly beyond: number
  readonly at: number
  readonly within: number
}

export interface Limit extends LimitFacts {
  readonly apply: LimitChange
}

/** Beyond, on, within. */
export type LimitValues = readonly [beyond: number, at: number, within: number]

export const limit = (
  title: string,
  rule: string,
  unit: string,
  [beyond, at, within]: LimitValues,
  apply: LimitChange,
): Limit => ({ title, rule, unit, beyond, at, within, apply })

export type LimitChange =
  | { readonly stage: "circuit"; readonly change: (draft: Draft, value: number) => unknown }
  | { readonly stage: "records"; readonly change: (records: Records, value: number) => Records }
  | FileChange

export interface FileChange {
  readonly stage: "files"
  /** Limits of one group are tried in one run: no two of a group have the same rule. */
  readonly group: 1 | 2 | 3 | 4
  /** Needs a spot without the others' drawings. */
  readonly alone?: true
  /** `spot`: a place with nothing but pour. */
  readonly change: (files: Files, value: number, board: Draft, spot: Point) => Files
}
