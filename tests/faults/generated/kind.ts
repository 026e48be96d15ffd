import type { Fabrication } from "../../../src/fabricate/fabricate"
import type { Board } from "../../../src/model/board"
import type { FabHouse } from "../../../src/model/fab-house"
import type { PackageFiles } from "../../../src/pipeline/assemble-package"
import type { RoutesFile } from "../../../src/route/routes-file"
import type { CleanBoard } from "../clean"
import type { Draft } from "../edit/draft"
import type { Random } from "./random"

/** What a kind changes, on a copy; what is not there stays as it is. */
export interface Edit {
  /** What was changed, as one would tell it. */
  readonly told: string
  readonly definition?: Board
  readonly routes?: RoutesFile
  readonly house?: FabHouse
  readonly fabrication?: Fabrication
  readonly delivered?: PackageFiles
}

/** What a generator starts from: the clean board, and a copy of its circuit that it may change. */
export interface Victim {
  readonly clean: CleanBoard
  readonly draft: Draft
  readonly random: Random
}

/** Makes faults of one kind, as many as are asked, each another. */
export interface Kind {
  readonly name: string
  /** Where it stands in the table. */
  readonly group: string
  readonly count: number
  /** Checks that are asked first, by the start of their ids: most faults are found without the others. */
  readonly first?: readonly string[]
  /** @returns undefined where chance has picked what is no fault; it is tried again. */
  readonly make: (victim: Victim) => Edit | undefined
}

export const mm = (value: number): string => `${value.toFixed(2)} mm`
