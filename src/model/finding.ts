import type { CopperLayer } from "./layer"

/** What every check returns. A finding is data: printing it, waiving it and stopping on it happen elsewhere. */

export type Severity = "error" | "warning" | "info"

/** A place on the board in mm: board centre = origin, x right, y up, seen from the top. */
export interface Place {
  readonly x: number
  readonly y: number
  readonly layer?: CopperLayer
}

/** A measured value beside the limit it was held against. */
export interface Measure {
  readonly value: number
  readonly limit?: number
  readonly unit: string
}

export interface Finding {
  /** Stable id of the rule, e.g. `drc/copper-edge`: what a waiver and a seeded fault refer to. */
  readonly rule: string
  readonly severity: Severity
  /** One line in plain words: what, where (designators, nets, mm), what to do. No internal ids. */
  readonly message: string
  readonly at?: Place
  readonly measure?: Measure
  readonly nets?: readonly string[]
  /** Designators (`R3`) or pads (`R3.2`). */
  readonly parts?: readonly string[]
  /** The file (and line) the finding is in, where it is one. */
  readonly file?: string
  readonly line?: number
}

/** A finding that the board's config accepts, with the reason given there. */
export interface WaivedFinding extends Finding {
  readonly waiver: string
}

/** What is accepted of a board itself; of `parts/` it is how it is bought and assembled, which costs but breaks nothing. */
export const knownRisks = (waived: readonly Finding[]): number =>
  waived.filter(({ rule }) => !rule.startsWith("parts/")).length

/** "10 known risks accepted" */
export const risksWords = (risks: number): string =>
  `${risks} known ${risks === 1 ? "risk" : "risks"} accepted`

/** One figure a check measured, for the report: "smallest clearance, top: 0.21 mm (limit 0.20)". */
export interface Figure {
  readonly name: string
  readonly value: number | string
  readonly unit?: string
  readonly limit?: number
}

/** What one check says of one board. */
export interface CheckResult {
  readonly findings: readonly Finding[]
  readonly figures?: readonly Figure[]
}

/**
 * An expected failure: bad input, an unwritable folder, an unroutable net. The CLI prints `message` as one line
 * and exits with `exitCode`; everything else that is thrown is a bug.
 */
export class UserError extends Error {
  readonly exitCode: 1 | 2

  constructor(message: string, options: { exitCode?: 1 | 2; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = "UserError"
    this.exitCode = options.exitCode ?? 2
  }
}
