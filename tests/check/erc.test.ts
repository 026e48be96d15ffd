import { describe, expect, it } from "vitest"
import { neededCapacitors } from "../../src/check/erc/capacitors"
import { diodeDirection } from "../../src/check/erc/diodes"
import { expectedNetlist } from "../../src/check/erc/expected-netlist"
import { headers } from "../../src/check/erc/headers"
import { groundedInputs, undrivenInputs } from "../../src/check/erc/inputs"
import { links } from "../../src/check/erc/links"
import { mergedNets, singlePinNets } from "../../src/check/erc/net-shape"
import { partChoice } from "../../src/check/erc/part-choice"
import { population } from "../../src/check/erc/population"
import { pullUps } from "../../src/check/erc/pull-ups"
import { ratings } from "../../src/check/erc/ratings"
import { bootStrap, lowStraps } from "../../src/check/erc/straps"
import { noConnectPins, supplyPins } from "../../src/check/erc/supply-pins"
import type { ErcInput } from "../../src/check/erc/view"
import { withUnit } from "../../src/check/erc/view"
import type { CheckResult } from "../../src/finding"
import { type Draft, input, messages, move, rules, setPart, swap } from "./erc-fixture"

type Rule = (input: ErcInput) => CheckResult

const all: readonly Rule[] = [
  partChoice,
  neededCapacitors,
  diodeDirection,
  expectedNetlist,
  headers,
  groundedInputs,
  undrivenInputs,
  links,
  mergedNets,
  singlePinNets,
  population,
  pullUps,
  ratings,
  bootStrap,
  lowStraps,
  noConnectPins,
  supplyPins,
]

interface Fault {
  readonly what: string
  readonly rule: Rule
  readonly change: (draft: Draft) => void
  readonly id: string
  readonly says: RegExp
}

