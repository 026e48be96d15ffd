import { describe, expect, it } from "vitest"
import { pinHeader } from "../../components/parts/connectors"
import { named } from "../../components/parts/helpers"
import { esp32Wroom32eN4 } from "../../components/parts/modules"
import { r0805 } from "../../components/parts/passives"
import { max3232 } from "../../components/parts/semiconductors"
import type { PinNets } from "../../src/board/parts"
import { netsOfPins, pinAttributes, pinLabels, pinsReferred } from "../../src/board/pins"
import type { Part } from "../../src/model/part"

/** Nets by pin and what is said. */
function read(part: Part, ...given: readonly PinNets[]) {
  const said: string[] = []
  const nets = netsOfPins(part, given, (fault) => said.push(fault))
  return { nets: Object.fromEntries(nets), said }
}

describe("nets of pins", () => {
  it("are found by name, by number, and by a name that several pins share", () => {
    const { nets, said } = read(esp32Wroom32eN4, { GND: "GND", "3V3": "V3V3", 25: "BOOT", IO32: "LED" })
    expect(nets).toEqual({ 1: "GND", 15: "GND", 38: "GND", 39: "GND", 2: "V3V3", 25: "BOOT", 8: "LED" })
    expect(said).toEqual([])
  })

  it("come from every place that says some", () => {
    expect(read(r0805["10k"], { 1: "A" }, { 2: "B" })).toEqual({ nets: { 1: "A", 2: "B" }, said: [] })
    expect(read(r0805["10k"], { 1: "A" }, { 1: "A" })).toEqual({ nets: { 1: "A" }, said: [] })
  })

  it.each<[string, Part, readonly PinNets[], string]>([
    [
      "a misspelt pin",
      esp32Wroom32eN4,
      [{ I032: "A" }],
      'ESP32-WROOM-32E has no pin "I032": did you mean "IO32"?',
    ],
    ["a pin like none", max3232, [{ ENABLE: "A" }], 'MAX3232 has no pin "ENABLE"'],
    ["a number too many", r0805["10k"], [{ 3: "A" }], '10k has no pin "3": did you mean "1"?'],
    ["a pin on two nets", r0805["10k"], [{ 1: "A" }, { 1: "B" }], "pin 1 is on net A and on net B"],
    [
      "a pin on two nets, by name and number",
      esp32Wroom32eN4,
      [{ IO32: "A", 8: "B" }],
      "pin 8 (IO32) is on net B and on net A",
    ],
    [
      "one of a shared name elsewhere",
      esp32Wroom32eN4,
      [{ GND: "GND" }, { 39: "PAD" }],
      "pin 39 (GND) is on net GND and on net PAD",
    ],
    ["no net", r0805["10k"], [{ 1: "" }], "pin 1 is put on a net without a name, which is no net"],
  ])("%s is said", (_, part, given, fault) => {
    expect(read(part, ...given).said).toEqual([fault])
  })

  it("of a name that JavaScript does not know are said, never one net of their own", () => {
    const nets: Record<string, string> = {}
    const typo = { 1: nets.V3V, 2: nets.GDN } as unknown as PinNets
    expect(read(r0805["10k"], typo)).toEqual({
      nets: {},
      said: ["pin 1 is put on undefined, which is no net", "pin 2 is put on undefined, which is no net"],
    })
  })

  it("by a word that is one pin's name and another's number are said: it would join both", () => {
    const mirrored = named(pinHeader(1, 3), { 1: "3", 3: "1" })
    expect(read(mirrored, { 3: "V24" }).said).toEqual([
      '"3" is the name of pin 1 and the number of another: which is meant?',
    ])
    expect(read(mirrored, { 2: "GND" }).said).toEqual([])
  })
})

describe("a pin's reference", () => {
  const parts = { U2: esp32Wroom32eN4 }
  it.each([
    ["U2.IO16", ["U2.27"]],
    ["U2.27", ["U2.27"]],
    ["U2.GND", ["U2.1", "U2.15", "U2.38", "U2.39"]],
    ["U2.IO99", []],
    ["U3.1", []],
    ["U2", []],
  ])("%s is %j", (reference, pins) => {
    expect(pinsReferred(parts, reference)).toEqual(pins)
  })
})

describe("what tscircuit is told of pins", () => {
  it("labels are words of its own, each once", () => {
    const labels = pinLabels(esp32Wroom32eN4.pins)
    expect(labels).toMatchObject({ pin1: "GND_1", pin2: "VDD_3V3", pin3: "EN", pin39: "GND_39" })
    expect(new Set(Object.values(labels)).size).toBe(39)
    expect(pinLabels(max3232.pins)).toMatchObject({ pin1: "C1P", pin2: "VP", pin6: "VN" })
    expect(pinLabels([{ number: 1, name: "A/B", role: "input" }])).toEqual({ pin1: "A_B" })
  })

  it("roles are its attributes", () => {
    const attributes = pinAttributes(max3232.pins)
    expect(attributes.pin16).toEqual({ requiresPower: true, mustBeConnected: true })
    expect(attributes.pin7).toEqual({ isOutput: true })
  })
})
