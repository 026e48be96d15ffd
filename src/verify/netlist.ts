import type { Point } from "../read"
import type { Intent } from "./expected/intent"
import type { PartFacts } from "./expected/part-facts"

/** A pad as the design wants it: where it is and which net it must be on. mm. */
export interface ExpectedPad extends Point {
  readonly designator: string
  readonly pin: string
  /** Undefined: to be left unconnected. */
  readonly net: string | undefined
  readonly side: "top" | "bottom" | "both"
}

/** A hole as the design wants it. mm; of a slot its middle and its width. */
export interface ExpectedHole extends Point {
  readonly diameter: number
  readonly plated: boolean
  /** A half hole: the board's edge is meant to cut it. */
  readonly castellated?: boolean
}

/** A line of legend text as the design wants it. mm; rotation counter-clockwise as seen on that side. */
export interface ExpectedText extends Point {
  readonly text: string
  readonly side: "top" | "bottom"
  readonly fontSizeMm: number
  readonly rotationDeg: number
  /** Whether `x`, `y` is the middle of the text; else some corner or edge of it. */
  readonly centred: boolean
}

/** What the copper must connect, and where that was read. */
export interface ExpectedNetlist {
  /** e.g. "circuit.json", "mep-smd.ipc", "the Gerbers' own net attributes". */
  readonly source: string
  readonly pads: readonly ExpectedPad[]
  /** Names that the source itself joins into one net: [["V24", "GND"]]. */
  readonly merged: readonly (readonly string[])[]
  /** All holes of the board; undefined if the source does not tell them. */
  readonly holes?: readonly ExpectedHole[]
  readonly texts?: readonly ExpectedText[]
  /** Corners of the board, mm; undefined if the source does not tell them. */
  readonly outline?: readonly Point[]
  /** Openings within the outline. */
  readonly cutouts?: readonly (readonly Point[])[]
  /** What every layer is to show; undefined if the source does not tell. */
  readonly intent?: Intent
  /** Designator -> side, value and numbers. */
  readonly parts?: ReadonlyMap<string, PartFacts>
}

export function padName(pad: Pick<ExpectedPad, "designator" | "pin">): string {
  return `${pad.designator}.${pad.pin}`
}
