import type { Vec2 } from "./body"

/**
 * What a part is soldered by, from its own drawing: what contradicts a land that is too small, too far out, or drilled
 * too narrow. Lengths in mm at nominal size; frame: the body's, or any in which the pins keep their distances.
 */
export interface Leads {
  /** The part's drawing or outline standard: never where the land's numbers come from. */
  readonly source: string
  readonly surface?: {
    readonly kind: LeadKind
    /** IPC-7351's density level that the land keeps: A most, B nominal, C least copper. */
    readonly density: Density
    /** By pin. */
    readonly feet: Readonly<Record<string, Foot>>
    /** Fillets that are smaller than the level asks, with the figure that the land has and the reason. */
    readonly less?: Readonly<Partial<Record<FilletName, Deviation>>>
  }
  /** Pins that go into holes, at the body's terminals. */
  readonly through?: {
    /** Greatest width: of a square pin its diagonal. */
    readonly acrossMm: number
    /** A hole that leaves less room than is asked, with the least that it leaves. */
    readonly less?: Deviation
  }
  /** The part's own metal that a thermal pad is soldered to. */
  readonly thermal?: {
    readonly pin: string
    readonly middle: Vec2
    readonly width: number
    readonly height: number
  }
}

export type Density = "A" | "B" | "C"

export type FilletName = "toe" | "heel" | "side"

export interface Deviation {
  readonly mm: number
  readonly reason: string
}

export type LeadKind =
  | "gull-wing"
  | "fine gull-wing"
  | "J"
  | "chip"
  | "small chip"
  | "MELF"
  | "castellation"
  | "inward L"
  | "no-lead"
  | "can"
  | "flat lead"

/** Where one lead touches the land: a strip from its heel (towards the body) to its toe. */
export interface Foot {
  readonly heel: Vec2
  readonly toe: Vec2
  readonly width: number
}
