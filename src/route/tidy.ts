import { distance, type Point } from "../geometry/point"
import type { CopperLayer } from "../model/layer"
import { turnSteps } from "./grid"
import { bendPrice, flawPriceMm, stepPriceMm, underPartPrice } from "./prices"
import type { Room } from "./room"
import { directionOf } from "./terminals"

/**
 * Draws a way found on the grid as a person would: as few bends as the obstacles allow, all of 45 degrees where there
 * is room, no steps, pads entered straight, full width except near pads. The cheapest drawing over all ways to join
 * the grid way's points by an axis run and a diagonal is found by dynamic programming, so the same input always gives
 * the same track.
 */

export interface TidyEnd {
  /** Places to choose from, all joined to the same copper. */
  readonly places: readonly Point[]
  /** Bit d allows leaving the end in direction d. */
  readonly out: number
}

export interface Drawing {
  readonly points: readonly Point[]
  /** Width of each segment, one less than points. */
  readonly widths: readonly number[]
  readonly price: number
}

export interface TidyRules {
  readonly room: Room
  readonly layer: CopperLayer
  readonly widthMm: number
  readonly neckMm: number
  /** A track may neck only this near to a pad of its net, mm. */
  readonly neckReachMm: number
}

/** Segments shorter than this look like steps. mm */
const shortMm = 0.5
/** Room a track likes beyond its clearance. mm */
const comfortMm = 0.05

const clean = (value: number): number => Math.round(value * 1e4) / 1e4
const at = (x: number, y: number): Point => ({ x: clean(x), y: clean(y) })

/** Ways from a to b by at most one axis run and one diagonal: corners in between (none when a straight line does). */
export function bendsBetween(a: Point, b: Point): Point[][] {
  if (directionOf(a, b) !== undefined) return [[]]
  const dx = b.x - a.x
  const dy = b.y - a.y
  const diagonal = Math.min(Math.abs(dx), Math.abs(dy))
  const sx = Math.sign(dx) * diagonal
  const sy = Math.sign(dy) * diagonal
  return [[at(a.x + sx, a.y + sy)], [at(b.x - sx, b.y - sy)]]
}

interface Piece {
  readonly to: number
  readonly points: readonly Point[]
  readonly widths: readonly number[]
  readonly first: number
  readonly last: number
  readonly price: number
}

function measure(a: Point, b: Point, rules: TidyRules): { width: number; price: number } | undefined {
  const { room, layer, widthMm, neckMm, neckReachMm } = rules
  const least = Math.min(widthMm, neckMm) / 2
  const half = room.halfWidth(a, b, layer, least, widthMm / 2 + comfortMm)
  if (half < least) return undefined
  const full = half >= widthMm / 2
  if (!full && (room.toOwnPad(a, layer) > neckReachMm || room.toOwnPad(b, layer) > neckReachMm))
    return undefined
  const length = distance(a, b)
  const short =
    (length < shortMm ? (room.onOwnPad(a, layer) || room.onOwnPad(b, layer) ? 0.4 : stepPriceMm) : 0) +
    underPartPrice * room.underParts(a, b, layer) +
    (room.slantsOverPad(a, b, layer) ? 2 * flawPriceMm : 0)
  const factor = !full ? 2 : half >= widthMm / 2 + comfortMm ? 1 : 1.15
  return { width: full ? widthMm : neckMm, price: length * factor + short }
}

function piece(
  a: Point,
  b: Point,
  corners: readonly Point[],
  to: number,
  rules: TidyRules,
): Piece | undefined {
  const points = [a, ...corners, b]
  const widths: number[] = []
  const ds: number[] = []
  let price = 0
  for (let i = 1; i < points.length; i++) {
    const [p, q] = [points[i - 1] as Point, points[i] as Point]
    const d = directionOf(p, q)
    const measured = d === undefined ? undefined : measure(p, q, rules)
    if (d === undefined || !measured) return undefined
    const before = ds[ds.length - 1]
    if (before !== undefined) price += bendPrice[turnSteps(before, d)] ?? Number.POSITIVE_INFINITY
    ds.push(d)
    widths.push(measured.width)
    price += measured.price
  }
  if (corners.some((corner) => rules.room.onOwnPad(corner, rules.layer))) return undefined
  return { to, points, widths, first: ds[0] as number, last: ds[ds.length - 1] as number, price }
}

