/**
 * The least distances routes keep, in mm. They are this project's own, for two layers and 1 oz; verify holds the
 * files against the fab's.
 */
export const limits = {
  /** Copper of different nets. */
  clearanceMm: 0.2,
  /** SMD pads of different nets. */
  padToPadMm: 0.15,
  copperToEdgeMm: 0.3,
  copperToHoleMm: 0.25,
  /** Drill edge to drill edge: between vias, and between a via and any other hole. */
  viaHoleToViaHoleMm: 0.25,
  viaHoleToPadHoleMm: 0.5,
} as const
