import { describe, expect, it } from "vitest"
import { parts as records } from "../../boards/mep-smd/assembly"
import { sheet as plan } from "../../boards/mep-smd/schematic"
import { supplyName } from "../../src/kicad/schematic/net-names"
import { kicadSchematic } from "../../src/kicad/schematic/write"
import type { PartPlace, SheetPlan, SymbolTable } from "../../src/model/sheet"
import { deriveSheet } from "../../src/schematic/derive/derive"
import { drawSchematic } from "../../src/schematic/draw"
import { circuitFacts } from "../../src/schematic/facts"
import { placeParts } from "../../src/schematic/place"
import { previewPlaces } from "../../src/schematic/preview"
import type { Sheet } from "../../src/schematic/sheet"
import { expectedNets } from "../boards/mep-netlist"
import { type List, netlist, parse } from "../kicad/read-schematic"
import { circuitOf, mepCircuit } from "./circuit"
import { circuitOfParts, type Part, randomParts, seeded } from "./random"

type Circuit = ReturnType<typeof mepCircuit>

const title = { title: "Test", revision: "1", date: new Date(0) }
const derive = (circuit: Circuit, some: SheetPlan = {}, table: SymbolTable = {}): Sheet =>
  deriveSheet(circuitFacts(circuit), some, table)
const findings = (circuit: Circuit, sheet: Sheet) => drawSchematic(circuit, sheet, title).findings

/** What KiCad would read of the sheet, against the circuit. */
function expectSameNets(circuit: Circuit, sheet: Sheet): void {
  const files = kicadSchematic(circuit, sheet, { ...title, project: "test", notFitted: [] })
  const [root] = parse(files["test.kicad_sch"] ?? "")
  const { nets } = circuitFacts(circuit)
  expect(netlist(root as List)).toEqual(
    Object.fromEntries([...nets].map(([net, pins]) => [supplyName(sheet, net), [...pins].sort()])),
  )
}

const mep = mepCircuit()

describe("the sheet of MEP-HW-SMD from its places", () => {
  const sheet = derive(mep, plan, records)

  it("has no finding and crosses the open pins", () => {
    expect(findings(mep, sheet)).toEqual([])
    expect(sheet.noConnects).toHaveLength(30)
    expect(sheet.paper).toBeUndefined()
  })

  it("draws every net in one piece, each signal named at most once", () => {
    const names = sheet.labels.map(({ net }) => net)
    expect(new Set(names).size).toBe(names.length)
    expect(names.length).toBeGreaterThan(19)
  })

  it("keeps the places of the author", () => {
    expect(sheet.parts.map(({ part, at }) => [part, at])).toEqual(
      (plan.parts ?? []).map(({ part, at }) => [part, at]),
    )
  })

  it("tells KiCad what is supplied, by nets without an output", () => {
    const roles = deriveSheet(withRoles(), plan, records)
    expect(roles.supplied.map(({ net }) => net)).toEqual(["GND", "VCC_RS232"])
  })

  it("puts parts without a place where there is room, with a name at every pin", () => {
    const without = ["R5", "C5"]
    const parts = (plan.parts ?? []).filter(({ part }) => !without.includes(part))
    const spare = derive(mep, { ...plan, parts }, records)
    expect(findings(mep, spare)).toEqual([])
    expectSameNets(mep, spare)
    expect(spare.paper).toBe("A3")
    expect(spare.labels.map(({ net }) => net)).toEqual(expect.arrayContaining(["TXD_RS232", "MEP_TXD"]))
  })

  it("takes a wire from the author and draws the rest of its net", () => {
    const hint = ["R1.1", [30, 36.5], [33, 36.5], "|-", "U2.3"] as const
    const hinted = derive(mep, { ...plan, wires: [[...hint]] }, records)
    expect(hinted.wires).toContainEqual(hint)
    expect(hinted.wires.filter((wire) => wire.includes("U2.3"))).toHaveLength(1)
    expectSameNets(mep, hinted)
  })
})

/** The MEP circuit with the pins' roles from the parts' records. */
function withRoles() {
  const facts = circuitFacts(mep)
  const parts = [...facts.parts].map(([name, fact]) => {
    const record = Object.entries(records).find(([designator]) => designator === name)?.[1]
    const pins = [...fact.pins].map(([number, pin]) => {
      const role = record?.pins.find((one) => String(one.number) === number)?.role ?? pin.role
      return [number, { ...pin, role: role === "ground" ? ("power-in" as const) : role }] as const
    })
    return [name, { ...fact, pins: new Map(pins) }] as const
  })
  return { ...facts, parts: new Map(parts) }
}

