import Flatbush from "flatbush"
import { UserError } from "../../model/finding"
import { limits } from "../limits"
import { type Box, boxOf } from "./point"
import type { Ring } from "./polygon"

/**
 * What merging one layer costs, counted in work and not in seconds, so that a file is refused everywhere or nowhere.
 * A board as drawn by any program stays far below.
 */
export class Effort {
  private meetings = 0
  private points = 0
  private pairs = 0

  constructor(private readonly file: string) {}

  /** Two objects whose boxes meet. */
  meet(): void {
    this.meetings++
    if (this.meetings > limits.meetings)
      throw this.tooMuch(`more than ${figure(limits.meetings)} times an object over another`)
  }

  /**
   * Before a boolean operation goes through the rings. The sweep's time grows with the crossings of edges; pairs of
   * edges whose boxes meet are counted instead, which is quick.
   */
  sweep(rings: readonly Ring[]): void {
    const count = rings.reduce((sum, ring) => sum + ring.length, 0)
    this.points += count
    if (this.points > limits.mergedPoints)
      throw this.tooMuch(`more than ${figure(limits.mergedPoints)} corners of shapes that touch`)
    const left = limits.edgePairs - this.pairs
    // Counted for runs of neighbouring edges first: an upper bound, and enough for nearly every layer.
    const most = pairsOfRuns(rings, 16, left)
    // Each edge meets itself and its neighbours: that is no crossing.
    if (most <= left && count >= 3_000) this.pairs += most / 16
    else this.pairs += Math.max(0, pairsOfRuns(rings, 1, left + 4 * count) - 4 * count)
    if (this.pairs > limits.edgePairs)
      throw this.tooMuch(`more than ${figure(limits.edgePairs)} pairs of edges over each other`)
  }

  private tooMuch(what: string): UserError {
    return new UserError(
      `${this.file}: the layer draws too many shapes over each other to be checked: ${what}`,
      {
        exitCode: 1,
      },
    )
  }
}

const figure = (count: number): string => count.toLocaleString("en-US")

/** How many pairs of edges are in runs whose boxes meet; counting ends just beyond `most`. */
function pairsOfRuns(rings: readonly Ring[], edgesPerRun: number, most: number): number {
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
    if (pairs > most) break
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
