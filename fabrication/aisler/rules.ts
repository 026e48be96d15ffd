import type { FabRule } from "../../src/model/fab-rule"
import { limitsOf, type Said } from "../limits"

/** The ENIG class: its HASL class wants rings of 0.2 mm round vias and 0.3 mm round pins, which is another layout. */
const page = "Aisler, PCB design rules, community.aisler.net/t/41, 13 May 2024 and 13 September 2023"
const files =
  "Aisler's KiCad rules for 2 layers HD (ENIG), May 2024: github.com/AislerHQ/aisler-support, kicad/aisler-2-layer-hd-drc"
const simple = "Aisler, 2 layer simple design rules, community.aisler.net/t/3735, 25 March 2024"

const said = (limit: number, source: string): Said => ({ limit, source })

export const rules: readonly FabRule[] = limitsOf(
  {
    "track-width": said(0.125, page),
    "track-space": said(0.125, page),
    "smd-pad-space": said(0.125, files),
    "via-hole": said(0.25, page),
    "via-diameter": said(0.45, files),
    "pth-ring": said(0.2, page),
    "via-hole-to-track": said(0.25, files),
    "pth-to-track": said(0.25, files),
    "npth-to-track": said(0.25, page),
    "via-hole-to-hole": said(0.3, files),
    "pad-hole-to-hole": said(0.3, files),
    "npth-diameter": said(0.5, simple),
    "unplated-slot-width": { limit: 0.8, advice: 1.8, source: simple },
    "copper-to-edge": said(0.3, page),
    "silkscreen-line": said(0.15, files),
    "silkscreen-height": said(0.8, files),
    "silkscreen-to-pad": said(0, files),
    // It opens the mask itself and asks for none of ours: openings as large as the pads.
    "mask-expansion": { limit: 0, gate: { error: 0 }, source: files },
  },
  "Aisler",
)
