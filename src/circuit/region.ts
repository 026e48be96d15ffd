import Flatbush from "flatbush"
import { nearestOnSegment, type Point, segmentDistance, segmentsMeet } from "../geometry/point"
import { insidePolygon } from "../geometry/polygon"
import { boxOf, edgesOf, type Shape } from "../geometry/shape"
import type { Pour } from "./copper"

/** A pour made ready for many distance questions: its edges in a spatial index. */
export interface Region {
  readonly rings: readonly (readonly Point[])[]
  readonly edges: readonly (readonly [Point, Point])[]
  readonly index: Flatbush
}

export function regionOf(pour: Pick<Pour, "outline" | "holes">): Region {
  const rings = [pour.outline, ...pour.holes]
  const edges = rings.flatMap((ring) => edgesOf(ring))
  const index = new Flatbush(Math.max(1, edges.length))
  for (const [a, b] of edges) {
    index.add(Math.min(a.x, b.x), Math.min(a.y, b.y), Math.max(a.x, b.x), Math.max(a.y, b.y))
  }
  if (edges.length === 0) index.add(0, 0, 0, 0)
  index.finish()
  return { rings, edges, index }
}

/** Even-odd over outline and holes. */
export function insideRegion({ index, edges }: Region, p: Point): boolean {
  let odd = false
  for (const edge of index.search(p.x, p.y, Number.POSITIVE_INFINITY, p.y)) {
    const [b, a] = edges[edge] ?? []
    if (a === undefined || b === undefined || a.y > p.y === b.y > p.y) continue
    if (p.x < ((b.x - a.x) * (p.y - a.y)) / (b.y - a.y) + a.x) odd = !odd
  }
  return odd
}

/**
 * Where a shape meets the region or comes within `reach` mm of it, and how near; undefined where it does neither.
 * The distance is exact; 0 where copper overlaps.
 */
export function meets(region: Region, shape: Shape, reach = 0): { gap: number; at: Point } | undefined {
  const inside = shape.core.find((p) => insideRegion(region, p))
  if (inside !== undefined) return { gap: 0, at: inside }
  const grown = boxOf({ core: shape.core, radius: shape.radius + reach })
  let best: { gap: number; at: Point } | undefined
  const coreEdges = edgesOf(shape.core)
  for (const edge of region.index.search(grown.minX, grown.minY, grown.maxX, grown.maxY)) {
    const [a, b] = region.edges[edge] ?? []
    if (a === undefined || b === undefined) continue
    if (shape.core.length > 2 && insidePolygon(a, shape.core)) return { gap: 0, at: a }
    for (const [p, q] of coreEdges) {
      const gap = Math.max(0, segmentDistance(p, q, a, b) - shape.radius)
      if (gap <= reach && (best === undefined || gap < best.gap)) {
        best = { gap, at: nearestOnSegment(nearestOnSegment(p, a, b), p, q) }
      }
    }
  }
  return best
}

/** True where two regions share copper. */
export function regionsMeet(a: Region, b: Region): boolean {
  const first = (region: Region): Point => region.rings[0]?.[0] ?? { x: Number.NaN, y: Number.NaN }
  if (insideRegion(a, first(b)) || insideRegion(b, first(a))) return true
  return b.edges.some(([p, q]) =>
    a.index
      .search(Math.min(p.x, q.x), Math.min(p.y, q.y), Math.max(p.x, q.x), Math.max(p.y, q.y))
      .some((edge) => {
        const [c, d] = a.edges[edge] ?? []
        return c !== undefined && d !== undefined && segmentsMeet(p, q, c, d)
      }),
  )
}
