import { distance } from "../geometry/point"
import type { MountingHole } from "../model/board"
import type { Drawn } from "../model/drawn"

/** Unplated holes that the circuit draws: of the board, or of a part's land. */
export function holesOf(drawn: readonly Drawn[]): MountingHole[] {
  return drawn.flatMap((one): MountingHole[] => {
    if (one.kind !== "hole") return []
    const [a = { x: 0, y: 0 }, b = a] = one.shape.core
    const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }
    const length = distance(a, b)
    const drillMm = 2 * one.shape.radius
    const turnDeg = (Math.atan2(b.y - a.y, b.x - a.x) * 180) / Math.PI
    return [
      {
        designator:
          one.name ??
          `${one.part === undefined ? "hole" : `${one.part}'s hole`} at (${mm(middle.x)}, ${mm(middle.y)})`,
        ...middle,
        drillMm,
        ...(one.part === undefined ? {} : { part: one.part }),
        ...(length === 0 ? {} : { slot: { lengthMm: length + drillMm, turnDeg } }),
      },
    ]
  })
}

const mm = (value: number): number => Math.round(value * 1000) / 1000 + 0
