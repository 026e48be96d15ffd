import { type Copper, copperOf } from "../circuit/copper"
import type { Circuit } from "../circuit/elements"
import { type Part, partsOf } from "../circuit/parts"

/** One circuit with what is read from it once. */
export interface CircuitView {
  readonly circuit: Circuit
  readonly copper: Copper
  readonly parts: readonly Part[]
}

export interface Circuits {
  readonly old: CircuitView
  readonly fresh: CircuitView
}

export const viewCircuit = (circuit: Circuit): CircuitView => ({
  circuit,
  copper: copperOf(circuit),
  parts: partsOf(circuit),
})
