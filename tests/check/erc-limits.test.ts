import { describe, expect, it } from "vitest"
import { r0805 } from "../../components/parts/passives"
import { ratings } from "../../src/check/erc/ratings"
import { noConnectPins, supplyPins, supplyRange } from "../../src/check/erc/supply-pins"
import type { CircuitPart, CircuitView } from "../../src/model/circuit-view"
import type { NetFacts } from "../../src/model/net"
import type { Part, Pin } from "../../src/model/part"

/** Limits of electrical rules on a circuit of one part and two nets: on them, just above and just below. */

function view(
  part: Partial<Part>,
  facts: Readonly<Record<string, NetFacts>>,
  pins: Record<string, string>,
): CircuitView {
  const record: Part = { ...r0805["10k"], ...part }
  const nets = [...new Set(Object.values(pins))].map((name) => ({
    name,
    names: [name],
    pins: Object.keys(pins).filter((pin) => pins[pin] === name),
  }))
  const fitted: CircuitPart = { designator: "X1", kind: record.kind, record }
  return {
    nets,
    netOf: new Map(nets.flatMap((net) => net.pins.map((pin) => [pin, net]))),
    pins: Object.keys(pins),
    parts: new Map([["X1", fitted]]),
    facts: Object.fromEntries(
      Object.entries(facts).map(([name, one]) => [name, { title: name, kind: "signal", ...one }]),
    ),
    variants: [],
    defaultVariant: "",
    firmware: {},
  }
}

const range = (minVolts?: number, maxVolts?: number): NetFacts => ({
  ...(minVolts === undefined ? {} : { minVolts }),
  ...(maxVolts === undefined ? {} : { maxVolts }),
})

describe("a capacitor's volts", () => {
  const judge = (volts: number | undefined, a: NetFacts, b: NetFacts, kind: Part["kind"] = "capacitor") =>
    ratings(
      view(
        { kind, ratings: { source: "", ...(volts === undefined ? {} : { maxVoltageV: volts }) } },
        { A: a, B: b },
        { "X1.1": "A", "X1.2": "B" },
      ),
    ).findings

  it.each([
    ["as much as is across it", 5, range(0, 5), range(0, 0)],
    ["as much, the other way round", 5, range(0, 0), range(0, 5)],
    ["as much between two that move", 4, range(2, 5), range(1, 3)],
    ["as much between two that move, the other way round", 4, range(1, 3), range(2, 5)],
    ["nothing across it, no rating said", undefined, range(3, 3), range(3, 3)],
    ["no lowest volts known of one end", 1, range(undefined, 5), range(0, 0)],
    ["no highest volts known of one end", 1, range(0, undefined), range(0, 5)],
    ["no lowest volts known of the other", 1, range(0, 5), range(undefined, 0)],
    ["no highest volts known of the other", 1, range(0, 5), range(0, undefined)],
  ] as const)("are enough with %s", (_, volts, a, b) => expect(judge(volts, a, b)).toEqual([]))

  it.each([
    [4.9, range(0, 5), range(0, 0), 5],
    [4.9, range(0, 0), range(0, 5), 5],
    [3.9, range(2, 5), range(1, 3), 4],
    [0.9, range(0, 1), range(0, 0), 1],
  ])("are too few: %s V", (volts, a, b, limit) =>
    expect(judge(volts, a, b)).toMatchObject([
      {
        rule: "erc/rating",
        severity: "error",
        parts: ["X1"],
        nets: ["A", "B"],
        measure: { value: volts, limit, unit: "V" },
      },
    ]),
  )

  it("are asked of the buyer where no record has them, and of no other part", () => {
    expect(judge(undefined, range(0, 5), range(0, 0))).toMatchObject([
      { severity: "info", message: "X1: no rated voltage in its record, at least 5 V needed" },
    ])
    expect(judge(1, range(0, 5), range(0, 0), "resistor")).toEqual([])
  })
})

