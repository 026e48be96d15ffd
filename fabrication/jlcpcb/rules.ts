import type { FabRule } from "../../src/model/fab-rule"
import { innerLimitsOf, limitsOf } from "../limits"
import { capability, helpAssembly, multilayer, published, publishedFourLayers } from "./published"

/** Every limit at JLCPCB, once: this project's margins, nowhere looser than what the fab publishes. */
export const rules: readonly FabRule[] = limitsOf(published, capability)

/**
 * Vias of four layers: the hole that JLCPCB advises for them (`published.ts`, "Preferred min. via hole size: 0.2 mm"),
 * and 0.05 mm more copper than it advises, so that the ring is the 0.15 mm that vias of two layers keep.
 */
const fourLayerVias = {
  "via-hole": { ...publishedFourLayers["via-hole"], gate: { error: 0.2 } },
  "via-diameter": { ...publishedFourLayers["via-diameter"], gate: { error: 0.5 } },
} as const

/** The same of a board of four layers, and what holes keep from copper inside it. */
export const fourLayerRules: readonly FabRule[] = [
  ...limitsOf({ ...published, ...publishedFourLayers, ...fourLayerVias }, multilayer),
  ...innerLimitsOf(publishedFourLayers, multilayer),
]

/** Boards that its services take: below Standard's, the fab adds rails, or they come as a panel. */
export const leastSide = {
  economic: { mm: 10, rails: false, source: helpAssembly },
  standard: { mm: 70, rails: true, source: helpAssembly },
} as const
