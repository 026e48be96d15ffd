import { describe, expect, it } from "vitest"
import { parts as records } from "../../boards/mep-smd/assembly"
import { sheet as plan } from "../../boards/mep-smd/schematic"
import { deriveSheet } from "../../src/schematic/derive/derive"
import { drawSchematic } from "../../src/schematic/draw"
import { circuitFacts } from "../../src/schematic/facts"
import { placeParts } from "../../src/schematic/place"
import { gridMm, type Sheet, type Wire } from "../../src/schematic/sheet"
import { measureText } from "../../src/typeface/font"
import { expectedNets } from "../boards/mep-netlist"
import { mepCircuit } from "./circuit"

const circuit = mepCircuit()
const sheet = deriveSheet(circuitFacts(circuit), plan, records)
const ends = new Map(
  placeParts(sheet, circuitFacts(circuit)).flatMap(({ pins }) =>
    pins.map(
      ({ id, end }) => [id, [end.x, end.y].map((mm) => Math.round((mm / gridMm) * 2) / 2).join()] as const,
    ),
  ),
)
/** The one wire that ends at two pins. */
const wireOf = (from: string, to: string): Wire => {
  const found = sheet.wires.filter((wire) =>
    [from, to].every((pin) => [wire[0], wire.at(-1)].some((stop) => String(stop) === ends.get(pin))),
  )
  expect(found).toHaveLength(1)
  return found[0] as Wire
}
const title = { title: "MEP-HW-SMD", revision: "2.00", date: new Date("2026-01-02T23:00:00Z") }
const draw = (changed: Partial<Sheet>) => drawSchematic(circuit, { ...sheet, ...changed }, title)
const rules = (changed: Partial<Sheet>) => [...new Set(draw(changed).findings.map((f) => f.rule))].sort()

const drawn = draw({})
const all = (attribute: string) =>
  [...drawn.svg.matchAll(new RegExp(`data-${attribute}="([^"]+)"`, "g"))].map((match) => match[1])

describe("the sheet of MEP-HW-SMD", () => {
  it("makes the original's netlist and can be read", () => {
    expect(drawn.findings).toEqual([])
  })

  it("carries every part, pin and net for the page to find", () => {
    expect(new Set(all("part")).size).toBe(22)
    expect(new Set(all("pin")).size).toBe(101)
    expect([...new Set(all("net"))].sort()).toEqual(Object.keys(expectedNets).sort())
  })

  it("needs nothing from outside", () => {
    const links = [...drawn.svg.matchAll(/(?:href|src|url)\s*[=(]\s*"?([^")\s]{0,20})/g)].map((m) => m[1])
    expect(links.every((link) => link?.startsWith("data:font/woff2;"))).toBe(true)
    expect(links.length).toBe(2)
    expect(drawn.svg.match(/https?:\/\/[^"]+/g)).toEqual(["http://www.w3.org/2000/svg"])
  })

  it("prints revision and date as given, and the same bytes twice", () => {
    expect(drawn.svg).toContain(">2.00</text>")
    expect(drawn.svg).toContain(">2026-01-02</text>")
    expect(draw({}).svg).toBe(drawn.svg)
  })

  it("writes values and pin names with capitals of 1.8 mm or more", () => {
    const sizes = [...drawn.svg.matchAll(/class="t-(pin-name|value|label|note)[^>]*font-size="([\d.]+)"/g)]
    expect(sizes.length).toBeGreaterThan(100)
    for (const [, , size] of sizes) expect(Number(size) * 0.668).toBeGreaterThan(1.79)
  })
})

describe("a fault in the sheet is found", () => {
  it("two wires swapped at a chip", () => {
    const [first, second] = [wireOf("U1.7", "R5.1"), wireOf("U1.8", "R6.1")]
    const wires = sheet.wires.map((wire): Wire => {
      if (wire === first) return ["U1.7", "-|", "R6.1"]
      return wire === second ? ["U1.8", "|-", "R5.1"] : wire
    })
    expect(wires).not.toEqual(sheet.wires)
    expect(rules({ wires })).toContain("sch/nets-joined")
  })

  it("a wire left out", () => {
    const wires = sheet.wires.filter((wire) => wire !== wireOf("D1.1", "R7.1"))
    expect(rules({ wires })).toEqual(["sch/net-split"])
  })

  it("a resistor moved onto the chip", () => {
    const parts = sheet.parts.map((part) => (part.part === "R5" ? { ...part, at: [81, 49] as const } : part))
    expect(rules({ parts })).toContain("sch/symbol-overlap")
  })

  it("a diode turned round", () => {
    const parts = sheet.parts.map((part) => (part.part === "D1" ? { ...part, turn: 180 as const } : part))
    expect(rules({ parts })).toContain("sch/nets-joined")
  })

  it("a label with another net's name", () => {
    const named = (net: string) =>
      sheet.labels.map((label) => (label.net === "MEP_TXD" ? { ...label, net } : label))
    expect(rules({ labels: named("MEP_RXD") })).toContain("sch/nets-joined")
    expect(rules({ labels: named("ENABLE_DIODE") })).toContain("sch/wrong-name")
  })

  it("a part not drawn, and its pins", () => {
    const parts = sheet.parts.filter((part) => part.part !== "C4")
    const wires = sheet.wires.filter((wire) => wire !== wireOf("U1.6", "C4.2"))
    const { findings } = draw({ parts, wires })
    expect(findings.filter((f) => f.rule === "sch/pin-missing").map((f) => f.parts?.[0])).toEqual([
      "C4.1",
      "C4.2",
    ])
  })

  it("a cross forgotten, and a cross on a wired pin", () => {
    const noConnects = [...sheet.noConnects.filter((pin) => pin !== "U1.12"), "U1.9"]
    expect(rules({ noConnects })).toEqual(["sch/cross-on-net", "sch/open-pin-unmarked"])
  })

  it("a note over the title block", () => {
    expect(rules({ notes: [{ at: [80, 72], lines: ["over the title"] }] })).toContain("sch/on-title-block")
  })
})

it("measures text as the font does", () => {
  expect(measureText("H", 2).ascentMm).toBeCloseTo(2, 2)
  expect(measureText("g", 2).descentMm).toBeGreaterThan(0.3)
  expect(() => measureText("10 k\u03a9", 2)).toThrow('the drawing font has no "\u03a9"')
})
