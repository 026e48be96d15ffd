import Flatbush from "flatbush"
import { UserError } from "../../model/finding"
import { limits } from "../limits"
import { type Box, boxOf } from "./point"
import type { Ring } from "./polygon"

/**
 * Refuses a set of rings whose union would take too long. The sweep's time grows with the crossings of edges; pairs
 * of edges whose boxes meet are counted instead, which is quick, and a board as drawn by any program stays far below.
 * @throws UserError of one line.
 */
export function assertBounded(rings: readonly Ring[]): void {
  const count = rings.reduce((sum, ring) => sum + ring.length, 0)
  if (count < 3_000) return
  // Counted for runs of neighbouring edges first: an upper bound, and enough for nearly every layer.
  if (pairsOfRuns(rings, 16) > limits.edgePairs && pairsOfRuns(rings, 1) > limits.edgePairs) throw tooMuch()
}

/** How many pairs of edges are in runs whose boxes meet; counting ends just beyond the limit. */
function pairsOfRuns(rings: readonly Ring[], edgesPerRun: number): number {
  const runs = rings.flatMap((ring) => runsOf(ring, edgesPerRun))
  const tree = new Flatbush(runs.length)
  for (const { minX, minY, maxX, maxY } of runs) tree.add(minX, minY, maxX, maxY)
  tree.finish()
  let pairs = 0
  for (const { minX, minY, maxX, maxY, edges } of runs) {
    tree.search(minX, minY, maxX, maxY, (other) => {
      pairs += edges * (runs[other] as Run).edges
      return false
    })
    if (pairs > limits.edgePairs) break
  }
  return pairs
}

interface Run extends Box {
  readonly edges: number
}

/** A ring's edges in runs of up to so many, each with the box round it. */
function runsOf(ring: Ring, edgesPerRun: number): Run[] {
  const runs: Run[] = []
  for (let start = 0; start < ring.length; start += edgesPerRun) {
    const edges = Math.min(edgesPerRun, ring.length - start)
    const points = ring.slice(start, start + edges + 1)
    if (start + edges === ring.length) points.push(ring[0] as Ring[number])
    runs.push({ ...boxOf(points), edges })
  }
  return runs
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
