import type { Measure, Quantity } from "../model/simulation"
import { type Deck, quantityKey } from "./deck"
import type { Run } from "./engine"

/** A quantity over time, as ngspice stepped: times rise, and are not evenly apart. */
export interface Series {
  readonly time: Float64Array
  readonly values: Float64Array
}

/** @throws where the deck does not read it: that is a bug. */
export function seriesOf(of: Quantity, { reads }: Pick<Deck, "reads">, { vectors }: Run): Series {
  const time = vectors.get("time")
  const reading = reads[quantityKey(of)]
  if (time === undefined || reading === undefined) throw new Error(`nothing was read for ${quantityKey(of)}`)
  const vector = (name: string | undefined): Float64Array | undefined => {
    if (name === undefined) return undefined
    const found = vectors.get(name)
    if (found === undefined) throw new Error(`ngspice gave no ${name}`)
    return found
  }
  const [plus, minus, amperes] = [vector(reading.plus), vector(reading.minus), vector(reading.amperes)]
  if (amperes !== undefined && !("watts" in of)) return { time, values: amperes }
  const volts = time.map((_, i) => (plus?.[i] ?? 0) - (minus?.[i] ?? 0))
  return { time, values: amperes === undefined ? volts : volts.map((v, i) => v * (amperes[i] ?? 0)) }
}

/** Value at a time, on the straight line between its neighbours. */
export function valueAt({ time, values }: Series, at: number): number {
  let [low, high] = [0, time.length - 1]
  while (high - low > 1) {
    const mid = (low + high) >> 1
    if ((time[mid] as number) <= at) low = mid
    else high = mid
  }
  const [t0, t1, v0, v1] = [time[low], time[high], values[low], values[high]] as [
    number,
    number,
    number,
    number,
  ]
  if (t1 <= t0 || at <= t0) return v0
  return at >= t1 ? v1 : v0 + ((v1 - v0) * (at - t0)) / (t1 - t0)
}

/** The part between two times, with a point at each of them. */
export function within(series: Series, from: number, to: number): Series {
  const { time } = series
  let first = 0
  while (first < time.length && (time[first] as number) <= from) first++
  let end = first
  while (end < time.length && (time[end] as number) < to) end++
  const cut = (values: Float64Array, begin: number, last: number): Float64Array => {
    const out = new Float64Array(end - first + 2)
    out.set(values.subarray(first, end), 1)
    out[0] = begin
    out[out.length - 1] = last
    return out
  }
  return {
    time: cut(time, from, to),
    values: cut(series.values, valueAt(series, from), valueAt(series, to)),
  }
}

/** When it first rises over a level; undefined where it never does. */
export function firstAbove({ time, values }: Series, level: number): number | undefined {
  const index = values.findIndex((value) => value > level)
  if (index <= 0) return index === 0 ? time[0] : undefined
  const [t0, t1, v0, v1] = [time[index - 1], time[index], values[index - 1], values[index]] as [
    number,
    number,
    number,
    number,
  ]
  return t0 + ((t1 - t0) * (level - v0)) / (v1 - v0)
}

/** Area under it, by trapezia. */
const integral = ({ time, values }: Series): number =>
  time.reduce(
    (sum, at, i) =>
      i === 0
        ? 0
        : sum + ((at - (time[i - 1] as number)) * ((values[i] as number) + (values[i - 1] as number))) / 2,
    0,
  )

/** What a measure reads; undefined where it waits for what never comes. */
export function figureOf(figure: Measure["figure"], deck: Pick<Deck, "reads">, run: Run): number | undefined {
  if (figure.kind === "delay") {
    const [from, until] = [figure.from, figure.until].map(({ of, above }) =>
      firstAbove(seriesOf(of, deck, run), above),
    )
    return from === undefined || until === undefined ? undefined : until - from
  }
  const whole = seriesOf(figure.of, deck, run)
  const last = whole.time[whole.time.length - 1] as number
  const series = within(whole, figure.from ?? 0, figure.to ?? last)
  switch (figure.kind) {
    case "max":
      return series.values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY)
    case "min":
      return series.values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY)
    case "end":
      return series.values[series.values.length - 1]
    case "integral":
      return integral(series)
    case "mean":
      return integral(series) / ((figure.to ?? last) - (figure.from ?? 0))
  }
}

/** Unit of what a measure reads. */
export function unitOf({ figure }: Pick<Measure, "figure">): string {
  if (figure.kind === "delay") return "s"
  const unit = quantityUnit(figure.of)
  return figure.kind === "integral" ? ({ V: "Vs", A: "As", W: "J" } as const)[unit] : unit
}

export const quantityUnit = (of: Quantity): "V" | "A" | "W" =>
  "volts" in of ? "V" : "amperes" in of ? "A" : "W"

/**
 * Three digits, and nothing finer than a hundredth of a per mille of the unit: what a simulation of such models can
 * tell, and the same on every machine.
 */
export function roundedFigure(value: number): number {
  const digits = Number(value.toPrecision(3))
  return Math.abs(digits) < 1e-9 ? 0 : digits
}
