import { expect } from "vitest"
import type { SpiceModel } from "../../src/model/simulation"
import { type Engine, openEngine, type RunOutcome } from "../../src/simulate/engine"
import { valueAt } from "../../src/simulate/measure"
import { spiceNumber } from "../../src/simulate/waveform"

let opened: Promise<Engine> | undefined

/** One ngspice for the tests of a worker: loading it takes longer than any of them. */
export function engine(): Promise<Engine> {
  opened ??= openEngine()
  return opened
}

interface Wanted {
  readonly seconds: number
  readonly save: readonly string[]
  readonly step?: number
  readonly maxPoints?: number
}

/** Runs lines of SPICE with a title before them and the analysis behind. */
export async function runLines(
  lines: readonly string[],
  { seconds, save, step, maxPoints }: Wanted,
): Promise<RunOutcome> {
  const longest = spiceNumber(step ?? seconds / 200)
  const deck = [
    "a title",
    ...lines,
    ".options rshunt=1e9 cshunt=1e-12 method=gear",
    `.tran ${longest} ${spiceNumber(seconds)} 0 ${longest}`,
    ".end",
    "",
  ].join("\n")
  return (await engine()).run({ deck, save, seconds, maxPoints: maxPoints ?? 100_000 })
}

export interface Probe {
  /** Value of a vector at a time; at the end unless said. */
  readonly at: (vector: string, seconds?: number) => number
  readonly most: (vector: string) => number
  readonly least: (vector: string) => number
}

/** As {@link runLines}, for what has to succeed. */
export async function probe(lines: readonly string[], wanted: Wanted): Promise<Probe> {
  const run = await runLines(lines, wanted)
  if ("failure" in run) throw new Error(run.failure)
  const of = (vector: string): Float64Array => {
    const values = run.vectors.get(vector)
    if (values === undefined) throw new Error(`no ${vector}`)
    return values
  }
  return {
    at: (vector, seconds = wanted.seconds) => valueAt({ time: of("time"), values: of(vector) }, seconds),
    most: (vector) => of(vector).reduce((a, b) => Math.max(a, b)),
    least: (vector) => of(vector).reduce((a, b) => Math.min(a, b)),
  }
}

const word = (name: string): string =>
  /^\d+$/.test(name) ? `p${name}` : name.replaceAll(/[^A-Za-z0-9]/g, "_")

/**
 * A model as a subcircuit M and one of it as X1, its nodes by pin name; controls at their usual volts, or as said.
 * @param nodes pin -> node of the test; the pin's own word where none is said
 * @param names pin -> what it is called within the model, where it has a label
 */
export function fitted(
  model: SpiceModel,
  nodes: Readonly<Record<string, string>> = {},
  options: {
    readonly value?: number
    readonly controls?: Readonly<Record<string, string>>
    readonly names?: Readonly<Record<string, string>>
  } = {},
): string[] {
  if ("leftOut" in model) throw new Error("nothing to fit")
  const { value = 0, controls = {}, names = {} } = options
  const inner = model.pins.map((pin) => names[pin] ?? word(pin))
  const driven = Object.entries(model.controls ?? {})
  return [
    `.subckt M ${[...inner, ...driven.map(([name]) => name)].join(" ")}`,
    ...model.body.map((line) => line.replaceAll("{value}", spiceNumber(value))),
    ".ends M",
    ...driven.map(([name, { usual }]) => `Vc_${name} c_${name} 0 ${controls[name] ?? `DC ${usual}`}`),
    `X1 ${[...model.pins.map((pin) => nodes[pin] ?? word(pin)), ...driven.map(([name]) => `c_${name}`)].join(" ")} M`,
  ]
}

/** Both ends belong to it. */
export const within = (value: number, low: number, high: number): void => {
  expect(value).toBeGreaterThanOrEqual(low)
  expect(value).toBeLessThanOrEqual(high)
}
