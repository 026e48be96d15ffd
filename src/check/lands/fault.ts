import type { Finding, Severity } from "../../model/finding"

/** What is wrong with a land, before it is said of whom. */
export interface LandFault {
  readonly rule: string
  readonly severity?: Severity
  readonly says: string
  readonly measure?: Finding["measure"]
}
