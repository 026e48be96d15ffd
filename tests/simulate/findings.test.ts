import { describe, expect, it } from "vitest"
import { judge } from "../../src/check/waivers"
import type { Measure, Scenario } from "../../src/model/simulation"
import type { Deck } from "../../src/simulate/deck"
import { resultsCsv, resultsMarkdown } from "../../src/simulate/results"
import { figuresOf, findingsOf, scenarioSays, simulated } from "../../src/simulate/simulate"
import { simulationTable } from "../../src/simulate/table"

const measure = (more: Partial<Measure>): Measure => ({
  ...{ id: "supply", title: "supply at U2", figure: { kind: "min", of: { volts: "U2.3V3" } }, parts: ["U2"] },
  ...more,
})
const deck: Deck = {
  ...{ text: "", save: [], reads: {}, faults: [], leftOut: [{ part: "J1", because: "contacts" }] },
  models: [{ name: "m", parts: ["U2"], source: "a data sheet", without: "heat" }],
}
const job = (measures: readonly Measure[], faults: Deck["faults"] = []) => ({
  scenario: {
    ...{ id: "burst", title: "Burst", what: "It sends.", seconds: 1, stepSeconds: 1e-3 },
    ...{ bench: [], panels: [], measures },
  } satisfies Scenario,
  deck: { ...deck, faults },
})
const with_ = (one: ReturnType<typeof job>, values: readonly (number | undefined)[]) =>
  simulated([one], [{ values, panels: [], points: 9 }])[0] ?? { readings: [], panels: [], points: 0 }

describe("what a simulation says", () => {
  it.each([
    ["at its lower limit", { atLeast: 3 }, 3, true],
    ["just below it", { atLeast: 3 }, 2.99, false],
    ["at its upper limit", { atMost: 3.6 }, 3.6, true],
    ["just above it", { atMost: 3.6 }, 3.61, false],
    ["between", { atLeast: 3, atMost: 3.6 }, 3.3, true],
    ["without a limit", {}, 99, true],
    ["never", { atLeast: 3 }, undefined, false],
  ] as const)("%s", (_name, limits, value, held) => {
    const one = job([measure(limits)])
    const result = with_(one, [value])
    expect(result.readings[0]?.held).toBe(held)
    expect(findingsOf(one, result)).toHaveLength(held ? 0 : 1)
  })

  it("is a finding with figure, limit, parts and what to do", () => {
    const one = job([measure({ atLeast: 3, advice: "more capacitance", severity: "warning" })])
    expect(findingsOf(one, with_(one, [2.5]))).toEqual([
      {
        rule: "simulate/supply",
        severity: "warning",
        message: '"Burst": supply at U2: 2.5 V, at least 3 V wanted: more capacitance',
        measure: { value: 2.5, limit: 3, unit: "V" },
        parts: ["U2"],
      },
    ])
  })

  it("is accepted by name and figure, and not by another figure", () => {
    const one = job([measure({ atLeast: 3 })])
    const waivers = [{ rule: "simulate/supply", names: ["U2"], figure: 2.5, reason: "known" }]
    expect(judge(findingsOf(one, with_(one, [2.5])), waivers, "all").open).toEqual([])
    const worse = judge(findingsOf(one, with_(one, [2.4])), waivers, "all").open.map(({ rule }) => rule)
    expect(worse).toEqual(["simulate/supply", "config/unused-waiver"])
    // Better than was accepted: the waiver is to go.
    expect(judge(findingsOf(one, with_(one, [3])), waivers, "all").open.map(({ rule }) => rule)).toEqual([
      "config/unused-waiver",
    ])
  })

  it("is an error where it was not run, and no figure", () => {
    const one = job([measure({ atLeast: 3 })])
    const [result] = simulated(
      [one],
      [{ values: [], panels: [], points: 0, failure: "given up after 9 points" }],
    )
    if (result === undefined) throw new Error("no result")
    expect(findingsOf(one, result)).toEqual([
      {
        rule: "simulate/run",
        severity: "error",
        message: '"Burst" was not simulated: given up after 9 points',
      },
    ])
    expect(figuresOf(one, result)).toEqual([])
  })

  it("is an error for every part without a model, and takes no other scenario's result", () => {
    const broken = job([measure({ atLeast: 3 })], [{ message: "U9 has no model", parts: ["U9"] }])
    const sound = job([measure({ atLeast: 3 })])
    const results = simulated([broken, sound], [{ values: [3.3], panels: [], points: 9 }])
    expect(results.map(({ readings }) => readings.map(({ value }) => value))).toEqual([[], [3.3]])
    expect(findingsOf(broken, results[0] ?? { readings: [], panels: [], points: 0 })).toEqual([
      {
        rule: "simulate/model",
        severity: "error",
        message: '"Burst" cannot be simulated: U9 has no model',
        parts: ["U9"],
      },
    ])
  })
})

describe("what is written of it", () => {
  const one = job([
    measure({ atLeast: 3, source: "its data sheet" }),
    measure({ id: "peak", title: "peak, with a comma" }),
  ])
  const results = [with_(one, [2.5, 4.25])]

  it("for people", () => {
    const text = resultsMarkdown("Small v1", [one], results)
    expect(text).toContain("| supply at U2 | 2.5 V | at least 3 V | **not held** | its data sheet |")
    expect(text).toContain("| peak, with a comma | 4.25 V |  |  |  |")
    expect(text).toContain("- **U2**: a data sheet. Not in it: heat.")
    expect(text).toContain("- **J1**: contacts.")
  })

  it("for programs", () => {
    expect(resultsCsv([one], results)).toBe(
      'scenario,measure,title,value,unit,at least,at most,held\nburst,supply,supply at U2,2.5,V,3,,false\nburst,peak,"peak, with a comma",4.25,V,,,true\n',
    )
  })

  it("on a terminal", () => {
    expect(simulationTable("Small", { jobs: [one], results }).split("\n")[2]).toBe(
      "  supply at U2        2.5 V   at least 3 V  NOT HELD",
    )
  })

  it("in the lock: limits, sources, drive; no words", () => {
    const says = scenarioSays({
      ...one.scenario,
      bench: [{ id: "b", title: "words", kind: "wire", at: ["A", "B"] }],
    })
    expect(says).toEqual({
      ...{ seconds: 1, stepSeconds: 1e-3 },
      "bench b": { kind: "wire", at: ["A", "B"] },
      "measure supply": { figure: { kind: "min", of: { volts: "U2.3V3" } }, atLeast: 3 },
      "measure peak": { figure: { kind: "min", of: { volts: "U2.3V3" } } },
    })
  })
})
