import type { Body } from "./body"
import type { Package } from "./package"
import type { SpiceModel } from "./simulation"

export type PinRole =
  | "power-in"
  | "power-out"
  | "ground"
  | "input"
  | "output"
  | "bidirectional"
  | "passive"
  | "no-connect"

/** One pin as its data sheet has it. */
export interface Pin {
  readonly number: number
  /** As the data sheet spells it. */
  readonly name: string
  /** The name in letters, digits and `_`, which is all tscircuit takes; absent where `name` is one already. */
  readonly label?: string
  readonly role: PinRole
  /** Voltage domains ("logic-3v3", "rs232") that this pin stands; absent: any (a resistor's end, a header's pin). */
  readonly domains?: readonly string[]
  /** What is disturbed here does harm: "a reset", "a boot strap", "an oscillator", "a feedback". */
  readonly sensitive?: string
  /** What it carries by its standard ("USB D+"): its net has no pin of another, and all such pins of the part. */
  readonly signal?: string
  /** A converter's switching node: it jumps by its whole supply, all the time. */
  readonly switches?: true
}

export type PartKind =
  | "resistor"
  | "capacitor"
  | "inductor"
  | "diode"
  | "led"
  | "fuse"
  | "transistor"
  | "ic"
  | "module"
  | "converter"
  | "connector"
  | "switch"
  | "crystal"
  | "test-point"
  /** A mark that a machine finds the board by: nothing is bought or fitted. */
  | "fiducial"
  /** A row of half holes on the board's edge, for whoever solders this board onto another. */
  | "half-holes"
  | "other"

/** Copper and nothing on it. */
export const isBare = (kind: PartKind | undefined): boolean =>
  kind === "test-point" || kind === "fiducial" || kind === "half-holes"

/** Volts, amperes, watts, ohms, farads, henries. Only what a document states; `source` names it. */
export interface Ratings {
  readonly resistanceOhm?: number
  readonly capacitanceF?: number
  readonly inductanceH?: number
  readonly tolerancePercent?: number
  readonly dielectric?: string
  readonly powerW?: number
  readonly maxVoltageV?: number
  readonly maxCurrentA?: number
  readonly reverseVoltageV?: number
  /** Largest forward drop, at `maxCurrentA`. */
  readonly forwardVoltageV?: number
  readonly supplyMinV?: number
  readonly supplyMaxV?: number
  /** What the supply must be able to deliver. */
  readonly supplyCurrentA?: number
  /** What the part draws unloaded, at most. */
  readonly quiescentCurrentA?: number
  /** What one output pin can give, at most. */
  readonly outputCurrentA?: number
  /** What a clamp leaves alone, and what it lets through at its rated pulse, at most. */
  readonly standoffVoltageV?: number
  readonly clampVoltageV?: number
  /** What a Zener diode holds at its test current. */
  readonly zenerVoltageV?: number
  /** A transistor's resistance when it is on, at most; a coil's, at most. */
  readonly onResistanceOhm?: number
  readonly coilResistanceOhm?: number
  /** Where a coil has lost 30 % of its inductance, at least. */
  readonly saturationCurrentA?: number
  readonly switchingFrequencyHz?: number
  /** What a converter's feedback pin is held at. */
  readonly referenceVoltageV?: number
  /** Below this a supervisor holds its output low. */
  readonly thresholdVoltageV?: number
  /** Line receiver's input resistance, at least. */
  readonly inputResistanceMinOhm?: number
  readonly source: string
}

export type PartClass = "basic" | "preferred" | "extended" | "unknown"

/** A distributor's or fab's order number and why it is believed; or why there is none. */
export type OrderNumber =
  | {
      readonly number: string
      /** How the fab charges for it: always loaded, loaded for no fee for now, loaded for a fee. */
      readonly class: PartClass
      readonly trust: "high" | "medium-high" | "medium"
      readonly evidence: string
    }
  | { readonly none: string }

/**
 * What any circuit owes a part, from its data sheet. Pins by their data sheet names (or numbers). `advice` is said and
 * stops nothing.
 */
