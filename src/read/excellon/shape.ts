import { circlePoints } from "../geometry/arc"
import { capsule } from "../geometry/capsule"
import { type Ring, ringFromMm, unionRings } from "../geometry/polygon"
import type { DrillHit } from "./model"

/** What the drill or router bit takes away, as rings in integer nanometres. */
export function hitRings(hit: Pick<DrillHit, "points" | "diameter">): Ring[] {
  const [first, ...rest] = hit.points
  if (first === undefined) return []
  const radius = hit.diameter / 2
  if (rest.length === 0) return [ringFromMm(circlePoints(first, radius))]
  const rings: Ring[] = []
  let from = first
  for (const to of rest) {
    rings.push(capsule(from, to, radius))
    from = to
  }
  return rings.length > 1 ? unionRings(rings) : rings
}
