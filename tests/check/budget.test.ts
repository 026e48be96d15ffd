import { describe, expect, it } from "vitest"
import jlcpcb from "../../fabrication/jlcpcb/index"
import { enableLevel } from "../../src/check/budget/enable-level"
import type { BudgetInput } from "../../src/check/budget/input"
import { meterPower } from "../../src/check/budget/meter-power"
import { missingCapacitors } from "../../src/check/budget/missing-capacitors"
import { supplyDrop } from "../../src/check/budget/supply-drop"
import { supplyRange } from "../../src/check/budget/supply-range"
import { transceiverAmperes, transceiverSupply } from "../../src/check/budget/transceiver"
import type { CircuitIntent } from "../../src/check/circuit-intent"
import { copperOf } from "../../src/circuit/copper"
import type { CheckResult } from "../../src/finding"
import { circuitOf } from "./circuit-fixture"
import { type Draft, input, messages, rules, setPart } from "./erc-fixture"

/** BUCK_OUT and 3V3 as two straight tracks of 20 mm each. */
const copper = (widthMm: number) =>
  copperOf(
    circuitOf({
      pads: {
        "J4.1": { x: 0, y: 0, net: "BUCK_OUT" },
        "J7.3": { x: 20, y: 0, net: "BUCK_OUT" },
        "J7.4": { x: 22, y: 0, net: "V3V3" },
        "U2.2": { x: 42, y: 0, net: "V3V3" },
      },
      tracks: [
        {
          net: "BUCK_OUT",
          width: widthMm,
          points: [
            [0, 0],
            [20, 0],
          ],
        },
        {
          net: "V3V3",
          width: widthMm,
          points: [
            [22, 0],
            [42, 0],
          ],
        },
      ],
    }),
  )

const budget = (change?: (draft: Draft) => void, widthMm = 0.6): BudgetInput => ({
  circuit: input(change),
  copper: copper(widthMm),
  process: { ...jlcpcb.process, boardMm: 1.6 },
})

const figure = (result: CheckResult, name: RegExp) => result.figures?.find((entry) => name.test(entry.name))

const intent = (change: Partial<CircuitIntent["budgets"]>): BudgetInput => {
  const { circuit, ...rest } = budget()
  return {
    ...rest,
    circuit: { ...circuit, intent: { ...circuit.intent, budgets: { ...circuit.intent.budgets, ...change } } },
  }
}

describe("budgets of the sound circuit", () => {
  it("have no error and no warning", () => {
    for (const rule of [
      enableLevel,
      meterPower,
      missingCapacitors,
      supplyDrop,
      supplyRange,
      transceiverSupply,
    ]) {
      expect(rule(budget()).findings.filter(({ severity }) => severity !== "info")).toEqual([])
    }
  })

  it("GPIO32 gives 1 + 2 x (1.8 + 3) mA", () => {
    expect(transceiverAmperes(input())).toBeCloseTo(10.6e-3, 6)
    expect(figure(transceiverSupply(budget()), /U1 from U2\.8 \(IO32\) through R4/)).toMatchObject({
      value: 10.6,
      unit: "mA",
      limit: 20,
    })
  })

  it("1 W at 80 % is 232 mA of 3.45 V", () => {
    expect(figure(meterPower(budget()), /that 1 W allow/)).toMatchObject({ value: 232, unit: "mA" })
  })

  it("v2.00's known weaknesses are said, as information", () => {
    expect([...enableLevel(budget()).findings, ...missingCapacitors(budget()).findings]).toMatchObject([
      { rule: "budget/enable-level", severity: "info", measure: { value: 4.3, limit: 5 } },
      { rule: "budget/bulk-capacitor", severity: "info" },
      { rule: "budget/reset-capacitor", severity: "info" },
    ])
  })
})

