import type { AnyCircuitElement } from "circuit-json"
import type { Fabrication } from "../../src/fabricate/fabricate"
import type { Board, BoardSource } from "../../src/model/board"
import type { PackageFiles } from "../../src/pipeline/assemble-package"
import type { RoutesFile } from "../../src/route/routes-file"

/** Where faults are seeded: every class has some, in the order of the table. */
export const faultClasses = [
  "circuit",
  "variants",
  "parts",
  "placement",
  "rotation and side",
  "routes",
  "pours",
  "silkscreen",
  "Gerber bytes",
  "drill bytes",
  "CSV",
  "zip",
  "manifest",
  "IPC netlist",
  "IPC-2581 file",
  "lock",
] as const

export type FaultClass = (typeof faultClasses)[number]

/** What the compiler starts from. */
export interface Source {
  readonly board: BoardSource
  readonly routes: RoutesFile
}

/** What the checks start from. */
export interface Compiled {
  readonly definition: Board
  readonly routes: RoutesFile
  readonly circuit: AnyCircuitElement[]
}

/** What verification starts from, with the board it was made from to find victims by name and place. */
export interface Fabricated {
  readonly compiled: Compiled
  readonly fabrication: Fabrication
}

/** An order as it is on the disk, before (`packaged`) or after (`delivered`) report and manifest are added. */
export interface Packaged {
  readonly compiled: Compiled
  readonly files: PackageFiles
}

interface Named {
  /** Kebab-case, stable: what the tests and the page call it. */
  readonly id: string
  /** The change, as one would tell it. */
  readonly title: string
  readonly class: FaultClass
  /** Rule that must catch it; {@link byLock} where nothing but the accepted lock can know better. */
  readonly expectedRule: string
}

/**
 * A small change to the real board, made at the earliest stage where it is cheap. All later stages are then run as the
 * build runs them. `apply` returns a changed copy and throws where its victim is not there.
 */
export type Fault = Named &
  (
    | { readonly stage: "source"; readonly apply: (source: Source) => Source }
    | { readonly stage: "compiled"; readonly apply: (compiled: Compiled) => Compiled }
    | { readonly stage: "fabricated"; readonly apply: (made: Fabricated) => Fabrication }
    | { readonly stage: "packaged"; readonly apply: (made: Packaged) => PackageFiles }
    | { readonly stage: "delivered"; readonly apply: (made: Packaged) => PackageFiles }
  )

export type FaultStage = Fault["stage"]

/**
 * Stands for a rule where the board is sound but not as it was accepted: the build makes a draft, which has no zip to
 * order from.
 */
export const byLock = "lock"

/** What became of a fault. */
export interface Outcome {
  readonly id: string
  readonly title: string
  readonly class: FaultClass
  readonly stage: FaultStage
  readonly expectedRule: string
  /** The expected rule's finding is open and no package to order from would be written. */
  readonly caught: boolean
  /** Whether anything at all stopped the build. */
  readonly stopped: boolean
  /** The expected rule's finding, or what there was instead. */
  readonly message: string
  /** Other rules that saw it, too. */
  readonly alsoBy: readonly string[]
  readonly milliseconds: number
}
