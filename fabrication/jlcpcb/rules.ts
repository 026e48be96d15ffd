import type { FabRule } from "../../src/model/fab-rule"
import { limitsOf } from "../limits"
import { capability, published } from "./published"

/** Every limit at JLCPCB, once: this project's margins, nowhere looser than what the fab publishes. */
export const rules: readonly FabRule[] = limitsOf(published, capability)