/**
 * @param way the grid way's points, ends left out (they are replaced by the ends' places). mm
 * @returns undefined when no drawing keeps the rules.
 */
export function tidy(
  way: readonly Point[],
  start: TidyEnd,
  end: TidyEnd,
  rules: TidyRules,
): Drawing | undefined {
  const middle = way.filter((p) => !rules.room.onOwnPad(p, rules.layer))
  const nodes = [...start.places, ...middle, ...end.places]
  const firstEnd = start.places.length + middle.length
  const bendable = nodes.map((p) => !rules.room.onOwnPad(p, rules.layer))
  const pieces = nodes.map((a, i): Piece[] => {
    if (i >= firstEnd) return []
    const found: Piece[] = []
    for (let j = Math.max(i + 1, start.places.length); j < nodes.length; j++) {
      const b = nodes[j] as Point
      if (distance(a, b) < 1e-3) continue
      for (const corners of bendsBetween(a, b)) {
        const candidate = piece(a, b, corners, j, rules)
        if (candidate) found.push(candidate)
      }
    }
    return found
  })
  interface State {
    readonly price: number
    readonly by: Piece | undefined
    readonly from: string | undefined
  }
  const best = new Map<string, State>()
  const key = (node: number, d: number): string => `${node} ${d}`
  for (let i = 0; i < start.places.length; i++) {
    for (const next of pieces[i] ?? []) {
      if (!(start.out & (1 << next.first))) continue
      offer(best, key(next.to, next.last), { price: next.price, by: next, from: key(i, 8) })
    }
  }
  for (let i = start.places.length; i < firstEnd; i++) {
    for (let d = 0; d < 8; d++) {
      const state = best.get(key(i, d))
      if (!state) continue
      for (const next of pieces[i] ?? []) {
        const turn = turnSteps(d, next.first)
        if (turn > 2 || (turn > 0 && !bendable[i])) continue
        const price = state.price + (bendPrice[turn] as number) + next.price
        offer(best, key(next.to, next.last), { price, by: next, from: key(i, d) })
      }
    }
  }
  let done: { price: number; at: string } | undefined
  for (let i = firstEnd; i < nodes.length; i++)
    for (let d = 0; d < 8; d++) {
      const state = best.get(key(i, d))
      if (!state || !(end.out & (1 << ((d + 4) % 8)))) continue
      if (!done || state.price < done.price - 1e-9) done = { price: state.price, at: key(i, d) }
    }
  return done ? collect(best, done.at, done.price) : undefined

  function offer(states: Map<string, State>, name: string, state: State): void {
    const old = states.get(name)
    if (!old || state.price < old.price - 1e-9) states.set(name, state)
  }

  function collect(states: ReadonlyMap<string, State>, last: string, price: number): Drawing {
    const chain: Piece[] = []
    for (let state = states.get(last); state?.by; state = state.from ? states.get(state.from) : undefined)
      chain.unshift(state.by)
    const points: Point[] = [chain[0]?.points[0] as Point]
    const widths: number[] = []
    for (const link of chain) {
      link.widths.forEach((width, i) => {
        const to = link.points[i + 1] as Point
        const from = points[points.length - 1] as Point
        const before = points[points.length - 2]
        const straightOn =
          before !== undefined &&
          widths[widths.length - 1] === width &&
          directionOf(before, from) === directionOf(from, to)
        if (straightOn) points[points.length - 1] = to
        else {
          points.push(to)
          widths.push(width)
        }
      })
    }
    return { points, widths, price }
  }
}
