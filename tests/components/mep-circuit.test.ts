import { describe, expect, it } from "vitest"
import { parts } from "../../boards/mep-smd/assembly"
import { gpio } from "../../components/mep/circuit"
import { firmware, jumper } from "../../components/mep/claims"
import { mepNets } from "../../components/mep/nets"
import original from "../../components/mep/original-netlist.json"
import { officialMepPin } from "../../components/mep/parts"
import { allParts } from "../../components/parts"
import { buckXl1509 } from "../../components/parts/modules"
import { pinAttributes, pinLabels } from "../../src/board/pins"
import type { NetFacts } from "../../src/model/net"
import type { Pin } from "../../src/model/part"
import { naturalOrder } from "../../src/natural-order"
import { expectedNets, expectedOpen } from "../boards/mep-netlist"
import { described } from "../mep-smd"

const names = Object.keys(mepNets)
const facts: Readonly<Record<string, NetFacts>> = mepNets
const records: Readonly<Record<string, { readonly pins: readonly Pin[] }>> = parts

const pinOf = (name: string): Pin | undefined => {
  const [part = "", number = ""] = name.split(".")
  return records[part]?.pins.find((one) => one.number === Number(number))
}

/** Our nets as the circuit states them, before anything is rendered: name -> pins. */
const stated: Record<string, string> = {}
for (const [part, pins] of described.nets)
  for (const [pin, net] of pins)
    stated[net] = `${stated[net] ?? ""} ${part}.${pin}`.trim().split(" ").sort(naturalOrder).join(" ")

describe("the MEP circuit", () => {
  it("joins what the original joins, under our names, pin for pin", () => {
    expect(stated).toEqual(expectedNets)
  })

  it("leaves open what the original leaves open", () => {
    const all = Object.entries(parts).flatMap(([part, { pins }]) =>
      pins.map(({ number }) => `${part}.${number}`),
    )
    const joined = new Set(Object.values(stated).flatMap((pins) => pins.split(" ")))
    expect(all.filter((pin) => !joined.has(pin)).sort(naturalOrder)).toEqual(
      expectedOpen.split(" ").sort(naturalOrder),
    )
  })

  it("is held against a copy of the original's netlist that nobody has touched", () => {
    const groups = (nets: Readonly<Record<string, readonly string[]>>) =>
      Object.values(nets)
        .map((pins) => [...pins].sort(naturalOrder).join(" "))
        .sort()
    expect(groups(original.nets)).toEqual(Object.values(expectedNets).sort())
    expect(original.unconnected.join(" ")).toBe(expectedOpen)
  })

  it("has a record for every pin that it joins", () => {
    for (const pin of Object.values(expectedNets).flatMap((pins) => pins.split(" ")))
      expect(pinOf(pin), pin).toBeDefined()
  })

  it("gives the firmware the pins that it uses: NES-MEP.h, and Serial2 on the core's default pins", () => {
    expect(gpio).toEqual({ transceiverPower: "IO32", rxd2: "IO16", txd2: "IO17", mepEnable: "IO5" })
    expect(described.board.firmware).toEqual({
      "U2.8": "output",
      "U2.27": "input",
      "U2.28": "output",
      "U2.29": "output",
    })
    expect(Object.keys(firmware)).toHaveLength(4)
  })

  it("joins, watches and feeds what the jumper's states speak of by names and pins that it has", () => {
    const nets = [
      ...jumper.watch.flat(),
      ...jumper.states.flatMap(({ connects }) => connects.flat()),
      ...jumper.consumers.map(({ net }) => net),
      jumper.fedByPin?.net ?? "",
      jumper.fedByPin?.while ?? "",
    ]
    for (const net of nets) expect(names).toContain(net)
    const pins = [
      ...jumper.states.flatMap(({ joins }) => joins.flat()),
      ...[...jumper.mains, ...jumper.switched].flatMap(({ pins }) => pins),
    ]
    for (const pin of pins) expect(pinOf(pin), pin).toBeDefined()
  })
})

describe("nets", () => {
  it("are the 26 of the circuit", () => {
    expect([...names].sort()).toEqual(Object.keys(expectedNets).sort())
  })

  it("have their nominal volts inside their range", () => {
    for (const name of names) {
      const { minVolts = 0, maxVolts = 0, nominalVolts = minVolts } = facts[name] ?? {}
      expect(nominalVolts, name).toBeGreaterThanOrEqual(minVolts)
      expect(nominalVolts, name).toBeLessThanOrEqual(maxVolts)
    }
  })
})

