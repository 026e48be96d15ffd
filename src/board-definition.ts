import type { ReactElement } from "react"
import type { AssemblyGuide } from "./book/guide"
import type { CircuitIntent } from "./check/circuit-intent"
import type { Severity } from "./finding"
import type { Sheet } from "./schematic/sheet"

/** Everything a folder in `boards/` exports (default export of its `index.tsx`). mm, board centre = origin, y up. */

export interface Point {
  readonly x: number
  readonly y: number
}

export type Side = "top" | "bottom"

/** One row of the placement table. `rotationDeg` is counter-clockwise seen from the top, also for the bottom side. */
export interface Placement {
  readonly designator: string
  readonly x: number
  readonly y: number
  readonly rotationDeg: number
  readonly side: Side
}

export interface MountingHole extends Point {
  readonly designator: string
  readonly drillMm: number
}

/** A region no copper may enter, on any layer. */
export interface Keepout {
  readonly name: string
  readonly minX: number
  readonly minY: number
  readonly maxX: number
  readonly maxY: number
}

/** Which parts are fitted in one build of the same bare board. */
export interface AssemblyVariant {
  readonly title: string
  /** Designators left empty in this variant. */
  readonly notFitted: readonly string[]
}

/** Accepts one finding, with the reason that the report prints. */
export interface Waiver {
  readonly rule: string
  /** Every one of these nets/parts must be named by the finding; empty or absent matches every finding of the rule. */
  readonly names?: readonly string[]
  readonly severity?: Severity
  readonly reason: string
}

export interface NetClass {
  readonly name: string
  readonly nets: readonly string[]
  readonly widthMm: number
  readonly clearanceMm: number
}

/**
 * Pads soldered with an iron and much solder: copper of other nets keeps farther off than the fab asks, so that a blob
 * or a slip of the iron reaches none. Gaps in mm, to copper on the pad's side.
 */
export interface HandSoldered {
  /** "J2.1" */
  readonly pads: readonly string[]
  /** To the pour. */
  readonly pourGapMm: number
  /** To tracks and vias; the pour's own net keeps `pourGapMm`. */
  readonly trackGapMm: number
}

export interface BoardDefinition {
  /** Folder name under `boards/` and file name prefix of the package: lower case, digits and dashes. */
  readonly id: string
  readonly title: string
  readonly revision: string
  /** Id of a house in `fabrication/houses.ts`; the first of them unless said. */
  readonly fab?: string
  readonly thicknessMm: number
  /** Closed polygon without repeated last point. */
  readonly outline: readonly Point[]
  readonly mountingHoles: readonly MountingHole[]
  readonly keepouts: readonly Keepout[]
  /** Pads whose places something outside the board dictates (a plug, a module): pad ("J6.1") -> centre, mm. */
  readonly fixedPads?: Readonly<Record<string, Point>>
  readonly handSoldered?: HandSoldered
  readonly placements: readonly Placement[]
  /** Designator -> id in the parts catalogue. */
  readonly parts: Readonly<Record<string, string>>
  readonly variants: Readonly<Record<string, AssemblyVariant>>
  readonly defaultVariant: string
  readonly plans: readonly string[]
  readonly netClasses: readonly NetClass[]
  readonly via: { readonly diameterMm: number; readonly drillMm: number }
  readonly pour: {
    readonly net: string
    readonly layers: readonly Side[]
    readonly clearanceMm: number
    readonly boardEdgeMm: number
    readonly minWidthMm: number
    /** Gap round a pad of the pour's own net; the spokes across it are `thermalSpokeMm` wide. */
    readonly thermalGapMm: number
    readonly thermalSpokeMm: number
    /** Where pours lie over each other, no place is farther than this from a via or plated hole of their net. */
    readonly stitchMm?: number
  }
  readonly waivers: readonly Waiver[]
  /** The schematic sheet: where symbols, wires and labels are drawn. */
  readonly schematic: Sheet
  /** What a person at the bench does and knows, in order. */
  readonly guide: AssemblyGuide
  /** What the circuit is meant to do: pin roles, links, jumper states, budgets. The electrical rules hold it to that. */
  readonly intent: CircuitIntent
  /** The board as TSX. The pipeline passes the copper and the variant; the element is a tscircuit `<board>`. */
  readonly element: (context: BoardContext) => ReactElement
}

/** What the pipeline hands to a board's TSX. */
export interface BoardContext {
  /** tscircuit `autorouter` property that lays the board's locked routes. */
  readonly autorouter: unknown
  /** Designators not fitted (`doNotPlace`). */
  readonly notFitted: readonly string[]
}
