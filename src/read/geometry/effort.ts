import Flatbush from "flatbush"
import { UserError } from "../../finding"
import { limits } from "../limits"
import type { Ring } from "./polygon"

/**
 * Refuses a set of rings whose union would take too long. The sweep's time grows with the crossings of edges; pairs
 * of edges whose boxes meet are counted instead, which is quick, and a board as drawn by any program stays far below.
 * @throws UserError of one line.
 */
export function assertBounded(rings: readonly Ring[]): void {
  const count = rings.reduce((sum, ring) => sum + ring.length, 0)
  if (count < 3_000) return
  const tree = new Flatbush(count)
  const visit = (use: (minX: number, minY: number, maxX: number, maxY: number) => void): void => {
    for (const ring of rings) {
      let from = ring[ring.length - 1]
      for (const to of ring) {
        if (from !== undefined)
          use(Math.min(from.x, to.x), Math.min(from.y, to.y), Math.max(from.x, to.x), Math.max(from.y, to.y))
        from = to
      }
    }
  }
  visit((...box) => tree.add(...box))
  tree.finish()
  let pairs = 0
  const met = (): boolean => {
    pairs++
    if (pairs > limits.edgePairs) throw tooMuch()
    return false
  }
  visit((...box) => tree.search(...box, met))
}

/** Adds up the points that boolean operations go through; throws when a layer asks for too many. */
export class Effort {
  private points = 0

  spend(rings: readonly Ring[]): void {
    for (const ring of rings) this.points += ring.length
    if (this.points > limits.polarityPoints) throw tooMuch()
  }
}

function tooMuch(): UserError {
  return new UserError("the layer draws too many shapes over each other to be checked", { exitCode: 1 })
}