describe("pins", () => {
  it("number as the packages do", () => {
    const count = (part: keyof typeof parts) => parts[part].pins.map(({ number }) => number)
    expect(count("U1")).toEqual(Array.from({ length: 16 }, (_, i) => i + 1))
    expect(count("U2")).toEqual(Array.from({ length: 39 }, (_, i) => i + 1))
    expect(count("J6").sort()).toEqual([1, 2, 3, 4, 5, 6])
  })

  it("have labels tscircuit takes, each once in its part", () => {
    for (const { id, pins } of [...Object.values(parts), ...allParts]) {
      const labels = Object.values(pinLabels(pins))
      for (const label of labels) expect(label, id).toMatch(/^[A-Za-z0-9_]+$/)
      expect(new Set(labels).size, id).toBe(labels.length)
    }
  })

  it("stand what their net carries", () => {
    for (const [name, list] of Object.entries(expectedNets)) {
      const domain = facts[name]?.domain ?? "none"
      for (const pin of list.split(" ")) {
        const allowed = pinOf(pin)?.domains
        expect(allowed === undefined || allowed.includes(domain), `${pin} on ${name} (${domain})`).toBe(true)
      }
    }
  })

  it("that lead nowhere on the module must not be connected", () => {
    const attributes = pinAttributes(parts.U2.pins)
    for (const number of [17, 18, 19, 20, 21, 22, 32]) {
      expect(attributes[`pin${number}`]?.doNotConnect).toBe(true)
    }
    expect(Object.values(attributes).filter(({ doNotConnect }) => doNotConnect === true)).toHaveLength(7)
  })

  // ESP32-WROOM-32E data sheet v1.6, table "Pin Definitions".
  it.each(
    Object.entries({
      2: "3V3",
      3: "EN",
      8: "IO32",
      14: "IO12",
      24: "IO2",
      25: "IO0",
      26: "IO4",
      27: "IO16",
      28: "IO17",
      29: "IO5",
      34: "RXD0",
      35: "TXD0",
      39: "GND",
    }),
  )("U2.%s is %s in the data sheet", (number, name) => {
    expect(pinOf(`U2.${number}`)?.name).toBe(name)
  })

  // Maxim 19-0273, "Pin Description".
  it("U1's are named in the data sheet's order", () => {
    expect(parts.U1.pins.map(({ name }) => name).join(" ")).toBe(
      "C1+ V+ C1- C2+ C2- V- T2OUT R2IN R2OUT T2IN T1IN R1OUT R1IN T1OUT GND VCC",
    )
  })

  it("of the meter's port carry the meter's own numbers", () => {
    const official = Object.fromEntries(
      parts.J6.pins.map(({ number, name }) => [officialMepPin[number], name]),
    )
    expect(official).toEqual({ 1: "GND", 2: "ENABLE", 3: "TXD", 4: "RXD", 5: "+24V", 6: "NC" })
  })

  it("of the programming header are those of an FTDI cable, as the board sees them", () => {
    expect(parts.J5.pins.map(({ name }) => name).join(" ")).toBe("GND CTS 3V3 RXD0 TXD0 RTS")
  })

  it("of a diode are cathode first", () => {
    expect(parts.D1.pins.map(({ number, name }) => `${number} ${name}`)).toEqual(["1 K", "2 A"])
  })
})

describe("the parts of the SMD board", () => {
  it("use no ESP32 module with PSRAM, which would take GPIO16, and the narrow MAX3232", () => {
    expect(parts.U2.mpn).not.toMatch(/R\d$/)
    expect(parts.U1.mpn).toMatch(/(ESE|CSE|EEN)/)
  })

  it("are rated for their place: D1 and capacitors at twice RS-232's 5.5 V, the buck at 26 V", () => {
    expect(parts.D1.ratings?.reverseVoltageV).toBeGreaterThanOrEqual(25)
    expect(parts.C1.ratings?.maxVoltageV).toBeGreaterThanOrEqual(16)
    expect(parts.J2.ratings?.maxVoltageV).toBeGreaterThanOrEqual(35)
  })

  it("have the values that the circuit was drawn with", () => {
    const values = Object.entries(parts).map(([name, { value }]) => [name, value] as const)
    const of = (letter: string) =>
      values.filter(([name]) => name.startsWith(letter)).map(([, value]) => value)
    expect(of("R")).toEqual(["10k", "10k", "0R", "0R", "0R", "0R", "0R"])
    expect(new Set(of("C"))).toEqual(new Set(["100nF"]))
  })
})

describe("the buck module", () => {
  const body = buckXl1509.vinNeg.piece?.body
  const board = body?.shapes[0]?.outline

  it("is 23 x 17 mm over pads 19 x 12 mm apart", () => {
    const { "VIN-": vinNeg, "VIN+": vinPos, "OUT-": outNeg } = body?.terminals ?? {}
    if (vinNeg === undefined || vinPos === undefined || outNeg === undefined) throw new Error("no terminals")
    expect([vinNeg[0] - outNeg[0], vinNeg[1] - vinPos[1]].map(Math.abs)).toEqual([19, 12])
    if (board?.kind !== "polygon") throw new Error("no board")
    const [xs, ys] = [board.points.map(([x]) => x), board.points.map(([, y]) => y)]
    expect(Math.max(...xs) - Math.min(...xs)).toBe(23)
    expect(Math.max(...ys) - Math.min(...ys)).toBe(17)
  })
})