const faults: readonly Fault[] = [
  {
    what: "EN's pull-up missing",
    rule: pullUps,
    change: (d) => move(d, "R1.2", "GND"),
    id: "erc/pull-up",
    says: /U2\.3 \(EN\).*has none/,
  },
  {
    what: "EN's pull-up 0 ohm",
    rule: pullUps,
    change: (d) => setPart(d, "R1", { ohms: 0 }),
    id: "erc/pull-up",
    says: /R1 \(0 ohm\)/,
  },
  {
    what: "IO0's pull-up too large",
    rule: pullUps,
    change: (d) => setPart(d, "R2", { ohms: 101e3 }),
    id: "erc/pull-up",
    says: /1 kohm to 100 kohm.*R2 \(101 kohm\)/,
  },
  {
    what: "two pull-ups on IO0",
    rule: pullUps,
    change: (d) => swap(d, "R1.1", "U2.25"),
    id: "erc/pull-up",
    says: /U2\.3/,
  },
  {
    what: "IO0 not on the jumper",
    rule: bootStrap,
    change: (d) => move(d, "J7.1"),
    id: "erc/boot-strap",
    says: /J7\.1-J7\.2/,
  },
  {
    what: "IO0 grounded by a resistor",
    rule: bootStrap,
    change: (d) => swap(d, "R2.2", "J1.1"),
    id: "erc/boot-strap",
    says: /R2/,
  },
  {
    what: "large capacitor at IO0",
    rule: bootStrap,
    change: (d) => {
      move(d, "C5.1", "IO0_PROGRAM")
      setPart(d, "C5", { farads: 101e-9 })
    },
    id: "erc/boot-strap",
    says: /C5 of 101 nF/,
  },
  {
    what: "MTDI pulled up",
    rule: lowStraps,
    change: (d) => {
      d.nets.MTDI = ["U2.14"]
      move(d, "R2.1", "MTDI")
    },
    id: "erc/low-strap",
    says: /U2\.14 \(IO12\).*R2/,
  },
  {
    what: "IO2 on 3V3",
    rule: lowStraps,
    change: (d) => move(d, "U2.24", "V3V3"),
    id: "erc/low-strap",
    says: /U2\.24 \(IO2\).*net V3V3/,
  },
  {
    what: "thermal pad forgotten",
    rule: supplyPins,
    change: (d) => {
      move(d, "U2.39")
      d.pins.delete("U2.39")
    },
    id: "erc/supply-pin",
    says: /U2\.39 \(GND\) is missing/,
  },
  {
    what: "a ground pin open",
    rule: supplyPins,
    change: (d) => move(d, "U2.15"),
    id: "erc/supply-pin",
    says: /U2\.15 \(GND\) is on no net/,
  },
  {
    what: "module fed from the buck directly",
    rule: supplyPins,
    change: (d) => move(d, "U2.2", "BUCK_OUT"),
    id: "erc/supply-pin",
    says: /U2\.2 \(3V3\) is on net BUCK_OUT/,
  },
  {
    what: "flash pin used",
    rule: noConnectPins,
    change: (d) => swap(d, "U2.8", "U2.17"),
    id: "erc/no-connect",
    says: /U2\.17 \(NC\)/,
  },
  {
    what: "pin 32 used",
    rule: noConnectPins,
    change: (d) => move(d, "U2.32", "ESP_TXD0"),
    id: "erc/no-connect",
    says: /U2\.32/,
  },
  {
    what: "UART not crossed at the module",
    rule: links,
    change: (d) => swap(d, "U2.27", "U2.28"),
    id: "erc/uart-crossing",
    says: /TXD2 to the driver T2IN/,
  },
  {
    what: "meter's TXD and RXD swapped",
    rule: links,
    change: (d) => swap(d, "J6.5", "J6.2"),
    id: "erc/uart-crossing",
    says: /T2OUT to the meter's TXD/,
  },
  {
    what: "R5 bypassed",
    rule: links,
    change: (d) => move(d, "J6.5", "TXD_RS232"),
    id: "erc/uart-crossing",
    says: /J6\.5/,
  },
  {
    what: "GPIO5 elsewhere",
    rule: links,
    change: (d) => swap(d, "U2.29", "U2.30"),
    id: "erc/enable-chain",
    says: /MEP enable to the driver T1IN/,
  },
  {
    what: "diode left out of ENABLE",
    rule: links,
    change: (d) => move(d, "R7.1", "ENABLE_RS232"),
    id: "erc/enable-chain",
    says: /R7 is not on net ENABLE_DIODE/,
  },
  {
    what: "console swapped",
    rule: links,
    change: (d) => swap(d, "U2.34", "U2.35"),
    id: "erc/console",
    says: /RXD0/,
  },
  {
    what: "diode reversed",
    rule: diodeDirection,
    change: (d) => swap(d, "D1.1", "D1.2"),
    id: "erc/diode-direction",
    says: /wrong way round/,
  },
  {
    what: "diode elsewhere",
    rule: diodeDirection,
    change: (d) => move(d, "D1.2", "GND"),
    id: "erc/diode-direction",
    says: /not on the net of U1\.14/,
  },
  {
    what: "flying capacitor on a wrong pin",
    rule: neededCapacitors,
    change: (d) => swap(d, "C1.2", "C2.2"),
    id: "erc/capacitor",
    says: /C1\+/,
  },
  {
    what: "V- to VCC",
    rule: neededCapacitors,
    change: (d) => move(d, "C4.1", "VCC_RS232"),
    id: "erc/capacitor",
    says: /reservoir at V-/,
  },
  {
    what: "too small a pump capacitor",
    rule: neededCapacitors,
    change: (d) => setPart(d, "C2", { farads: 99e-9 }),
    id: "erc/capacitor-value",
    says: /C2: 99 nF, at least 100 nF/,
  },
  {
    what: "unused receiver floating",
    rule: groundedInputs,
    change: (d) => move(d, "U1.13"),
    id: "erc/unused-input",
    says: /U1\.13 \(R1IN\)/,
  },
  {
    what: "RXD2 driven by nothing",
    rule: undrivenInputs,
    change: (d) => {
      move(d, "J6.2")
    },
    id: "erc/undriven-input",
    says: /U1\.8 \(R2IN\)/,
  },
  {
    what: "FTDI supply on the wrong pin",
    rule: headers,
    change: (d) => {
      move(d, "J5.3")
      move(d, "J5.2", "V3V3")
    },
    id: "erc/programming-header",
    says: /J5\.2 \(CTS#, brown\).*must stay open/,
  },
  {
    what: "MEP plug mirrored",
    rule: headers,
    change: (d) => swap(d, "J6.3", "J6.4"),
    id: "erc/meter-port",
    says: /official MEP pin 5\) is on net MEP_ENABLE, it must be on net V24/,
  },
  {
    what: "R3 and R4 both",
    rule: population,
    change: (d) => {
      d.variants["always-on"] = { title: "", notFitted: [] }
    },
    id: "erc/exactly-one",
    says: /always-on fits R3 and R4/,
  },
  {
    what: "neither R3 nor R4",
    rule: population,
    change: (d) => {
      d.variants["always-on"] = { title: "", notFitted: ["R3", "R4"] }
    },
    id: "erc/exactly-one",
    says: /fits none/,
  },
  {
    what: "R6 left out",
    rule: population,
    change: (d) => {
      d.variants["always-on"]?.notFitted.push("R6")
    },
    id: "erc/part-not-fitted",
    says: /leaves R6 empty/,
  },
  {
    what: "a variant with an unknown part",
    rule: population,
    change: (d) => {
      d.variants["always-on"]?.notFitted.push("R9")
    },
    id: "erc/part-not-fitted",
    says: /no such part/,
  },
  {
    what: "net name misspelt",
    rule: singlePinNets,
    change: (d) => move(d, "R1.2", "V3V"),
    id: "erc/single-pin-net",
    says: /V3V has one pin only, R1\.2/,
  },
  {
    what: "net without pins",
    rule: singlePinNets,
    change: (d) => {
      d.nets.SPARE = []
    },
    id: "erc/single-pin-net",
    says: /SPARE has no pin/,
  },
  {
    what: "net missing",
    rule: expectedNetlist,
    change: (d) => {
      delete d.nets.ESP_TXD0
    },
    id: "erc/net-missing",
    says: /ESP_TXD0 is not in the circuit/,
  },
  {
    what: "net too many",
    rule: expectedNetlist,
    change: (d) => {
      d.nets.LED = ["U2.26", "U2.33"]
    },
    id: "erc/net-extra",
    says: /LED \(U2\.26, U2\.33\)/,
  },
  {
    what: "pin on another net",
    rule: expectedNetlist,
    change: (d) => move(d, "U2.28", "RXD2_TTL"),
    id: "erc/wrong-net",
    says: /U2\.28 \(IO17\) is on net RXD2_TTL, expected net TXD2_TTL/,
  },
  {
    what: "open pin connected",
    rule: expectedNetlist,
    change: (d) => move(d, "U2.26", "GND"),
    id: "erc/wrong-net",
    says: /U2\.26 \(IO4\) is on net GND, expected nothing/,
  },
  {
    what: "pin missing",
    rule: expectedNetlist,
    change: (d) => {
      move(d, "U2.39")
      d.pins.delete("U2.39")
    },
    id: "erc/pin-missing",
    says: /U2\.39/,
  },
  {
    what: "converter for 12 V",
    rule: ratings,
    change: (d) => setPart(d, "J2", { ratings: { maxVoltageV: 34.9, source: "test" } }),
    id: "erc/rating",
    says: /J2: rated voltage \(on V24\) is 34\.9 V, at least 35 V/,
  },
  {
    what: "capacitor across 24 V",
    rule: ratings,
    change: (d) => {
      move(d, "C5.1", "V24")
      setPart(d, "C5", { ratings: { maxVoltageV: 25, source: "test" } })
    },
    id: "erc/rating",
    says: /C5/,
  },
  {
    what: "Schottky of 20 V",
    rule: ratings,
    change: (d) => setPart(d, "D1", { ratings: { reverseVoltageV: 24.9, source: "test" } }),
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
    expect(rules(partChoice(input((d) => setPart(d, part, { mpn }))))).toEqual(
      good ? [] : ["erc/part-choice"],
    )
  })
})

