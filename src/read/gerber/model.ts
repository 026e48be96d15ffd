import type { Point } from "../geometry/point"
import type { Problem } from "../read-error"

/** What one Gerber file draws, in mm, in the order drawn. */
export interface GerberImage {
  readonly kind: "gerber"
  readonly file: string
  /** As written; everything here is already in mm. */
  readonly unit: "mm" | "inch"
  readonly format: CoordinateFormat
  readonly objects: readonly DrawnObject[]
  readonly apertures: ReadonlyMap<number, Aperture>
  /** Macro templates by name, as written. */
  readonly macros: ReadonlyMap<string, MacroSummary>
  /** File attributes: `.FileFunction` -> ["Copper", "L1", "Top"]. Also those written as `G04 #@!` comments. */
  readonly attributes: ReadonlyMap<string, readonly string[]>
  /** Whether attributes came as commands (X2), as comments (X1 with hints) or not at all. */
  readonly attributeStyle: "command" | "comment" | "none"
  /** Commands that some fab's importer gets wrong, with their first line: `LR`, `LM`, `LS`, `AB`, `SR`, `IP`, ... */
  readonly transforms: ReadonlyMap<string, number>
  readonly problems: readonly Problem[]
}

export interface CoordinateFormat {
  readonly integerDigits: number
  readonly decimalDigits: number
  readonly zeros: "leading-omitted" | "trailing-omitted"
  readonly notation: "absolute" | "incremental"
}

export interface MacroSummary {
  readonly name: string
  readonly line: number
  /** Primitive codes used, e.g. [1, 21]. */
  readonly primitives: readonly number[]
  /** Whether it takes its sizes from the aperture definition (`$1`). */
  readonly parameterised: boolean
}

/** An aperture: its outline about its own origin in mm, and what the file says of it. */
export interface Aperture {
  readonly code: number
  readonly line: number
  readonly shape: ApertureShape
  /** `.AperFunction` and others. */
  readonly attributes: ReadonlyMap<string, readonly string[]>
}

export type ApertureShape =
  | { readonly kind: "circle"; readonly diameter: number; readonly hole: ApertureHole | undefined }
  | {
      readonly kind: "rectangle" | "obround"
      readonly width: number
      readonly height: number
      readonly hole: ApertureHole | undefined
    }
  | {
      readonly kind: "polygon"
      readonly diameter: number
      readonly vertices: number
      readonly rotationDeg: number
      readonly hole: ApertureHole | undefined
    }
  | { readonly kind: "macro"; readonly name: string; readonly parts: readonly MacroPart[] }
  | { readonly kind: "block"; readonly objects: readonly DrawnObject[] }

export type ApertureHole =
  | { readonly kind: "round"; readonly diameter: number }
  | { readonly kind: "rectangular"; readonly width: number; readonly height: number }

/** One primitive of a macro: rings to add to the shape so far, or to take from it. */
export interface MacroPart {
  readonly exposure: boolean
  readonly rings: readonly (readonly Point[])[]
}

/** Turns a shape about its own origin: mirrored first, then rotated counter-clockwise, then scaled. */
export interface Transform {
  readonly mirrorX: boolean
  readonly mirrorY: boolean
  readonly rotationDeg: number
  readonly scale: number
}

interface DrawnCommon {
  readonly polarity: "dark" | "clear"
  readonly line: number
  /** Object attributes: `.N` (net), `.P` (pad: designator, pin, function), `.C` (component). */
  readonly net: string | undefined
  readonly pin: { readonly designator: string; readonly pin: string } | undefined
  readonly component: string | undefined
  /** `.AperFunction` of its aperture, or of the region. */
  readonly apertureFunction: string | undefined
}

export interface Flash extends DrawnCommon {
  readonly kind: "flash"
  readonly at: Point
  readonly aperture: Aperture
  readonly transform: Transform
}

/** A line or an arc (flattened to chords) drawn with an aperture. */
export interface Stroke extends DrawnCommon {
  readonly kind: "stroke"
  readonly points: readonly Point[]
  readonly aperture: Aperture
  readonly transform: Transform
  readonly arc: boolean
  /** Width in mm as drawn: the circle's diameter, the smaller side of a rectangle. */
  readonly width: number
}

export interface RegionFill extends DrawnCommon {
  readonly kind: "region"
  readonly contours: readonly (readonly Point[])[]
}

export type DrawnObject = Flash | Stroke | RegionFill
