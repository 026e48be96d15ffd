import { describe, expect, it } from "vitest"
import { needs } from "../../src/check/erc/needs"
import { ratings } from "../../src/check/erc/ratings"
import {
  claimed,
  type ErcFault,
  grave,
  input,
  itCatches,
  move,
  populated,
  rules,
  setPart,
  setRecord,
  swap,
} from "./erc-fixture"

const partChoice = claimed("erc/part-choice")
const rated = claimed("erc/ratings")

const faults: readonly ErcFault[] = [
  {
    what: "flying capacitor on a wrong pin",
    rule: needs,
    change: (d) => swap(d, "C1.2", "C2.2"),
    id: "erc/capacitor",
    says: /C1\+/,
  },
  {
    what: "V- to VCC",
    rule: needs,
    change: (d) => move(d, "C4.1", "VCC_RS232"),
    id: "erc/capacitor",
    says: /reservoir at V-/,
  },
  {
    what: "too small a pump capacitor",
    rule: needs,
    change: (d) => setPart(d, "C2", { farads: 99e-9 }),
    id: "erc/capacitor-value",
    says: /C2: 99 nF, at least 100 nF/,
  },
  {
    what: "R3 and R4 both",
    rule: populated,
    change: (d) => {
      d.variants["always-on"] = { title: "", notFitted: [] }
    },
    id: "erc/exactly-one",
    says: /always-on fits R3 and R4/,
  },
  {
    what: "neither R3 nor R4",
    rule: populated,
    change: (d) => {
      d.variants["always-on"] = { title: "", notFitted: ["R3", "R4"] }
    },
    id: "erc/exactly-one",
    says: /fits none/,
  },
  {
    what: "R6 left out",
    rule: populated,
    change: (d) => {
      d.variants["always-on"]?.notFitted.push("R6")
    },
    id: "erc/part-not-fitted",
    says: /leaves R6 empty/,
  },
  {
    what: "a variant with an unknown part",
    rule: populated,
    change: (d) => {
      d.variants["always-on"]?.notFitted.push("R9")
    },
    id: "erc/part-not-fitted",
    says: /no such part/,
  },
  {
    what: "converter for 12 V",
    rule: rated,
    change: (d) => setRecord(d, "J2", { ratings: { maxVoltageV: 34.9, source: "test" } }),
    id: "erc/rating",
    says: /J2: rated voltage \(on V24\) is 34\.9 V, at least 35 V/,
  },
  {
    what: "capacitor across 24 V",
    rule: ratings,
    change: (d) => {
      move(d, "C5.1", "V24")
      setRecord(d, "C5", { ratings: { maxVoltageV: 25, source: "test" } })
    },
    id: "erc/rating",
    says: /C5/,
  },
  {
    what: "Schottky of 20 V",
    rule: rated,
    change: (d) => setRecord(d, "D1", { ratings: { reverseVoltageV: 24.9, source: "test" } }),
    id: "erc/reverse-voltage",
    says: /D1: reverse voltage is 24\.9 V, at least 25 V/,
  },
]

describe("part numbers", () => {
  it.each([
    ["U2", "ESP32-WROOM-32E-N4", true],
    ["U2", "ESP32-WROOM-32E-N16", true],
    ["U2", "ESP32-WROOM-32E-N4R2", false],
    ["U1", "MAX3232ESE+T", true],
    ["U1", "MAX3232CSE+", true],
    ["U1", "MAX3232EESE+", true],
    ["U1", "SP3232EEN-L/TR", true],
    ["U1", "MAX3232EWE+", false],
    ["U1", "MAX3232CUE+", false],
  ])("%s = %s", (part, mpn, good) => {
    expect(rules(partChoice(input((d) => setRecord(d, part, { mpn }))))).toEqual(
      good ? [] : ["erc/part-choice"],
    )
  })
})

describe("electrical rules", () => {
  itCatches(faults)

  it.each([
    [99.9e-9, false],
    [100e-9, true],
    [1e-7, true],
    [470e-9, true],
  ])("pump capacitor of %d F", (farads, good) => {
    expect(rules(grave(needs(input((d) => setPart(d, "C1", { farads }))))).length === 0).toBe(good)
  })

  it("says of a capacitor whose rating nobody knows what it has to stand", () => {
    const result = ratings(
      input((d) => setRecord(d, "C5", { ratings: { capacitanceF: 1e-7, source: "test" } })),
    )
    expect(result.findings).toMatchObject([
      { severity: "info", message: "C5: no rated voltage in its record, at least 3.6 V needed" },
    ])
  })

  it.each([
    [34.9, false],
    [35, true],
    [36, true],
  ])("converter rated %d V", (maxVoltageV, good) => {
    const result = rated(input((d) => setRecord(d, "J2", { ratings: { maxVoltageV, source: "test" } })))
    expect(result.findings.length === 0).toBe(good)
  })
})
