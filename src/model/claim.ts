import type { CircuitView, CopperPath } from "./circuit-view"
import type { CheckResult, Place } from "./finding"
import type { Point } from "./place"

/** What a claim is judged by. */
export interface ClaimSubject {
  readonly circuit: CircuitView
  /** Resistance of the copper between two pads of one net; undefined where there is no way. */
  readonly copperPath: (from: string, to: string) => CopperPath | undefined
  readonly layout: Layout
}

/** What a claim may ask of places and copper, mm. Pads by pin, "U2.3"; where several share one, the nearest counts. */
export interface Layout {
  /** Middles of a pin's pads: none where there is no such pad. */
  readonly padsAt: (pad: string) => readonly Point[]
  /** From pad to pad, edge to edge, as seen from above. */
  readonly padGap: (a: string, b: string) => number | undefined
  /** Shortest way along tracks; vias and pours on it count nothing. Undefined where no copper joins the two. */
  readonly trackMm: (from: string, to: string) => number | undefined
  /** All tracks of a net together. */
  readonly netMm: (net: string) => number
  /** Vias of the pad's own net with their middle in its copper or no farther than so much from it. */
  readonly viasBeside: (pad: string, withinMm: number) => number
  /** Copper to copper on one layer, and where; two pads of one part are where they are and do not count. */
  readonly between: (net: string, other: string) => { readonly mm: number; readonly at: Place } | undefined
}

/**
 * Something that a circuit promises beyond its connections: a pull-up, a signal path, a budget. It carries its own
 * check. A board has any number of them, none is required.
 */
export interface Claim {
  /** Check it is listed under in the report, e.g. `erc/links`; claims of one id are one check there. */
  readonly id: string
  readonly title: string
  /** What was promised, in plain data with its limits: the lock keeps it, so a loosened limit is a line of a diff. */
  readonly says: Readonly<Record<string, unknown>>
  readonly check: (subject: ClaimSubject) => CheckResult
}
