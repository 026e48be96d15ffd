import type { FabRule, Limited } from "./fab-rule"
import type { HalfHoles } from "./half-holes"
import { type CopperLayer, type LayerCount, stacks } from "./layer"
import type { OrderedBoard, OrderForm } from "./order-form"
import type { LandAtFab } from "./package"
import type { PartClass } from "./part"
import type { Placement, Side } from "./place"

/** Everything that is one fab's and no other's. What takes it or makes something of it is in `src/`. */
export interface FabHouse extends Limited {
  /** Folder name under `fabrication/`, and what a board's `fab` says. */
  readonly id: string
  readonly title: string
  readonly upload: UploadPatterns
  /** Whether a list may hold plain ASCII only. */
  readonly asciiOnly: boolean
  readonly bom: { readonly columns: Columns<BomField> }
  readonly cpl: CplFormat
  readonly orderNumber: OrderNumberForm
  /** Whether its machines turn parts by a library of its own, or as they are drawn here. */
  readonly lands: "own" | "as-drawn"
  /** Units of the drill files, whose numbers have a decimal point. */
  readonly drillUnit: "mm" | "inch"
  /** The fab's angle of a placed part, as its CPL wants it. */
  readonly rotation: (part: Pose, land: LandAtFab) => number
  /** By id, as in a board's `plans`. */
  readonly plans: Readonly<Record<string, AssemblyService>>
  readonly orderForm: (board: OrderedBoard) => OrderForm
  readonly process: Process
  readonly offers: Offers
  /** How it makes boards of four layers; absent where nobody has looked: such a board is refused. */
  readonly fourLayers?: FourLayers
  /** How it makes half holes on the board's edge; absent where nobody has looked: such a board is refused. */
  readonly castellated?: HalfHoles
  /** What it wants of a panel; absent where it makes none to a customer's drawing. */
  readonly panel?: PanelRules
  /** What its importer is known to draw wrong, and how; what is absent it reads. */
  readonly misreads: Partial<Record<Misread, string>>
}

export type GerberLayer = (typeof everyGerberLayer)[number]
export type DrillFile = (typeof drillFiles)[number]
export type UploadFile = GerberLayer | DrillFile

/** Files of a board, in the order of the package and the zip: Gerbers, then drills. */
const everyGerberLayer = [
  "F_Cu",
  "In1_Cu",
  "In2_Cu",
  "B_Cu",
  "F_Mask",
  "B_Mask",
  "F_Silkscreen",
  "B_Silkscreen",
  "F_Paste",
  "B_Paste",
  "Edge_Cuts",
] as const
export const drillFiles = ["PTH", "NPTH"] as const

/** The file of a layer of copper. */
export const copperFiles = {
  top: "F_Cu",
  inner1: "In1_Cu",
  inner2: "In2_Cu",
  bottom: "B_Cu",
} as const satisfies Record<CopperLayer, GerberLayer>

/** The Gerbers of a board of so many layers of copper. */
export function gerberLayers(layers: LayerCount): readonly GerberLayer[] {
  const copper: readonly GerberLayer[] = stacks[layers].map((layer) => copperFiles[layer])
  return everyGerberLayer.filter((file) => !file.endsWith("_Cu") || copper.includes(file))
}

/** Files of the layers inside a board. */
export type InnerFile = "In1_Cu" | "In2_Cu"

/** File names; `{board}` stands for the board's id. */
export type UploadPatterns = Readonly<Record<Exclude<UploadFile, InnerFile> | "zip", string>> &
  Partial<Readonly<Record<InnerFile, string>>>

/** Names of one board's files; none for a layer that the house has no name for, on which it makes no board. */
export type UploadNames = Readonly<Record<UploadFile | "zip", string>>

export function uploadNames({ upload }: Pick<FabHouse, "upload">, board: string): UploadNames {
  const names: Record<UploadFile | "zip", string> = { In1_Cu: "", In2_Cu: "", ...upload }
  for (const file of [...everyGerberLayer, ...drillFiles, "zip"] as const)
    names[file] = names[file].replace("{board}", board)
  return names
}