describe("a supply's volts", () => {
  const judge = (
    facts: NetFacts | undefined,
    stands: readonly [number | undefined, number | undefined] = [3, 3.6],
    role: Pin["role"] = "power-in",
  ) =>
    supplyRange(
      view(
        {
          pins: [{ number: 1, name: "VCC", role }],
          ratings: {
            source: "",
            ...(stands[0] === undefined ? {} : { supplyMinV: stands[0] }),
            ...(stands[1] === undefined ? {} : { supplyMaxV: stands[1] }),
          },
        },
        facts === undefined ? {} : { A: facts },
        { "X1.1": "A" },
      ),
    )

  it.each([
    ["on both limits", range(3, 3.6)],
    ["switched off, and on at its nominal volts", { ...range(0, 3.6), nominalVolts: 3 }],
  ] as const)("are right %s, and told", (_, facts) => {
    expect(judge(facts)).toEqual({
      findings: [],
      figures: [{ name: "X1.1 on A: 3 to 3.6 V", value: "stands 3 to 3.6 V" }],
    })
  })

  it.each([
    ["too low", range(2.9, 3.6), 2.9, 3],
    ["too high", range(3, 3.7), 3.7, 3.6],
    ["too high by far, low enough", range(3, 24), 24, 3.6],
    ["too low and too high", range(1, 24), 1, 3],
    ["too low when it is on", { ...range(0, 3.6), nominalVolts: 2.9 }, 2.9, 3],
    ["said to be off alone", range(0, 3.6), 0, 3],
    ["not off at 1 V", { ...range(1, 3.6), nominalVolts: 3.3 }, 1, 3],
  ] as const)("are %s", (_, facts, value, limit) => {
    const { findings } = judge(facts)
    expect(findings).toMatchObject([
      {
        rule: "budget/supply-range",
        severity: "error",
        nets: ["A"],
        parts: ["X1"],
        measure: { value, limit, unit: "V" },
      },
    ])
  })

  it("are judged where both sides are known, of supplies alone", () => {
    const nothing = { findings: [], figures: [] }
    expect(judge(range(1, 24), [undefined, 3.6])).toEqual(nothing)
    expect(judge(range(1, 24), [3, undefined])).toEqual(nothing)
    expect(judge(range(undefined, 24))).toEqual(nothing)
    expect(judge(range(1, undefined))).toEqual(nothing)
    expect(judge(undefined)).toEqual(nothing)
    expect(judge(range(1, 24), [3, 3.6], "input")).toEqual(nothing)
  })
})

describe("supply and ground pins", () => {
  const pin = (role: Pin["role"], domains?: readonly string[]): Pin => ({
    number: 1,
    name: "P",
    role,
    ...(domains === undefined ? {} : { domains }),
  })
  const judge = (one: Pin, facts: NetFacts | undefined, pins: Record<string, string> = { "X1.1": "A" }) =>
    supplyPins(view({ pins: [one] }, facts === undefined ? {} : { A: facts }, pins)).findings

  it.each([
    ["ground on ground", pin("ground"), { kind: "ground" }],
    ["any supply", pin("power-in"), { kind: "power", domain: "5v" }],
    ["a supply of no domain", pin("power-in", ["3v3"]), { kind: "power" }],
    ["one of its domains", pin("power-in", ["5v", "3v3"]), { kind: "power", domain: "3v3" }],
    ["no supply pin", pin("input", ["3v3"]), { kind: "signal" }],
  ] as const)("are right: %s", (_, one, facts) => expect(judge(one, facts)).toEqual([]))

  it.each([
    ["ground on a supply", pin("ground"), { kind: "power" }, "X1.1 (P) is on net A, it must be on a ground"],
    ["ground on a signal", pin("ground"), { kind: "signal" }, "X1.1 (P) is on net A, it must be on a ground"],
    [
      "a supply on ground",
      pin("power-in"),
      { kind: "ground" },
      "X1.1 (P) is on net A, it must be on a supply",
    ],
    [
      "another domain",
      pin("power-in", ["5v", "3v3"]),
      { kind: "power", domain: "24v" },
      "X1.1 (P) is on net A, it must be on a supply of 5v or 3v3",
    ],
  ] as const)("are wrong: %s", (_, one, facts, message) =>
    expect(judge(one, facts)).toEqual([
      { rule: "erc/supply-pin", severity: "error", message, nets: ["A"], parts: ["X1.1", "X1"] },
    ]),
  )

  it("have to be there", () => {
    expect(judge(pin("ground"), { kind: "ground" }, {})).toEqual([
      {
        rule: "erc/supply-pin",
        severity: "error",
        message: "X1.1 (P) is missing from the circuit, it must be on a ground",
        nets: [],
        parts: ["X1.1", "X1"],
      },
    ])
  })

  it("may not be joined where the data sheet says so", () => {
    const open = view({ pins: [pin("no-connect")] }, {}, {})
    expect(noConnectPins(open).findings).toEqual([])
    const joined = view({ pins: [pin("no-connect")] }, {}, { "X1.1": "A" })
    expect(noConnectPins(joined).findings).toMatchObject([
      { rule: "erc/no-connect", severity: "error", nets: ["A"], parts: ["X1.1", "X1"] },
    ])
  })
})
