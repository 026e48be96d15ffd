import { describe, expect, it } from "vitest"
import { buckPins } from "../../components/BuckConverter"
import { buckModule, buckPads } from "../../components/buck-geometry"
import { diodePins } from "../../components/Diode"
import { esp32Wroom32ePins } from "../../components/Esp32Wroom32e"
import { jumperBlockPins } from "../../components/JumperBlock"
import { max3232Pins } from "../../components/Max3232"
import { meterPortPins, officialMepPin } from "../../components/MeterPort"
import { netNames, nets } from "../../components/nets"
import { programmingHeaderPins } from "../../components/ProgrammingHeader"
import { type Pin, pinAttributes, pinLabels } from "../../components/pins"
import { expectedNets } from "../boards/mep-netlist"

const pinsOf = {
  U1: max3232Pins,
  U2: esp32Wroom32ePins,
  D1: diodePins,
  J1: [buckPins.J1],
  J2: [buckPins.J2],
  J3: [buckPins.J3],
  J4: [buckPins.J4],
  J5: programmingHeaderPins,
  J6: meterPortPins,
  J7: jumperBlockPins,
} satisfies Record<string, readonly Pin[]>

const pinOf = (name: string): Pin | undefined => {
  const [part = "", number = ""] = name.split(".")
  const pins: readonly Pin[] = part in pinsOf ? pinsOf[part as keyof typeof pinsOf] : []
  return pins.find((one) => one.number === Number(number))
}

describe("nets", () => {
  it("are the 26 of the circuit", () => {
    expect([...netNames].sort()).toEqual(Object.keys(expectedNets).sort())
  })

  it("have their nominal volts inside their range", () => {
    for (const name of netNames) {
      const { minVolts, maxVolts } = nets[name]
      const nominal = "nominalVolts" in nets[name] ? nets[name].nominalVolts : minVolts
      expect(nominal, name).toBeGreaterThanOrEqual(minVolts)
      expect(nominal, name).toBeLessThanOrEqual(maxVolts)
    }
  })
})

describe("pins", () => {
  it("number as the packages do", () => {
    const count = (part: keyof typeof pinsOf) => pinsOf[part].map(({ number }) => number)
    expect(count("U1")).toEqual(Array.from({ length: 16 }, (_, i) => i + 1))
    expect(count("U2")).toEqual(Array.from({ length: 39 }, (_, i) => i + 1))
    expect(count("J6").sort()).toEqual([1, 2, 3, 4, 5, 6])
  })

  it("have labels tscircuit takes, each once in its part", () => {
    for (const pins of Object.values(pinsOf)) {
      const labels = Object.values(pinLabels(pins))
      for (const label of labels) expect(label).toMatch(/^[A-Za-z0-9_]+$/)
      expect(new Set(labels).size).toBe(labels.length)
    }
  })

  it("stand what their net carries", () => {
    for (const [name, list] of Object.entries(expectedNets)) {
      const { domain } = nets[name as keyof typeof nets]
      for (const pin of list.split(" ")) {
        const allowed = pinOf(pin)?.domains
        expect(allowed === undefined || allowed.includes(domain), `${pin} on ${name} (${domain})`).toBe(true)
      }
    }
  })

  it("that lead nowhere on the module must not be connected", () => {
    const attributes = pinAttributes(pinsOf.U2)
    for (const number of [17, 18, 19, 20, 21, 22, 32]) {
      expect(attributes[`pin${number}`]?.doNotConnect).toBe(true)
    }
    expect(Object.values(attributes).filter(({ doNotConnect }) => doNotConnect === true)).toHaveLength(7)
  })

  it("of the meter's port carry the meter's own numbers", () => {
    const official = Object.fromEntries(pinsOf.J6.map(({ number, name }) => [officialMepPin[number], name]))
    expect(official).toEqual({ 1: "GND", 2: "ENABLE", 3: "TXD", 4: "RXD", 5: "+24V", 6: "NC" })
  })
})

describe("the buck module", () => {
  it("is 23 x 17 mm over pads 19 x 12 mm apart", () => {
    expect(buckModule.pitchX + 2 * buckModule.edgeX).toBe(23)
    expect(buckModule.pitchY + buckModule.edgeUpper + buckModule.edgeLower).toBe(17)
  })

  it("moves as one", () => {
    const here = buckPads({ x: 0, y: 0 })
    const there = buckPads({ x: 1, y: -2 })
    expect(there.map(({ x, y }) => [x, y])).toEqual(here.map(({ x, y }) => [x + 1, y - 2]))
  })
})
