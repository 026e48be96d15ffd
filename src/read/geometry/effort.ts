import Flatbush from "flatbush"
import { UserError } from "../../model/finding"
import { limits } from "../limits"
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

/** Up to so many boxes, comparing each with each is faster than making a tree. */
const fewRuns = 96

/** How many pairs of edges are in runs whose boxes meet; counting ends just beyond `most`. */
function pairsOfRuns(rings: readonly Ring[], edgesPerRun: number, most: number): number {
  const { boxes, edges } = runsOf(rings, edgesPerRun)
  let pairs = 0
  if (edges.length <= fewRuns) {
    for (let i = 0; i < edges.length; i++)
      for (let j = 0; j < edges.length; j++)
        if (meet(boxes, i, j)) pairs += (edges[i] as number) * (edges[j] as number)
    return pairs
  }
  const tree = new Flatbush(edges.length)
  for (let i = 0; i < boxes.length; i += 4)
    tree.add(boxes[i] as number, boxes[i + 1] as number, boxes[i + 2] as number, boxes[i + 3] as number)
  tree.finish()
  for (let i = 0; i < edges.length && pairs <= most; i++) {
    const [at, own] = [4 * i, edges[i] as number]
    tree.search(
      boxes[at] as number,
      boxes[at + 1] as number,
      boxes[at + 2] as number,
      boxes[at + 3] as number,
      (other) => {
        pairs += own * (edges[other] as number)
        return false
      },
    )
  }
  return pairs
}

/** Whether two of the boxes (four numbers each) have a point in common. */
function meet(boxes: Float64Array, i: number, j: number): boolean {
  const [a, b] = [4 * i, 4 * j]
  return (
    (boxes[a] as number) <= (boxes[b + 2] as number) &&
    (boxes[b] as number) <= (boxes[a + 2] as number) &&
    (boxes[a + 1] as number) <= (boxes[b + 3] as number) &&
    (boxes[b + 1] as number) <= (boxes[a + 3] as number)
  )
}

/** The rings' edges in runs of up to so many: the box round each (four numbers) and how many edges it holds. */
function runsOf(rings: readonly Ring[], edgesPerRun: number): { boxes: Float64Array; edges: Int32Array } {
  const count = rings.reduce((sum, ring) => sum + Math.ceil(ring.length / edgesPerRun), 0)
  const boxes = new Float64Array(4 * count)
  const edges = new Int32Array(count)
  let run = 0
  for (const ring of rings)
    for (let start = 0; start < ring.length; start += edgesPerRun, run++) {
      const held = Math.min(edgesPerRun, ring.length - start)
      let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity]
      for (let i = start; i <= start + held; i++) {
        const { x, y } = ring[i === ring.length ? 0 : i] as Ring[number]
        if (x < minX) minX = x
        if (y < minY) minY = y
        if (x > maxX) maxX = x
        if (y > maxY) maxY = y
      }
      boxes.set([minX, minY, maxX, maxY], 4 * run)
      edges[run] = held
    }
  return { boxes, edges }
}
