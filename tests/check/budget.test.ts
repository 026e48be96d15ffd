import { describe, expect, it } from "vitest"
import { enableLevel, transceiverSupply } from "../../components/mep/budgets"
import { meterPower } from "../../components/mep/meter-power"
import { c0805 } from "../../components/parts/passives"
import { sp3232 } from "../../components/parts/semiconductors"
import jlcpcb from "../../fabrication/jlcpcb/index"
import { needs } from "../../src/check/erc/needs"
import { supplyRange } from "../../src/check/erc/supply-pins"
import { copperOf } from "../../src/circuit/copper"
import { NetCopper } from "../../src/circuit/resistance"
import { netName } from "../../src/circuit/view"
import type { Claim, ClaimSubject } from "../../src/model/claim"
import type { CheckResult } from "../../src/model/finding"
import { noLayout } from "../claims/no-layout"
import { board } from "../mep-smd"
import { circuitOf } from "./circuit-fixture"
import {
  circuitPart,
  claimed,
  claimRule,
  type Draft,
  input,
  messages,
  move,
  rules,
  setPart,
  setRecord,
} from "./erc-fixture"

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

const dropClaim = board.claims.find(({ id }) => id === "budget/supply-drop") as Claim

/** The sound circuit with the supply's copper as tracks of a width. */
const subject = (widthMm: number, tracks?: number): ClaimSubject => {
  const circuit = input()
  const whole = copper(widthMm)
  const laid = tracks === undefined ? whole : { ...whole, tracks: whole.tracks.slice(0, tracks) }
  return {
    circuit,
    copperPath: (from, to) => {
      const net = netName(circuit, from)
      return net === undefined ? undefined : new NetCopper(laid, net, jlcpcb.process).between(from, to)
    },
    layout: noLayout,
  }
}

const figure = (result: CheckResult, name: RegExp) => result.figures?.find((entry) => name.test(entry.name))

const supplies = claimRule(transceiverSupply)
const power = claimRule(meterPower)

/** What v2.00 is known for, and its board accepts by name. */
const knownRisks = ["budget/enable-level", "budget/meter-peak"]
/** Rules but for the peaks, which are there at any average. */
const averageRules = (result: CheckResult) => rules(result).filter((rule) => rule !== "budget/meter-peak")

