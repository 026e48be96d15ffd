import type { At, Block, JumperView, Note, Outline, PartPlacement, StandingTitle, Wire } from "../model/sheet"

export type {
  At,
  Block,
  BoxSymbol,
  FieldPlace,
  JumperView,
  Note,
  Outline,
  PartPlacement,
  PinColumn,
  SymbolKind,
  TwoPinKind,
  Wire,
} from "../model/sheet"

/**
 * A sheet as it is drawn: by the SVG, by KiCad's schematic, and by the check that holds it against the circuit. Nobody
 * writes it: `deriveSheet` makes it from the circuit and from the few places that a board's `SheetPlan` gives.
 * Places are `[x, y]` in grid steps of 2.54 mm from the sheet's top left corner, x right, y down; halves are allowed.
 */

export const gridMm = 2.54

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

export type Paper = "A4" | "A3" | "A2" | "A1" | "A0" | "2A0" | "4A0"

export interface Sheet {
  /** Landscape; A4 where absent. */
  readonly paper?: Paper
  readonly titleBlock: StandingTitle
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
