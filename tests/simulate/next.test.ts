import { describe, expect, it } from "vitest"
import type { MepPlaces } from "../../components/mep/trials/common"
import { enableIntoLoad } from "../../components/mep/trials/enable"
import { reversed, twoSupplies } from "../../components/mep/trials/faults"
import { bursts, radioPeak, retriedFrame } from "../../components/mep/trials/radio"
import { pluggedIn, startUp } from "../../components/mep/trials/supply"
import { b5819w, diode1n4148w } from "../../components/parts/diodes"
import { pin } from "../../components/parts/helpers"
import { esp32Wroom32eN4 } from "../../components/parts/modules"
import { c0805, fuse100mA, r0805 } from "../../components/parts/passives"
import { max3232 } from "../../components/parts/semiconductors"
import { lmr16006x } from "../../components/spice/converters"
import { smaj28a } from "../../components/spice/diodes"
import { esp32 } from "../../components/spice/esp32"
import { supervisor } from "../../components/spice/ics"
import { electrolytic, inductor } from "../../components/spice/passives"
import { ao3401a, npn3904 } from "../../components/spice/transistors"
import type { CircuitView, Net } from "../../src/model/circuit-view"
import type { Part } from "../../src/model/part"
import type { Scenario } from "../../src/model/simulation"
import {
  findingsOf,
  type Reading,
  runAll,
  runsOf,
  simulated,
  simulationJobs,
} from "../../src/simulate/simulate"
import { circuitPart } from "../check/erc-fixture"
import { engine } from "./engine"

/**
 * A circuit of the next kind, with everything in its supply that a board may have: fuse, diodes, clamp, storage, a
 * converter with its coil, a supervisor, a switched transceiver, a second way in. Every helper stands in it once.
 */

const of = (change: Partial<Part>): Part => ({ ...r0805["0R"], ratings: { source: "a test" }, ...change })
const ways = of({
  id: "j",
  kind: "connector",
  pins: [1, 2, 3, 4, 5].map((n) => pin(n, ["24V", "GND", "ENABLE", "TXD", "RXD"][n - 1] ?? "", "passive")),
})
const usb = of({ id: "usb", kind: "connector", pins: [pin(1, "VBUS", "power-out"), pin(2, "GND", "ground")] })
const tvs: Part = { ...b5819w, id: "tvs", spice: smaj28a }
const can = (farads: number, esr: number): Part =>
  of({
    id: `can-${farads}`,
    kind: "capacitor",
    ratings: { capacitanceF: farads, source: "a test" },
    spice: electrolytic(esr, "a test"),
  })
const coil = of({
  id: "coil",
  kind: "inductor",
  ratings: { inductanceH: 15e-6, source: "a test" },
  spice: inductor(0.1, "a test"),
})
const buck = of({
  ...{ id: "buck", kind: "ic", spice: lmr16006x(3.3) },
  pins: ["CB", "GND", "FB", "SHDN", "VIN", "SW"].map((name, n) => pin(n + 1, name, "passive")),
})
const guard = of({
  ...{
    id: "guard",
    kind: "ic",
    pins: [pin(1, "GND", "ground"), pin(2, "RESET", "output"), pin(3, "VDD", "power-in")],
  },
  spice: supervisor({
    ...{ pins: { vcc: "VDD", gnd: "GND", reset: "RESET" }, thresholdVolts: 2.9, hysteresisVolts: 0.03 },
    ...{ delaySeconds: 0.1, quiescentAmperes: 5e-6, source: "a test" },
  }),
})
const pmos = of({
  id: "pmos",
  kind: "transistor",
  spice: ao3401a,
  pins: ["G", "S", "D"].map((name, n) => pin(n + 1, name, "passive")),
})
const npn = of({
  id: "npn",
  kind: "transistor",
  spice: npn3904,
  pins: ["B", "E", "C"].map((name, n) => pin(n + 1, name, "passive")),
})
const module: Part = { ...esp32Wroom32eN4, spice: esp32("IO32", "IO17", "IO5") }
const ohms = (value: number): Part => ({
  ...r0805["1k"],
  id: `r-${value}`,
  ratings: { resistanceOhm: value, source: "a test" },
})

