import type { Waveform } from "../model/simulation"

/** A step at a time, as steep as said. */
export const step = (at: number, from: number, to: number, edge: number): Waveform => [
  [0, from],
  [at, from],
  [at + edge, to],
]

export interface Pulses {
  /** When the first begins. */
  readonly at: number
  readonly length: number
  /** From one beginning to the next. */
  readonly every: number
  readonly count: number
  readonly low: number
  readonly high: number
  readonly edge: number
}

/** Pulses of one height. */
export const pulses = ({ at, length, every, count, low, high, edge }: Pulses): Waveform => [
  [0, low],
  ...Array.from({ length: count }, (_, n) => at + n * every).flatMap((start) => [
    [start, low] as const,
    [start + edge, high] as const,
    [start + length, high] as const,
    [start + length + edge, low] as const,
  ]),
]

/** As SPICE has it, of a source. */
export function waveformText(waveform: Waveform): string {
  if (typeof waveform === "number") return `DC ${spiceNumber(waveform)}`
  const fault = waveform.findIndex(([at], index) => index > 0 && at <= (waveform[index - 1]?.[0] ?? 0))
  if (fault >= 0 || waveform.length === 0)
    throw new Error(`a waveform's times have to rise: ${JSON.stringify(waveform.slice(0, fault + 1))}`)
  return `PWL(${waveform.map(([at, value]) => `${spiceNumber(at)} ${spiceNumber(value)}`).join(" ")})`
}

/** Without SPICE's letters, which every dialect reads in its own way. Ten digits: no rounding error is written. */
export const spiceNumber = (value: number): string => String(Number(value.toPrecision(10)))
