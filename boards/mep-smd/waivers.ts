import type { Waiver } from "../../src/model/board"

/** Parts that are bought by their description, because no maker's number is confirmed (see the parts catalogue). */
const withoutNumber = {
  J1: "the buck module is bought by its description: no maker's number exists",
  J2: "the buck module is bought by its description: no maker's number exists",
  J3: "the buck module is bought by its description: no maker's number exists",
  J4: "the buck module is bought by its description: no maker's number exists",
  J7: "fitted by hand from any maker: no number is confirmed for a 2x2 1.27 mm SMD header",
} as const

/** Findings this board accepts, each with its reason. */
export const waivers: readonly Waiver[] = Object.entries(withoutNumber).map(([designator, reason]) => ({
  rule: "tscircuit/source-missing-manufacturer-part-number-warning",
  names: [designator],
  reason,
}))
