import type { ReactElement } from "react"
import type { AssemblyVariant, JumperBlock } from "./circuit-view"
import type { Claim } from "./claim"
import type { Severity } from "./finding"
import type { AssemblyGuide } from "./guide"
import type { LayerCount, Stack } from "./layer"
import type { NetData, NetFacts } from "./net"
import type { Part } from "./part"
import type { Placement, Point, Side } from "./place"
import type { SheetPlan } from "./sheet"
import type { SilkItem } from "./silk"
import type { Scenario } from "./simulation"

export type { AssemblyVariant }

/**
 * A board as its author states it (default export of `boards/<id>/index.tsx`). mm, board centre = origin, y up. Only
 * `id`, `title`, `revision`, `outline` and `circuit` are needed; the rest has defaults that `defineBoard` fills in.
 */
export interface BoardSource {
  /** Folder name under `boards/` and file name prefix of the package: lower case, digits and dashes. */
  readonly id: string
  readonly title: string
  readonly revision: string
  /** Closed polygon without repeated last point. */
  readonly outline: readonly Point[]
  /** The parts and how they are joined, as TSX: our `Part`s and tscircuit's own elements side by side. */
  readonly circuit: () => ReactElement
  /** Ids of houses in `fabrication/houses.ts` that make it, its own first; the first of them all unless said. */
  readonly fab?: string | readonly string[]
  /** Layers of copper, 2 unless said: `top` and `bottom`, with `inner1` and `inner2` between them where it is 4. */
  readonly layers?: LayerCount
  /** 1.6 unless said. */
  readonly thicknessMm?: number
  readonly mountingHoles?: readonly MountingHole[]
  readonly keepouts?: readonly Keepout[]
  /** Places of parts, instead of their own `at`. */
  readonly placements?: readonly Placement[]
  /** Facts of nets where they differ from what the pins on them say. */
  readonly nets?: Readonly<Record<string, NetFacts>>
  readonly claims?: readonly Claim[]
  /** What is tried on it by simulation, with limits that it is held to. */
  readonly scenarios?: readonly Scenario[]
  readonly jumper?: JumperBlock
  /** Directions that the firmware gives to pins: "U2.IO16" -> direction. */
  readonly firmware?: Readonly<Record<string, "input" | "output">>
  readonly fixedPads?: Readonly<Record<string, Point>>
  /** Plated holes that the outline cuts in half, as on a module's edge: "J1" for all of a part's, "J1.3" for one. */
  readonly castellated?: readonly string[]
  readonly handSoldered?: HandSoldered
  readonly variants?: Readonly<Record<string, AssemblyVariant>>
  readonly defaultVariant?: string
  /** Groups of which every variant fits exactly one part. All other parts are always fitted. */
  readonly exactlyOne?: readonly (readonly string[])[]
  /** The panel that a build of it makes beside the board. */
  readonly panel?: PanelOrder
  /** Plans of its own house; all of them unless said. Another house is asked for all of its plans. */
  readonly plans?: readonly string[]
  readonly netClasses?: readonly NetClass[]
  readonly via?: Via
  /** `false`: none. A pour of GND on both sides where the circuit has a net GND, unless said. A list: so many. */
  readonly pour?: Partial<PourRule> | readonly Partial<PourRule>[] | false
  readonly waivers?: readonly Waiver[]
  /** What is printed beside the designators and pin names that place themselves. */
  readonly silkscreen?: readonly SilkItem[]
  /** Connectors whose pins `silkscreen` names; the others get words at their pins by themselves. */
  readonly ownPinNames?: readonly string[]
  readonly sheet?: SheetPlan
  readonly guide?: AssemblyGuide
  /** The room that parts have over the board, by side. */
  readonly space?: readonly Envelope[]
  /** Rows of the layout table of its own. */
  readonly figures?: readonly LayoutFigure[]
  /** Parts that have a record, whether or not they are fitted here: the loader adds them to every board. */
  readonly catalogue?: readonly CatalogueRow[]
}

/** What holds boards of a panel together: tabs with holes, V-cuts between columns and tabs elsewhere, V-cuts all round. */
export const panelCuts = ["bites", "columns", "v"] as const
export type PanelCuts = (typeof panelCuts)[number]

/** A panel, in the words of the command line. */
export interface PanelOrder {
  /** "2x3" for columns and rows of this board, or rows of boards: "a,a/b,b". */
  readonly grid: string
  /** `bites` unless said. */
  readonly cuts?: PanelCuts
  /** Above and below, or on all four sides; 2 unless said. */
  readonly rails?: 2 | 4
  /** Room between boards where no V-cut goes; the house's unless said. */
  readonly gapMm?: number
}

/** What is bought for a part of the catalogue. */
export type CatalogueRow = Pick<Part, "id" | "manufacturer" | "mpn" | "numbers">

/**
 * A row of `npm run metrics` that this board asks for: a limit on a figure that every board has, or a figure of its
 * own. Pads as "U2.2", lengths in mm, resistances in mOhm; `note` asks in words for what no number says.
 */
