import type { FabRule, RuleId } from "../../src/model/fab-rule"
import { published } from "./published"

/** Our own limits. What the fab publishes is in `published.ts`, and a limit here below one there stops every build. */
export const rules: readonly FabRule[] = [
  min("track-width", "width of a track", { error: 0.2 }),
  min("track-space", "space between copper of different nets", { error: 0.2 }),
  min("power-track-width", "width of a track of a power net", { error: 0.4 }),
  min("smd-pad-space", "space between SMD pads of different nets", { error: 0.15 }),
  min("via-hole", "hole of a via", { error: 0.3 }),
  min("via-diameter", "diameter of a via", { error: 0.6 }),
  min("pth-ring", "copper ring round a plated hole", { error: 0.18, warning: 0.25 }),
  min("via-hole-to-track", "via hole to foreign track", { error: 0.2 }),
  min("pth-to-track", "plated component hole to foreign track", { error: 0.28 }),
  min("npth-to-track", "unplated hole to copper", { error: 0.25 }),
  min("via-hole-to-hole", "via hole edge to hole edge", { error: 0.25 }),
  min("pad-hole-to-hole", "component hole edge to hole edge", { error: 0.5 }),
  min("npth-diameter", "diameter of an unplated hole", { error: 0.5 }),
  min("plated-slot-width", "width of a plated slot", { error: 0.5 }),
  min("unplated-slot-width", "width of an unplated slot", { error: 1 }),
  min("copper-to-edge", "copper to the routed edge", { error: 0.2, warning: 0.3 }),
  min("silkscreen-line", "width of a silkscreen line, as emitted", { error: 0.15 }),
  min("silkscreen-height", "height of a silkscreen capital, as emitted", { error: 1 }),
  min("silkscreen-to-pad", "silkscreen to a mask opening", { error: 0.15 }),
  min("mask-bridge", "solder mask between two openings (green)", { error: 0.1 }),
  min("mask-expansion", "solder mask opening beyond pad or hole, all round", { error: 0.05 }),
  min("thermal-paste-min", "solder paste of a thermal pad, part of its copper", { error: 0.5 }, "ratio"),
  max("thermal-paste-max", "solder paste of a thermal pad, part of its copper", { error: 0.8 }, "ratio"),
  max("outline-contours", "closed contours on the outline layer", { error: 1 }, "count"),
  min("economic-side", "side of a board for economic assembly", { error: 10 }),
  min("standard-side", "side of a board for standard assembly; below it rails or a panel", { warning: 70 }),
  max("bom-designators", "designators in one BOM row", { error: 200 }, "count"),
  max("bom-cell", "characters in one BOM cell", { error: 2048 }, "count"),
]

function min(id: RuleId, title: string, gate: FabRule["gate"], unit: FabRule["unit"] = "mm"): FabRule {
  return rule({ id, title, sense: "min", gate, unit })
}

function max(id: RuleId, title: string, gate: FabRule["gate"], unit: FabRule["unit"] = "mm"): FabRule {
  return rule({ id, title, sense: "max", gate, unit })
}

function rule(ours: Omit<FabRule, "source" | "fabLimit" | "fabAdvice">): FabRule {
  const { limit, advice, source = "this project's own margin" } = published[ours.id] ?? {}
  return {
    ...ours,
    source,
    ...(limit === undefined ? {} : { fabLimit: limit }),
    ...(advice === undefined ? {} : { fabAdvice: advice }),
  }
}