describe("a sheet without places", () => {
  it("draws the MEP circuit: every part once, with its value", () => {
    const sheet = derive(mep, {}, records)
    expect(findings(mep, sheet)).toEqual([])
    expect(sheet.parts.map(({ part }) => part).sort()).toEqual(Object.keys(records).sort())
    const placed = placeParts(sheet, circuitFacts(mep))
    for (const { part, value } of placed) expect(value).toBe(records[part as keyof typeof records].value)
    expect(netsOfKicad(mep, sheet)).toEqual(Object.keys(expectedNets).sort())
  })

  it("stands a pull-up, a series part and a capacitor at the pins they serve", () => {
    const circuit = circuitOfParts(host)
    const sheet = derive(circuit)
    expect(findings(circuit, sheet)).toEqual([])
    const end = new Map(
      placeParts(sheet, circuitFacts(circuit)).flatMap(({ pins }) => pins.map((pin) => [pin.id, pin.end])),
    )
    const apart = (a: string, b: string): number =>
      Math.hypot((end.get(a)?.x ?? 0) - (end.get(b)?.x ?? 99), (end.get(a)?.y ?? 0) - (end.get(b)?.y ?? 99))
    expect(apart("R1.2", "U1.6")).toBeLessThan(20)
    expect(apart("R2.1", "J1.5")).toBeLessThan(20)
    expect(apart("R2.2", "D1.1")).toBeLessThan(20)
    expect(end.get("R2.2")?.y).toBe(end.get("D1.1")?.y)
    expect(end.get("J1.1")?.x).toBeLessThan(end.get("U1.6")?.x ?? 0)
  })

  it("names a net that a trace makes by its first pin", () => {
    const circuit = circuitOf({ A: { pins: "R1.1 R2.1" } })
    circuit.push(...circuitOf({ X: { pins: "R1.2 R2.2" } }).filter(({ type }) => type === "source_port"))
    const sheet = derive(circuit)
    expect(sheet.noConnects).toEqual([])
    expect([...circuitFacts(circuit).nets.keys()].sort()).toEqual(["(R1.2)", "A"])
    expect(findings(circuit, sheet)).toEqual([])
  })

  it("shows a diode's cathode where it is, whatever its number", () => {
    const diode = (first: string, second: string): Part => ({
      name: "D1",
      type: "led",
      pins: [
        { name: first, net: "A" },
        { name: second, net: "GND" },
      ],
    })
    const symbolOf = (part: Part) => derive(circuitOfParts([part])).parts[0]?.symbol
    expect(symbolOf(diode("anode", "cathode"))).toEqual({ kind: "led", pins: ["1", "2"] })
    expect(symbolOf(diode("K", "A"))).toEqual({ kind: "led", pins: ["2", "1"] })
  })

  it("puts pins of an unknown part by what they do", () => {
    const circuit = circuitOfParts(host)
    const box = derive(circuit).parts.find(({ part }) => part === "U1")?.symbol
    expect(box).toMatchObject({ top: expect.arrayContaining(["8"]), bottom: expect.arrayContaining(["4"]) })
    expect(box?.kind === "box" ? box.left?.filter(Boolean) : []).toEqual(["1", "2", "3", "6", "7"])
    expect(box?.kind === "box" ? box.right?.filter(Boolean) : []).toEqual(["5"])
  })

  it.each(Array.from({ length: 24 }, (_, seed) => seed + 1))("holds for random circuit %i", (seed) => {
    const random = seeded(seed * 7919)
    const parts = randomParts(seed, 2 + Math.floor(random() * 50), 2 + Math.floor(random() * 70))
    const circuit = circuitOfParts(parts)
    const sheet = derive(circuit)
    expect(findings(circuit, sheet)).toEqual([])
    expect(sheet.parts.map(({ part }) => part).sort()).toEqual(parts.map(({ name }) => name).sort())
    expectSameNets(circuit, sheet)
  })

  it("draws 300 parts in seconds, the same each time", () => {
    const circuit = circuitOfParts(randomParts(2, 300, 300))
    const start = performance.now()
    const sheet = derive(circuit)
    expect(performance.now() - start).toBeLessThan(30_000)
    expect(findings(circuit, sheet)).toEqual([])
    expect(derive(circuit)).toEqual(sheet)
  })
})

