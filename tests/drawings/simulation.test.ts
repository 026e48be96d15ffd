import { describe, expect, it } from "vitest"
import { tickText, timeAxis, valueAxis } from "../../src/drawings/plot-axis"
import { drawSimulation } from "../../src/drawings/simulation"
import type { Scenario } from "../../src/model/simulation"
import type { Simulated } from "../../src/simulate/simulate"

const scenario: Scenario = {
  ...{
    id: "a-test",
    title: "A <test> & more",
    what: "Nothing.",
    seconds: 0.01,
    stepSeconds: 1e-4,
    bench: [],
  },
  measures: [
    {
      id: "low",
      title: "low",
      figure: { kind: "min", of: { volts: "A" }, from: 2e-3, to: 8e-3 },
      atLeast: 3,
    },
    { id: "high", title: "high", figure: { kind: "max", of: { volts: "A" } }, atMost: 3.6 },
    { id: "far", title: "far", figure: { kind: "max", of: { volts: "A" } }, atMost: 40 },
    { id: "other", title: "other", figure: { kind: "max", of: { volts: "B" } }, atMost: 3.3 },
  ],
  panels: [
    {
      title: "Supply",
      traces: [
        { label: "one", of: { volts: "A" } },
        { label: "two", of: { volts: "A", against: "C" } },
      ],
    },
    { title: "Current", traces: [{ label: "in", of: { amperes: "x" } }], from: 2e-3, to: 4e-3 },
  ],
}
const curve = (...points: (readonly [number, number])[]) => ({ from: 0, to: 0.01, points })
const result: Simulated = {
  readings: [],
  points: 3,
  panels: [
    [curve([0, 3.4], [0.5, 3.1], [1, 3.5]), curve([0, 3.2], [1, 3.2])],
    [curve([0, 0.001], [1, 0.09])],
  ],
}
const subject = { title: "Small", revision: "1.0", date: "2026-01-31" }
const draw = (forPage = false, what = scenario) => drawSimulation(what, result, subject, { forPage })

describe("a plot", () => {
  it("draws every curve, its limits that are near, and names those that are not", () => {
    const svg = draw()
    expect(svg.match(/<path class="curve-1"/g)).toHaveLength(4)
    expect(svg.match(/<path class="curve-2"/g)).toHaveLength(2)
    // 3 V and 3.6 V of A; 40 V is far, 3.3 V is of another net.
    expect(svg.match(/<path class="limit"/g)).toHaveLength(2)
    expect(svg).toContain("at least 3 V")
    expect(svg).toContain("at most 40 V: out of the picture")
    expect(svg).not.toContain("3.3 V")
    expect(svg).not.toMatch(/NaN|Infinity|undefined/)
  })

  it("has units, and words escaped", () => {
    const svg = draw()
    expect(svg).toContain("time in ms")
    expect(svg).toContain(">mA<")
    expect(svg).toContain("A &lt;test&gt; &amp; more")
    expect(svg).not.toContain("<test>")
  })

  it("draws a limit over the time that it holds for, at its value", () => {
    const [limit] = draw().match(/<path class="limit" d="M[^"]*"/) ?? []
    // 2 to 8 ms of 10 ms, of 168 mm from 16 mm on.
    expect(limit).toMatch(/M49\.6 [\d.]+H150\.4"/)
  })

  it("styles nothing but itself: on a page it stands beside the board's pictures", () => {
    const rules = /<style>\n([^<]*)\n<\/style>/.exec(draw(true))?.[1]?.split("\n") ?? []
    expect(rules.length).toBeGreaterThan(10)
    expect(rules.filter((rule) => !/^\.simulation [^,{]+\{/.test(rule))).toEqual([])
  })

  it("brings its font along, unless the page has it", () => {
    expect(draw()).toContain("@font-face")
    const page = draw(true)
    expect(page).not.toContain("@font-face")
    expect(page).toContain("Supply")
  })
})

describe("axes", () => {
  it("have ticks at round numbers that hold every value", () => {
    for (const [low, high] of [
      [3.05, 3.6],
      [-0.77, 0],
      [0, 28.4],
      [-5.1, 5],
      [1e-4, 0.09],
      [3.45, 3.45],
    ] as const) {
      const { from, to, ticks } = valueAxis(low, high, "V")
      expect(from).toBeLessThanOrEqual(low)
      expect(to).toBeGreaterThanOrEqual(high)
      expect(ticks.length).toBeGreaterThan(1)
      expect(ticks.length).toBeLessThan(12)
      expect([ticks[0], ticks[ticks.length - 1]]).toEqual([from, to])
    }
  })

  it("say their unit with its prefix", () => {
    expect(valueAxis(0, 0.05, "A").unit).toBe("mA")
    expect(tickText(0.05, valueAxis(0, 0.05, "A"))).toBe("50")
    expect(tickText(-0.5, valueAxis(-1, 1, "V"))).toBe("−0.5")
    expect(timeAxis(0, 2e-3)).toMatchObject({ unit: "ms", from: 0, to: 2e-3 })
    expect(timeAxis(0.245, 0.3445).ticks[0]).toBeCloseTo(0.26, 9)
  })
})