describe("GPIO current", () => {
  const drawing = (enableAmperes: number) =>
    transceiverSupply(intent({ transceiver: { ...input().intent.budgets.transceiver, enableAmperes } }))
      .findings
  // I = 1 + 3.6 + 2 x ENABLE
  it.each([
    [7.6, []],
    [7.8, ["warning"]],
    [17.6, ["warning"]],
    [17.8, ["error"]],
  ])("ENABLE takes %d mA", (milliamperes, severities) => {
    expect(drawing(milliamperes / 1e3).map(({ severity }) => severity)).toEqual(severities)
  })

  it("is not asked for where no variant feeds it from the pin", () => {
    const always = budget((draft) => {
      delete draft.variants["esp32-controlled"]
      setPart(draft, "U1", { ratings: { source: "none" } })
    })
    expect(transceiverSupply(always).findings).toEqual([])
  })

  it("cannot be computed without the catalogue's figures", () => {
    const result = transceiverSupply(budget((draft) => setPart(draft, "U1", { ratings: { source: "none" } })))
    expect(rules(result)).toEqual(["budget/gpio-current"])
    expect(messages(result)).toMatch(/quiescentCurrentA/)
  })

  it.each([
    [900e-9, []],
    [901e-9, ["budget/gpio-capacitance"]],
  ])("C5 of %d F beside C3 of 100 nF", (farads, expected) => {
    expect(rules(transceiverSupply(budget((draft) => setPart(draft, "C5", { farads }))))).toEqual(expected)
  })
})

describe("meter power", () => {
  const meter = input().intent.budgets.meter
  it.each([
    [0.221, []],
    [0.222, ["budget/meter-power"]],
  ])("module takes %d A on average", (moduleAmperes, expected) => {
    expect(rules(meterPower(intent({ meter: { ...meter, moduleAmperes } })))).toEqual(expected)
  })

  it("needs an efficiency", () => {
    expect(rules(meterPower(budget((draft) => setPart(draft, "J2", { assumed: {} }))))).toEqual([
      "budget/meter-power",
    ])
  })
})

describe("drop in the supply's copper", () => {
  // 40 mm at 0.4926 mOhm a square and 0.5 A: 100 mV at 0.0985 mm.
  it.each([
    [0.6, []],
    [0.099, []],
    [0.098, ["budget/supply-drop"]],
  ])("tracks of %d mm", (widthMm, expected) => {
    const result = supplyDrop(budget(undefined, widthMm))
    expect(rules(result)).toEqual(expected)
    expect(figure(result, /^drop/)?.value).toBeCloseTo((0.5 * 40 * 0.49259) / widthMm, -1)
  })

  it("no copper at all", () => {
    const base = budget()
    const result = supplyDrop({ ...base, copper: { ...base.copper, tracks: base.copper.tracks.slice(0, 1) } })
    expect(rules(result)).toEqual(["budget/supply-path"])
    expect(messages(result)).toMatch(/no copper of net V3V3 leads from J7\.4 to U2\.2/)
  })
})

describe("levels and ranges", () => {
  it("ENABLE below what RS-232 calls on is an error, at 5 V all is well", () => {
    const { enable, transceiver } = input().intent.budgets
    const at = (least: number) =>
      enableLevel(intent({ enable, transceiver: { ...transceiver, driverVolts: { least, typical: 6 } } }))
        .findings
    expect(at(3.6).map(({ severity }) => severity)).toEqual(["error"])
    expect(at(3.7).map(({ severity }) => severity)).toEqual(["info"])
    expect(at(5.7)).toEqual([])
  })

  it.each([
    ["U2", { supplyMinV: 3.0, supplyMaxV: 3.6 }, true],
    ["U2", { supplyMinV: 3.01, supplyMaxV: 3.6 }, false],
    ["U2", { supplyMinV: 3.0, supplyMaxV: 3.59 }, false],
    ["U1", { supplyMinV: 3.5, supplyMaxV: 5.5 }, false],
  ])("%s for %o", (part, range, good) => {
    const result = supplyRange(
      budget((draft) => setPart(draft, part, { ratings: { ...range, source: "test" } })),
    )
    expect(rules(result)).toEqual(good ? [] : ["budget/supply-range"])
  })

  it.each([
    [10e-6, ["budget/reset-capacitor"]],
    [9.9e-6, ["budget/bulk-capacitor", "budget/reset-capacitor"]],
  ])("bulk capacitor of %d F", (farads, expected) => {
    const fitted = budget((draft) => {
      draft.nets.V3V3?.push("C6.1")
      draft.nets.GND?.push("C6.2")
      draft.parts.C6 = { designator: "C6", kind: "capacitor", farads }
    })
    expect(rules(missingCapacitors(fitted))).toEqual(expected)
  })
})
