import type { FabRule } from "../../src/model/fab-rule"
import { limitsOf, type Said } from "../limits"

const capability = "JLCPCB, PCB capabilities, two layers, 1 oz, read August to October 2026"
const helpGerber = "JLCPCB help centre, Gerber and drill files, read August to October 2026"
const helpAssembly = "JLCPCB help centre, BOM and CPL files, assembly services, read August to October 2026"
const house = "this project's own margin"

const can = (limit: number, advice?: number): Said => ({
  limit,
  ...(advice === undefined ? {} : { advice }),
  source: capability,
})

/** Every limit of JLCPCB, once. mm unless said. */
export const rules: readonly FabRule[] = limitsOf(
  {
    "track-width": can(0.1),
    "track-space": can(0.1),
    "power-track-width": { source: house },
    "smd-pad-space": can(0.15),
    "via-hole": can(0.15, 0.3),
    "via-diameter": can(0.25, 0.45),
    "pth-ring": can(0.18, 0.25),
    "via-hole-to-track": can(0.2),
    "pth-to-track": can(0.28, 0.35),
    "npth-to-track": can(0.2),
    "via-hole-to-hole": can(0.2),
    "pad-hole-to-hole": can(0.45),
    "npth-diameter": can(0.5),
    "plated-slot-width": can(0.5),
    "unplated-slot-width": can(1),
    "copper-to-edge": can(0.2, 0.3),
    "silkscreen-line": can(0.15),
    "silkscreen-height": can(1),
    "silkscreen-to-pad": can(0.15),
    "mask-bridge": can(0.1),
    "mask-expansion": {
      limit: 0.038,
      source: "JLCPCB's minimum of early 2025 as cited by repo.hu/projects/pcb-rnd-aux, pool/bedrock 3.5",
    },
    "thermal-paste-min": { source: house },
    "thermal-paste-max": { source: house },
    "outline-contours": { limit: 1, source: helpGerber },
    "economic-side": { limit: 10, source: helpAssembly },
    "standard-side": { limit: 70, source: helpAssembly },
    "bom-designators": { limit: 200, source: helpAssembly },
    "bom-cell": { limit: 2048, source: helpAssembly },
  },
  capability,
)