/** Every file of a complete upload, in order: what the zip must hold, no more and no less. */
export const uploadFiles = (names: UploadNames, layers: LayerCount): string[] =>
  [...gerberLayers(layers), ...drillFiles].map((file) => names[file])

/** The board's id in a file's name that follows the pattern. */
export function boardIn(pattern: string, name: string): string | undefined {
  const [before = "", after = ""] = pattern.split("{board}")
  const id = name.slice(before.length, name.length - after.length)
  return name === `${before}${id}${after}` && /^[a-z0-9-]+$/.test(id) ? id : undefined
}

/** Columns of a list, in the order of the file. */
export type Columns<Field extends string> = readonly {
  readonly field: Field
  readonly title: string
  /** Other titles the fab knows it by. */
  readonly also?: readonly string[]
}[]

export type BomField =
  | ("comment" | "designators" | "footprint" | "number" | "quantity" | "mpn")
  /** Number of the row; how it is mounted ("SMD", "thru-hole"). */
  | ("item" | "manufacturer" | "description" | "mount" | "notes")
export type CplField = "designator" | "value" | "footprint" | "x" | "y" | "side" | "rotation"

/** A list of places, in mm, in the frame of the Gerbers: seen from the top on both sides. */
export interface CplFormat {
  readonly columns: Columns<CplField>
  readonly sides: Readonly<Record<Side, string>>
  readonly decimals: number
  /** Angles without a fraction, 0 to 359. */
  readonly wholeDegrees: boolean
  /**
   * The angle of a bottom part, told without the writer's convention: `axisDeg` is where the direction that points to
   * the right at the fab's zero on the top points on the board, seen from the top.
   */
  readonly bottomAngle: (axisDeg: number) => number
}

/** A fab's own numbers for parts. */
export interface OrderNumberForm {
  /** Whose numbers, in a word. */
  readonly name: string
  /** Title in lists. */
  readonly label: string
  readonly pattern: RegExp
  /** It has no numbers of its own: parts are ordered by their makers'. */
  readonly makers?: true
  /** Where its numbers are looked up by whoever buys parts: what the number is put behind. */
  readonly search?: string
  /** What it calls the classes that it charges parts by; absent where it has none. */
  readonly classes?: Readonly<Record<PartClass, string>>
}

/** Where a part is: our angle, counter-clockwise seen from the top, after the mirroring of a bottom part. */
export type Pose = Omit<Placement, "designator">

/** What an assembly plan buys. */
export interface AssemblyService {
  readonly title: string
  /** In a list to choose from. */
  readonly short: string
  /** Sides a machine places parts on; none: everything by hand. */
  readonly sides: readonly Side[]
  /** As a package's `onlyService` names it. */
  readonly service?: string
  readonly leastSide?: LeastSide
  /** What its machines hold a board by, in its form's words. */
  readonly tooling?: string
}

/** Least side of a board, mm; `rails`: a smaller one is ordered with rails or as a panel, else not at all. */
export interface LeastSide {
  readonly mm: number
  readonly rails: boolean
  readonly source: string
}

export const planOf = ({ plans }: Pick<FabHouse, "plans">, id: string): AssemblyService | undefined =>
  Object.hasOwn(plans, id) ? plans[id] : undefined

/** The board as the fab makes it unless it is told otherwise; names of colours and finish as in KiCad. */
export interface Process extends CopperProcess {
  readonly maskMm: number
  readonly maskColour: string
  readonly printColour: string
  readonly finish: string
}

/** What may be chosen; the first is what a board gets that asks for nothing. Words of the house's form. */
export interface Offers {
  readonly maskColours: readonly string[]
  readonly finishes: readonly string[]
  readonly thicknessesMm: readonly number[]
  readonly source: string
}

