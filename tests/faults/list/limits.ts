import { circuitLimits } from "./circuit-limits"
import { fileLimits } from "./file-limits"
import type { Limit } from "./limit"

/** Every limit that is tried beyond, on and within. */
export const limits: readonly Limit[] = [...fileLimits, ...circuitLimits]
