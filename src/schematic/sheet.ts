/**
 * A sheet as it is drawn: by the SVG, by KiCad's schematic, and by the check that holds it against the circuit. Nobody
 * writes it: `deriveSheet` makes it from the circuit and from the few places that a board's `SheetPlan` gives.
 * Places are `[x, y]` in grid steps of 2.54 mm from the sheet's top left corner, x right, y down; halves are allowed.
 */

export const gridMm = 2.54

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

export interface NetLabel {
  readonly net: string
  /** A point on the wire; the text stands just above it (or, on a vertical wire, beside it). */
  readonly at: At
  readonly anchor?: "start" | "middle" | "end"
  /** Drawn below the wire instead. */
  readonly below?: boolean
  /** The wire ends here, and the text goes on this way where it ends. */
  readonly beyond?: "left" | "right" | "top" | "bottom"
}

/** A supply (arrow up) or ground (bar down) symbol; the circuit says which. */
export interface PowerFlag {
  readonly net: string
  readonly at: At
}

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

export type Paper = "A4" | "A3" | "A2" | "A1" | "A0" | "2A0" | "4A0"

export interface Sheet {
  /** Landscape; A4 where absent. */
  readonly paper?: Paper
  /** Lines of the title block that are the same in every revision. */
  readonly titleBlock: { readonly subtitle: string; readonly licence: string; readonly origin: string }
  readonly parts: readonly PartPlacement[]
  readonly wires: readonly Wire[]
  readonly labels: readonly NetLabel[]
  readonly powers: readonly PowerFlag[]
  /**
   * Where KiCad's rule check is told that a net is supplied: it does not look through resistors and connectors.
   * Not drawn in the SVG.
   */
  readonly supplied: readonly PowerFlag[]
  /** Pins left open on purpose, each gets a cross. */
  readonly noConnects: readonly string[]
  readonly blocks: readonly Block[]
  readonly outlines: readonly Outline[]
  readonly notes: readonly Note[]
  readonly jumperViews: readonly JumperView[]
  /** Names for people on supply symbols: net -> text, e.g. `V24` -> `+24 V`. */
  readonly supplyNames: Readonly<Record<string, string>>
  /** Pin names as the data sheets spell them: part -> pin number -> name. The circuit's names where absent. */
  readonly pinNames: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Values to print where the circuit's own text is not what a reader expects: part -> text. */
  readonly values: Readonly<Record<string, string>>
}

export interface TitleBlock {
  readonly title: string
  readonly revision: string
  /** Date of the source, printed as YYYY-MM-DD (UTC). */
  readonly date: Date
}