/** Designator -> record, and pin (by name or number) -> net. */
const sound: Readonly<Record<string, readonly [Part, Readonly<Record<string, string>>]>> = {
  J6: [ways, { "24V": "PORT", GND: "GND", ENABLE: "ENABLE", TXD: "TXD", RXD: "RXD" }],
  J1: [usb, { VBUS: "VBUS", GND: "GND" }],
  F1: [fuse100mA, { 1: "PORT", 2: "FUSED" }],
  D2: [b5819w, { A: "FUSED", K: "VIN" }],
  D4: [b5819w, { A: "VBUS", K: "VIN" }],
  D3: [tvs, { A: "GND", K: "VIN" }],
  C10: [can(100e-6, 0.3), { 1: "VIN", 2: "GND" }],
  U3: [buck, { VIN: "VIN", GND: "GND", SHDN: "VIN", SW: "SW", FB: "FB", CB: "BOOT" }],
  L1: [coil, { 1: "SW", 2: "V3V3" }],
  R10: [ohms(33.2e3), { 1: "V3V3", 2: "FB" }],
  R11: [ohms(10e3), { 1: "FB", 2: "GND" }],
  C11: [c0805["22uF"], { 1: "V3V3", 2: "GND" }],
  C12: [can(220e-6, 0.03), { 1: "V3V3", 2: "GND" }],
  U4: [guard, { VDD: "V3V3", GND: "GND", RESET: "EN" }],
  R1: [ohms(10e3), { 1: "V3V3", 2: "EN" }],
  U2: [module, { "3V3": "V3V3", GND: "GND", EN: "EN", IO32: "POWER", IO17: "TX", IO5: "ON" }],
  R12: [ohms(4.7e3), { 1: "POWER", 2: "BASE" }],
  Q2: [npn, { B: "BASE", E: "GND", C: "GATE" }],
  R13: [ohms(10e3), { 1: "GATE", 2: "V3V3" }],
  Q1: [pmos, { G: "GATE", S: "V3V3", D: "VCC" }],
  U1: [
    max3232,
    {
      VCC: "VCC",
      GND: "GND",
      "V+": "VP",
      "V-": "VN",
      T1IN: "ON",
      T2IN: "TX",
      T1OUT: "T1",
      T2OUT: "TXD",
      R2IN: "RXD",
    },
  ],
  C3: [c0805["100nF"], { 1: "VCC", 2: "VP" }],
  C4: [c0805["100nF"], { 1: "GND", 2: "VN" }],
  C5: [c0805["1uF"], { 1: "VCC", 2: "GND" }],
  D1: [diode1n4148w, { A: "T1", K: "ENABLE" }],
}

function circuit(change: Readonly<Record<string, (typeof sound)[string] | undefined>> = {}): CircuitView {
  const fitted = Object.entries({ ...sound, ...change }).flatMap(([name, one]) =>
    one === undefined ? [] : [[name, ...one] as const],
  )
  const byNet = new Map<string, string[]>()
  for (const [name, record, pins] of fitted)
    for (const [wanted, net] of Object.entries(pins))
      for (const { number } of record.pins.filter(
        (one) => one.name === wanted || String(one.number) === wanted,
      ))
        byNet.set(net, [...(byNet.get(net) ?? []), `${name}.${number}`])
  const nets = [...byNet].map(([name, pins]): Net => ({ name, names: [name], pins }))
  return {
    nets,
    netOf: new Map(nets.flatMap((net) => net.pins.map((one) => [one, net] as const))),
    pins: fitted.flatMap(([name, record]) => record.pins.map(({ number }) => `${name}.${number}`)),
    parts: new Map(fitted.map(([name, record]) => [name, circuitPart(name, record)] as const)),
    facts: { GND: { title: "GND", kind: "ground" } },
    variants: [{ name: "standard", title: "all", notFitted: [] }],
    ...{ defaultVariant: "standard", firmware: {} },
  }
}

