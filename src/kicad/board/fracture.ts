import { groupBy } from "../../circuit/group-by"
import { nearby } from "../../geometry/nearby"
import type { Point } from "../../geometry/point"
import { signedArea } from "../../geometry/polygon"
import { boxOfPoints } from "../../geometry/shape"

/**
 * Joins the holes of an area to its outline with slits of no width, since KiCad stores a filled zone as outlines
 * without holes. Each hole is cut open at its leftmost corner towards what lies left of it: the outline, or a hole
 * that begins farther left.
 */
export function fractured(outline: readonly Point[], holes: readonly (readonly Point[])[]): Point[] {
  const rings = [
    wound(outline, true),
    ...holes
      .map((hole) => startAtLeft(wound(hole, false)))
      .sort((a, b) => (a[0]?.x ?? 0) - (b[0]?.x ?? 0) || (a[0]?.y ?? 0) - (b[0]?.y ?? 0)),
  ]
  const landings: Landing[][] = rings.map(() => [])
  const nearest = edgesToTheLeft(rings)
  rings.slice(1).forEach((hole, index) => {
    const found = nearest(hole[0] as Point, index + 1)
    if (found === undefined) throw new Error("a hole of a pour lies outside its outline")
    landings[found.ring]?.push({ hole: index + 1, edge: found.edge, at: found.at })
  })
  // From the right: whatever lands on a ring is whole already.
  const whole: Point[][] = []
  for (let index = rings.length - 1; index >= 0; index--) {
    whole[index] = withSlits(rings[index] ?? [], landings[index] ?? [], whole)
  }
  const all = whole[0] ?? []
  return all.filter((p, index) => {
    const before = all[(index + all.length - 1) % all.length] as Point
    return p.x !== before.x || p.y !== before.y
  })
}

/** A level cut from a hole's leftmost corner ends on this edge of a ring. */
interface Landing {
  readonly hole: number
  readonly edge: number
  readonly at: Point
}

const wound = (ring: readonly Point[], counterClockwise: boolean): readonly Point[] =>
  signedArea(ring) > 0 === counterClockwise ? ring : [...ring].reverse()

function startAtLeft(ring: readonly Point[]): readonly Point[] {
  let left = 0
  ring.forEach((p, index) => {
    const best = ring[left] as Point
    if (p.x < best.x || (p.x === best.x && p.y < best.y)) left = index
  })
  return [...ring.slice(left), ...ring.slice(0, left)]
}

/** Where a level line from a point to the left first meets a ring before the given one. */
function edgesToTheLeft(rings: readonly (readonly Point[])[]) {
  const edges = rings.flatMap((points, ring) =>
    points.map((a, edge) => ({ ring, edge, a, b: points[(edge + 1) % points.length] as Point })),
  )
  const edgesIn = nearby(edges, ({ a, b }) => boxOfPoints([a, b]))
  return ({ x: maxX, y }: Point, before: number): { ring: number; edge: number; at: Point } | undefined => {
    let best: { ring: number; edge: number; at: Point } | undefined
    for (const { ring, edge, a, b } of edgesIn({ minX: -Infinity, minY: y, maxX, maxY: y })) {
      if (ring >= before || a.y === b.y) continue
      const x = a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x)
      if (x <= maxX && (best === undefined || x > best.at.x)) best = { ring, edge, at: { x, y } }
    }
    return best
  }
}

/** A ring with the holes that land on it, each walked round from its slit and back. */
function withSlits(
  ring: readonly Point[],
  landings: readonly Landing[],
  whole: readonly (readonly Point[])[],
): Point[] {
  const byEdge = groupBy(landings, ({ edge }) => edge)
  return ring.flatMap((p, edge) => {
    const away = ({ at }: Landing) => Math.hypot(at.x - p.x, at.y - p.y)
    const here = (byEdge.get(edge) ?? []).sort((a, b) => away(a) - away(b))
    return [
      p,
      ...here.flatMap(({ hole, at }) => {
        const walk = whole[hole] ?? []
        return [at, ...walk, walk[0] ?? at, at]
      }),
    ]
  })
}
