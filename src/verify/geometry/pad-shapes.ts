import { BoxIndex } from "../../geometry/box-index"
import type { DrawnObject, Point } from "../../read"
import { insideRing, type Ring, ringAreaMm2, toUnits } from "../../read/geometry/polygon"
import { ShapeMaker } from "../../read/gerber/shape"
import type { ExpectedNetlist, ExpectedPad } from "../netlist"
import type { Hole } from "./holes"
import type { LayerGeometry } from "./layer"
import { extent } from "./objects"

/** A pad on one side, with its own copper (without the track or pour that joins it). */
export interface PadShape {
  readonly side: "top" | "bottom"
  readonly pad: ExpectedPad | undefined
  readonly rings: readonly Ring[]
  readonly areaMm2: number
  readonly x: number
  readonly y: number
}

/** Where pads are looked for: the copper, what is expected on it, and the holes. */
interface PadGround {
  layer(role: "copper-top" | "copper-bottom"): LayerGeometry | undefined
  readonly expected: ExpectedNetlist | undefined
  holesNear(at: Point, reach: number): readonly Hole[]
}

const sides = ["top", "bottom"] as const

/**
 * The pads of the board. With a netlist: at each expected pad, the smallest flash or filled area that covers its
 * centre. Without: every flash whose aperture is called a pad, or, if the file names none, every flash that is not on
 * a via.
 */
export function padShapes(board: PadGround): PadShape[] {
  return sides.flatMap((side) => {
    const layer = board.layer(`copper-${side}`)
    if (layer === undefined) return []
    const maker = new ShapeMaker()
    const dark = layer.image.objects.filter((o) => o.polarity === "dark" && o.kind !== "stroke")
    return board.expected === undefined
      ? dark
          .filter((object) => isPadFlash(board, object))
          .map((object) => new DrawnPad(maker, side, undefined, object))
      : expectedShapes(board.expected.pads, side, dark, maker)
  })
}

function expectedShapes(
  pads: readonly ExpectedPad[],
  side: "top" | "bottom",
  objects: readonly DrawnObject[],
  maker: ShapeMaker,
): PadShape[] {
  // Smallest box first: the first that covers the pad's centre is the pad, and pours are never looked at.
  const ordered = objects
    .map((object) => ({ object, box: extent(object) }))
    .map((entry) => ({
      ...entry,
      size: (entry.box.maxX - entry.box.minX) * (entry.box.maxY - entry.box.minY),
    }))
    .sort((a, b) => a.size - b.size)
  const boxed = new BoxIndex(ordered, ({ box }) => box)
  return pads.flatMap((pad) => {
    if (pad.side !== "both" && pad.side !== side) return []
    const [x, y] = [toUnits(pad.x), toUnits(pad.y)]
    for (const { object } of boxed.within({ minX: pad.x, minY: pad.y, maxX: pad.x, maxY: pad.y })) {
      const candidate = new DrawnPad(maker, side, pad, object)
      if (candidate.rings.some((ring) => insideRing(ring, x, y, true))) return [candidate]
    }
    return []
  })
}

/** A pad as drawn. Its corners are made when asked for: a layer of a million pads has no room for them all. */
class DrawnPad implements PadShape {
  constructor(
    private readonly maker: ShapeMaker,
    readonly side: "top" | "bottom",
    readonly pad: ExpectedPad | undefined,
    private readonly object: DrawnObject,
  ) {}

  private get at(): Point {
    return this.pad ?? (this.object.kind === "flash" ? this.object.at : { x: 0, y: 0 })
  }

  get x(): number {
    return this.at.x
  }

  get y(): number {
    return this.at.y
  }

  get rings(): readonly Ring[] {
    return this.maker.rings(this.object)
  }

  get areaMm2(): number {
    return this.rings.reduce((sum, ring) => sum + ringAreaMm2(ring), 0)
  }
}

function isPadFlash(board: PadGround, object: DrawnObject): boolean {
  if (object.kind !== "flash") return false
  const { apertureFunction: of } = object
  if (of !== undefined)
    return /^(SMDPad|ComponentPad|BGAPad|ConnectorPad|HeatsinkPad|CastellatedPad|TestPad|FiducialPad)$/.test(
      of,
    )
  return board.holesNear(object.at, 0.01).length === 0
}
