import { describe, expect, it } from "vitest"
import { pinHeader } from "../../components/parts/connectors"
import { diode1n4007On0805 } from "../../components/parts/diodes"
import { c0805, r0805 } from "../../components/parts/passives"
import { max3232 } from "../../components/parts/semiconductors"
import { notThisNumber } from "../../src/claims/choice"
import { netStands, standsReverse } from "../../src/claims/ratings"
import { anodeAt, carries, link, onNet, together } from "../../src/claims/signals"
import { supplyDrop } from "../../src/claims/supply-drop"
import type { CopperPath } from "../../src/model/circuit-view"
import { said, viewOf } from "./circuit"

const R = r0805["100R"]
const parts = { U1: max3232, R1: R, R2: R, D1: diode1n4007On0805, J1: pinHeader(1, 4), C1: c0805["100nF"] }
type Nets = Readonly<Record<string, string>>
const view = (nets: Nets) => viewOf({ nets, parts })

describe("a signal path", () => {
  const claim = link("T1OUT to the plug", "U1.T1OUT", ["D1", "R1"], "J1.2")
  const sound = { A: "U1.14 D1.2", B: "D1.1 R1.1", C: "R1.2 J1.2" }

  it.each<[string, Nets, readonly string[]]>([
    ["passes the parts named", sound, []],
    ["either way round", { A: "U1.14 D1.1", B: "D1.2 R1.2", C: "R1.1 J1.2" }, []],
    ["in their order", { A: "U1.14 R1.1", B: "R1.2 D1.1", C: "D1.2 J1.2" }, ["D1 is not on net A"]],
    [
      "and no other part",
      { A: "U1.14 R2.1", X: "R2.2 D1.2", B: "D1.1 R1.1", C: "R1.2 J1.2" },
      ["D1 is not on net A"],
    ],
    ["bypasses none", { A: "U1.14 D1.2 D1.1", B: "R1.1", C: "R1.2 J1.2" }, ["D1 is not on net A"]],
    ["ends where it is to", { ...sound, C: "R1.2 J1.3" }, ["J1.2 (2) is on no net, it must be on net C"]],
    ["begins where it is to", { B: "D1.1 R1.1", C: "R1.2 J1.2" }, ["U1.14 (T1OUT) is on no net"]],
  ])("%s", (_, nets, expected) => {
    expect(said(claim, view(nets))).toEqual(
      expected.map((words) => `T1OUT to the plug (U1.14 - D1 - R1 - J1.2): ${words}`),
    )
  })

  it("of no parts is one net", () => {
    const claim = together("the clock", "U1.T1IN", "J1.1")
    expect(said(claim, view({ A: "U1.11 J1.1" }))).toEqual([])
    expect(said(claim, view({ A: "U1.11", B: "J1.1" }))).toHaveLength(1)
  })
})

describe("a pin on a net of a name", () => {
  it("is on it, and on no other", () => {
    const claim = onNet("the console", "U1.T1IN", "TXD0")
    expect(said(claim, view({ TXD0: "U1.11" }))).toEqual([])
    expect(said(claim, view({ TXD1: "U1.11" }))).toEqual([
      "the console: U1.11 (T1IN) is on net TXD1, it must be on net TXD0",
    ])
    expect(said(claim, view({}))).toHaveLength(1)
  })
})

describe("a connector", () => {
  const claim = carries("the cable", "J1", { 1: "GND", 2: null, 3: "TX" }, { 2: "brown" })

  it.each<[string, Nets, readonly string[]]>([
    ["carries what the other side expects", { GND: "J1.1", TX: "J1.3" }, []],
    [
      "not something else",
      { GND: "J1.1", RX: "J1.3" },
      ["the cable: J1.3 is on net RX, it must be on net TX"],
    ],
    ["not nothing", { TX: "J1.3" }, ["the cable: J1.1 is on no net, it must be on net GND"]],
    [
      "nothing where it must be open",
      { GND: "J1.1 J1.2", TX: "J1.3" },
      ["the cable: J1.2 (brown) is on net GND, it must stay open"],
    ],
  ])("%s", (_, nets, expected) => {
    expect(said(claim, view(nets))).toEqual(expected)
  })
})