describe("places at random", () => {
  it.each(Array.from({ length: 12 }, (_, seed) => seed + 1))("are joined as in the circuit, %i", (seed) => {
    const random = seeded(seed * 104729)
    const parts = randomParts(seed + 100, 14, 12).filter(({ pins }) => pins.length < 20)
    const circuit = circuitOfParts(parts)
    const cells = Array.from(
      { length: 12 },
      (_, i) => [8 + (i % 4) * 26, 8 + Math.floor(i / 4) * 20] as const,
    )
    const some = parts.filter(() => random() < 0.8).slice(0, cells.length)
    const places = some.map(({ name }, index): PartPlace => {
      const [x = 0, y = 0] = cells[index] ?? []
      return { part: name, at: [x + Math.floor(random() * 4) + 4, y + Math.floor(random() * 3) + 2] }
    })
    const sheet = derive(circuit, { parts: places })
    const serious = findings(circuit, sheet).filter(({ rule }) => !/title-block|outside-frame/.test(rule))
    expect(serious).toEqual([])
    expectSameNets(circuit, sheet)
  })
})

it("gives tscircuit's preview the places of the sheet: y up, pin 1 or the anode where it is", () => {
  const places = previewPlaces({
    parts: [
      { part: "R1", symbol: { kind: "resistor" }, at: [10, 20], turn: 90 },
      { part: "D1", symbol: { kind: "diode" }, at: [20, 20] },
      { part: "U1", symbol: { kind: "box", width: 10, height: 6, left: ["1", "2"] }, at: [20, 10] },
      { part: "J7", unit: "A", symbol: { kind: "jumper", pins: ["3", "4"] }, at: [1, 1] },
      { part: "J7", unit: "B", symbol: { kind: "jumper", pins: ["2", "1"] }, at: [9, 9] },
    ],
  })
  expect(places).toEqual({
    R1: { x: 3, y: -6, rotation: 90 },
    D1: { x: 6, y: -6, rotation: 0 },
    U1: { x: 7.5, y: -3.9, rotation: 0 },
    J7: { x: 0.3, y: -0.3, rotation: 0 },
  })
})

function netsOfKicad(circuit: Circuit, sheet: Sheet): string[] {
  const files = kicadSchematic(circuit, sheet, { ...title, project: "test", notFitted: [] })
  const [root] = parse(files["test.kicad_sch"] ?? "")
  return Object.keys(netlist(root as List)).sort()
}

const pin = (name: string, net?: string, role?: Part["pins"][number]["role"]): Part["pins"][number] => ({
  name,
  ...(net === undefined ? {} : { net }),
  ...(role === undefined ? {} : { role }),
})

/** A memory on a host's header: pull-up, decoupling, a lamp. */
const host: readonly Part[] = [
  {
    name: "J1",
    type: "pin_header",
    pins: [
      pin("VCC", "VCC"),
      pin("GND", "GND"),
      pin("SDA", "SDA"),
      pin("SCL", "SCL"),
      pin("INT", "INT"),
      pin("NC"),
    ],
  },
  {
    name: "U1",
    type: "chip",
    value: "AT24C02",
    pins: [
      pin("A0", "GND", "input"),
      pin("A1", "GND", "input"),
      pin("A2", "GND", "input"),
      pin("GND", "GND", "ground"),
      pin("SDA", "SDA", "both"),
      pin("SCL", "SCL", "input"),
      pin("WP", "GND", "input"),
      pin("VCC", "VCC", "power"),
    ],
  },
  { name: "R1", type: "resistor", value: "10k", pins: [pin("pin1", "VCC"), pin("pin2", "SCL")] },
  { name: "R2", type: "resistor", value: "1k", pins: [pin("pin1", "INT"), pin("pin2", "LAMP")] },
  { name: "C1", type: "capacitor", value: "100nF", pins: [pin("pin1", "VCC"), pin("pin2", "GND")] },
  { name: "D1", type: "led", value: "green", pins: [pin("anode", "LAMP"), pin("cathode", "GND")] },
]
