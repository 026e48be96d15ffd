import type { PanelCuts } from "../model/board"
import type { Figure, Finding, WaivedFinding } from "../model/finding"
import type { CopperLayer } from "../model/layer"
import type { OrderForm } from "../model/order-form"

/**
 * What the page knows, as JSON. Coordinates: mm, board centre = origin, y up, seen from the top; SVG path data has y
 * turned down (SVG y = -board y) and is not mirrored.
 */
export interface BookData {
  readonly board: BoardData
  readonly picture: PictureData
  readonly parts: readonly PartData[]
  readonly pads: readonly PadData[]
  readonly nets: readonly NetData[]
  readonly variants: readonly VariantData[]
  readonly plans: readonly PlanData[]
  readonly defaultVariant: string
  readonly sets: readonly SetData[]
  readonly planFacts: readonly PlanFactsData[]
  readonly phases: readonly PhaseData[]
  readonly jumpers?: JumperData
  readonly checks: ChecksData
  readonly files: readonly FileData[]
  readonly order: OrderData
  readonly metrics: readonly MetricsData[]
  /** What was simulated; none where the board names nothing to try. */
  readonly simulation: SimulationData
  /** The sheet without its font; empty where there is none. */
  readonly schematicSvg: string
  /** `<variant>/<side>` -> drawing without its font. */
  readonly drawings: Readonly<Record<string, string>>
  /** Changes with the model; absent where the package holds none. */
  readonly model?: string
}

/** The assembled board in 3D, in an element of its own: most of the page, and read when somebody wants to see it. */
export interface ModelData {
  /** gzip, base64. */
  readonly glb?: string
  /** A data URL. */
  readonly picture3d?: string
}

export interface SimulationData {
  readonly scenarios: readonly ScenarioData[]
  /** What stands for each part, and what it does not show. */
  readonly models: readonly {
    readonly parts: readonly string[]
    readonly source: string
    readonly without: string
  }[]
  readonly leftOut: readonly { readonly part: string; readonly because: string }[]
}

export interface ScenarioData {
  readonly id: string
  readonly title: string
  readonly what: string
  /** Its sheet without its font; empty where it was not run. */
  readonly svg: string
  readonly failure?: string
  readonly rows: readonly {
    readonly title: string
    readonly figure: string
    readonly limit: string
    readonly held: boolean
    readonly source: string
  }[]
}

export type SideName = "top" | "bottom"
export type InnerName = Exclude<CopperLayer, SideName>

export interface BoxData {
  readonly minX: number
  readonly minY: number
  readonly maxX: number
  readonly maxY: number
}

export interface BoardData {
  readonly id: string
  readonly title: string
  readonly revision: string
  readonly date: string
  readonly thicknessMm: number
  /** Of the outline. */
  readonly box: BoxData
  readonly zipName: string
}

/** SVG path data for `fill-rule="evenodd"`, read from the emitted Gerbers and drills. */
export interface PictureData {
  readonly plate: string
  readonly outline: string
  readonly rims: string
  readonly sides: Readonly<Record<SideName, SidePicture>>
  /** Copper inside the board, from the top down; absent where there is none. */
  readonly inner?: readonly { readonly layer: InnerName; readonly copper: string }[]
}

export interface SidePicture {
  readonly coveredCopper: string
  readonly openCopper: string
  readonly openSubstrate: string
  readonly silkscreen: string
  readonly paste: string
  readonly tentedHoles: string
}

export interface PinData {
  readonly pin: string
  readonly name: string
  readonly net?: string
}

export interface PartData {
  readonly designator: string
  readonly value: string
  readonly description: string
  readonly package: string
  readonly kind: string
  readonly manufacturer?: string
  readonly mpn?: string
  /** At the fab. */
  readonly orderNumber?: {
    readonly number: string
    readonly stock: string
    readonly trust: string
    readonly evidence: string
  }
  /** Why it has no number. */
  readonly noNumber?: string
  readonly ratings: readonly string[]
  readonly notes: readonly string[]
  readonly height: string
  readonly polarised: boolean
  readonly side: SideName
  readonly x: number
  readonly y: number
  readonly rotationDeg: number
  readonly pins: readonly PinData[]
  /** Outline to point at, and what one sees from above. */
  readonly outline: string
  readonly plan: readonly PlanShapeData[]
  /** Designators of one piece that covers several (J1 to J4); absent for ordinary parts. */
  readonly piece?: readonly string[]
}

export interface PlanShapeData {
  /** Outline, then its holes: filled by the even-odd rule. */
  readonly d: string
  readonly fill: string
  readonly marking: boolean
}

export interface PadData {
  /** "U2.3"; several pads may share one. */
  readonly name: string
  readonly part: string
  readonly pin?: string
  readonly net?: string
  readonly x: number
  readonly y: number
  readonly sides: readonly SideName[]
  readonly d: string
  readonly drillMm?: number
}

