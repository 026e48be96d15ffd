import type { FabRule, RuleId } from "../../src/model/fab-rule"

const capability = "JLCPCB, PCB capabilities, two layers, 1 oz, read August to October 2026"
const helpGerber = "JLCPCB help centre, Gerber and drill files, read August to October 2026"
const helpAssembly = "JLCPCB help centre, BOM and CPL files, assembly services, read August to October 2026"
const house = "this project's own margin"

/** Every limit of JLCPCB, once: our gates, then its own limit and advice. mm unless said. */
export const rules: readonly FabRule[] = [
  min("track-width", "width of a track", { error: 0.2 }, { limit: 0.1 }),
  min("track-space", "space between copper of different nets", { error: 0.2 }, { limit: 0.1 }),
  min("power-track-width", "width of a track of a power net", { warning: 0.6 }, { source: house }),
  min("smd-pad-space", "space between SMD pads of different nets", { error: 0.15 }, { limit: 0.15 }),
  min("via-hole", "hole of a via", { error: 0.3 }, { limit: 0.15, advice: 0.3 }),
  min("via-diameter", "diameter of a via", { error: 0.6 }, { limit: 0.25, advice: 0.45 }),
  min(
    "pth-ring",
    "copper ring round a plated hole",
    { error: 0.18, warning: 0.25 },
    { limit: 0.18, advice: 0.25 },
  ),
  min("via-hole-to-track", "via hole to foreign track", { error: 0.2 }, { limit: 0.2 }),
  min(
    "pth-to-track",
    "plated component hole to foreign track",
    { error: 0.28 },
    { limit: 0.28, advice: 0.35 },
  ),
  min("npth-to-track", "unplated hole to copper", { error: 0.25 }, { limit: 0.2 }),
  min("via-hole-to-hole", "via hole edge to hole edge", { error: 0.25 }, { limit: 0.2 }),
  min("pad-hole-to-hole", "component hole edge to hole edge", { error: 0.5 }, { limit: 0.45 }),
  min("npth-diameter", "diameter of an unplated hole", { error: 0.5 }, { limit: 0.5 }),
  min("plated-slot-width", "width of a plated slot", { error: 0.5 }, { limit: 0.5 }),
  min("unplated-slot-width", "width of an unplated slot", { error: 1 }, { limit: 1 }),
  min(
    "copper-to-edge",
    "copper to the routed edge",
    { error: 0.2, warning: 0.3 },
    { limit: 0.2, advice: 0.3 },
  ),
  min("silkscreen-line", "width of a silkscreen line, as emitted", { error: 0.15 }, { limit: 0.15 }),
  min("silkscreen-height", "height of a silkscreen capital, as emitted", { error: 1 }, { limit: 1 }),
  min("silkscreen-to-pad", "silkscreen to a mask opening", { error: 0.15 }, { limit: 0.15 }),
  min("mask-bridge", "solder mask between two openings (green)", { error: 0.1 }, { limit: 0.1 }),
  min(
    "mask-expansion",
    "solder mask opening beyond pad or hole, all round",
    { error: 0.05 },
    {
      limit: 0.038,
      source: "JLCPCB's minimum of early 2025 as cited by repo.hu/projects/pcb-rnd-aux, pool/bedrock 3.5",
    },
  ),
  min(
    "thermal-paste-min",
    "solder paste of a thermal pad, part of its copper",
    { error: 0.5 },
    { unit: "ratio", source: house },
  ),
  max(
    "thermal-paste-max",
    "solder paste of a thermal pad, part of its copper",
    { error: 0.8 },
    { unit: "ratio", source: house },
  ),
  max(
    "outline-contours",
    "closed contours on the outline layer",
    { error: 1 },
    { unit: "count", limit: 1, source: helpGerber },
  ),
  min(
    "economic-side",
    "side of a board for economic assembly",
    { error: 10 },
    { limit: 10, source: helpAssembly },
  ),
  min(
    "standard-side",
    "side of a board for standard assembly; below it rails or a panel",
    { warning: 70 },
    { limit: 70, source: helpAssembly },
  ),
  max(
    "bom-designators",
    "designators in one BOM row",
    { error: 200 },
    { unit: "count", limit: 200, source: helpAssembly },
  ),
  max(
    "bom-cell",
    "characters in one BOM cell",
    { error: 2048 },
    { unit: "count", limit: 2048, source: helpAssembly },
  ),
]

interface Fab {
  readonly limit?: number
  readonly advice?: number
  readonly unit?: FabRule["unit"]
  readonly source?: string
}

function min(id: RuleId, title: string, gate: FabRule["gate"], fab: Fab): FabRule {
  return rule({ id, title, sense: "min", gate }, fab)
}

function max(id: RuleId, title: string, gate: FabRule["gate"], fab: Fab): FabRule {
  return rule({ id, title, sense: "max", gate }, fab)
}

function rule(
  ours: Pick<FabRule, "id" | "title" | "sense" | "gate">,
  { limit, advice, unit = "mm", source = capability }: Fab,
): FabRule {
  return {
    ...ours,
    unit,
    source,
    ...(limit === undefined ? {} : { fabLimit: limit }),
    ...(advice === undefined ? {} : { fabAdvice: advice }),
  }
}
