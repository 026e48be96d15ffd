import type { VerifyOptions } from "../verify/verify"
import type { PackageFiles } from "./assemble-package"

/** What the thread that checks the written files gets. */
export interface VerifyJob {
  readonly files: PackageFiles
  /** Id of the house: what it knows is more than plain data. */
  readonly fab: string
  readonly options: VerifyOptions
}
