import { BoxIndex } from "../../geometry/box-index"
import type { Finding } from "../../model/finding"
import { type GerberImage, type Point, type Polygon, toPolygons, toUnits } from "../../read"
import { boxOfPolygon } from "../../read/geometry/placed"
import { boxOf } from "../../read/geometry/point"
import { containsPoint } from "../../read/geometry/polygon"
import type { FabSet } from "../files/fab-set"
import { copperLayerOf, isInnerRole, type LayerRole } from "../files/roles"
import { type ExpectedNetlist, type ExpectedPad, padName } from "../netlist"
import { Connectivity } from "./connectivity"
import { EdgeIndex } from "./edge-index"
import { cutBy } from "./half-holes"
import { type Hole, holesOf } from "./holes"
import { LayerGeometry } from "./layer"
import { type Outline, traceOutline } from "./outline"
import { type PadShape, padShapes } from "./pad-shapes"

const wholeLayers = new WeakMap<GerberImage, LayerGeometry>()

/** Made once of an image, which several boards may have. */
function layerOf(image: GerberImage): LayerGeometry {
  const known = wholeLayers.get(image) ?? new LayerGeometry(image)
  wholeLayers.set(image, known)
  return known
}

/** The board as the fab will see it, from files alone; each part is computed when a rule first asks for it. */
export class BoardGeometry {
  private readonly layers = new Map<LayerRole, LayerGeometry>()
  private madeHoles: readonly Hole[] | undefined
  private madeOutline: Outline | undefined
  private madeOutlineEdges: EdgeIndex | undefined
  private madeConnectivity: Connectivity | undefined
  private madePads: readonly PlacedPad[] | undefined
  private madePadsByGroup: Map<number, PlacedPad[]> | undefined
  private madePins: BoxIndex<ExpectedPad> | undefined
  private madeCarriers: Set<number> | undefined
  private madeHoleIndex: BoxIndex<Hole> | undefined
  private madeCutHoles: readonly Hole[] | undefined
  private madePadShapes: readonly PadShape[] | undefined

  constructor(
    readonly files: FabSet,
    readonly expected: ExpectedNetlist | undefined,
    /** Leave out what lies wholly beside the board: titles and notes, which nobody makes. */
    private readonly boardOnly = false,
  ) {}

  layer(role: LayerRole): LayerGeometry | undefined {
    const known = this.layers.get(role)
    if (known !== undefined) return known
    const image: GerberImage | undefined = this.files.layers.get(role)
    if (image === undefined) return undefined
    const made = this.boardOnly ? this.onlyOnBoard(image) : layerOf(image)
    this.layers.set(role, made)
    return made
  }

  private onlyOnBoard(image: GerberImage): LayerGeometry {
    const { contours } = this.outline ?? { contours: [] }
    const frame = boxOf(contours.flat().map(({ x, y }) => ({ x: toUnits(x), y: toUnits(y) })))
    const beside = (piece: Polygon): boolean => {
      const box = boxOfPolygon(piece)
      return box.minX > frame.maxX || box.maxX < frame.minX || box.minY > frame.maxY || box.maxY < frame.minY
    }
    const pieces = toPolygons(image)
    const kept = contours.length === 0 ? pieces : pieces.filter((piece) => !beside(piece))
    // Nothing left: not notes, but a layer of another frame, which a rule of its own finds.
    return new LayerGeometry(image, kept.length === 0 ? pieces : kept)
  }

  /** Copper layers from top to bottom. */
  get copper(): ReadonlyMap<LayerRole, LayerGeometry> {
    const inner = [...this.files.layers.keys()].filter(isInnerRole)
    inner.sort((a, b) => Number(a.slice(13)) - Number(b.slice(13)))
    const found = new Map<LayerRole, LayerGeometry>()
    for (const role of ["copper-top", ...inner, "copper-bottom"] as LayerRole[]) {
      const layer = this.layer(role)
      if (layer !== undefined) found.set(role, layer)
    }
    return found
  }

  get holes(): readonly Hole[] {
    this.madeHoles ??= holesOf(this.files.drills, [...this.copper.values()])
    return this.madeHoles
  }

  get outline(): Outline | undefined {
    const image = this.files.layers.get("outline")
    if (image === undefined) return undefined
    this.madeOutline ??= traceOutline(image)
    return this.madeOutline
  }

  get outlineEdges(): EdgeIndex {
    this.madeOutlineEdges ??= new EdgeIndex(this.outline?.board ?? [])
    return this.madeOutlineEdges
  }

  /** Holes that the board's edge goes through, plated or not. */
  get cutHoles(): readonly Hole[] {
    this.madeCutHoles ??= this.outline === undefined ? [] : cutBy(this.outlineEdges, this.holes)
    return this.madeCutHoles
  }

  /** Of them those that are meant: plated, and, where the circuit is here, said by it. */
  get halfHoles(): readonly Hole[] {
    const meant = this.expected?.holes
    return this.cutHoles.filter(
      ({ isPlated, centre }) =>
        isPlated &&
        (meant === undefined ||
          meant.some(
            (hole) => hole.castellated === true && Math.hypot(hole.x - centre.x, hole.y - centre.y) < 0.005,
          )),
    )
  }