describe("electrical rules", () => {
  it("have nothing to say of the sound circuit", () => {
    for (const rule of all) expect(messages(rule(input()))).toBe("")
  })

  it.each(faults)("$what: $id", ({ rule, change, id, says }) => {
    const result = rule(input(change))
    expect(rules(result)).toContain(id)
    expect(messages(result)).toMatch(says)
  })

  it("joined nets are named", () => {
    const base = input()
    const joined = { name: "GND", names: ["GND", "V3V3"], pins: ["U2.1", "U2.2"] }
    const result = mergedNets({ ...base, nets: [joined, ...base.nets.slice(1)] })
    expect(rules(result)).toEqual(["erc/merged-nets"])
    expect(messages(result)).toMatch(/GND and V3V3/)
  })

  it.each([
    ["pull-up", 999, false],
    ["pull-up", 1e3, true],
    ["pull-up", 100e3, true],
    ["pull-up", 100_001, false],
  ])("limits of the %s: %d ohm", (_, ohms, good) => {
    expect(rules(pullUps(input((d) => setPart(d, "R2", { ohms })))).length === 0).toBe(good)
  })

  it.each([
    [99.9e-9, false],
    [100e-9, true],
    [1e-7, true],
    [470e-9, true],
  ])("pump capacitor of %d F", (farads, good) => {
    expect(rules(neededCapacitors(input((d) => setPart(d, "C1", { farads })))).length === 0).toBe(good)
  })

  it("a capacitor of 100 nF may stay at IO0", () => {
    expect(rules(bootStrap(input((d) => move(d, "C5.1", "IO0_PROGRAM"))))).toEqual([])
  })

  it.each([
    [34.9, false],
    [35, true],
    [36, true],
  ])("converter rated %d V", (maxVoltageV, good) => {
    const result = ratings(input((d) => setPart(d, "J2", { ratings: { maxVoltageV, source: "test" } })))
    expect(result.findings.length === 0).toBe(good)
  })
})

it("values are written with their prefix", () => {
  expect([100e-9, 10_000, 0, 0.042, 1e-6].map((value) => withUnit(value, "x"))).toEqual([
    "100 nx",
    "10 kx",
    "0 x",
    "42 mx",
    "1 ux",
  ])
})