describe("budgets of the sound circuit", () => {
  it("are all claimed by the board", () => {
    expect(board.claims).toEqual(expect.arrayContaining([transceiverSupply, meterPower, enableLevel]))
    expect(dropClaim.says).toEqual({
      legs: [
        ["J4.1", "J7.3"],
        ["J7.4", "U2.2"],
      ],
      amperes: 0.5,
      maxDropVolts: 0.1,
    })
  })

  it("have no error and no warning", () => {
    const results = [
      ...["budget/transceiver", "budget/meter-power", "budget/enable-level"].map((id) =>
        claimed(id)(input()),
      ),
      supplyRange(input()),
      dropClaim.check(subject(0.6)),
    ]
    for (const { findings } of results)
      expect(
        findings.filter(({ rule, severity }) => severity !== "info" && !knownRisks.includes(rule)),
      ).toEqual([])
  })

  it("GPIO32 gives 1 + 2 x (1.8 + 3) mA", () => {
    expect(figure(supplies(input()), /U1 from U2\.8 \(IO32\) through R4/)).toMatchObject({
      value: 10.6,
      unit: "mA",
      limit: 20,
    })
  })

  it("1 W less the converter's own 0.12 W is 204 mA of 3.45 V at 80 %", () => {
    expect(figure(power(input()), /that 1 W allow/)).toMatchObject({ value: 204, unit: "mA" })
  })

  it("takes 0.6 W receiving and up to 1.2 W sending, the converter being worse at light load", () => {
    expect(figure(power(input()), /receiving \(the converter at 64 %\)/)).toMatchObject({ value: 0.597 })
    expect(figure(power(input()), /sending \(the converter at 72 %\)/)).toMatchObject({ value: 1.2 })
    expect(power(input()).findings).toMatchObject([
      { rule: "budget/meter-peak", severity: "warning", measure: { value: 1.2, limit: 1 } },
    ])
  })

  it("leaves 3.1 V to the MAX3232 behind GPIO32, and the whole supply through R3", () => {
    expect(figure(supplies(input()), /VCC_RS232 through the pin's 33 ohm and R4/)).toMatchObject({
      value: 3.1,
    })
    expect(figure(supplies(input()), /VCC_RS232 through R3/)).toMatchObject({ value: 3.45 })
    for (const [part, ohms, count] of [
      ["R4", 9, 0],
      ["R4", 10, 1],
      ["R3", 40, 0],
      ["R3", 10e3, 1],
    ] as const)
      expect(rules(supplies(input((d) => setPart(d, part, { ohms }))))).toEqual(
        Array.from({ length: count }, () => "budget/transceiver-volts"),
      )
  })

  it("takes the SP3232 from its own record", () => {
    const other = input((d) => setRecord(d, "U1", sp3232))
    expect([supplies, power].flatMap((rule) => rules(rule(other)))).toEqual(["budget/meter-peak"])
  })

  it("counts the resistors in a signal's way", () => {
    const through = (part: string, ohms: number) =>
      rules(claimed("erc/links")(input((d) => setPart(d, part, { ohms }))))
    for (const part of ["R5", "R6", "R7"]) {
      expect(through(part, 300)).toEqual([])
      expect(through(part, 301)).toEqual(["erc/link-resistance"])
      expect(through(part, 10e3)).toEqual(["erc/link-resistance"])
    }
    const level = (ohms: number) =>
      claimRule(enableLevel)(input((d) => setPart(d, "R7", { ohms }))).findings[0]?.measure?.value
    expect(level(0)).toBe(4.3)
    expect(level(100)).toBe(4)
  })

  it("has no fuse and no transient protection at J6, and says so", () => {
    const guard = claimed("erc/protection")
    expect(rules(guard(input()))).toEqual(["erc/no-fuse", "erc/no-transient-protection"])
    const fused = input((d) => {
      setPart(d, "R5", { kind: "fuse" })
      move(d, "R5.1", "V24")
    })
    expect(rules(guard(fused))).toEqual(["erc/no-transient-protection"])
    const clamped = input((d) => {
      move(d, "D1.1", "V24")
      move(d, "D1.2", "GND")
    })
    expect(rules(guard(clamped))).toEqual(["erc/no-fuse"])
  })

  it("v2.00's known weaknesses are said, as warnings that the board accepts", () => {
    expect([...claimRule(enableLevel)(input()).findings, ...needs(input()).findings]).toMatchObject([
      { rule: "budget/enable-level", severity: "warning", measure: { value: 4.3, limit: 5 } },
      { rule: "erc/capacitor", severity: "warning", measure: { limit: 10, unit: "uF" } },
      { rule: "erc/capacitor", severity: "info", measure: { limit: 1, unit: "uF" } },
    ])
  })
})

describe("GPIO current", () => {
  // 1 mA + 2 x (5.4 V / R + 3 mA): the receiver's input resistance stands for any load.
  const drawing = (milliamperes: number) =>
    supplies(
      input((draft) => {
        const ratings = draft.parts.U1?.record.ratings
        if (ratings === undefined) throw new Error("U1 has no ratings")
        const inputResistanceMinOhm = 5.4 / ((milliamperes / 1e3 - 7e-3) / 2)
        setRecord(draft, "U1", { ratings: { ...ratings, inputResistanceMinOhm } })
      }),
    ).findings

  it.each([
    [19.9, []],
    [20.1, ["warning"]],
    [39.9, ["warning"]],
    [40.1, ["error"]],
  ])("the transceiver takes %d mA", (milliamperes, severities) => {
    expect(
      drawing(milliamperes)
        .filter(({ rule }) => rule === "budget/gpio-current")
        .map(({ severity }) => severity),
    ).toEqual(severities)
  })

  it("is not asked for where no variant feeds it from the pin", () => {
    const always = input((draft) => {
      delete draft.variants["esp32-controlled"]
      setRecord(draft, "U1", { ratings: { source: "none" } })
    })
    expect(supplies(always).findings).toEqual([])
  })

  it("cannot be computed without the records' figures", () => {
    for (const part of ["U1", "U2"]) {
      const result = supplies(input((draft) => setRecord(draft, part, { ratings: { source: "none" } })))
      expect(rules(result)).toEqual(["budget/gpio-current"])
      expect(messages(result)).toMatch(/quiescentCurrentA.*outputCurrentA/)
    }
  })

  it.each([
    [900e-9, []],
    [901e-9, ["budget/gpio-capacitance"]],
  ])("C5 of %d F beside C3 of 100 nF", (farads, expected) => {
    expect(rules(supplies(input((draft) => setPart(draft, "C5", { farads }))))).toEqual(expected)
  })
})

