import { describe, expect, it } from "vitest"
import { netClassesOf, netData, standard } from "../../src/board/defaults"
import { rectangle } from "../../src/board/define"
import type { NetData } from "../../src/model/net"
import type { Pin } from "../../src/model/part"

const pin = (role: Pin["role"], ...domains: string[]): Pin => ({
  number: 1,
  name: "X",
  role,
  ...(domains.length === 0 ? {} : { domains }),
})

describe("what is known of a net", () => {
  it.each<[string, string, readonly Pin[], Partial<NetData>]>([
    ["a ground by its name", "AGND", [], { kind: "ground", domain: "ground" }],
    ["a ground by its name, VSS", "VSS_RF", [], { kind: "ground" }],
    ["a ground by its pins", "RETURN", [pin("ground", "ground")], { kind: "ground", domain: "ground" }],
    ["a supply by what it feeds", "VBUS", [pin("power-in", "usb")], { kind: "power", domain: "usb" }],
    ["a supply by what makes it", "VOUT", [pin("power-out")], { kind: "power" }],
    ["a signal else", "SDA", [pin("bidirectional"), pin("passive")], { kind: "signal" }],
    [
      "the one domain that all pins stand",
      "TX",
      [pin("output", "logic-3v3"), pin("input", "logic-3v3", "logic-5v"), pin("passive")],
      { kind: "signal", domain: "logic-3v3" },
    ],
  ])("%s", (_, name, pins, expected) => {
    expect(netData(name, undefined, pins)).toMatchObject({ title: name, ...expected })
  })

  it("is no domain where pins stand several, none in common, or say nothing", () => {
    const either = pin("bidirectional", "logic-3v3", "ground")
    expect(netData("A", undefined, [either, either])).not.toHaveProperty("domain")
    expect(netData("A", undefined, [pin("output", "rs232"), pin("input", "logic-3v3")])).not.toHaveProperty(
      "domain",
    )
    expect(netData("A", undefined, [pin("passive")])).not.toHaveProperty("domain")
  })

  it("is first what the board says of it", () => {
    const said = { title: "supply", kind: "power", domain: "meter-24v", maxVolts: 26 } as const
    expect(netData("GND", said, [pin("ground", "ground")])).toEqual(said)
  })
})

describe("net classes", () => {
  const facts: Record<string, NetData> = {
    GND: { title: "GND", kind: "ground" },
    V3V3: { title: "V3V3", kind: "power" },
    V24: { title: "V24", kind: "power" },
    TX: { title: "TX", kind: "signal" },
  }

  it("are one of each kind where nothing is said", () => {
    expect(netClassesOf([], facts)).toEqual([
      { name: "power", nets: ["V3V3", "V24"], widthMm: standard.widths.power, clearanceMm: 0.2 },
      { name: "signal", nets: ["TX"], widthMm: standard.widths.signal, clearanceMm: 0.2 },
      { name: "ground", nets: ["GND"], widthMm: standard.widths.ground, clearanceMm: 0.2 },
    ])
  })

  it("of the board come first; one called after a kind is that kind's", () => {
    const classes = netClassesOf(
      [
        { name: "meter", nets: ["V24"], widthMm: 1, clearanceMm: 0.5 },
        { name: "power", nets: [], widthMm: 0.8, clearanceMm: 0.3 },
      ],
      facts,
    )
    expect(classes.map(({ name, nets, widthMm }) => `${name} ${nets.join(",")} ${widthMm}`)).toEqual([
      "meter V24 1",
      "power V3V3 0.8",
      "signal TX 0.25",
      "ground GND 0.25",
    ])
  })

  it("have every net once, also when they are made again", () => {
    const once = netClassesOf([], facts)
    const more = netClassesOf(once, { ...facts, RX: { title: "RX", kind: "signal" } })
    expect(more.flatMap(({ nets }) => nets).sort()).toEqual(["GND", "RX", "TX", "V24", "V3V3"])
    expect(more.map(({ name }) => name)).toEqual(["power", "signal", "ground"])
  })
})

it("a rectangle lies about the origin", () => {
  expect(rectangle(40, 24)).toEqual([
    { x: -20, y: -12 },
    { x: 20, y: -12 },
    { x: 20, y: 12 },
    { x: -20, y: 12 },
  ])
})
