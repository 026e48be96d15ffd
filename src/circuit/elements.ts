import type { AnyCircuitElement } from "circuit-json"

export type Circuit = readonly AnyCircuitElement[]

export type ElementOf<T extends AnyCircuitElement["type"]> = Extract<AnyCircuitElement, { type: T }>

/** The circuit's elements of one type, in the circuit's order. */
export const elementsOf = <T extends AnyCircuitElement["type"]>(circuit: Circuit, type: T): ElementOf<T>[] =>
  circuit.filter((element): element is ElementOf<T> => element.type === type)
