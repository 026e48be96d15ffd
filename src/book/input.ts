import type { AnyCircuitElement } from "circuit-json"
import type { Report } from "../check/report"
import type { AssemblySet } from "../fabricate/assembly"
import type { PlanFacts } from "../fabricate/plans"
import type { NetRow } from "../metrics/measure"
import type { Board } from "../model/board"
import type { FabHouse, UploadNames } from "../model/fab-house"
import type { Side } from "../model/place"
import type { Simulated, SimulationJob } from "../simulate/simulate"
import type { PanelData, PictureData } from "./data"

/** Size and sha256 of a file of the package, as the manifest has it. */
export interface PackagedFile {
  readonly sha256: string
  readonly size: number
}

/** The page's own code, from `bundleClient`. */
export interface BookClient {
  readonly script: string
  /** The script of a panel's page. */
  readonly panel: string
  readonly style: string
  /** The 3D viewer, gzip as base64: kept apart so that the page starts without it. */
  readonly viewer3d: string
}

/** One table of measured values beside a reference's, ready to print. */
export interface MetricsTable {
  readonly title: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** Everything the book is made from. Nothing is read from the disk or the clock. */
export interface BookInput {
  readonly definition: Board
  readonly house: FabHouse
  /** ISO 8601 in UTC, as in the report. */
  readonly date: string
  readonly circuit: readonly AnyCircuitElement[]
  /** File name -> text of Gerbers and drills, as emitted. */
  readonly gerbers: ReadonlyMap<string, string>
  /** Which of them is what. */
  readonly names: UploadNames
  /** What `pictureData` makes of them, where the build has it already. */
  readonly picture?: PictureData
  /** Who fits what, by variant and plan. */
  readonly assembly: readonly AssemblySet[]
  /** What each of those comes to. */
  readonly plans: readonly PlanFacts[]
  readonly report: Report
  /** The sheet with its `data-part`, `data-net`, `data-pin`. */
  readonly schematicSvg: string
  /** Variant -> side -> assembly drawing, A4. Left out: the book draws the places itself. */
  readonly assemblyDrawings?: Readonly<Record<string, Readonly<Record<Side, string>>>>
  readonly glb?: Uint8Array
  /** PNG of the assembled board, for browsers without WebGL. */
  readonly picture3d?: Uint8Array
  readonly metrics?: readonly MetricsTable[]
  /** What was simulated, a result for every job. */
  readonly simulation?: {
    readonly jobs: readonly SimulationJob[]
    readonly results: readonly Simulated[]
  }
  /** What the build makes of it next. */
  readonly panel?: PanelData
  /** Measured copper of every net. */
  readonly netRows?: readonly NetRow[]
  /** Path in the package -> size and hash, of every file but the book and the manifest. */
  readonly files: Readonly<Record<string, PackagedFile>>
  readonly client: BookClient
}
