import Flatbush from "flatbush"
import { UserError } from "../../model/finding"
import type { DrillFile, DrillHit, Point } from "../../read"
import { limits } from "../../read/limits"
import type { LayerGeometry } from "./layer"
import { segmentGap } from "./segment"

/** A drilled or routed hole, with the file it is in. mm. */
export interface Hole extends DrillHit {
  readonly file: string
  /** Middle of the hole: a round hole's centre, the middle of a slot's path. */
  readonly centre: Point
  readonly radius: number
  /** By the file, or, where it says nothing, by copper all round on both outer layers. */
  readonly isPlated: boolean
}

/** All holes of a board in file order. */
export function holesOf(drills: readonly DrillFile[], copper: readonly LayerGeometry[]): Hole[] {
  return drills.flatMap((drill) =>
    drill.hits.map((hit) => {
      const centre = middle(hit.points)
      return {
        ...hit,
        file: drill.file,
        centre,
        radius: hit.diameter / 2,
        isPlated: hit.plated ?? copper.every((layer) => rimPiece(layer, hit.points, hit.diameter / 2) >= 0),
      }
    }),
  )
}

/** Points round the rim of a hole, `beyond` mm outside it: 16 round each point of its path. */
export function rimPoints(points: readonly Point[], radius: number, beyond: number): Point[] {
  return points.flatMap((centre) =>
    Array.from({ length: 16 }, (_, i) => ({
      x: centre.x + (radius + beyond) * Math.cos((i * Math.PI) / 8),
      y: centre.y + (radius + beyond) * Math.sin((i * Math.PI) / 8),
    })),
  )
}

/** The piece of copper a plated barrel touches on a layer: the first found round its rim; -1 if none. */
export function rimPiece(layer: LayerGeometry, points: readonly Point[], radius: number): number {
  for (const point of [...points, ...rimPoints(points, radius, 0.001)]) {
    const piece = layer.pieceAt(point)
    if (piece >= 0) return piece
  }
  return -1
}

/** Pairs of holes whose edges come within `reach` mm; a negative distance means they overlap. */
export function holePairs(
  holes: readonly Hole[],
  reach: number,
): { readonly a: Hole; readonly b: Hole; readonly distance: number }[] {
  if (holes.length < 2) return []
  const tree = new Flatbush(holes.length)
  const boxes = holes.map(({ points, radius }) => ({
    minX: Math.min(...points.map(({ x }) => x)) - radius,
    minY: Math.min(...points.map(({ y }) => y)) - radius,
    maxX: Math.max(...points.map(({ x }) => x)) + radius,
    maxY: Math.max(...points.map(({ y }) => y)) + radius,
  }))
  for (const box of boxes) tree.add(box.minX, box.minY, box.maxX, box.maxY)
  tree.finish()
  const pairs: { a: Hole; b: Hole; distance: number }[] = []
  for (const [i, box] of boxes.entries())
    for (const j of tree.search(
      box.minX - reach,
      box.minY - reach,
      box.maxX + reach,
      box.maxY + reach,
      (other) => other > i,
    )) {
      const [a, b] = [holes[i] as Hole, holes[j] as Hole]
      const distance = pathGap(a.points, b.points) - a.radius - b.radius
      if (distance > reach) continue
      pairs.push({ a, b, distance })
      if (pairs.length > limits.holePairs)
        throw new UserError(
          `${a.file}: more than ${limits.holePairs.toLocaleString("en-US")} pairs of holes closer than ${reach.toFixed(2)} mm: too many to be checked`,
          { exitCode: 1 },
        )
    }
  return pairs
}

function pathGap(a: readonly Point[], b: readonly Point[]): number {
  let best = Number.POSITIVE_INFINITY
  for (const [a1, a2] of legs(a))
    for (const [b1, b2] of legs(b)) best = Math.min(best, segmentGap(a1, a2, b1, b2).distance)
  return best
}

/** The path of the tool as segments; a round hole gives one of no length. */
export function legs(points: readonly Point[]): (readonly [Point, Point])[] {
  const [first] = points
  if (first === undefined) return []
  if (points.length === 1) return [[first, first]]
  return points.slice(1).map((point, i) => [points[i] as Point, point] as const)
}

function middle(points: readonly Point[]): Point {
  const [first] = points
  const last = points[points.length - 1]
  if (first === undefined || last === undefined) return { x: 0, y: 0 }
  return { x: (first.x + last.x) / 2, y: (first.y + last.y) / 2 }
}
