import type { Point } from "../../geometry/point"
import { signedArea } from "../../geometry/polygon"

/**
 * Joins the holes of an area to its outline with slits of no width, since KiCad stores a filled zone as outlines
 * without holes. Each hole, from the left, is cut open at its leftmost corner towards what lies left of it.
 */
export function fractured(outline: readonly Point[], holes: readonly (readonly Point[])[]): Point[] {
  let ring = wound(outline, true)
  const starts = holes
    .map((hole) => startAtLeft(wound(hole, false)))
    .sort((a, b) => a[0].x - b[0].x || a[0].y - b[0].y)
  for (const hole of starts) ring = joined(ring, hole)
  return ring
}

type Ring = readonly [Point, ...Point[]]

const wound = (ring: readonly Point[], counterClockwise: boolean): Point[] =>
  signedArea(ring) > 0 === counterClockwise ? [...ring] : [...ring].reverse()

function startAtLeft(ring: readonly Point[]): Ring {
  let left = 0
  ring.forEach((p, index) => {
    const best = ring[left] as Point
    if (p.x < best.x || (p.x === best.x && p.y < best.y)) left = index
  })
  return [...ring.slice(left), ...ring.slice(0, left)] as unknown as Ring
}

/** A level cut from the hole's leftmost corner to the nearest edge of the ring on its left. */
function joined(ring: readonly Point[], hole: Ring): Point[] {
  const from = hole[0]
  let best: { readonly index: number; readonly x: number } | undefined
  ring.forEach((a, index) => {
    const b = ring[(index + 1) % ring.length] as Point
    if (a.y === b.y || Math.min(a.y, b.y) > from.y || Math.max(a.y, b.y) < from.y) return
    const x = a.x + ((from.y - a.y) / (b.y - a.y)) * (b.x - a.x)
    if (x <= from.x && (best === undefined || x > best.x)) best = { index, x }
  })
  if (best === undefined) throw new Error("a hole of a pour lies outside its outline")
  const landing: Point = { x: best.x, y: from.y }
  return [
    ...ring.slice(0, best.index + 1),
    landing,
    ...hole,
    from,
    landing,
    ...ring.slice(best.index + 1),
  ].filter((p, index, all) => {
    const before = all[(index + all.length - 1) % all.length] as Point
    return p.x !== before.x || p.y !== before.y
  })
}