describe("a diode", () => {
  it("has its anode at the pin that drives it", () => {
    const claim = anodeAt("D1", "U1.T1OUT")
    expect(said(claim, view({ A: "U1.14 D1.2", B: "D1.1" }))).toEqual([])
    expect(said(claim, view({ A: "U1.14 D1.1", B: "D1.2" })).join()).toMatch(/^D1 is the wrong way round/)
    expect(said(claim, view({ A: "U1.14", B: "D1.2" })).join()).toMatch(
      /^D1's anode \(D1\.2\) is not on the net/,
    )
    expect(said(claim, view({ B: "D1.2" }))).toHaveLength(1)
  })

  it("stands what it must in reverse", () => {
    const claim = (volts: number) => standsReverse("D1", volts, "the line")
    expect(said(claim(1000), view({}))).toEqual([])
    expect(said(claim(1001), view({}))).toEqual(["D1: reverse voltage is 1000 V, at least 1001 V needed"])
    expect(said(standsReverse("R1", 1, "the line"), view({}))).toEqual([
      "R1: reverse voltage is not in its record, at least 1 V needed",
    ])
  })
})

describe("what touches a net", () => {
  it("stands its volts: by its record, but bare metal", () => {
    const claim = (volts: number) => netStands("V24", volts, "the meter")
    const nets = { V24: "R1.1 C1.1 J1.1", GND: "C1.2" }
    expect(said(claim(50), view(nets))).toEqual([])
    expect(said(claim(51), view(nets))).toEqual(["C1: rated voltage (on V24) is 50 V, at least 51 V needed"])
    expect(said(claim(12), view({ V24: "U1.16" }))).toEqual([
      "U1: rated voltage (on V24) is not in its record, at least 12 V needed",
    ])
    expect(said(claim(12), view({}))).toEqual([])
  })
})

it("a part number that looks alike is refused", () => {
  const claim = notThisNumber("U1", /^MAX3232C/, "too warm")
  const fitted = (mpn: string) => viewOf({ nets: {}, parts: { ...parts, U1: { ...max3232, mpn } } })
  expect(said(claim, fitted("MAX3232ESE"))).toEqual([])
  expect(said(claim, fitted("MAX3232CSE"))).toEqual(["U1 is to be MAX3232CSE: too warm"])
})

describe("the drop in a supply's copper", () => {
  const claim = supplyDrop(
    [
      ["J1.1", "R1.1"],
      ["R1.2", "U1.VCC"],
    ],
    0.5,
    0.1,
  )
  const nets = { A: "J1.1 R1.1", VCC: "R1.2 U1.16" }
  const path = (ohms: number): CopperPath => ({ ohms, mainLengthMm: 10, viasPassed: 1 })

  it("is that of all legs together", () => {
    const of = (first: number, second: number) =>
      said(claim, view(nets), (from) => path(from === "J1.1" ? first : second))
    expect(of(0.1, 0.0999)).toEqual([])
    expect(of(0.1, 0.1)).toEqual([
      "100 mV are lost from J1.1 to U1.16 at 0.5 A (200 mOhm), less than 100 mV allowed: wider or shorter tracks on A and VCC",
    ])
  })

  it("is not known where there is no copper, or the leg's ends are two nets", () => {
    expect(said(claim, view(nets), (from) => (from === "J1.1" ? path(0.01) : undefined))).toEqual([
      "no copper of net VCC leads from R1.2 to U1.16: what it feeds has no supply",
    ])
    expect(said(claim, view({ ...nets, VCC: "R1.2", X: "U1.16" }), () => path(0.01))).toEqual([
      "no copper of net VCC leads from R1.2 to U1.16: what it feeds has no supply",
    ])
  })
})
