import type { FabRule } from "../model/fab-rule"
import type { Finding, Severity } from "../model/finding"

/** A rule with the fab's own limit as its gate and the fab's advice as its warning: our margins are no one else's. */
export function fabsOwn(rule: FabRule): FabRule {
  const { fabLimit, fabAdvice } = rule
  return {
    ...rule,
    gate: {
      ...(fabLimit === undefined ? {} : { error: fabLimit }),
      ...(fabAdvice === undefined ? {} : { warning: fabAdvice }),
    },
  }
}

/**
 * Rules whose breach is an error on our boards and not on everyone's, with what it is there instead. A fab makes such
 * a board without asking: it clips silkscreen off pads and edges, grows or merges mask openings, and asks nobody
 * whether a via is meant to be bare or a piece of copper is a mark. `info` is counted and told in one line.
 */
const elsewhere: Readonly<Record<string, Severity>> = {
  "dfm/silkscreen-line": "warning",
  "dfm/silkscreen-on-opening": "warning",
  "dfm/silkscreen-off-board": "warning",
  "dfm/mask-bridge": "warning",
  "dfm/mask-opening": "warning",
  "dfm/mask-stray": "info",
  "dfm/via-tented": "info",
  "dfm/paste-on-pads": "warning",
  "dfm/paste-missing": "warning",
  "drc/island": "warning",
  "drc/hole-on-copper": "warning",
  "lvs/single-pin": "info",
  "lvs/floating": "info",
  "dfm/importer-traps": "warning",
}

/**
 * Margins for how drill, copper and router are laid over each other: below the fab's limit it asks, charges or makes
 * it at its own risk; below half of it the tolerance itself is gone.
 */
const margins = new Set(["drc/annular-ring", "drc/hole-to-copper", "drc/hole-spacing", "drc/copper-edge"])

/** A finding as it counts on a board that is not ours. */
export function elsewhereOf(finding: Finding): Finding {
  const { value, limit } = finding.measure ?? { value: 0 }
  const tight = margins.has(finding.rule) && limit !== undefined && value >= limit / 2
  const severity = tight ? "warning" : elsewhere[finding.rule]
  return severity === undefined || finding.severity !== "error" ? finding : { ...finding, severity }
}