export type Need = { readonly source: string; readonly severity?: "error" | "warning" | "info" } & (
  | {
      /** At least so much between pin and one of the others: decoupling, charge pumps, bulk. */
      readonly kind: "capacitor"
      readonly what: string
      readonly pin: string
      readonly to: readonly string[]
      readonly minFarads: number
    }
  /** One resistor of this size to a supply, or to ground. */
  | {
      readonly kind: "pull-up" | "pull-down"
      readonly what: string
      readonly pin: string
      readonly minOhms: number
      readonly maxOhms: number
    }
  /** Read low at reset: nothing may pull it up. */
  | { readonly kind: "low-at-reset"; readonly what: string; readonly pin: string }
  /** An unused input that must be tied to ground: applies where nothing else is connected to the output `unless`. */
  | {
      readonly kind: "grounded-if-unused"
      readonly what: string
      readonly pin: string
      readonly output: string
    }
)

/**
 * A part that can be bought and fitted: one record, from its data sheet. Whatever the project knows of a designator
 * follows from it: pins and their roles, land, body, symbol, BOM row, rotation, electrical rules, notes at the bench.
 */
export interface Part {
  /** Lower case, digits and dashes. */
  readonly id: string
  readonly kind: PartKind
  /** What the BOM's Comment column says: "10k", "100nF", "MAX3232". */
  readonly value: string
  readonly description: string
  readonly package: Package
  /** By number. */
  readonly pins: readonly Pin[]
  readonly manufacturer?: string
  readonly mpn?: string
  /** Second sources: fit the same land and do the same work, by their own records. */
  readonly alternates?: readonly Alternate[]
  /**
   * What the maker's number has to look like, where no ordering code in `src/check/order-codes` reads it: the whole of
   * it as a regular expression, from the data sheet's ordering page; or why nothing can hold it.
   */
  readonly ordering?: { readonly pattern: string; readonly source: string } | { readonly unheld: string }
  /** The pins' names in the order of their numbers, from another document than `pins`: one contradicts the other. */
  readonly pinout?: { readonly names: string; readonly source: string }
  readonly ratings?: Ratings
  /** By the house's id; a house that is not in it has none. */
  readonly numbers: Readonly<Record<string, OrderNumber>>
  readonly assembly: { readonly by: "machine" } | { readonly by: "hand"; readonly reason: string }
  /** How far it reaches off the board, at most, mm. */
  readonly height: { readonly mm: number; readonly source: string } | { readonly unknown: string }
  readonly polarised: boolean
  /** Several designators that are one piece to buy: the corners of a module. */
  readonly piece?: Piece
  /** Numbers no document gives, taken for budgets, each with its reason. */
  readonly assumed?: Readonly<Record<string, { readonly value: number; readonly reason: string }>>
  readonly needs?: readonly Need[]
  /** How it behaves in a simulation; a resistor's and a capacitor's value says enough where nothing is here. */
  readonly spice?: SpiceModel
  /** What the person who solders or buys it must know. */
  readonly notes?: readonly string[]
  /** Jumpers are put on its pins: the board says what each of their states does. */
  readonly takesJumpers?: true
  /** Hangs over the board's edge on purpose: an antenna, a plug. */
  readonly mayOverhang?: true
  /** Copper-free zone on all layers that belongs to it (an antenna), in the land's frame, mm. */
  readonly keepout?: {
    readonly minX: number
    readonly maxX: number
    readonly minY: number
    readonly maxY: number
  }
}

/** What may be bought instead. */
export type Alternate = Pick<Part, "manufacturer" | "mpn" | "numbers">

export interface Piece {
  /** The same in all parts of the piece. */
  readonly id: string
  /** How many designators are one piece. */
  readonly designators: number
  /** One body on all their pads; its terminals are named by the parts' pin names. */
  readonly body?: Body
  /** How all of it behaves in a simulation; its nodes are named by the parts' pin names. */
  readonly spice?: SpiceModel
}
