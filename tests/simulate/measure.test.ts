import { describe, expect, it } from "vitest"
import type { Measure } from "../../src/model/simulation"
import { figureOf, firstAbove, roundedFigure, unitOf, valueAt, within } from "../../src/simulate/measure"
import { reduced } from "../../src/simulate/reduce"
import { limitWords } from "../../src/simulate/results"
import { quantityWords } from "../../src/simulate/simulate"
import { pulses, step, waveformText } from "../../src/simulate/waveform"

const series = (...points: (readonly [number, number])[]) => ({
  time: Float64Array.from(points.map(([time]) => time)),
  values: Float64Array.from(points.map(([, value]) => value)),
})

/** A run of one vector, "v(a)". */
const run = (...points: (readonly [number, number])[]) => {
  const { time, values } = series(...points)
  return {
    vectors: new Map([
      ["time", time],
      ["v(a)", values],
      ["i(v1)", values],
    ]),
  }
}
const reads = {
  "V A ": { plus: "v(a)" },
  "V A B": { plus: "v(a)", minus: "i(v1)" },
  "W p": { plus: "v(a)", amperes: "i(v1)" },
}
const figure = (
  kind: "max" | "min" | "mean" | "end" | "integral",
  from?: number,
  to?: number,
): Measure["figure"] => ({
  ...{ kind, of: { volts: "A" } },
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
})

describe("figures", () => {
  // A triangle: 0 at 0 s, 10 at 1 s, 0 at 4 s; steps are not even.
  const triangle = run([0, 0], [1, 10], [4, 0])

  it("reads highest, lowest, mean, end and area, steps as they come", () => {
    const read = (one: Measure["figure"]) => figureOf(one, { reads }, triangle)
    expect(read(figure("max"))).toBe(10)
    expect(read(figure("min"))).toBe(0)
    expect(read(figure("integral"))).toBe(20)
    expect(read(figure("mean"))).toBe(5)
    expect(read(figure("end"))).toBe(0)
  })

  it("reads within its times, on the lines between points", () => {
    const read = (one: Measure["figure"]) => figureOf(one, { reads }, triangle)
    expect(read(figure("max", 2.5, 4))).toBe(5)
    expect(read(figure("min", 0.5, 2.5))).toBe(5)
    expect(read(figure("end", 0, 0.25))).toBe(2.5)
    expect(read(figure("mean", 0, 1))).toBe(5)
  })

  it("multiplies volts and amperes to watts, and takes differences", () => {
    expect(figureOf({ kind: "max", of: { watts: "p" } }, { reads }, triangle)).toBe(100)
    expect(figureOf({ kind: "max", of: { volts: "A", against: "B" } }, { reads }, triangle)).toBe(0)
  })

  it("waits from one level to another, forwards and backwards, or for ever", () => {
    const delay = (above: number, until: number) =>
      figureOf(
        { kind: "delay", from: { of: { volts: "A" }, above }, until: { of: { volts: "A" }, above: until } },
        { reads },
        triangle,
      )
    expect(delay(2, 8)).toBeCloseTo(0.6, 9)
    expect(delay(8, 2)).toBeCloseTo(-0.6, 9)
    expect(delay(2, 11)).toBeUndefined()
  })

  it("finds no rise in what begins above, but its beginning", () => {
    expect(firstAbove(series([0, 5], [1, 0]), 3)).toBe(0)
    expect(firstAbove(series([0, 0], [1, 3]), 3)).toBeUndefined()
  })

  it("has a value at either end of its time and beyond", () => {
    const line = series([1, 1], [2, 3])
    expect([0, 1, 1.5, 2, 9].map((at) => valueAt(line, at))).toEqual([1, 1, 2, 3, 3])
    expect([...within(line, 1.25, 1.75).values]).toEqual([1.5, 2.5])
  })

  it("names units", () => {
    expect(unitOf({ figure: figure("integral") })).toBe("Vs")
    expect(unitOf({ figure: { kind: "integral", of: { watts: "p" } } })).toBe("J")
  })

  it("rounds to three digits, and nothing to nothing", () => {
    expect([3.4567, -0.00012345, 3e-12, 26.449].map(roundedFigure)).toEqual([3.46, -0.000123, 0, 26.4])
  })
})

describe("words", () => {
  it("say values with their prefix", () => {
    expect([4.35, 0.0125, -90.1e-6, 0, 999.9e-6].map((value) => quantityWords(value, "V"))).toEqual([
      ...["4.35 V", "12.5 mV", "-90.1 uV", "0 V", "1 mV"],
    ])
  })

  it("say limits", () => {
    expect(limitWords({ atLeast: 3, atMost: 3.6 }, "V")).toBe("3 V to 3.6 V")
    expect(limitWords({ atLeast: 50e-6 }, "s")).toBe("at least 50 us")
    expect(limitWords({}, "s")).toBe("")
  })
})

describe("waveforms", () => {
  it("are written as SPICE has them", () => {
    expect(waveformText(3)).toBe("DC 3")
    expect(waveformText(step(1e-3, 0, 24, 1e-6))).toBe("PWL(0 0 0.001 0 0.001001 24)")
    expect(waveformText(pulses({ at: 1, length: 2, every: 5, count: 2, low: 0, high: 1, edge: 0.5 }))).toBe(
      "PWL(0 0 1 0 1.5 1 3 1 3.5 0 6 0 6.5 1 8 1 8.5 0)",
    )
  })

  it("are refused where their times do not rise", () => {
    expect(() =>
      waveformText([
        [0, 0],
        [1, 1],
        [1, 2],
      ]),
    ).toThrow(/times have to rise/)
    expect(() =>
      waveformText(pulses({ at: 1, length: 5, every: 5, count: 2, low: 0, high: 1, edge: 0.5 })),
    ).toThrow()
  })
})

describe("curves that are drawn", () => {
  it("keep every peak, however short, and few points", () => {
    const many = Array.from(
      { length: 50_000 },
      (_, i) => [i / 50_000, i === 31_234 ? 9 : Math.sin(i / 1000)] as const,
    )
    const { points } = reduced(series(...many), 0, 1)
    expect(points.length).toBeLessThan(2600)
    expect(Math.max(...points.map(([, value]) => value))).toBe(9)
    expect(points.every(([x], i) => i === 0 || x >= (points[i - 1]?.[0] ?? 0))).toBe(true)
  })

  it("are two points where nothing happens", () => {
    expect(reduced(series([0, 3], [0.5, 3], [1, 3]), 0, 1).points).toEqual([
      [0, 3],
      [1, 3],
    ])
  })
})
