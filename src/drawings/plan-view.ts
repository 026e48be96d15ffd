import type { Side } from "../model/place"
import { boundsOf, loopPoints, pointAt, type Solid, type Vec2 } from "../model3d/solid"

/** One closed line of a plan view: a polygon or circle in board mm, and how high its shape reaches. */
export interface PlanShape {
  readonly outline: { readonly points: readonly Vec2[] } | { readonly centre: Vec2; readonly radius: number }
  /** What shows through: the counters of letters, drilled holes; board mm. */
  readonly holes: readonly (readonly Vec2[])[]
  readonly name: string
  readonly marking: boolean
  /** Over the face of the board that is looked at, mm. */
  readonly top: number
}

/**
 * A part as one sees it from its side of the board, lowest shape first: drawn in this order on filled ground, higher
 * shapes hide lower ones.
 */
export function planOf(solids: readonly Solid[], side: Side): PlanShape[] {
  const shapes = solids.flatMap((solid): PlanShape[] => {
    const box = boundsOf(solid)
    const top = side === "top" ? box.max[2] : -box.min[2]
    const at = (points: readonly Vec2[]): Vec2[] =>
      points.map((p) => {
        const [x, y] = pointAt(solid.frame, p, 0)
        return [x, y]
      })
    const holes = solid.holes.map((hole) => at(loopPoints(hole)))
    const common = { holes, name: solid.name, marking: solid.marking ?? false, top }
    if (Math.abs(solid.frame.w[2]) < 0.99) {
      // Bent pins and lying plastic: what one sees from above is the rectangle they fill.
      const points: Vec2[] = [
        [box.min[0], box.min[1]],
        [box.max[0], box.min[1]],
        [box.max[0], box.max[1]],
        [box.min[0], box.max[1]],
      ]
      return [{ ...common, holes: [], outline: { points } }]
    }
    if (solid.outline.kind === "circle") {
      const [x, y] = pointAt(solid.frame, solid.outline.centre, 0)
      return [{ ...common, outline: { centre: [x, y], radius: solid.outline.radius } }]
    }
    const near: PlanShape = { ...common, outline: { points: at(loopPoints(solid.outline)) } }
    const seesFar =
      solid.farOutline !== undefined && (side === "top" ? solid.frame.w[2] > 0 : solid.frame.w[2] < 0)
    return seesFar ? [near, { ...near, outline: { points: at(solid.farOutline ?? []) } }] : [near]
  })
  // A stable sort: shapes of one height keep the order of the body.
  return shapes.sort((a, b) => a.top - b.top)
}
