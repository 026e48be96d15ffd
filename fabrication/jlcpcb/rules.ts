import type { FabRule } from "../../src/model/fab-rule"
import { limitsOf } from "../limits"
import { capability, helpAssembly, published } from "./published"

/** Every limit at JLCPCB, once: this project's margins, nowhere looser than what the fab publishes. */
export const rules: readonly FabRule[] = limitsOf(published, capability)

/** Boards that its services take: below Standard's, the fab adds rails, or they come as a panel. */
export const leastSide = {
  economic: { mm: 10, rails: false, source: helpAssembly },
  standard: { mm: 70, rails: true, source: helpAssembly },
} as const
