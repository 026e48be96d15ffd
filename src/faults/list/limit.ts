import type { Catalogue } from "../../../components/catalogue"
import type { Point } from "../../geometry/point"
import type { Draft } from "../edit/draft"

export type Files = ReadonlyMap<string, string>

/** One value just beyond a limit, one on it, one within: the first must be found, the others must not. */
export interface Limit {
  /** "width of a track". */
  readonly title: string
  readonly rule: string
  readonly unit: string
  readonly beyond: number
  readonly at: number
  readonly within: number
  readonly apply: LimitChange
}

/** Limits of one group are tried in one run: no two of a group have the same rule. */
export type LimitChange =
  | { readonly stage: "circuit"; readonly change: (draft: Draft, value: number) => unknown }
  | { readonly stage: "catalogue"; readonly change: (catalogue: Catalogue, value: number) => Catalogue }
  | {
      readonly stage: "files"
      readonly group: 1 | 2 | 3 | 4
      /** Needs a spot without the others' drawings. */
      readonly alone?: true
      /** `spot`: a place with nothing but pour. */
      readonly change: (files: Files, value: number, board: Draft, spot: Point) => Files
    }
