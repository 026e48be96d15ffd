import { describe, expect, it } from "vitest"
import { parts } from "../../boards/mep-smd/assembly"
import { mepNets } from "../../components/mep/nets"
import { meterPort, officialMepPin } from "../../components/mep/parts"
import { allParts } from "../../components/parts"
import { pinAttributes, pinLabels } from "../../src/board/pins"
import type { Part } from "../../src/model/part"
import { expectedNets } from "../boards/mep-netlist"

const records: Readonly<Record<string, Part>> = parts

const pinOf = (name: string) => {
  const [designator = "", number = ""] = name.split(".")
  return records[designator]?.pins.find((one) => one.number === Number(number))
}

describe("nets", () => {
  it("are those of the circuit", () => {
    expect(Object.keys(mepNets).sort()).toEqual(Object.keys(expectedNets).sort())
  })

  it("have their nominal volts inside their range", () => {
    for (const [name, net] of Object.entries(mepNets)) {
      const nominal = "nominalVolts" in net ? net.nominalVolts : net.minVolts
      expect(nominal, name).toBeGreaterThanOrEqual(net.minVolts)
      expect(nominal, name).toBeLessThanOrEqual(net.maxVolts)
    }
  })
})

describe("pins", () => {
  it("have labels tscircuit takes, each once in its part", () => {
    for (const { id, pins } of [...Object.values(records), ...allParts]) {
      const labels = Object.values(pinLabels(pins))
      for (const label of labels) expect(label, id).toMatch(/^[A-Za-z0-9_]+$/)
      expect(new Set(labels).size, id).toBe(labels.length)
    }
  })

  it("stand what their net carries", () => {
    let checked = 0
    for (const [name, list] of Object.entries(expectedNets)) {
      const { domain } = mepNets[name as keyof typeof mepNets]
      for (const pin of list.split(" ")) {
        const allowed = pinOf(pin)?.domains
        if (allowed !== undefined) checked++
        expect(allowed === undefined || allowed.includes(domain), `${pin} on ${name} (${domain})`).toBe(true)
      }
    }
    expect(checked).toBeGreaterThan(40)
  })

  it("that lead nowhere on the module must not be connected", () => {
    const attributes = pinAttributes(parts.U2.pins)
    const open = Object.entries(attributes).flatMap(([pin, { doNotConnect }]) => (doNotConnect ? [pin] : []))
    expect(open).toEqual([17, 18, 19, 20, 21, 22, 32].map((number) => `pin${number}`))
  })

  it("of the meter's port carry the meter's own numbers", () => {
    const official = Object.fromEntries(
      meterPort.pins.map(({ number, name }) => [officialMepPin[number], name]),
    )
    expect(official).toEqual({ 1: "GND", 2: "ENABLE", 3: "TXD", 4: "RXD", 5: "+24V", 6: "NC" })
  })
})

describe("the parts of the SMD board", () => {
  it("are no ESP32 module with PSRAM, which would take GPIO16", () => {
    for (const { mpn = "" } of [...Object.values(records), ...allParts])
      expect(mpn).not.toMatch(/WROOM-32E-.*R\d$/)
  })

  it("are the narrow MAX3232", () => expect(parts.U1.mpn).toMatch(/(ESE|CSE|EEN)/))

  it("are rated for their place: D1 and capacitors at twice RS-232's 5.5 V, the buck at 26 V", () => {
    expect(parts.D1.ratings?.reverseVoltageV).toBeGreaterThanOrEqual(25)
    expect(parts.C1.ratings?.maxVoltageV).toBeGreaterThanOrEqual(16)
    expect(parts.J2.ratings?.maxVoltageV).toBeGreaterThanOrEqual(35)
  })

  it("are a buck module of 23 x 17 mm over pads 19 x 12 mm apart", () => {
    const corners = [parts.J1, parts.J2, parts.J3, parts.J4].map(({ package: { land } }) => {
      if (land.courtyard.shape !== "outline") throw new Error("a corner's courtyard is an outline")
      const xs = land.courtyard.points.map(({ x }) => Math.abs(x))
      const ys = land.courtyard.points.map(({ y }) => Math.abs(y))
      return { inner: [Math.max(...xs), Math.max(...ys)], outer: [Math.min(...xs), Math.min(...ys)] }
    })
    // From a pad to the module's middle (less the gap between quarters), and to its edge.
    for (const { inner } of corners) expect(inner).toEqual([9.49, 5.99])
    expect(corners.map(({ outer }) => outer)).toEqual([
      [2, 3],
      [2, 2],
      [2, 3],
      [2, 2],
    ])
  })
})
