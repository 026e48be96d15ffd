import type { Copper } from "../../circuit/copper"
import type { BoardCopper } from "../../circuit/resistance"
import type { ErcInput } from "../erc/view"

/** What a budget is computed from: the circuit with its catalogue, and the copper. */
export interface BudgetInput {
  readonly circuit: ErcInput
  readonly copper: Copper
  readonly process: BoardCopper
}

/** Decimals that a figure is worth. */
export const rounded = (value: number, digits = 3): number => Number(value.toPrecision(digits))
