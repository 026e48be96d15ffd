import type { FabHouse } from "../model/fab-house"
import type { FabRule, RuleId } from "../model/fab-rule"
import type { CheckResult, Figure, Finding, Severity } from "../model/finding"
import type { Point } from "../read"
import type { LayerRole } from "./files/roles"
import { type BoardGeometry, place, round3 } from "./geometry/board"

/** What every rule on written files is given. */
export interface VerifyInput {
  readonly board: BoardGeometry
  /** The fab's limits, by id. */
  readonly limit: (id: RuleId) => FabRule
  /** What the fab's importer draws wrong, and how. */
  readonly misreads: FabHouse["misreads"]
  /** What it makes of holes that the board's edge cuts; absent where that is not known. */
  readonly halfHoles?: FabHouse["castellated"]
  /** How it makes panels; absent where that is not known. */
  readonly panel?: FabHouse["panel"]
  /** A set of another program, which nobody here drew: panels and cut-outs are no mistake. */
  readonly foreign?: boolean
}

/** A rule on written files, listed in `rules/index.ts`. Layers that are not there are another rule's matter. */
export interface FileRule {
  readonly id: string
  readonly title: string
  readonly check: (input: VerifyInput) => CheckResult
}

/**
 * What a polygon of chords may be off by: a micrometre a curve, on both sides of a gap, and the rounding of the
 * files to a nanometre. A value this close to its limit keeps it.
 */
export const measureErrorMm = 0.0025

/** Least board between two holes that a panel breaks along: what is drawn, less a drill's wander. mm. */
export const leastWebMm = ({ panel }: Pick<FabHouse, "panel">): number =>
  panel === undefined ? Number.POSITIVE_INFINITY : panel.bite.webMm - 0.1

/** How bad a measured value is: undefined if it keeps all limits. */
export function judge(value: number, rule: FabRule): { severity: Severity; limit: number } | undefined {
  const misses = (limit: number): boolean =>
    rule.sense === "min" ? value < limit - measureErrorMm : value > limit + measureErrorMm
  const { error, warning } = rule.gate
  if (error !== undefined && misses(error)) return { severity: "error", limit: error }
  if (warning !== undefined && misses(warning)) return { severity: "warning", limit: warning }
  return undefined
}

/** The strictest limit of a rule, to know how far to look. */
export function widest(rule: FabRule): number {
  return Math.max(rule.gate.error ?? 0, rule.gate.warning ?? 0)
}

/** A finding of a distance or size that misses its limit. `what` is completed with value and limit. */
export function missed(
  rule: string,
  verdict: { severity: Severity; limit: number },
  value: number,
  what: string,
  at: Point,
  extra: { layer?: LayerRole; nets?: readonly string[]; parts?: readonly string[] } = {},
): Finding {
  return {
    rule,
    severity: verdict.severity,
    message: `${what}: ${value.toFixed(3)} mm, must be ${verdict.limit.toFixed(3)}`,
    ...place(at, extra.layer),
    measure: { value: round3(value), limit: verdict.limit, unit: "mm" },
    ...(extra.nets === undefined || extra.nets.length === 0 ? {} : { nets: extra.nets }),
    ...(extra.parts === undefined || extra.parts.length === 0 ? {} : { parts: extra.parts }),
  }
}

/** The smallest (or largest) value met, as a figure for the report; none if nothing was measured. */
export function extreme(name: string, value: number, rule?: FabRule): Figure[] {
  if (!Number.isFinite(value)) return []
  const limit = rule === undefined ? {} : { limit: widest(rule) }
  return [{ name, value: round3(value), unit: "mm", ...limit }]
}
