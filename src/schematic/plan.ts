import type { PartKind, PinRole } from "../model/part"
import type {
  Block,
  BoxSymbol,
  JumperView,
  Note,
  Outline,
  PartPlacement,
  Sheet,
  SymbolKind,
  Wire,
} from "./sheet"

/**
 * What an author may write of a board's schematic; everything else is derived from the circuit. A part without a place
 * is drawn where the sheet has room. Places are in grid steps, as in `Sheet`.
 */
export interface SheetPlan {
  readonly titleBlock?: Partial<Sheet["titleBlock"]>
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
