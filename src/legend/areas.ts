import type { Circuit } from "../circuit/elements"
import { groupBy } from "../circuit/group-by"
import { type Pad, padsOf } from "../circuit/pads"
import { type Part, type PlacedPart, partsOf } from "../circuit/parts"
import { type Point, turn } from "../geometry/point"
import { type Box, boxOf, polygonShape, type Shape } from "../geometry/shape"
import type { Side } from "../model/place"

/** The room that a part takes on one side of the board. mm, board centre = origin, seen from the top. */
export interface Area {
  readonly designator: string
  readonly side: Side
  /**
   * On the part's own side its courtyards, or a box round its pads where its footprint states none; on the other side
   * the pads of its plated holes.
   */
  readonly shapes: readonly Shape[]
  readonly box: Box
}

/** A part with its pads and the room that it takes. */
export interface LegendPart {
  readonly designator: string
  readonly kind: Part["kind"]
  readonly placed: PlacedPart
  readonly pads: readonly Pad[]
  readonly area: Area
  /** On the other side, where pins of it end there. */
  readonly back?: Area
}

/** What a courtyard adds to a part all round (IPC-7351, nominal), mm. */
const courtyardMm = 0.25

/** The parts that are on the board, natural order of designators. */
export function legendParts(circuit: Circuit): LegendPart[] {
  const pads = groupBy(padsOf(circuit), ({ designator }) => designator)
  return partsOf(circuit).flatMap(({ designator, kind, placed }): LegendPart[] => {
    const own = pads.get(designator) ?? []
    if (placed === undefined) return []
    const { side, courtyards } = placed
    const shapes = courtyards.length > 0 ? courtyards.map(polygonShape) : boxRound(own, placed)
    if (shapes.length === 0) return []
    const far = side === "top" ? "bottom" : "top"
    const back = own.filter(({ layers }) => layers.includes(far)).map(({ shape }) => shape)
    const area = (on: Side, of: readonly Shape[]): Area => ({
      designator,
      side: on,
      shapes: of,
      box: boxOfAll(of),
    })
    return [
      {
        designator,
        kind,
        placed,
        pads: own,
        area: area(side, shapes),
        ...(back.length === 0 ? {} : { back: area(far, back) }),
      },
    ]
  })
}

export function boxOfAll(shapes: readonly Shape[]): Box {
  const boxes = shapes.map(boxOf)
  return {
    minX: Math.min(...boxes.map(({ minX }) => minX)),
    minY: Math.min(...boxes.map(({ minY }) => minY)),
    maxX: Math.max(...boxes.map(({ maxX }) => maxX)),
    maxY: Math.max(...boxes.map(({ maxY }) => maxY)),
  }
}

/** A box round the pads, turned as the part is. */
function boxRound(pads: readonly Pad[], { rotationDeg }: PlacedPart): Shape[] {
  if (pads.length === 0) return []
  const { minX, minY, maxX, maxY } = boxOfAll(
    pads.map(({ shape }) => ({ ...shape, core: shape.core.map((p) => turn(p, -rotationDeg)) })),
  )
  const [left, right, low, high] = [
    minX - courtyardMm,
    maxX + courtyardMm,
    minY - courtyardMm,
    maxY + courtyardMm,
  ]
  const corners: Point[] = [
    { x: left, y: low },
    { x: right, y: low },
    { x: right, y: high },
    { x: left, y: high },
  ]
  return [polygonShape(corners.map((p) => turn(p, rotationDeg)))]
}