const places: MepPlaces = {
  port: ["J6.24V", "J6.GND"],
  input: { at: "U3.VIN", part: "U3", maxVolts: 60, source: "TI LMR16006" },
  ...{
    supply: "U2.3V3",
    copperVolts: 0.05,
    reset: "U2.EN",
    startedBy: 0.12,
    module: "U2",
    transceiver: "U1",
  },
  ...{ transceiverSupply: "U1.VCC", enable: "J6.ENABLE", txd: "J6.TXD", converter: "U3", enableDiode: "D1" },
}
const usbPort = { at: ["J1.VBUS", "J1.GND"], title: "USB" } as const

async function tried(scenario: Scenario, change?: Parameters<typeof circuit>[0]) {
  const jobs = simulationJobs("next", circuit(change), [scenario])
  const results = simulated(jobs, await runAll(runsOf(jobs), engine))
  const [job, result] = [jobs[0], results[0]]
  if (job === undefined || result === undefined) throw new Error("nothing was tried")
  return {
    messages: findingsOf(job, result).map(({ rule, message }) => `${rule}: ${message}`),
    rules: findingsOf(job, result).map(({ rule }) => rule),
    readings: Object.fromEntries(scenario.measures.map(({ id }, n) => [id, result.readings[n] as Reading])),
  }
}

describe("a circuit of the next kind", () => {
  it.each(
    [
      pluggedIn(places, 24),
      pluggedIn(places, 26),
      startUp(places),
      bursts(places),
      retriedFrame(places),
      radioPeak(places),
      enableIntoLoad(places, { volts: 4.3, source: "a test" }),
      reversed(places),
      twoSupplies(places, usbPort),
    ].map((scenario) => [scenario.id, scenario] as const),
  )("%s: holds every limit", async (_id, scenario) => {
    expect((await tried(scenario)).messages).toEqual([])
  })

  it("feeds USB from the port where its diode is bridged, and the port from USB where the other is", async () => {
    const bridged = (name: string) => ({
      [name]: [ohms(0), { 1: sound[name]?.[1].A ?? "", 2: "VIN" }] as const,
    })
    expect((await tried(twoSupplies(places, usbPort), bridged("D4"))).rules).toContain(
      "simulate/back-feed-usb",
    )
    expect((await tried(twoSupplies(places, usbPort), bridged("D2"))).rules).toContain(
      "simulate/back-feed-port",
    )
  })

  it("sags further over a repeated frame without its storage", async () => {
    const small = { C10: [c0805["1uF"], { 1: "VIN", 2: "GND" }] as const }
    const [sound, sagging] = [await tried(retriedFrame(places)), await tried(retriedFrame(places), small)]
    expect(sagging.readings["retry-input"]?.value).toBeLessThan(
      (sound.readings["retry-input"]?.value ?? 0) - 1,
    )
  })

  it("says so where the module never ran", async () => {
    const { rules } = await tried(radioPeak({ ...places, startedBy: 0.01 }))
    expect(rules).toContain("simulate/radio-peak-runs")
  })

  it("does not hold the radio's steepest load without bulk capacitance", async () => {
    const bare = { C11: undefined, C12: [c0805["1uF"], { 1: "V3V3", 2: "GND" }] as const }
    expect((await tried(radioPeak(places), bare)).rules).toContain("simulate/radio-release-supply")
  })

  it("lets go of EN before the supply is up without its supervisor", async () => {
    expect((await tried(startUp(places), { U4: undefined })).rules).toContain("simulate/reset-order")
  })

  it("has no 3.3 V with its divider wrong, and says so", async () => {
    const { rules } = await tried(startUp(places), { R11: [ohms(1e3), { 1: "FB", 2: "GND" }] })
    expect(rules.some((rule) => /start-(peak|supply)/.test(rule))).toBe(true)
  })
})
