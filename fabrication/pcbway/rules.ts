import type { FabRule } from "../../src/model/fab-rule"
import { limitsOf } from "../limits"

const copy = "PCBWay, PCB capabilities, quick-turn (a copy without date at byfpcba.com, read November 2026)"
const bridge =
  "PCBWay help centre, Soldermask bridge, read November 2026: pads 0.2 mm apart for green, 0.22 for others, less our two openings of 0.05 mm"

/**
 * PCBWay's figures that could be read. Its rings, drills, print and edges stand further down on a page of which only
 * the beginning was found: there the project's own margins hold, and the record says so.
 */
export const rules: readonly FabRule[] = limitsOf(
  {
    "track-width": { limit: 0.1, advice: 0.15, source: copy },
    "track-space": { limit: 0.1, advice: 0.15, source: copy },
    "mask-bridge": { limit: 0.1, source: bridge },
  },
  "what was found of PCBWay",
)
