import type { AnyCircuitElement } from "circuit-json"

export type Circuit = readonly AnyCircuitElement[]

export type ElementOf<T extends AnyCircuitElement["type"]> = Extract<AnyCircuitElement, { type: T }>

/** The circuit's elements of one type, in the circuit's order. */
export const elementsOf = <T extends AnyCircuitElement["type"]>(circuit: Circuit, type: T): ElementOf<T>[] =>
  circuit.filter((element): element is ElementOf<T> => element.type === type)

/**
 * Where a part is: its footprint's origin, whatever its pads lie about. tscircuit's `center` is the middle of all that
 * the footprint draws.
 */
export function originOf({ footprint_origin, center }: ElementOf<"pcb_component">): { x: number; y: number } {
  const { x, y } = footprint_origin ?? center
  return { x, y }
}
