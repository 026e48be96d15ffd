import type { PartKind, PinRole } from "./part"

/** What an author may write of a schematic. Places are in grid steps of 2.54 mm, x right, y down; halves are allowed. */

export type At = readonly [x: number, y: number]

/** One side of a box symbol: a pin's number a step, `null` leaves the step empty. */
export type PinColumn = readonly (string | null)[]

export interface BoxSymbol {
  readonly kind: "box"
  /** Body size in steps. */
  readonly width: number
  readonly height: number
  /** Pins from top to bottom, the first one step below the upper edge. */
  readonly left?: PinColumn
  readonly right?: PinColumn
  /** Pins from left to right, the first one step right of the left edge. */
  readonly top?: PinColumn
  readonly bottom?: PinColumn
  /** Length of the pins in steps, 2 when absent. */
  readonly pinLength?: number
}

export type TwoPinKind =
  | "resistor"
  | "capacitor"
  | "inductor"
  | "diode"
  | "led"
  | "fuse"
  | "crystal"
  | "switch"

export type SymbolKind =
  | BoxSymbol
  | {
      readonly kind: TwoPinKind
      /** Pins at the left and right end, not turned; a diode's are anode and cathode. "1" and "2" where absent, a diode's "2" and "1". */
      readonly pins?: readonly [string, string]
    }
  /** Two pins of a header that a jumper may join. */
  | { readonly kind: "jumper"; readonly pins: readonly [string, string] }
  /** One solder pad; its pin leaves to the right. */
  | { readonly kind: "terminal"; readonly pin: string }

/** Where designator and value stand: on one line, or stacked, or given place by place. */
export type FieldPlace =
  | "above"
  | "below"
  | "right"
  | "left"
  | { readonly designator: At; readonly value?: At; readonly anchor?: "start" | "middle" | "end" }

export interface PartPlacement {
  readonly part: string
  readonly symbol: SymbolKind
  /** Two-pin symbols: their centre. Boxes: the body's top left corner. Terminals: the pad's centre. */
  readonly at: At
  /** Counter-clockwise. Two-pin symbols lie with pin 1 left (diode: pin 1, the cathode, right) at 0. */
  readonly turn?: 0 | 90 | 180 | 270
  readonly fields?: FieldPlace
  /** Shown instead of the circuit's value; "" shows none. */
  readonly value?: string
  /** Letter of this piece of a part that is drawn in several pieces. */
  readonly unit?: string
  /** Text behind a pin's end on the far side of the body, e.g. another numbering: pin number -> text. */
  readonly remarks?: Readonly<Record<string, string>>
}

/**
 * A polyline through pins (`"U2.3"`) and places. Where two stops are not in line, `"-|"` between them goes
 * horizontally first, `"|-"` vertically first.
 */
export type Wire = readonly (string | At)[]

export interface Block {
  readonly title: string
  /** Two opposite corners. */
  readonly from: At
  readonly to: At
}

/** A dashed outline round things that belong together, with its caption. */
export interface Outline {
  readonly from: At
  readonly to: At
  readonly caption?: readonly string[]
  /** Baseline of the first caption line. */
  readonly captionAt?: At
  readonly anchor?: "start" | "middle" | "end"
}

export interface Note {
  readonly at: At
  readonly title?: string
  readonly lines: readonly string[]
  readonly anchor?: "start" | "middle" | "end"
  readonly tone?: "note" | "warning"
}

/** A small view of a jumper header from above, drawn from its pads, with the jumpers of one state. */
export interface JumperView {
  readonly part: string
  readonly at: At
  readonly title: string
  readonly lines: readonly string[]
  readonly joined: readonly (readonly [string, string])[]
  readonly allowed: boolean
  /** Texts in the pins' rings: pin number -> text. The rings are larger then. */
  readonly inside?: Readonly<Record<string, string>>
}

/** Lines of the title block that are the same in every revision. */
export interface StandingTitle {
  readonly subtitle: string
  readonly licence: string
  readonly origin: string
}

/**
 * What an author may write of a board's schematic; everything else is derived from the circuit. A part without a place
 * is drawn where the sheet has room. Places are in grid steps, as in `Sheet`.
 */
export interface SheetPlan {
  readonly titleBlock?: Partial<StandingTitle>
  readonly parts?: readonly PartPlace[]
  readonly blocks?: readonly Block[]
  readonly outlines?: readonly Outline[]
  readonly notes?: readonly Note[]
  readonly jumperViews?: readonly JumperView[]
  /**
   * Power nets drawn with a supply symbol at each pin, and what it says (`V24` -> `+24 V`); the other power nets are
   * drawn with wires. Absent: all power nets have symbols, with their own names.
   */
  readonly supplyNames?: Readonly<Record<string, string>>
  /** Wires that a person draws better than the program; it draws what they leave open of their nets. */
  readonly wires?: readonly Wire[]
}

/** Where a symbol stands. Its shape comes from the part unless said here. */
export type PartPlace = Omit<PartPlacement, "symbol"> & { readonly symbol?: SymbolKind }

/** What is known of a part beside its pins in the circuit; a record of `components/parts` is one. */
export interface SymbolFacts {
  readonly kind?: PartKind
  /** What is printed beside it. */
  readonly value?: string
  /** With the data sheet's names. */
  readonly pins?: readonly {
    readonly number: number | string
    readonly name: string
    readonly role: PinRole
  }[]
  /** The sides its pins leave from, where its data sheet or habit has an order. */
  readonly symbol?: Omit<BoxSymbol, "kind" | "width" | "height"> &
    Partial<Pick<BoxSymbol, "width" | "height">>
}

/** By designator. */
export type SymbolTable = Readonly<Record<string, SymbolFacts>>
