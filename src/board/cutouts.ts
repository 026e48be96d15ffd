import { segmentsMeet } from "../geometry/point"
import { crossing, insidePolygon, repeatedCorner, signedArea } from "../geometry/polygon"
import { edgesOf, gap } from "../geometry/shape"
import type { DrawnCutout } from "../model/drawn"
import type { Finding } from "../model/finding"
import type { Point } from "../model/place"

/** Openings that cannot be milled: over the edge, over each other, or of no area. One line each. */
export function cutoutFaults(cutouts: readonly DrawnCutout[], outline: readonly Point[]): Finding[] {
  return cutouts.flatMap((one, index): Finding[] => {
    const why = fault(one, cutouts.slice(0, index), outline)
    if (why === undefined) return []
    return [
      {
        rule: "circuit/not-built",
        severity: "error",
        message: `${one.what}${one.part === undefined ? "" : ` of ${one.part}`} ${why}`,
        parts: one.part === undefined ? [] : [one.part],
        ...one.line,
      },
    ]
  })
}

function fault(
  { shape }: DrawnCutout,
  before: readonly DrawnCutout[],
  outline: readonly Point[],
): string | undefined {
  const edges = edgesOf(shape.core)
  const twice = repeatedCorner(shape.core)
  if (twice !== undefined)
    return `has its corner at (${twice.x.toFixed(2)}, ${twice.y.toFixed(2)}) twice: say it once, an arc begins and ends with its own corners`
  if (crossing(shape.core) !== undefined || Math.abs(signedArea(shape.core)) < 1e-6)
    return "has an edge that crosses itself, or no area"
  const inside =
    shape.core.every((p) => insidePolygon(p, outline)) &&
    !edges.some(([a, b]) => edgesOf(outline).some(([c, d]) => segmentsMeet(a, b, c, d)))
  if (!inside) return "is not within the board's edge: a notch belongs into the outline"
  const over = before.find((other) => gap(shape, other.shape) <= 0)
  return over === undefined ? undefined : "lies over another one: make them one"
}
