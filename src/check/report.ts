import type { PanelOrder } from "../model/board"
import type { CheckResult, Figure, Finding, WaivedFinding } from "../model/finding"
import { naturalOrder } from "../natural-order"
import type { Judgement } from "./waivers"

/** One check as it was run: its result under its id. */
export interface CheckRun extends CheckResult {
  readonly id: string
  readonly title: string
}

export interface Report {
  readonly format: 1
  readonly board: string
  readonly revision: string
  readonly date: string
  /** How the board differs from what was accepted, a line each; absent where it does not. */
  readonly draft?: readonly string[]
  /** Ids of the houses that the board names, where it names several: it is built for each. */
  readonly fabs?: readonly string[]
  /** The panel that the board asks for, which is made once all boards are. */
  readonly panel?: PanelOrder
  /** What the package promises: lists of every variant (with what it leaves empty) under every plan. */
  readonly assembly?: {
    readonly variants: Readonly<Record<string, readonly string[]>>
    readonly plans: readonly string[]
  }
  readonly summary: { readonly errors: number; readonly warnings: number; readonly waived: number }
  readonly checks: readonly {
    readonly id: string
    readonly title: string
    readonly findings: number
    readonly figures: readonly Figure[]
  }[]
  readonly findings: readonly Finding[]
  readonly waived: readonly WaivedFinding[]
}

export type ReportSubject = Pick<Report, "board" | "revision" | "date" | "draft" | "assembly">

/** The part of a board's definition that a package promises lists for. */
export const promisedAssembly = ({
  variants,
  plans,
}: {
  readonly variants: Readonly<Record<string, { readonly notFitted: readonly string[] }>>
  readonly plans: readonly string[]
}): NonNullable<Report["assembly"]> => ({
  variants: Object.fromEntries(Object.entries(variants).map(([id, { notFitted }]) => [id, notFitted])),
  plans,
})

export function makeReport(subject: ReportSubject, runs: readonly CheckRun[], judgement: Judgement): Report {
  const findings = [...judgement.open].sort(bySeverityThenRule)
  return {
    format: 1,
    ...subject,
    summary: {
      errors: findings.filter((finding) => finding.severity === "error").length,
      warnings: findings.filter((finding) => finding.severity === "warning").length,
      waived: judgement.waived.length,
    },
    checks: runs.map((run) => ({
      id: run.id,
      title: run.title,
      findings: run.findings.length,
      figures: run.figures ?? [],
    })),
    findings,
    waived: [...judgement.waived].sort(bySeverityThenRule),
  }
}

const severityOrder = { error: 0, warning: 1, info: 2 } as const

export function bySeverityThenRule(a: Finding, b: Finding): number {
  return (
    severityOrder[a.severity] - severityOrder[b.severity] ||
    naturalOrder(a.rule, b.rule) ||
    naturalOrder(a.message, b.message)
  )
}

/** " at (1.20, -3.40) mm top", or nothing where a finding has no place on the board. */
export const placeText = ({ at }: Finding): string =>
  at === undefined
    ? ""
    : ` at (${at.x.toFixed(2)}, ${at.y.toFixed(2)}) mm${at.layer === undefined ? "" : ` ${at.layer}`}`

/** One line a finding, as the terminal and a log show it. */
export function findingLine(finding: Finding): string {
  const file = finding.file ? `${finding.file}${finding.line ? `:${finding.line}` : ""}: ` : ""
  return `${finding.severity}: ${file}${finding.message}${placeText(finding)} [${finding.rule}]`
}