  onBoard({ x, y }: Point): boolean {
    return (this.outline?.board ?? []).some((polygon) => containsPoint(polygon, toUnits(x), toUnits(y)))
  }

  get connectivity(): Connectivity {
    this.madeConnectivity ??= new Connectivity(this.copper, this.holes)
    return this.madeConnectivity
  }

  /** The expected pads with the copper found at their place. */
  get pads(): readonly PlacedPad[] {
    this.madePads ??= (this.expected?.pads ?? []).flatMap((pad) =>
      sidesOf(pad).map((side) => {
        const role: LayerRole = `copper-${side}`
        const piece = this.layer(role)?.pieceAt(pad) ?? -1
        return { ...pad, on: side, piece, group: piece < 0 ? -1 : this.connectivity.groupOf(role, piece) }
      }),
    )
    return this.madePads
  }

  get padShapes(): readonly PadShape[] {
    this.madePadShapes ??= padShapes(this)
    return this.madePadShapes
  }

  private padsOf(group: number): readonly PlacedPad[] {
    if (this.madePadsByGroup === undefined) {
      this.madePadsByGroup = new Map()
      for (const pad of this.pads) {
        const known = this.madePadsByGroup.get(pad.group)
        if (known === undefined) this.madePadsByGroup.set(pad.group, [pad])
        else known.push(pad)
      }
    }
    return this.madePadsByGroup.get(group) ?? []
  }

  /** Whether a group has a pad or a plated hole: without, it is lettering, a mark or a leftover. */
  carries(group: number): boolean {
    if ((this.connectivity.groups[group]?.holes.length ?? 0) > 0) return true
    this.madeCarriers ??= new Set(
      [...this.pads, ...this.padShapes.map(({ side, x, y }) => ({ on: side, x, y }))].map((pad) => {
        const role = `copper-${pad.on}` as const
        const piece = this.layer(role)?.pieceAt(pad) ?? -1
        return piece < 0 ? -1 : this.connectivity.groupOf(role, piece)
      }),
    )
    return this.madeCarriers.has(group)
  }

  /** The pin whose place lies within a plated hole. */
  pinIn({ isPlated, centre, points, radius }: Hole): ExpectedPad | undefined {
    if (!isPlated || this.expected === undefined) return undefined
    this.madePins ??= new BoxIndex(
      this.expected.pads.filter(({ side }) => side === "both"),
      ({ x, y }) => ({ minX: x, minY: y, maxX: x, maxY: y }),
    )
    return this.madePins
      .within(boxOf([centre, ...points]), radius)
      .find((pad) => [centre, ...points].some((p) => Math.hypot(pad.x - p.x, pad.y - p.y) < radius))
  }

  /** Holes, searchable by place. */
  holesNear(at: Point, reach: number): Hole[] {
    this.madeHoleIndex ??= new BoxIndex(this.holes, ({ centre: { x, y } }) => ({
      minX: x,
      minY: y,
      maxX: x,
      maxY: y,
    }))
    return this.madeHoleIndex.within({ minX: at.x, minY: at.y, maxX: at.x, maxY: at.y }, reach)
  }

  /** What people call a group: its nets, else a pad on it, else "copper without a pad". */
  groupName(group: number): string {
    const pads = this.padsOf(group)
    const nets = [...new Set(pads.flatMap((pad) => pad.net ?? []))].sort()
    if (nets.length > 0) return nets.join(" = ")
    const [pad] = pads
    return pad === undefined ? "copper without a pad" : `unconnected pad ${padName(pad)}`
  }

  groupNets(group: number): string[] {
    return [...new Set(this.padsOf(group).flatMap((pad) => pad.net ?? []))].sort()
  }
}

/** One side of an expected pad: the copper piece and group found at its centre, -1 if there is none. */
export interface PlacedPad extends ExpectedPad {
  readonly on: "top" | "bottom"
  readonly piece: number
  readonly group: number
}

function sidesOf(pad: ExpectedPad): readonly ("top" | "bottom")[] {
  return pad.side === "both" ? ["top", "bottom"] : [pad.side]
}

/** A place for a finding, rounded to a micrometre. */
export function place(at: Point, layer?: LayerRole): { at: NonNullable<Finding["at"]> } {
  const side = layer === undefined ? undefined : /-(top|bottom)$/.exec(layer)?.[1]
  const inner = layer === undefined ? undefined : copperLayerOf(layer)
  const [x, y] = [round3(at.x), round3(at.y)]
  const on = side === "top" || side === "bottom" ? side : inner
  return { at: on === undefined ? { x, y } : { x, y, layer: on } }
}

export function round3(mm: number): number {
  return Math.round(mm * 1000) / 1000 + 0
}

/** "(12.500, -3.000)". */
export function spot({ x, y }: Point): string {
  return `(${round3(x).toFixed(3)}, ${round3(y).toFixed(3)})`
}