export interface NetData {
  readonly name: string
  readonly title: string
  readonly kind: string
  readonly domain: string
  readonly volts: string
  readonly pins: readonly string[]
  /** Absent until it is measured, while the board is being edited. */
  readonly copper?: NetCopperData
  readonly vias: readonly { readonly x: number; readonly y: number; readonly diameterMm: number }[]
  readonly tracks: readonly { readonly side: CopperLayer; readonly widthMm: number; readonly d: string }[]
  readonly pours: readonly { readonly side: CopperLayer; readonly d: string }[]
}

/** Copper of a net as measured: along the middles of the tracks, pours counted as none. */
export interface NetCopperData {
  readonly topMm: number
  readonly bottomMm: number
  /** Absent on a board without layers inside. */
  readonly innerMm?: number
  readonly narrowestMm: number
  readonly widestMm: number
  /** Between the two pads with the most copper between them; absent for a poured net, and where no two are joined. */
  readonly milliohm?: number
  /** Those two pads, or why there are none. */
  readonly between: string
}

export interface VariantData {
  readonly id: string
  readonly title: string
  readonly notFitted: readonly string[]
}

export interface PlanData {
  readonly id: string
  readonly title: string
  /** In a list to choose from. */
  readonly short: string
  readonly machine: boolean
}

/** Who fits what under one variant and plan. */
export interface SetData {
  readonly variant: string
  readonly plan: string
  readonly bom: readonly BomLine[]
  /** Designators a machine places. */
  readonly machine: readonly string[]
  /** Designator -> why it stays for the iron. */
  readonly hand: Readonly<Record<string, string>>
  /** Paths in the package. */
  readonly files: readonly string[]
}

/** What a variant under a plan comes to, in words: what is placed, what it takes, what stays for hands. */
export interface PlanFactsData {
  readonly variant: string
  readonly plan: string
  readonly lines: readonly (readonly [what: string, text: string])[]
}

/** All places of one part. */
export interface BomLine {
  readonly key: string
  readonly value: string
  readonly description: string
  readonly package: string
  readonly mpn: string
  /** At the fab; empty where none is sure enough to order by. */
  readonly number: string
  readonly pieces: number
  readonly designators: readonly string[]
}

export interface PhaseData {
  readonly title: string
  readonly steps: readonly StepData[]
}

export interface StepData {
  readonly id: string
  readonly title: string
  readonly text: readonly string[]
  readonly warnings: readonly string[]
  readonly parts: readonly string[]
  readonly nets: readonly string[]
  readonly jumpers?: string
  /** SVG of a part from the side, without its font. */
  readonly sideView?: string
  readonly handOnly: boolean
}

export interface JumperData {
  readonly part: string
  readonly pins: readonly {
    readonly pin: string
    readonly net: string
    readonly title: string
    /** The pin's number. */
    readonly label: string
    /** The pin's name on its part. */
    readonly name: string
    readonly column: number
    readonly row: number
  }[]
  /** Places a jumper can sit, as pairs of pins. */
  readonly places: readonly (readonly [string, string])[]
  readonly supplies: readonly {
    readonly id: string
    readonly title: string
    readonly note: string
    /** There unless someone takes it away. */
    readonly usual: boolean
  }[]
  readonly consumers: readonly { readonly net: string; readonly title: string; readonly what: string }[]
  /** When a controller feeds a net with one of its pins: "GPIO1 is high". */
  readonly fedBy?: string
  readonly states: readonly JumperStateData[]
}

export interface JumperStateData {
  readonly variant: string
  /** Joined places, "J7.1-J7.2", sorted. */
  readonly joined: readonly string[]
  /** Ids of the supplies that are there. */
  readonly on: readonly string[]
  readonly name: string
  readonly use: "legal" | "avoid" | "hazard"
  readonly note: string
  /** Nets under voltage. */
  readonly powered: readonly string[]
  /** Nets under voltage once the firmware has switched its supply pin on. */
  readonly switchable: readonly string[]
  readonly risks: readonly { readonly message: string; readonly parts: readonly string[] }[]
}

export interface ChecksData {
  readonly errors: number
  readonly warnings: number
  readonly checks: readonly {
    readonly id: string
    readonly title: string
    readonly findings: number
    readonly figures: readonly Figure[]
  }[]
  readonly findings: readonly Finding[]
  readonly waived: readonly WaivedFinding[]
}

export interface FileData {
  readonly path: string
  readonly group: string
  readonly what: string
  readonly sha256: string
  readonly size: number
}

/**
 * The panel that the board's definition asks for. It is made of finished packages, this book in them, and the page loads
 * nothing from outside itself: picture and dimensions are on the panel's own page, in a folder beside the board's.
 */
export interface PanelData {
  /** Of its folder and files. */
  readonly name: string
  /** Board -> how many of it. */
  readonly boards: Readonly<Record<string, number>>
  readonly rails: number
  readonly cuts: PanelCuts
}

export interface OrderData extends OrderForm {
  /** Absent where the board goes on none. */
  readonly panel?: PanelData
  readonly fab: string
  /** Whose numbers parts are ordered by. */
  readonly numbersOf: string
  readonly limits: readonly {
    readonly title: string
    readonly ours: string
    readonly fab: string
    readonly source: string
  }[]
}

export interface MetricsData {
  readonly title: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}
