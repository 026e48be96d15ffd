import type { Published, RuleId } from "../../src/model/fab-rule"

export const capability = "JLCPCB, PCB capabilities, two layers, 1 oz, read August to October 2026"
const helpGerber = "JLCPCB help centre, Gerber and drill files, read August to October 2026"
export const helpAssembly =
  "JLCPCB help centre, BOM and CPL files, assembly services, read August to October 2026"

export const multilayer =
  "JLCPCB, PCB capabilities, multilayer, 1 oz, as public projects quoted it on 3 September and 8 October 2026"

/**
 * What JLCPCB itself says, and nothing of ours: limits it does not make or take anything beyond, and what it advises
 * or charges by. Changed when its page changes. mm unless `limits.ts` beside this folder says otherwise.
 */
export const published: Partial<Record<RuleId, Published>> = {
  "track-width": { limit: 0.1, source: capability },
  "track-space": { limit: 0.1, source: capability },
  "smd-pad-space": { limit: 0.15, source: capability },
  "via-hole": { limit: 0.15, advice: 0.3, source: capability },
  "via-diameter": { limit: 0.25, advice: 0.45, source: capability },
  "pth-ring": { limit: 0.18, advice: 0.25, source: capability },
  "via-hole-to-track": { limit: 0.2, source: capability },
  "pth-to-track": { limit: 0.28, advice: 0.35, source: capability },
  "npth-to-track": { limit: 0.2, source: capability },
  "via-hole-to-hole": { limit: 0.2, source: capability },
  "pad-hole-to-hole": { limit: 0.45, source: capability },
  "npth-diameter": { limit: 0.5, source: capability },
  "plated-slot-width": { limit: 0.5, source: capability },
  "unplated-slot-width": { limit: 1, source: capability },
  "copper-to-edge": { limit: 0.2, advice: 0.3, source: capability },
  "silkscreen-line": { limit: 0.15, source: capability },
  "silkscreen-height": { limit: 1, source: capability },
  "silkscreen-to-pad": { limit: 0.15, source: capability },
  "mask-bridge": { limit: 0.1, source: capability },
  "mask-expansion": {
    limit: 0.038,
    source: "JLCPCB's minimum of early 2025 as cited by repo.hu/projects/pcb-rnd-aux, pool/bedrock 3.5",
  },
  "outline-contours": { limit: 1, source: helpGerber },
  "bom-designators": { limit: 200, source: helpAssembly },
  "bom-cell": { limit: 2048, source: helpAssembly },
}

/** What it says of four layers otherwise, or beside. */
export const publishedFourLayers: Partial<Record<RuleId, Published>> = {
  "track-width": { limit: 0.09, source: multilayer },
  "track-space": { limit: 0.09, source: multilayer },
  // It prefers 0.2 mm and more here; 0.3 mm is where its class without extra cost begins on two layers, and whether it
  // asks more for less on four is not proved.
  "via-hole": { limit: 0.15, advice: 0.3, source: `${multilayer}; advice: ${capability}` },
  "via-diameter": { limit: 0.25, advice: 0.45, source: multilayer },
  "pth-ring": { limit: 0.15, advice: 0.2, source: multilayer },
  "inner-via-hole-to-copper": { limit: 0.2, source: multilayer },
  "inner-pth-to-copper": { limit: 0.3, source: multilayer },
}
