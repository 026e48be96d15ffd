import type { CopperLayer } from "./layer"
import type { NetData } from "./net"
import type { Part, PartKind } from "./part"
import type { Point } from "./place"

/** One electrical node of the circuit as it is meant: pins that the source joins, never what copper does. */
export interface Net {
  /** The declared name; the first in natural order where the source joined several, and "(U1.3)" where it has none. */
  readonly name: string
  /** Every name declared for this node: more than one is a fault of the circuit. */
  readonly names: readonly string[]
  /** Pins as people name them ("U2.39"), natural order, each once. */
  readonly pins: readonly string[]
}

/** A part as the electrical rules see it: what the circuit says of it beside the record of what is fitted. */
export interface CircuitPart {
  readonly designator: string
  readonly kind: PartKind
  /** What the compiled circuit says its value is. */
  readonly ohms?: number
  readonly farads?: number
  readonly record: Part
}

/** Which parts are fitted in one build of the same bare board. */
export interface AssemblyVariant {
  readonly title: string
  /** Designators left empty in this variant. */
  readonly notFitted: readonly string[]
}

export interface NamedVariant extends AssemblyVariant {
  readonly name: string
}

/** The circuit in plain words: what every electrical rule and claim gets. Pins are named "U2.3". */
export interface CircuitView {
  readonly nets: readonly Net[]
  readonly netOf: ReadonlyMap<string, Net>
  readonly pins: readonly string[]
  /** By designator. */
  readonly parts: ReadonlyMap<string, CircuitPart>
  readonly facts: Readonly<Record<string, NetData>>
  readonly variants: readonly NamedVariant[]
  /** The variant that examples are shown of. */
  readonly defaultVariant: string
  /** Directions that the firmware gives to bidirectional pins: pin -> direction. */
  readonly firmware: Readonly<Record<string, "input" | "output">>
  /** The jumper block's states; none: the board is in one state, always. */
  readonly jumper?: JumperBlock
}

/** A way through copper of one net. */
export interface CopperPath {
  readonly ohms: number
  /** Length of the tracks that carry more than half of the current, mm. */
  readonly mainLengthMm: number
  /** Narrowest of them, and where. */
  readonly narrowest?: { readonly widthMm: number; readonly at: Point; readonly layer: CopperLayer }
  readonly viasPassed: number
}

export interface JumperState {
  /** "J7 1-2". */
  readonly name: string
  readonly joins: readonly (readonly [string, string])[]
  /** `avoid` works but must not be left so; `hazard` damages something. */
  readonly use: "legal" | "avoid" | "hazard"
  /** Ids of supplies that are switched with the jumpers (a plugged adapter) and are on in this state. */
  readonly supplies: readonly string[]
  /** Which of `watch` are one conductor in this state. */
  readonly connects: readonly (readonly [string, string])[]
  readonly note: string
}

/** What may feed the board: where it comes in, and what a person calls it. */
export interface Supply {
  readonly id: string
  readonly title: string
  /** What it is, in a few words more. */
  readonly note?: string
  /** Pins at which it feeds the board; their nets carry a supply while it is on. */
  readonly pins: readonly string[]
}

/** A header whose jumpers change the circuit. */
export interface JumperBlock {
  readonly part: string
  readonly states: readonly JumperState[]
  /** Pairs of nets that are joined in the states that say so and apart in all others. */
  readonly watch: readonly (readonly [string, string])[]
  /** Supplies that are on whenever they are there, and such as only some states have (`JumperState.supplies`). */
  readonly mains: readonly Supply[]
  readonly switched: readonly Supply[]
  /** What people ask about when they set a jumper: net and what hangs on it. */
  readonly consumers: readonly { readonly net: string; readonly what: string }[]
  /** A net that a running controller feeds from one of its pins: fed while `while` is, when `words` ("GPIO1 is high"). */
  readonly fedByPin?: { readonly net: string; readonly while: string; readonly words: string }
}
