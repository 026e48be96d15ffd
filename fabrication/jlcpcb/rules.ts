import type { FabRule } from "../../src/model/fab-rule"
import { innerLimitsOf, limitsOf, type Said } from "../limits"
import { capability, helpAssembly, multilayer, published, publishedFourLayers } from "./published"

/** Every limit at JLCPCB, once: this project's margins, nowhere looser than what the fab publishes. */
export const rules: readonly FabRule[] = limitsOf(published, capability)

const smallVia: Said = {
  ...(publishedFourLayers["via-diameter"] ?? { source: multilayer }),
  gate: { error: 0.5 },
}

/**
 * The same of a board of four layers, and what holes keep from copper inside it. Vias may be 0.5 mm there: 0.45 mm
 * is what JLCPCB prefers, and on two layers its class without extra cost begins at 0.40 mm round 0.30 mm.
 */
export const fourLayerRules: readonly FabRule[] = [
  ...limitsOf({ ...published, ...publishedFourLayers, "via-diameter": smallVia }, multilayer),
  ...innerLimitsOf(publishedFourLayers, multilayer),
]

/** Boards that its services take: below Standard's, the fab adds rails, or they come as a panel. */
export const leastSide = {
  economic: { mm: 10, rails: false, source: helpAssembly },
  standard: { mm: 70, rails: true, source: helpAssembly },
} as const
