import { isCastellated, type Pad, padCopper } from "../circuit/pad-copper"
import { type Point, turn } from "../geometry/point"
import { boxOf, depth } from "../geometry/shape"
import type { Stack } from "../model/layer"

/** Steps along a spoke, and how far inside its pad they stay, mm. */
const stepMm = 0.1
const insideMm = 0.02

/**
 * Where a pour that holds on to a plated pad has copper: the pad's middle, where tscircuit's spokes cross; of a half
 * hole, whose middle is on the board's edge, a place on any of them.
 */
export function anchorsIn(pad: Extract<Pad, { type: "pcb_plated_hole" }>, stack: Stack): Point[] {
  if (!isCastellated(pad)) return [{ x: pad.x, y: pad.y }]
  const { shape } = padCopper(pad, stack)
  const { minX, minY, maxX, maxY } = boxOf(shape)
  const reach = Math.hypot(maxX - minX, maxY - minY) / 2
  return [0, 90, 180, 270].flatMap((deg) =>
    Array.from({ length: Math.floor(reach / stepMm) }, (_, i) => {
      const { x, y } = turn({ x: (i + 1) * stepMm, y: 0 }, deg)
      return { x: pad.x + x, y: pad.y + y }
    }).filter((p) => depth(shape, p) > insideMm),
  )
}
