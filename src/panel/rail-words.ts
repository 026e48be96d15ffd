import type { PanelRules } from "../model/fab-house"
import type { Point } from "../model/place"
import type { PanelLayout } from "./board"

/** A line of print on a rail; size and middle in mm. */
export interface Line extends Point {
  readonly text: string
  readonly size: number
}

/** Letters' advance as part of their size, with room to spare. */
const advance = 0.7
/** Of words beside a V-cut, and the least of a name. */
const smallMm = 1.4
const nameMm = 2.4
const gapMm = 1

/**
 * What is printed on the rails: the panel's name on the upper one, the place for the house's number on the lower one,
 * both where holes, fiducials and V-cuts leave the most room, and a word beside every V-cut that crosses a rail.
 */
export function railWords(
  { widthMm, heightMm, tooling, fiducials, cuts, rails }: PanelLayout,
  name: string,
  { railMm, orderMark, vCut }: PanelRules,
): Line[] {
  const mark = vCut?.mark ?? ""
  const length = (text: string, size: number): number => text.length * size * advance
  const [top, bottom] = [heightMm / 2 - railMm / 2, railMm / 2 - heightMm / 2]
  const onRail = (y: number): ((p: Point) => boolean) => {
    return (p) => Math.abs(p.y - y) < railMm / 2 + 0.1
  }
  const half = length(mark, smallMm) / 2
  const marks = [...tooling, ...fiducials]
  /** Beside a line up the panel, where no hole and no fiducial is. */
  const besideUpright = (x: number, y: number): Line[] =>
    [0, 2, 4, 6, 8]
      .flatMap((more) => [1, -1].map((sign) => x + sign * (gapMm + half + more)))
      .filter((at) => Math.abs(at) + half < widthMm / 2 - gapMm)
      .filter((at) => marks.filter(onRail(y)).every((other) => Math.abs(other.x - at) > half + 2))
      .slice(0, 1)
      .map((at) => ({ text: mark, size: smallMm, x: at, y }))
  const words: Line[] = cuts.flatMap(({ from, to }): Line[] => {
    if (from.x === to.x) return [top, bottom].flatMap((y) => besideUpright(from.x, y))
    // Beside a line across: on side rails where there are some, else on the rail that it cuts off.
    const y = from.y + (from.y > 0 ? -smallMm : smallMm)
    if (rails.length > 2)
      return [-1, 1].map((sign) => ({ text: mark, size: smallMm, x: (sign * (widthMm - railMm)) / 2, y }))
    const rail = [top, bottom].find((at) => onRail(at)({ x: 0, y: from.y }))
    if (rail === undefined) return []
    return [{ text: mark, size: smallMm, x: to.x - 22 + half, y: from.y + (from.y > 0 ? smallMm : -smallMm) }]
  })
  const taken = (y: number): (readonly [number, number])[] => [
    ...[...tooling, ...fiducials].filter(onRail(y)).map(({ x }) => [x - 2, x + 2] as const),
    ...cuts
      .filter(({ from, to }) => from.x === to.x)
      .map(({ from }) => [from.x - gapMm, from.x + gapMm] as const),
    ...words.filter(onRail(y)).map(({ x, text, size }) => {
      const half = length(text, size) / 2 + gapMm
      return [x - half, x + half] as const
    }),
  ]
  const written = (text: string, y: number): Line[] => {
    const room = widest(widthMm, taken(y))
    const size = Math.min(nameMm, (room.to - room.from - 2 * gapMm) / (text.length * advance))
    return size < smallMm ? [] : [{ text, size, x: (room.from + room.to) / 2, y }]
  }
  return [
    ...written(name.toUpperCase(), top),
    ...(orderMark === undefined ? [] : written(orderMark, bottom)),
    ...words,
  ]
}

/** The widest free piece of a rail: the middle one of several as wide. */
function widest(widthMm: number, taken: readonly (readonly [number, number])[]) {
  const half = widthMm / 2
  const sorted = [...taken, [half, half] as const].sort((a, b) => a[0] - b[0])
  let at = -half
  const free: { readonly from: number; readonly to: number }[] = []
  for (const [from, to] of sorted) {
    if (from > at) free.push({ from: at, to: from })
    at = Math.max(at, to)
  }
  const most = Math.max(...free.map(({ from, to }) => to - from))
  return free
    .filter(({ from, to }) => to - from > most - 0.5)
    .reduce((best, one) => (Math.abs(one.from + one.to) < Math.abs(best.from + best.to) - 1e-6 ? one : best))
}
