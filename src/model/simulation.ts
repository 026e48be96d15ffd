/**
 * What a simulation is told: how parts behave, and what happens to a board. SI units throughout: volts, amperes,
 * seconds, ohms, farads, henries, watts, joules. Plain data.
 */

/**
 * How a part behaves: the inside of a SPICE subcircuit. Its nodes are its pins by name (by number where all are
 * passive), every character but letters and digits as `_`: "VIN+" is VIN_; a pin's `label` comes first where it has
 * one. `{value}` stands for the value of the compiled circuit, in ohms, farads or henries.
 */
export type SpiceModel =
  | {
      /** Why the part has no part in it: contacts, a mark, a hole. Its pins are nodes, nothing more. */
      readonly leftOut: string
    }
  | {
      /** Lines of SPICE. */
      readonly body: readonly string[]
      /** Pins that the body has, by name or number; several of one name are one node. */
      readonly pins: readonly string[]
      /** Further pins that a circuit may join to something and that take no current. "others": all of them. */
      readonly open?: readonly string[] | "others"
      /** What a scenario may drive: node of the body -> volts while nobody says otherwise, and what they mean. */
      readonly controls?: Readonly<Record<string, { readonly usual: number; readonly what: string }>>
      /** Maker's model or data sheet with page, and how the figures follow from it. */
      readonly source: string
      /** What it is known not to show. */
      readonly without?: string
    }

/** A value over time: straight lines between [seconds, value]; a number stays. */
export type Waveform = number | readonly (readonly [seconds: number, value: number])[]

/** What is joined to the board from outside. Pins as "J6.4" or "U2.3V3", or nets by name. */
export type BenchItem = {
  readonly id: string
  readonly title: string
  /** Plus and minus. */
  readonly at: readonly [string, string]
} & (
  | {
      readonly kind: "supply"
      readonly volts: Waveform
      /** Of source and leads. */
      readonly ohms: number
      readonly henries?: number
      /** Gives no more than this; a source with a limit takes nothing back. */
      readonly limitAmperes?: number
      /** Nor more power than this. */
      readonly limitWatts?: number
      /** At the end of its leads: what a limited source has at its output. */
      readonly farads?: number
    }
  | { readonly kind: "resistor"; readonly ohms: number }
  | { readonly kind: "capacitor"; readonly farads: number }
  | { readonly kind: "wire" }
)

/** What can be read off a simulation. Amperes of a bench item flow out of its plus; of a pin, into the part. */
export type Quantity =
  | { readonly volts: string; readonly against?: string }
  | { readonly amperes: string }
  /** What a bench item gives. */
  | { readonly watts: string }

export interface Trace {
  readonly label: string
  readonly of: Quantity
}

/** A figure read off a simulation, and what it is held to. */
export interface Measure {
  /** Part of the rule's name: letters, digits and dashes. */
  readonly id: string
  readonly title: string
  readonly figure:
    | {
        readonly kind: "max" | "min" | "mean" | "end" | "integral"
        readonly of: Quantity
        /** The whole run unless said. */
        readonly from?: number
        readonly to?: number
      }
    /** From when one quantity first rises over a level until another does. */
    | {
        readonly kind: "delay"
        readonly from: { readonly of: Quantity; readonly above: number }
        readonly until: { readonly of: Quantity; readonly above: number }
      }
  readonly atLeast?: number
  readonly atMost?: number
  /** An error unless said. */
  readonly severity?: "error" | "warning" | "info"
  /** Designators that a finding names: whom to look at. */
  readonly parts?: readonly string[]
  /** What to do where it is not held. */
  readonly advice?: string
  /** Where the limit comes from. */
  readonly source?: string
}

/** Something that happens to a board: what is joined to it, for how long, and what is measured meanwhile. */
export interface Scenario {
  /** Lower case, digits and dashes: file names have it. */
  readonly id: string
  readonly title: string
  /** In a few sentences: what happens and why it is asked. */
  readonly what: string
  readonly seconds: number
  /** Longest step between two points. */
  readonly stepSeconds: number
  /** Points after which it is given up; 400 000 unless said. */
  readonly maxPoints?: number
  /** Assembly variant; the board's default unless said. */
  readonly variant?: string
  /** Name of the state that the jumper block is in; none: no jumper. */
  readonly jumper?: string
  readonly bench: readonly BenchItem[]
  /** "U2" -> control of its model -> waveform. */
  readonly drive?: Readonly<Record<string, Readonly<Record<string, Waveform>>>>
  readonly measures: readonly Measure[]
  /** Pictures: traces of one unit each. */
  readonly panels: readonly {
    readonly title: string
    readonly traces: readonly Trace[]
    readonly from?: number
    readonly to?: number
  }[]
}
