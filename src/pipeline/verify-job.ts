import type { Measured } from "../verify/measure"
import type { VerifyReport } from "../verify/report"
import { type VerifyOptions, verifyContents } from "../verify/verify"
import type { PackageFiles } from "./assemble-package"
import { fabHouse } from "./fab-house"

/** What the thread that checks the written files gets. */
export interface VerifyJob {
  readonly files: PackageFiles
  /** Id of the house: what it knows is more than plain data. */
  readonly fab: string
  readonly options: VerifyOptions
}

/** @param measured gets what was read, for who draws the same files */
export const verifyFiles = (
  { files, fab, options }: VerifyJob,
  measured: Map<string, Measured>,
): VerifyReport => verifyContents(files, fabHouse(fab, "fab"), { ...options, measured })
