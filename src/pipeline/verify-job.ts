import type { VerifyOptions } from "../verify/verify"
import type { PackageFiles } from "./assemble-package"

/** What the thread that checks the written files gets. */
export interface VerifyJob {
  readonly files: PackageFiles
  readonly options: VerifyOptions
}
