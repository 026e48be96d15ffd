/** Axes of a plot: ticks at round numbers, and the prefix in which a unit's values are short. */

export interface Axis {
  readonly from: number
  readonly to: number
  readonly ticks: readonly number[]
  /** What a tick's number is multiplied with: 1 in mA is 0.001. */
  readonly factor: number
  /** "mA", "ms". */
  readonly unit: string
}

const prefixes = [
  [1, ""],
  [1e-3, "m"],
  [1e-6, "µ"],
] as const

/** Ticks at 1, 2 or 5 times a power of ten, some five of them. */
function stepOf(span: number, wanted: number): number {
  const rough = span / wanted
  // By multiplication alone: logarithms differ in their last digit from machine to machine.
  let power = 1
  while (power > rough) power /= 10
  while (power * 10 <= rough) power *= 10
  const factor = [1, 2, 5, 10].find((one) => one * power >= rough) ?? 10
  return factor * power
}

const tidy = (value: number): number => Number(value.toPrecision(9)) + 0

/** From a tick below the least value to one above the most. */
export function valueAxis(least: number, most: number, unit: string): Axis {
  const span = Math.max(most - least, Math.abs(most) * 0.02, 1e-6)
  const step = stepOf(span * 1.05, 7)
  // A twentieth is left free, so that nothing lies on the frame; but nothing is shown below 0 that has no such values.
  const from = Math.floor((least >= 0 && least < span / 20 ? least : least - span / 20) / step + 1e-9)
  const to = Math.max(Math.ceil((most + span / 20) / step - 1e-9), from + 1)
  return {
    from: tidy(from * step),
    to: tidy(to * step),
    ticks: Array.from({ length: to - from + 1 }, (_, i) => tidy((from + i) * step)),
    ...scaleOf(Math.max(Math.abs(from), Math.abs(to)) * step, unit),
  }
}

/** Exactly the time that is shown, ticks within it. */
export function timeAxis(from: number, to: number): Axis {
  const step = stepOf(to - from, 8)
  const first = Math.ceil(from / step - 1e-9)
  const last = Math.floor(to / step + 1e-9)
  return {
    from,
    to,
    ticks: Array.from({ length: last - first + 1 }, (_, i) => tidy((first + i) * step)),
    ...scaleOf(to, "s"),
  }
}

function scaleOf(largest: number, unit: string): Pick<Axis, "factor" | "unit"> {
  const [factor, prefix] = prefixes.find(([size]) => largest >= size * 0.9999) ?? [1e-6, "µ"]
  return { factor, unit: `${prefix}${unit}` }
}

export const tickText = (value: number, { factor }: Pick<Axis, "factor">): string =>
  String(tidy(value / factor)).replace("-", "−")
