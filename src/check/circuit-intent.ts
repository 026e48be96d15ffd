import type { NetData } from "../../components/nets"
import type { Pin } from "../../components/pins"

/** What a circuit is meant to be, in the words the electrical rules need. Pins are named "U2.3". */
export interface CircuitIntent {
  /** File that states the netlist a second time, for messages. */
  readonly netlistFile: string
  readonly netlist: Readonly<Record<string, readonly string[]>>
  readonly netFacts: Readonly<Record<string, NetData>>
  /** Data sheet pins by designator. Two-pin parts without polarity need none. */
  readonly pins: Readonly<Record<string, readonly Pin[]>>
  readonly ground: string
  /** Supply pins and the net each must be on. */
  readonly supplyPins: Readonly<Record<string, string>>
  readonly pullUps: readonly PullUp[]
  readonly bootStrap: BootStrap
  /** Pins that nothing may pull up: read low at reset. */
  readonly lowStraps: readonly NamedPin[]
  /** Signal paths that must exist, each through exactly these two-pin parts, in this order. */
  readonly links: readonly Link[]
  /** Diodes in signal paths: the pin that drives it must be on its anode. */
  readonly diodes: readonly { readonly part: string; readonly anode: number; readonly drivenBy: string }[]
  readonly capacitors: readonly CapacitorNeed[]
  /** Inputs that are not used and must be tied to ground. */
  readonly groundedInputs: readonly NamedPin[]
  readonly headers: readonly HeaderMap[]
  /** Directions that the firmware gives to bidirectional pins. */
  readonly firmware: Readonly<Record<string, "input" | "output">>
  /** Groups of which every assembly variant fits exactly one part. All other parts are always fitted. */
  readonly exactlyOne: readonly (readonly string[])[]
  /** Part numbers that must not be chosen. */
  readonly unfit: readonly { readonly part: string; readonly mpn: RegExp; readonly why: string }[]
  readonly jumper: JumperBlockIntent
  readonly ratings: RatingNeeds
  readonly budgets: Budgets
}

export interface NamedPin {
  readonly pin: string
  readonly what: string
}

export interface PullUp extends NamedPin {
  readonly to: string
  readonly minOhms: number
  readonly maxOhms: number
}

/** A strap that only this jumper may pull low. */
export interface BootStrap extends NamedPin {
  readonly jumper: readonly [string, string]
  readonly maxFarads: number
}

export interface Link {
  /** Rule that a broken link is a finding of. */
  readonly rule: string
  readonly what: string
  readonly from: string
  readonly through: readonly string[]
  readonly to: string
}

/** A capacitor of at least `minFarads` between the nets of `from` and of one of `to` (a pin or a net). */
export interface CapacitorNeed {
  readonly what: string
  readonly from: string
  readonly to: readonly string[]
  readonly minFarads: number
}

export interface HeaderMap {
  readonly rule: string
  readonly what: string
  /** Pin -> name for people ("official pin 2") and net; no net: must stay open. */
  readonly pins: Readonly<Record<string, { readonly name: string; readonly net?: string }>>
}

export interface JumperState {
  /** "J7 1-2". */
  readonly name: string
  readonly joins: readonly (readonly [string, string])[]
  /** `avoid` works but must not be left so; `hazard` damages something. */
  readonly use: "legal" | "avoid" | "hazard"
  /** A programming adapter is plugged in and feeds the board. */
  readonly adapter: boolean
  /** Which of `watch` are one conductor in this state. */
  readonly connects: readonly (readonly [string, string])[]
  readonly note: string
}

export interface JumperBlockIntent {
  readonly part: string
  readonly states: readonly JumperState[]
  /** Pin that feeds the board while an adapter is plugged in, and only then. */
  readonly adapterSupply: string
  /** Pairs of nets that are joined in the states that say so and apart in all others. */
  readonly watch: readonly (readonly [string, string])[]
}

export interface RatingNeeds {
  /** Lowest voltage rating of whatever touches these nets. */
  readonly nets: Readonly<Record<string, number>>
  /** Lowest reverse voltage by diode. */
  readonly reverseVolts: Readonly<Record<string, number>>
}

/** Figures that budgets are computed from, each with its source in the file that states it. Volts, amperes, watts. */
export interface Budgets {
  readonly transceiver: TransceiverBudget
  readonly enable: {
    readonly diode: string
    /** At the current it carries. */
    readonly dropVolts: { readonly least: number; readonly most: number }
    /** Below this the line is not certain to be seen as on. */
    readonly leastVolts: number
    /** What the other side is said to want. */
    readonly wantedVolts: number
  }
  readonly meter: {
    readonly watts: number
    /** Part whose catalogue entry assumes the efficiency. */
    readonly converter: string
    readonly supply: string
    readonly module: string
    /** The module's mean current while it is connected. */
    readonly moduleAmperes: number
  }
  readonly supplyPath: {
    readonly from: string
    readonly jumper: readonly [string, string]
    readonly to: string
    readonly amperes: number
    readonly maxDropVolts: number
  }
  readonly bulk: { readonly pin: string; readonly wantedFarads: number; readonly why: string }
  readonly reset: { readonly pin: string; readonly wantedFarads: number; readonly why: string }
}

export interface TransceiverBudget {
  readonly part: string
  /** Net of its supply pin. */
  readonly supply: string
  readonly driverVolts: { readonly least: number; readonly typical: number }
  /** What the meter's ENABLE input takes. */
  readonly enableAmperes: number
  /** Pin that feeds it, and the resistor that makes that connection. */
  readonly fedBy: string
  readonly feedResistor: string
  /** Up to here the feeding pin is at ease; its limit is in the catalogue. */
  readonly goodAmperes: number
  readonly maxSupplyFarads: number
}