describe("meter power", () => {
  const taking = (milliamperes: number) => (draft: Draft) => {
    const ratings = draft.parts.U1?.record.ratings
    if (ratings === undefined) throw new Error("U1 has no ratings")
    setRecord(draft, "U1", { ratings: { ...ratings, quiescentCurrentA: (milliamperes - 9.6) / 1e3 } })
  }

  // 204 mA less 100 mA of the module.
  it.each([
    [103.9, []],
    [104.3, ["budget/meter-power"]],
  ])("the transceiver takes %d mA on average", (milliamperes, expected) => {
    expect(averageRules(power(input(taking(milliamperes))))).toEqual(expected)
  })

  it.each([
    [0.4345, []],
    [0.433, ["budget/meter-power"]],
  ])("an efficiency of %d", (value, expected) => {
    const assumed = { efficiency: { value, reason: "test" } }
    expect(averageRules(power(input((draft) => setRecord(draft, "J2", { assumed }))))).toEqual(expected)
  })

  it("needs an efficiency", () => {
    const result = power(input((draft) => setRecord(draft, "J2", { assumed: {} })))
    expect(rules(result)).toEqual(["budget/meter-power"])
    expect(messages(result)).toMatch(/no efficiency in J2's record/)
  })
})

describe("drop in the supply's copper", () => {
  // 40 mm at 0.4926 mOhm a square and 0.5 A: 100 mV at 0.0985 mm.
  it.each([
    [0.6, []],
    [0.099, []],
    [0.098, ["budget/supply-drop"]],
  ])("tracks of %d mm", (widthMm, expected) => {
    const result = dropClaim.check(subject(widthMm))
    expect(rules(result)).toEqual(expected)
    expect(figure(result, /^drop/)?.value).toBeCloseTo((0.5 * 40 * 0.49259) / widthMm, -1)
  })

  it("no copper at all", () => {
    const result = dropClaim.check(subject(0.6, 1))
    expect(rules(result)).toEqual(["budget/supply-path"])
    expect(messages(result)).toMatch(/no copper of net V3V3 leads from J7\.4 to U2\.2/)
  })
})

describe("levels and ranges", () => {
  it("ENABLE is held against what RS-232 calls on and what the meter wants", () => {
    const figures = claimRule(enableLevel)(input()).figures
    expect(figures).toMatchObject([
      { value: 4.3, unit: "V", limit: 3 },
      { value: 4.8, unit: "V", limit: 5 },
    ])
  })

  it.each([
    ["U2", { supplyMinV: 3.0, supplyMaxV: 3.6 }, true],
    ["U2", { supplyMinV: 3.01, supplyMaxV: 3.6 }, false],
    ["U2", { supplyMinV: 3.0, supplyMaxV: 3.59 }, false],
    ["U1", { supplyMinV: 3.5, supplyMaxV: 5.5 }, false],
  ])("%s for %o", (part, range, good) => {
    const result = supplyRange(
      input((draft) => setRecord(draft, part, { ratings: { ...range, source: "test" } })),
    )
    expect(rules(result)).toEqual(good ? [] : ["budget/supply-range"])
  })

  it.each([
    [10e-6, [/U2\.3 \(EN\).*1 uF advised/]],
    [9.9e-6, [/C6: 9\.9 uF, at least 10 uF advised from U2\.2/, /U2\.3 \(EN\).*1 uF advised/]],
  ])("bulk capacitor of %d F", (farads, expected) => {
    const result = needs(
      input((draft) => {
        draft.nets.V3V3?.push("C6.1")
        draft.nets.GND?.push("C6.2")
        draft.parts.C6 = { ...circuitPart("C6", c0805["100nF"]), farads }
      }),
    )
    expect(result.findings.map(({ severity }) => severity)).toEqual(
      expected.map((_, index) => (index < expected.length - 1 ? "warning" : "info")),
    )
    expected.forEach((says, index) => {
      expect(result.findings[index]?.message).toMatch(says)
    })
  })
})