export type LayoutFigure = {
  readonly id: string
  readonly atLeast?: number
  readonly atMost?: number
  readonly note?: string
} & (
  | { readonly kind: "limit" }
  /** Copper from pad to pad, leg by leg: a jumper between two legs counts as nothing. */
  | {
      readonly kind: "resistance"
      readonly title: string
      readonly legs: readonly (readonly [string, string])[]
    }
  | { readonly kind: "net-length"; readonly title: string; readonly net: string }
  /** The shortest way along tracks. */
  | { readonly kind: "track-length"; readonly title: string; readonly from: string; readonly to: string }
)

/** How high parts may reach over one face of the board, mm, and how that is known. */
export interface Envelope {
  readonly side: Side
  readonly limitMm: number
  readonly source: string
}

/** An unplated hole, of the board or of a part's land (a peg); the point is its middle. */
export interface MountingHole extends Point {
  readonly designator: string
  readonly drillMm: number
  /** Whose land it belongs to, where it is not the board's own. */
  readonly part?: string
  /** A slot, milled with `drillMm`: how long it is over all, and how its long side lies. */
  readonly slot?: { readonly lengthMm: number; readonly turnDeg: number }
}

/** A region no copper may enter, on any layer. */
export interface Keepout {
  readonly name: string
  readonly minX: number
  readonly minY: number
  readonly maxX: number
  readonly maxY: number
}

/** Accepts one finding, with the reason that the report prints. */
export interface Waiver {
  readonly rule: string
  /**
   * Designators or nets: the finding names each of these, and no part (no net, where it names no part) beside them.
   * "U2" stands for its pins. A waiver without names is an error.
   */
  readonly names?: readonly string[]
  /** The measured value that is accepted, as the finding has it; needed where it has one. */
  readonly figure?: number
  readonly severity?: Severity
  readonly reason: string
}

export interface NetClass {
  readonly name: string
  readonly nets: readonly string[]
  readonly widthMm: number
  readonly clearanceMm: number
  /**
   * The only layers its tracks lie on; pours on those that are inside make way for them. Unless said, `route` takes
   * both faces, and inside the board what no pour is to fill.
   */
  readonly layers?: Stack
}

export interface Via {
  readonly diameterMm: number
  readonly drillMm: number
}

export interface PourRule {
  readonly net: string
  /** All of the board's unless said. */
  readonly layers: Stack
  /** Poured within these corners, as far as the board goes; absent: the whole board. */
  readonly outline?: readonly Point[]
  /**
   * Where pours of several nets want the same place, the one with the higher priority has it, 0 unless said; of equal
   * ones that which stands first. Pours of one net are one where they meet.
   */
  readonly priority?: number
  readonly clearanceMm: number
  readonly boardEdgeMm: number
  readonly minWidthMm: number
  /** Gap round a pad of the pour's own net; the spokes across it are `thermalSpokeMm` wide. */
  readonly thermalGapMm: number
  readonly thermalSpokeMm: number
  /** Where pours lie over each other, no place is farther than this from a via or plated hole of their net. */
  readonly stitchMm?: number
  /** Zones that the pour stays out of on every layer; tracks, pads and vias may be there: beside an antenna. */
  readonly voids?: readonly Keepout[]
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

/** What is asked of a fab house, by its id: some of its plans. */
export interface FabOrder {
  readonly fab: string
  readonly plans: readonly string[]
}

/** A board with everything said: defaults filled in, parts and places found in its circuit. What every stage gets. */
export interface Board
  extends Omit<
    Required<BoardSource>,
    | "circuit"
    | "fab"
    | "nets"
    | "jumper"
    | "handSoldered"
    | "sheet"
    | "guide"
    | "pour"
    | "catalogue"
    | "panel"
  > {
  /** The house it is made for here. */
  readonly fab: string
  /** All houses that its source names, its own first. */
  readonly fabs: readonly string[]
  /** What is asked of its own house, whoever makes it here: this is what a person has accepted. */
  readonly home: FabOrder

  readonly catalogue?: readonly CatalogueRow[]
  readonly panel?: PanelOrder
  /** By pin number, whatever the source says: "U2.27" -> direction. */
  readonly firmware: Readonly<Record<string, "input" | "output">>
  /** What is printed at connectors' pins that name themselves. */
  readonly pinWords: readonly { readonly designator: string; readonly pin: string; readonly word: string }[]
  /** By designator: the record of what is fitted there. */
  readonly parts: Readonly<Record<string, Part>>
  readonly nets: Readonly<Record<string, NetData>>
  /** Openings within the outline, by `<cutout>`: closed corners, counter-clockwise. */
  readonly cutouts: readonly (readonly Point[])[]
  /** What is poured, the first to have a place first. */
  readonly pours: readonly PourRule[]
  /** Of them that which the router joins with vias: the first over the whole board, on all layers of its net. */
  readonly pour: PourRule
  readonly jumper?: JumperBlock
  readonly handSoldered?: HandSoldered
  readonly sheet?: SheetPlan
  readonly guide?: AssemblyGuide
  /** Where each part is written in the source. */
  readonly lines: Readonly<Record<string, { readonly file: string; readonly line: number }>>
}
