import { describe, expect, it } from "vitest"
import { parts as records } from "../../boards/mep-smd/assembly"
import { sheet as plan } from "../../boards/mep-smd/schematic"
import { kicadNetName } from "../../src/kicad/schematic/net-names"
import { kicadSchematic } from "../../src/kicad/schematic/write"
import { deriveSheet } from "../../src/schematic/derive/derive"
import { circuitFacts } from "../../src/schematic/facts"
import { expectedNets } from "../boards/mep-netlist"
import { mepCircuit } from "../schematic/circuit"
import { all, type List, netlist, one, ourNet, parse, property } from "./read-schematic"

const circuit = mepCircuit()
const sheet = deriveSheet(circuitFacts(circuit), plan, records)
const options = {
  project: "mep-smd",
  title: 'MEP "SMD"',
  revision: "2.00",
  date: new Date("2026-01-02T23:00:00Z"),
  notFitted: ["R3"],
}
const files = kicadSchematic(circuit, sheet, options)
const read = (name: string): List => {
  const [root] = parse(files[name] ?? "")
  if (root === undefined || typeof root === "string") throw new Error(`${name} is empty`)
  return root
}
const schematic = read("mep-smd.kicad_sch")
const symbols = all(schematic, "symbol")
const parts = symbols.filter((symbol) => !property(symbol, "Reference").startsWith("#"))

describe("KiCad schematic", () => {
  it("joins the original's pins and names every net", () => {
    expect(
      Object.fromEntries(Object.entries(netlist(schematic)).map(([name, pins]) => [ourNet(name), pins])),
    ).toEqual(
      Object.fromEntries(Object.entries(expectedNets).map(([name, pins]) => [name, pins.split(" ").sort()])),
    )
  })

  it("crosses out the 30 open pins", () => {
    expect(all(schematic, "no_connect")).toHaveLength(30)
  })

  it("has each part once, J7 in two pieces, R3 not fitted", () => {
    const references = parts.map((symbol) => property(symbol, "Reference"))
    expect(new Set(references).size).toBe(22)
    expect(references.filter((name, index) => references.indexOf(name) !== index)).toEqual(["J7"])
    const empty = parts.filter((symbol) => one(symbol, "dnp")[1] === "yes")
    expect(empty.map((symbol) => property(symbol, "Reference"))).toEqual(["R3"])
  })

  it("carries title, date and revision, quoted where needed", () => {
    const block = one(schematic, "title_block")
    expect(one(block, "title")[1]).toBe('MEP "SMD"')
    expect(one(block, "date")[1]).toBe("2026-01-02")
    expect(one(block, "rev")[1]).toBe("2.00")
  })

  it("gives every item a UUID of its own, the same each time", () => {
    const uuids = [...(files["mep-smd.kicad_sch"] ?? "").matchAll(/\(uuid "([^"]+)"\)/g)].map(
      (match) => match[1],
    )
    expect(uuids.length).toBeGreaterThan(300)
    expect(new Set(uuids).size).toBe(uuids.length)
    for (const uuid of uuids)
      expect(uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(kicadSchematic(circuit, sheet, options)).toEqual(files)
  })

  it("ships the symbols it uses as the project's library", () => {
    const embedded = all(one(schematic, "lib_symbols"), "symbol").map((symbol) => symbol[1])
    const library = all(read("mep-smd.kicad_sym"), "symbol").map((symbol) => `mep-smd:${String(symbol[1])}`)
    expect(library).toEqual(embedded)
    expect(files["sym-lib-table"]).toContain("$" + "{KIPRJMOD}/mep-smd.kicad_sym")
  })

  it("reads differently when a wire is left out: the comparison can fail", () => {
    // D1 and R7 stand in line, with one wire between them.
    const wires = sheet.wires.filter((wire) => String(wire) !== "90.5,46,92,46")
    expect(wires).toHaveLength(sheet.wires.length - 1)
    const broken = kicadSchematic(circuit, { ...sheet, wires }, options)["mep-smd.kicad_sch"] ?? ""
    const [root] = parse(broken)
    expect(netlist(root as List).ENABLE_DIODE).not.toEqual(["D1.1", "R7.1"])
  })
})

it("names nets as KiCad will: supplies plain, labels with the sheet's path", () => {
  expect(kicadNetName(sheet, "GND")).toBe("GND")
  expect(kicadNetName(sheet, "MEP_TXD")).toBe("/MEP_TXD")
})
