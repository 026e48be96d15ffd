import { BoxIndex } from "../../geometry/box-index"
import { UserError } from "../../model/finding"
import { type Point, type Polygon, toMm } from "../../read"
import { CapsulePolygon, PlacedPolygon } from "../../read/geometry/placed"
import { boxOf, chordErrorMm } from "../../read/geometry/point"
import { ringsOf } from "../../read/geometry/polygon"
import { limits } from "../../read/limits"
import type { Edge, EdgeIndex } from "./edge-index"
import { openingRest } from "./opening"
import { EdgeSet, PieceEdges } from "./piece-edges"
import { segmentGap } from "./segment"

interface Window {
  minX: number
  minY: number
  maxX: number
  maxY: number
}

/**
 * Places where the pieces are narrower than `width` mm. Two edges that face each other across copper at less than
 * that raise a suspicion; there, a disc of the width is rolled inside the copper (shrink, then grow again), and what
 * it cannot reach is returned. Crumbs of corners (down to some 35 degrees, half a width squared) are left out.
 */
export function narrowPlaces(pieces: readonly Polygon[], edges: EdgeIndex, width: number): Polygon[] {
  if (!(width > 0)) return []
  const windows = merge(suspicions(pieces, edges, width), width)
  if (windows.length === 0) return []
  const involved = new Set<number>()
  for (const { minX, minY, maxX, maxY } of windows)
    edges.pieces({ x: minX, y: minY }, { x: maxX, y: maxY }, 4 * width, (piece) => involved.add(piece))
  const rings = new BoxIndex(ringsOf([...involved].map((piece) => pieces[piece] as Polygon)), boxOf)
  let corners = 0
  const count = (more: number): void => {
    corners += more
    if (corners > limits.narrowCorners)
      throw new UserError(
        `copper is narrower than ${width.toFixed(2)} mm in too many places to measure each: more than ${limits.narrowCorners.toLocaleString("en-US")} corners`,
      )
  }
  return windows.flatMap((window) => openingRest(rings, window, width, count))
}

/** Boxes round pairs of edges that face each other, for each piece; what many share is looked at once. */
function suspicions(pieces: readonly Polygon[], index: EdgeIndex, width: number): Window[] {
  const shared = new Map<Polygon, Window[]>()
  const found: Window[] = []
  for (const [i, piece] of pieces.entries()) {
    // Chords of a pen's round end and sides may be off by two errors of a chord.
    if (piece instanceof CapsulePolygon && 2 * piece.radius - 2 * chordErrorMm >= width) continue
    if (!(piece instanceof PlacedPolygon)) {
      for (const window of thinIn(index.piece(i), width)) found.push(window)
      continue
    }
    let windows = shared.get(piece.base)
    if (windows === undefined) {
      windows = thinIn(new PieceEdges(i, new EdgeSet(piece.base)), width)
      shared.set(piece.base, windows)
    }
    const [dx, dy] = [toMm(piece.dx), toMm(piece.dy)]
    for (const { minX, minY, maxX, maxY } of windows)
      found.push({ minX: minX + dx, minY: minY + dy, maxX: maxX + dx, maxY: maxY + dy })
  }
  return found
}

/** Boxes round pairs of edges that face each other. The copper is to the left of each edge. */
function thinIn(piece: PieceEdges, width: number): Window[] {
  const found: Window[] = []
  for (let i = 0; i < piece.size; i++) {
    const a = piece.edge(i)
    const [nx, ny] = inward(a)
    piece.near(a.from, a.to, width, (b, j) => {
      if (j <= i) return
      const [mx, my] = inward(b)
      // Edges that turn their backs on each other, or stand at a right angle or blunter, enclose nothing thin.
      const facing = nx * mx + ny * my
      if (facing > -0.3) return
      // The corner between two neighbours, blunter than 36 degrees, would be a crumb.
      if (facing > -0.8 && (meet(a.to, b.from) || meet(b.to, a.from))) return
      const ahead = Math.max(
        (b.from.x - a.from.x) * nx + (b.from.y - a.from.y) * ny,
        (b.to.x - a.from.x) * nx + (b.to.y - a.from.y) * ny,
      )
      if (ahead <= 0 || segmentGap(a.from, a.to, b.from, b.to).distance >= width) return
      found.push({
        minX: Math.max(Math.min(a.from.x, a.to.x), Math.min(b.from.x, b.to.x) - width),
        minY: Math.max(Math.min(a.from.y, a.to.y), Math.min(b.from.y, b.to.y) - width),
        maxX: Math.min(Math.max(a.from.x, a.to.x), Math.max(b.from.x, b.to.x) + width),
        maxY: Math.min(Math.max(a.from.y, a.to.y), Math.max(b.from.y, b.to.y) + width),
      })
    })
  }
  return found
}

function meet(p: Point, q: Point): boolean {
  return p.x === q.x && p.y === q.y
}

function inward({ from, to }: Edge): readonly [number, number] {
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  return length === 0 ? [0, 0] : [-(to.y - from.y) / length, (to.x - from.x) / length]
}

/**
 * Boxes that come within `reach` of each other become one, so that no place is opened twice. Swept from left to right;
 * what has grown may meet others, so it is done until nothing joins.
 */
function merge(windows: Window[], reach: number): Window[] {
  let merged = windows
  for (;;) {
    const next = mergeOnce(merged, reach)
    if (next.length === merged.length) return next
    merged = next
  }
}

function mergeOnce(windows: readonly Window[], reach: number): Window[] {
  const done: Window[] = []
  // From the bottom up, and more than `reach` apart in y: what is met is found by halving.
  const open: Window[] = []
  for (const window of [...windows].sort((a, b) => a.minX - b.minX || a.minY - b.minY)) {
    const current = { ...window }
    let from = firstAbove(open, current.minY - reach)
    let to = from
    const take = (other: Window): void => {
      if (other.maxX + reach < current.minX) {
        done.push(other)
        return
      }
      current.minX = Math.min(other.minX, current.minX)
      current.minY = Math.min(other.minY, current.minY)
      current.maxX = Math.max(other.maxX, current.maxX)
      current.maxY = Math.max(other.maxY, current.maxY)
    }
    // Each one taken may make it meet the next, above or below.
    for (;;) {
      const above = open[to]
      const below = open[from - 1]
      if (above !== undefined && above.minY <= current.maxY + reach) {
        to++
        take(above)
      } else if (below !== undefined && below.maxY >= current.minY - reach) {
        from--
        take(below)
      } else break
    }
    open.splice(from, to - from, current)
  }
  return [...done, ...open]
}

/** Index of the first of the boxes, from the bottom up, that ends at `y` or above it. */
function firstAbove(boxes: readonly Window[], y: number): number {
  let [low, high] = [0, boxes.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((boxes[middle] as Window).maxY < y) low = middle + 1
    else high = middle
  }
  return low
}
