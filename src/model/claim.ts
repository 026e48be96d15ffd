import type { CircuitView, CopperPath } from "./circuit-view"
import type { CheckResult } from "./finding"

/** What a claim is judged by. */
export interface ClaimSubject {
  readonly circuit: CircuitView
  /** Resistance of the copper between two pads of one net; undefined where there is no way. */
  readonly copperPath: (from: string, to: string) => CopperPath | undefined
}

/**
 * Something that a circuit promises beyond its connections: a pull-up, a signal path, a budget. It carries its own
 * check. A board has any number of them, none is required.
 */
export interface Claim {
  /** Check it is listed under in the report, e.g. `erc/links`; claims of one id are one check there. */
  readonly id: string
  readonly title: string
  /** What was promised, in plain data with its limits: the lock keeps it, so a loosened limit is a line of a diff. */
  readonly says: Readonly<Record<string, unknown>>
  readonly check: (subject: ClaimSubject) => CheckResult
}
