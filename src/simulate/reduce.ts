import { type Series, within } from "./measure"

/** A curve to be drawn: in each of so many columns of time what it began with, its lowest and its highest. */
export interface Curve {
  readonly from: number
  readonly to: number
  /** [share of the time from 0 to 1, value], rounded: what a picture shows. */
  readonly points: readonly (readonly [number, number])[]
}

const columns = 600

/** Few enough points to draw, with every peak; four digits. */
export function reduced(series: Series, from: number, to: number): Curve {
  const { time, values } = within(series, from, to)
  const points: (readonly [number, number])[] = []
  let begin = 0
  for (let column = 0; column < columns; column++) {
    const edge = from + ((to - from) * (column + 1)) / columns
    let end = begin
    while (end < time.length && ((time[end] as number) <= edge || column === columns - 1)) end++
    if (end > begin) {
      let [low, high] = [begin, begin]
      for (let i = begin; i < end; i++) {
        if ((values[i] as number) < (values[low] as number)) low = i
        if ((values[i] as number) > (values[high] as number)) high = i
      }
      for (const i of [...new Set([begin, low, high, end - 1])].sort((a, b) => a - b))
        points.push([round(((time[i] as number) - from) / (to - from)), round(values[i] as number)])
    }
    begin = end
  }
  // What lies on a straight line between its neighbours is not needed.
  return { from, to, points: points.filter((point, i) => !isStraight(points[i - 1], point, points[i + 1])) }
}

function isStraight(
  before: readonly [number, number] | undefined,
  [x, y]: readonly [number, number],
  after: readonly [number, number] | undefined,
): boolean {
  if (before === undefined || after === undefined) return false
  return before[1] === y && after[1] === y && before[0] <= x && x <= after[0]
}

const round = (value: number): number => {
  const digits = Number(value.toPrecision(4))
  return Math.abs(digits) < 1e-7 ? 0 : digits
}
