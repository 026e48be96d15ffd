import type { Severity } from "./finding"

/** What fab houses limit. Checks, KiCad's rules and the documents ask for a limit by one of these. */
export const ruleIds = [
  "track-width",
  "track-space",
  "power-track-width",
  "smd-pad-space",
  "via-hole",
  "via-diameter",
  "pth-ring",
  "via-hole-to-track",
  "pth-to-track",
  "npth-to-track",
  "via-hole-to-hole",
  "pad-hole-to-hole",
  "npth-diameter",
  "plated-slot-width",
  "unplated-slot-width",
  "copper-to-edge",
  "silkscreen-line",
  "silkscreen-height",
  "silkscreen-to-pad",
  "mask-bridge",
  "mask-expansion",
  "thermal-paste-min",
  "thermal-paste-max",
  "outline-contours",
  "bom-designators",
  "bom-cell",
] as const

/** What is limited inside a board of more than two layers, beside all of those. */
export const innerRuleIds = ["inner-via-hole-to-copper", "inner-pth-to-copper"] as const

export type RuleId = (typeof ruleIds)[number] | (typeof innerRuleIds)[number]

/** One thing a fab can or cannot make, and how far this project stays from the edge of it. */
export interface FabRule {
  readonly id: RuleId
  /** What is measured, in plain words. */
  readonly title: string
  readonly unit: "mm" | "count" | "ratio"
  /** Whether the value must be at least or at most the limits. */
  readonly sense: "min" | "max"
  /** The fab's own limit; absent where it states none. */
  readonly fabLimit?: number
  /** What the fab recommends or charges by, where that is stricter than the limit. */
  readonly fabAdvice?: number
  /** Our limits: past `error` no package is made; past `warning` it is said. */
  readonly gate: Partial<Record<Extract<Severity, "error" | "warning">, number>>
  readonly source: string
}

/** What a fab says of one rule, apart from what this project makes of it. */
export interface Published {
  readonly limit?: number
  readonly advice?: number
  readonly source: string
}

/** How a rule of ours lets pass what its fab says it cannot make; nothing where it does not. */
export function looseness({ sense, fabLimit, gate }: FabRule): string | undefined {
  if (fabLimit === undefined) return undefined
  if (gate.error === undefined) return `the fab's limit of ${fabLimit} stops nothing here`
  const isBeyond = sense === "min" ? gate.error < fabLimit - 1e-9 : gate.error > fabLimit + 1e-9
  return isBeyond ? `ours is ${gate.error}, the fab's own is ${fabLimit}` : undefined
}

/** Whatever has a table of limits: a fab house, or what a test makes of one. */
export interface Limited {
  readonly limits: readonly FabRule[]
}

/** What holds inside a board where a house says nothing of inner layers: what it says of the outer ones. */
const outside: Partial<Record<RuleId, RuleId>> = {
  "inner-via-hole-to-copper": "via-hole-to-track",
  "inner-pth-to-copper": "pth-to-track",
}

/** @throws Error for an id that has no rule: a bug of the house's table, since ids are typed. */
export function limit({ limits }: Limited, id: RuleId): FabRule {
  const found = limits.find((candidate) => candidate.id === id)
  if (found !== undefined) return found
  const outer = outside[id]
  if (outer === undefined) throw new Error(`no rule ${id}`)
  return limit({ limits }, outer)
}

/** Our strictest limit of a rule: the one that stops a build, or the one that warns where nothing stops it. */
export function gate(house: Limited, id: RuleId): number {
  const { error, warning } = limit(house, id).gate
  const strictest = error ?? warning
  if (strictest === undefined) throw new Error(`rule ${id} has no gate`)
  return strictest
}
