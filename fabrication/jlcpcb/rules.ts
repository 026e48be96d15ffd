import type { Severity } from "../../src/finding"

/** One thing JLCPCB can or cannot make, and how far this project stays from the edge of it. */
export interface FabRule {
  readonly id: RuleId
  /** What is measured, in plain words. */
  readonly title: string
  readonly unit: "mm" | "count" | "ratio"
  /** Whether the value must be at least or at most the limits. */
  readonly sense: "min" | "max"
  /** JLCPCB's own limit; absent where JLCPCB states none. */
  readonly fabLimit?: number
  /** What JLCPCB recommends or charges by, where that is stricter than the limit. */
  readonly fabAdvice?: number
  /** Our limits: past `error` no package is made; past `warning` it is said. */
  readonly gate: Partial<Record<Extract<Severity, "error" | "warning">, number>>
  readonly source: string
}

const capability = "JLCPCB, PCB capabilities, two layers, 1 oz, read August to October 2026"
const helpGerber = "JLCPCB help centre, Gerber and drill files, read August to October 2026"
const helpAssembly = "JLCPCB help centre, BOM and CPL files, assembly services, read August to October 2026"
const house = "this project's own margin"

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
  "standard-side",
  "economic-side",
  "bom-designators",
  "bom-cell",
] as const

export type RuleId = (typeof ruleIds)[number]

/** Every limit, once. Checks, KiCad's rules and the documents read it from here. */
export const fabRules: readonly FabRule[] = [
  rule("track-width", "width of a track", "min", { error: 0.2 }, { fabLimit: 0.1 }),
  rule("track-space", "space between copper of different nets", "min", { error: 0.2 }, { fabLimit: 0.1 }),
  rule("power-track-width", "width of a track of a power net", "min", { warning: 0.6 }, { source: house }),
  rule(
    "smd-pad-space",
    "space between SMD pads of different nets",
    "min",
    { error: 0.15 },
    { fabLimit: 0.15 },
  ),
  rule("via-hole", "hole of a via", "min", { error: 0.3 }, { fabLimit: 0.15, fabAdvice: 0.3 }),
  rule("via-diameter", "diameter of a via", "min", { error: 0.6 }, { fabLimit: 0.25, fabAdvice: 0.45 }),
  rule(
    "pth-ring",
    "copper ring round a plated hole",
    "min",
    { error: 0.18, warning: 0.25 },
    {
      fabLimit: 0.18,
      fabAdvice: 0.25,
    },
  ),
  rule("via-hole-to-track", "via hole to foreign track", "min", { error: 0.2 }, { fabLimit: 0.2 }),
  rule(
    "pth-to-track",
    "plated component hole to foreign track",
    "min",
    { error: 0.28 },
    {
      fabLimit: 0.28,
      fabAdvice: 0.35,
    },
  ),
  rule("npth-to-track", "unplated hole to copper", "min", { error: 0.25 }, { fabLimit: 0.2 }),
  rule("via-hole-to-hole", "via hole edge to hole edge", "min", { error: 0.25 }, { fabLimit: 0.2 }),
  rule("pad-hole-to-hole", "component hole edge to hole edge", "min", { error: 0.5 }, { fabLimit: 0.45 }),
  rule("npth-diameter", "diameter of an unplated hole", "min", { error: 0.5 }, { fabLimit: 0.5 }),
  rule("plated-slot-width", "width of a plated slot", "min", { error: 0.5 }, { fabLimit: 0.5 }),
  rule("unplated-slot-width", "width of an unplated slot", "min", { error: 1 }, { fabLimit: 1 }),
  rule(
    "copper-to-edge",
    "copper to the routed edge",
    "min",
    { error: 0.2, warning: 0.3 },
    {
      fabLimit: 0.2,
      fabAdvice: 0.3,
    },
  ),
  rule(
    "silkscreen-line",
    "width of a silkscreen line, as emitted",
    "min",
    { error: 0.15 },
    { fabLimit: 0.15 },
  ),
  rule(
    "silkscreen-height",
    "height of a silkscreen capital, as emitted",
    "min",
    { error: 1 },
    { fabLimit: 1 },
  ),
  rule("silkscreen-to-pad", "silkscreen to a mask opening", "min", { error: 0.15 }, { fabLimit: 0.15 }),
  rule("mask-bridge", "solder mask between two openings (green)", "min", { error: 0.1 }, { fabLimit: 0.1 }),
  rule(
    "mask-expansion",
    "solder mask opening beyond pad or hole, all round",
    "min",
    { error: 0.05 },
    {
      fabLimit: 0.038,
      source: "JLCPCB's minimum of early 2025 as cited by repo.hu/projects/pcb-rnd-aux, pool/bedrock 3.5",
    },
  ),
  rule(
    "thermal-paste-min",
    "solder paste of a thermal pad, part of its copper",
    "min",
    { error: 0.5 },
    {
      unit: "ratio",
      source: house,
    },
  ),
  rule(
    "thermal-paste-max",
    "solder paste of a thermal pad, part of its copper",
    "max",
    { error: 0.8 },
    {
      unit: "ratio",
      source: house,
    },
  ),
  rule(
    "outline-contours",
    "closed contours on the outline layer",
    "max",
    { error: 1 },
    {
      unit: "count",
      fabLimit: 1,
      source: helpGerber,
    },
  ),
  rule(
    "economic-side",
    "side of a board for economic assembly",
    "min",
    { error: 10 },
    {
      fabLimit: 10,
      source: helpAssembly,
    },
  ),
  rule(
    "standard-side",
    "side of a board for standard assembly; below it rails or a panel",
    "min",
    { warning: 70 },
    {
      fabLimit: 70,
      source: helpAssembly,
    },
  ),
  rule(
    "bom-designators",
    "designators in one BOM row",
    "max",
    { error: 200 },
    {
      unit: "count",
      fabLimit: 200,
      source: helpAssembly,
    },
  ),
  rule(
    "bom-cell",
    "characters in one BOM cell",
    "max",
    { error: 2048 },
    {
      unit: "count",
      fabLimit: 2048,
      source: helpAssembly,
    },
  ),
]

function rule(
  id: RuleId,
  title: string,
  sense: FabRule["sense"],
  gate: FabRule["gate"],
  rest: Partial<Pick<FabRule, "unit" | "fabLimit" | "fabAdvice" | "source">>,
): FabRule {
  return { id, title, sense, gate, unit: "mm", source: capability, ...rest }
}

/** @throws Error for an id that has no rule: a bug, since ids are typed. */
export function fabRule(id: RuleId): FabRule {
  const found = fabRules.find((candidate) => candidate.id === id)
  if (!found) throw new Error(`no rule ${id}`)
  return found
}

/** Our strictest limit of a rule: the one that stops a build, or the one that warns where nothing stops it. */
export function ruleGate(id: RuleId): number {
  const { gate } = fabRule(id)
  const limit = gate.error ?? gate.warning
  if (limit === undefined) throw new Error(`rule ${id} has no gate`)
  return limit
}
