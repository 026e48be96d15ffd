import type { Body } from "./body"
import type { Leads } from "./leads"
import type { Point } from "./place"

/**
 * The house of a part: what it is soldered to, what it looks like, and how a fab's machine knows it. One record a
 * package, or a generator a family. Frame of everything in it: mm, y up, seen from the side the part is mounted on,
 * counter-clockwise; the land's origin is what a placement places: the middle of the box round its pads, pin 1, or
 * any other point, as its source draws it.
 */
export interface Package {
  /** As a buyer knows it: "0805", "SOIC-16 3.9x9.9mm". */
  readonly name: string
  readonly land: Land
  /** What stands on it; without one a plain box over the courtyard is drawn. */
  readonly body?: Body
  /** How the part itself meets the land, told by another document than the land's; or why none tells it. */
  readonly leads?: Leads | { readonly unknown: string }
  /** How many lands of this kind one product stands on, each with a designator of its own; one unless said. */
  readonly landsOfProduct?: number
  /** What fab houses know of it, by the house's id. */
  readonly fab?: Readonly<Record<string, PackageAtFab>>
  /** Where land and body come from: data sheet and page, standard, library. */
  readonly source: string
}

/** The copper, paste, silkscreen and courtyard of a package. */
export interface Land {
  readonly pads: readonly LandPad[]
  readonly silk: readonly SilkMark[]
  /** Closed, without repeated last point. */
  readonly courtyard: Courtyard
  /** Pins go in from above: headers, modules. */
  readonly fromAbove?: true
  /** Unplated holes for a part's pegs. */
  readonly pegs?: readonly Peg[]
}

/** A hole for a peg that holds a part in place; the point is its middle. */
export interface Peg extends Point {
  readonly drillMm: number
}

export type Courtyard =
  | {
      readonly shape: "rect"
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
    }
  | { readonly shape: "outline"; readonly points: readonly Point[] }

export interface LandPad extends Point {
  readonly pin: number
  readonly width: number
  readonly height: number
  /** "rect" unless said; a "circle" has the diameter `width`. */
  readonly shape?: "rect" | "circle" | "pill"
  /** A plated hole through pad and board, or the width of a slot; surface-mounted without one. */
  readonly holeMm?: number
  /** The hole is a slot of this length, along the longer side of its "pill" pad, mm. */
  readonly slotMm?: number
  /**
   * "full" for what a machine solders, "none" for what only an iron does, a number for the side of a smaller square
   * opening, mm. Of no meaning where there is a hole.
   */
  readonly paste: "full" | "none" | number
  /** How far the mask's opening goes beyond a surface pad, mm; as far as everywhere on the board unless said. */
  readonly maskMarginMm?: number
}

/** Silkscreen that comes with a land. */
export type SilkMark =
  | {
      readonly kind: "line"
      readonly from: Point
      readonly to: Point
      /** The bar beside a cathode: it stands nearest to the pin that the part's record calls K. */
      readonly means?: "cathode"
    }
  /** A dot that marks pin 1. */
  | { readonly kind: "pin-one"; readonly at: Point }

/** A package in a fab's own library against ours. */
export interface PackageAtFab {
  readonly land: LandAtFab | { readonly unconfirmed: string }
  /** The same told by pins, from another source than `land`: what verify holds a CPL against. */
  readonly byPins?: LandByPins
  /** The only assembly service that takes it, and what that rests on. */
  readonly onlyService?: { readonly service: string; readonly evidence: string }
}

export interface LandAtFab {
  /** The fab's angle of a part that we have at 0 degrees on the top. */
  readonly offsetDeg: number
  /** Middle of the fab's own land, in our frame at 0 degrees on the top, mm. */
  readonly midpoint: Point
  /** Two ends that may be swapped: half a turn makes no difference. */
  readonly symmetric: boolean
  readonly evidence: string
}

/** How a fab's library draws a package at its own 0 degrees on the top. */
export interface LandByPins {
  /** The way from the first of these pins to the second runs to the right, unless `axisDeg` says otherwise. */
  readonly axis: readonly [number, number]
  /** Where that way runs, counter-clockwise from the right, degrees: for a part that has no two pins side by side. */
  readonly axisDeg?: number
  /** Pins whose middle the land's middle is counted from; one named twice counts twice. */
  readonly corners: readonly number[]
  /** From there to the middle of the fab's land, to the right, mm. */
  readonly alongMm: number
  /** And to the left of it, looking at the part's own side, mm; none unless said. */
  readonly acrossMm?: number
  /** Both ends alike: half a turn makes no difference. */
  readonly symmetric: boolean
}