/** What a house wants of a panel, mm. */
export interface PanelRules {
  /** Least width and height of a panel that its machines take. */
  readonly leastSideMm: number
  /** The largest it makes at all; absent where that is not known. */
  readonly mostMm?: { readonly short: number; readonly long: number }
  readonly railMm: number
  /** The cutter's diameter, and the room between boards. */
  readonly cutterMm: number
  readonly gapMm: number
  readonly bite: { readonly drillMm: number; readonly holes: number; readonly webMm: number }
  /** A tab at least every so much of an edge, and two on any. */
  readonly tabEveryMm: number
  readonly fiducial: {
    readonly copperMm: number
    readonly openingMm: number
    readonly fromEdgeMm: number
  }
  readonly toolingMm: number
  /** Printed on a rail; the house puts its order number there. */
  readonly orderMark?: string
  /** Absent where it scores no panels, or nobody has looked. */
  readonly vCut?: VCutRules
  readonly source: string
}

/** Scoring, from both faces, along lines of the outline layer that go straight through the panel. mm. */
export interface VCutRules {
  /** Copper to the middle of the line. */
  readonly copperMm: number
  /** Least width of what hangs on a line: `thin` for boards of 0.8 mm and less. */
  readonly leastWidthMm: { readonly thin: number; readonly thick: number }
  /** Largest side of a panel that is scored both ways. */
  readonly mostSideMm: number
  /** Printed on the rails beside the lines. */
  readonly mark: string
  readonly source: string
}

/** What is otherwise on a board of four layers. */
export interface FourLayers {
  readonly upload: Readonly<Record<InnerFile, string>>
  readonly limits: readonly FabRule[]
  readonly inner: InnerProcess
}

/** What lies between the outer coppers of four layers, from either face inwards: prepreg, copper, and the core. mm */
export interface InnerProcess {
  readonly copperMm: number
  readonly prepreg: string
  readonly prepregMm: number
  /** By the board's thickness: of others nobody has looked. */
  readonly coreMm: Readonly<Record<number, number>>
  readonly source: string
}

/** The house as it makes boards of so many layers; undefined where nobody has looked how. */
export function houseFor(house: FabHouse, layers: LayerCount): FabHouse | undefined {
  if (layers === 2) return house
  const { fourLayers } = house
  if (fourLayers === undefined) return undefined
  const { upload, limits, inner } = fourLayers
  return {
    ...house,
    limits,
    upload: { ...house.upload, ...upload },
    process: { ...house.process, inner },
  }
}

/** A layer between the masks of a board. */
export type Laminated =
  | { readonly kind: "copper"; readonly layer: CopperLayer; readonly mm: number }
  | { readonly kind: "core" | "prepreg"; readonly name: string; readonly mm: number }

/** Copper and what insulates it, from the top down. */
export function laminate(
  { thicknessMm }: { readonly thicknessMm: number },
  { copperMm, maskMm, inner }: Process,
): Laminated[] {
  const outer = (layer: CopperLayer) => ({ kind: "copper", layer, mm: copperMm }) as const
  const core = (mm: number) => ({ kind: "core", name: "FR-4", mm }) as const
  if (inner === undefined) return [outer("top"), core(thicknessMm - 2 * (copperMm + maskMm)), outer("bottom")]
  const prepreg = { kind: "prepreg", name: inner.prepreg, mm: inner.prepregMm } as const
  const inside = (layer: CopperLayer) => ({ kind: "copper", layer, mm: inner.copperMm }) as const
  return [
    outer("top"),
    prepreg,
    inside("inner1"),
    core(inner.coreMm[thicknessMm] ?? 0),
    inside("inner2"),
    prepreg,
    outer("bottom"),
  ]
}

export interface CopperProcess {
  /** Outer copper after plating, mm: 1 oz is 35 um. */
  readonly copperMm: number
  /** Copper on a hole's wall, mm. */
  readonly platingMm: number
  /** Ohm mm. */
  readonly resistivityOhmMm: number
  /** Of a board of four layers. */
  readonly inner?: InnerProcess
}

export type Misread =
  /** Aperture macros with parameters in a centre line (primitive 21). */
  | "parameterised-centre-line"
  /** Apertures turned, mirrored or scaled by %LR, %LM, %LS. */
  | "transformed-apertures"
