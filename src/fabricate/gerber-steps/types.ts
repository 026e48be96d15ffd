import type { AnyCircuitElement } from "circuit-json"
import type { convertCircuitJsonToGerberCommands } from "circuit-json-to-gerber"
import type { Finding } from "../../model/finding"

export type CircuitJson = readonly AnyCircuitElement[]

/** One command of circuit-json-to-gerber's model of a Gerber file: mm, degrees, no text yet. */
export type GerberCommand = ReturnType<typeof convertCircuitJsonToGerberCommands>[string][number]

/** An aperture definition (`%ADD`). */
export type ApertureDefinition = Extract<GerberCommand, { command_code: "ADD" }>

/** A mended model or layer, with what could not be mended. */
export interface Mended<T> {
  readonly value: T
  readonly findings: readonly Finding[]
}
