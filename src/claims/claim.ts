import { netName, pinsNamed } from "../circuit/view"
import type { CircuitView } from "../model/circuit-view"
import type { Claim, ClaimSubject } from "../model/claim"
import type { Finding } from "../model/finding"

/** A claim whose check only finds faults. */
export const claim = (
  id: string,
  title: string,
  says: Claim["says"],
  faults: (input: CircuitView, subject: ClaimSubject) => readonly Finding[],
): Claim => ({ id, title, says, check: (subject) => ({ findings: faults(subject.circuit, subject) }) })

/** "U2.IO16" or "U2.27" -> "U2.27"; as written where the part has no such pin. */
export function pinOf(input: CircuitView, reference: string): string {
  const dot = reference.indexOf(".")
  return pinsNamed(input, reference.slice(0, dot), reference.slice(dot + 1))[0] ?? reference
}

/** The net at a pin's reference. */
export const netAt = (input: CircuitView, reference: string): string | undefined =>
  netName(input, pinOf(input, reference))

/** Decimals that a figure is worth. */
export const rounded = (value: number, digits = 3): number => Number(value.toPrecision(digits))
