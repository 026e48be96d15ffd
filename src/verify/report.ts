import type { CheckResult, Finding } from "../model/finding"
import type { TakenFile } from "./files/fab-set"

/** What one check said, under its id. */
export interface VerifyCheck extends CheckResult {
  readonly id: string
  readonly title: string
}

/** What `verify` found out about a package. */
export interface VerifyReport {
  /** `package`: ours, with a manifest. `gerbers`: files of any program, without. */
  readonly kind: "package" | "gerbers"
  /** What each file was taken for, and why. */
  readonly files: readonly TakenFile[]
  readonly board: string | undefined
  /** The house that the manifest names. */
  readonly fab: string | undefined
  readonly revision: string | undefined
  readonly checks: readonly VerifyCheck[]
  /** All findings of all checks, in their order. */
  readonly findings: readonly Finding[]
  /** Plain sentences: what could not be checked and why. */
  readonly notChecked: readonly string[]
}
