import type { FabRule, innerRuleIds, RuleId } from "../src/model/fab-rule"

type InnerRuleId = (typeof innerRuleIds)[number]

/** What a fab house says of one limit. */
export interface Said {
  readonly limit?: number
  /** What it recommends or charges by, where that is stricter. */
  readonly advice?: number
  readonly source: string
  /** Our gate at this house, where the project's own does not fit it. */
  readonly gate?: FabRule["gate"]
}

type Measured = Pick<FabRule, "title" | "gate"> & Partial<Pick<FabRule, "unit" | "sense">>

/** This project's own margins, wherever a board is made: mm and at least, unless said. */
const own: Readonly<Record<Exclude<RuleId, InnerRuleId>, Measured>> = {
  "track-width": { title: "width of a track", gate: { error: 0.2 } },
  "track-space": { title: "space between copper of different nets", gate: { error: 0.2 } },
  "power-track-width": { title: "width of a track of a power net", gate: { error: 0.4 } },
  "smd-pad-space": { title: "space between SMD pads of different nets", gate: { error: 0.15 } },
  "via-hole": { title: "hole of a via", gate: { error: 0.3 } },
  "via-diameter": { title: "diameter of a via", gate: { error: 0.6 } },
  "pth-ring": { title: "copper ring round a plated hole", gate: { error: 0.18, warning: 0.25 } },
  "via-hole-to-track": { title: "via hole to foreign track", gate: { error: 0.2 } },
  "pth-to-track": { title: "plated component hole to foreign track", gate: { error: 0.28 } },
  "npth-to-track": { title: "unplated hole to copper", gate: { error: 0.25 } },
  "via-hole-to-hole": { title: "via hole edge to hole edge", gate: { error: 0.25 } },
  "pad-hole-to-hole": { title: "component hole edge to hole edge", gate: { error: 0.5 } },
  "npth-diameter": { title: "diameter of an unplated hole", gate: { error: 0.5 } },
  "plated-slot-width": { title: "width of a plated slot", gate: { error: 0.5 } },
  "unplated-slot-width": { title: "width of an unplated slot", gate: { error: 1 } },
  "copper-to-edge": { title: "copper to the routed edge", gate: { error: 0.2, warning: 0.3 } },
  "silkscreen-line": { title: "width of a silkscreen line, as emitted", gate: { error: 0.15 } },
  "silkscreen-height": { title: "height of a silkscreen capital, as emitted", gate: { error: 1 } },
  "silkscreen-to-pad": { title: "silkscreen to a mask opening", gate: { error: 0.15 } },
  "mask-bridge": { title: "solder mask between two openings (green)", gate: { error: 0.1 } },
  "mask-expansion": { title: "solder mask opening beyond pad or hole, all round", gate: { error: 0.05 } },
  "thermal-paste-min": {
    title: "solder paste of a thermal pad, part of its copper",
    gate: { error: 0.5 },
    unit: "ratio",
  },
  "thermal-paste-max": {
    title: "solder paste of a thermal pad, part of its copper",
    gate: { error: 0.8 },
    unit: "ratio",
    sense: "max",
  },
  "outline-contours": {
    title: "closed contours on the outline layer",
    gate: { error: 1 },
    unit: "count",
    sense: "max",
  },
  "bom-designators": {
    title: "designators in one BOM row",
    gate: { error: 200 },
    unit: "count",
    sense: "max",
  },
  "bom-cell": { title: "characters in one BOM cell", gate: { error: 2048 }, unit: "count", sense: "max" },
}

/** The same inside a board: what lies there cannot be seen or mended, and layers shift against each other. */
const ownInner: Readonly<Record<InnerRuleId, Measured>> = {
  "inner-via-hole-to-copper": {
    title: "via hole to foreign copper on an inner layer",
    gate: { error: 0.25 },
  },
  "inner-pth-to-copper": {
    title: "plated component hole to foreign copper on an inner layer",
    gate: { error: 0.3 },
  },
}

const margin = "this project's own margin"

type Sayings = Partial<Record<RuleId, Said>>

/** The table of a house: the project's margins, and the house's limit where that is stricter. */
export const limitsOf = (said: Sayings, source: string): FabRule[] => tableOf(own, said, source)

/** What a house's table has more for boards with inner layers. */
export const innerLimitsOf = (said: Sayings, source: string): FabRule[] => tableOf(ownInner, said, source)

function tableOf(
  margins: Readonly<Partial<Record<RuleId, Measured>>>,
  said: Sayings,
  source: string,
): FabRule[] {
  return (Object.entries(margins) as [RuleId, Measured][]).map(([id, measured]) => {
    const { title, unit = "mm", sense = "min", gate } = measured
    const { limit, advice, ...more } = said[id] ?? { source: `${margin}; ${source} states none` }
    return {
      id,
      title,
      unit,
      sense,
      gate: more.gate ?? within(gate, limit, sense),
      ...(limit === undefined ? {} : { fabLimit: limit }),
      ...(advice === undefined ? {} : { fabAdvice: advice }),
      source: more.source,
    }
  })
}

function within(gate: FabRule["gate"], limit: number | undefined, sense: FabRule["sense"]): FabRule["gate"] {
  if (limit === undefined) return gate
  const stricter = sense === "min" ? Math.max : Math.min
  return Object.fromEntries(
    Object.entries(gate).map(([severity, value]) => [severity, stricter(value, limit)]),
  )
}
