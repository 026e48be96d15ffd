import type { Point } from "../geometry/point"
import type { Problem } from "../read-error"

/** What one Excellon file drills and routs, in mm. */
export interface DrillFile {
  readonly kind: "excellon"
  readonly file: string
  readonly unit: "mm" | "inch"
  /** From the file's own words (`.FileFunction` or `TYPE=`); undefined if it says nothing. */
  readonly plating: "plated" | "unplated" | "mixed" | undefined
  readonly tools: ReadonlyMap<number, DrillTool>
  readonly hits: readonly DrillHit[]
  readonly attributes: ReadonlyMap<string, readonly string[]>
  readonly problems: readonly Problem[]
}

export interface DrillTool {
  readonly number: number
  readonly diameter: number
  readonly line: number
  /** `.AperFunction` fields, e.g. ["Plated", "PTH", "ViaDrill"]. */
  readonly apertureFunction: readonly string[] | undefined
  /** By a `TYPE=` before its definition, or a comment that lists it; undefined if the file says nothing of the tool. */
  readonly plated: boolean | undefined
}

/** A round hole (one point) or a slot (the path of the tool's centre). */
export interface DrillHit {
  readonly kind: "hole" | "slot"
  readonly points: readonly Point[]
  readonly diameter: number
  readonly tool: number
  readonly line: number
  /** By the tool's or file's attributes; undefined if the file says nothing. */
  readonly plated: boolean | undefined
  /** The tool is named a via drill. */
  readonly via: boolean
  /** The tool is named one of holes to break a panel along (`MechanicalDrill,Breakout`). */
  readonly breakOff: boolean
}

/** Gerber specification 2024.05, section 5.6.10: its table writes BreakOut, its example Breakout. */
export const isBreakOff = (apertureFunction: readonly string[] | undefined): boolean =>
  apertureFunction?.some((field) => /^breakout$/i.test(field)) ?? false
