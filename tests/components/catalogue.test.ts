import { describe, expect, it } from "vitest"
import { parts } from "../../boards/mep-smd/assembly"
import { type CatalogueEntry, catalogue, requirePart } from "../../components/catalogue"
import { parseCatalogue } from "../../components/catalogue-schema"
import { UserError } from "../../src/finding"

const good: CatalogueEntry = {
  kind: "resistor",
  value: "10k",
  description: "Chip resistor",
  package: "0805",
  mpn: "X1",
  ratings: { resistanceOhm: 10_000, source: "data sheet" },
  jlcpcb: { lcsc: "C1", class: "basic", trust: "high", evidence: "a list" },
  assembly: { by: "machine" },
  height: { mm: 0.65, source: "data sheet" },
  polarised: false,
}

function fault(entry: unknown, id = "r-10k"): string {
  try {
    parseCatalogue({ "parts.ts": { [id]: entry } })
  } catch (error) {
    expect(error).toBeInstanceOf(UserError)
    return (error as UserError).message
  }
  return "accepted"
}

describe("the catalogue's check", () => {
  it("accepts a good entry and adds its id", () => {
    expect(parseCatalogue({ "parts.ts": { "r-10k": good } })["r-10k"]?.id).toBe("r-10k")
  })

  it.each([
    ["a wrong LCSC number", { jlcpcb: { ...good.jlcpcb, lcsc: "17414" } }, "jlcpcb.lcsc", "C and digits"],
    [
      "an LCSC number without evidence",
      { jlcpcb: { lcsc: "C1", class: "basic", trust: "high" } },
      "evidence",
    ],
    ["no reason where there is no number", { jlcpcb: { none: " " } }, "jlcpcb.none"],
    ["a hand-fitted part without reason", { assembly: { by: "hand" } }, "assembly.reason"],
    ["a resistor without its resistance", { ratings: { source: "x" } }, "ratings.resistanceOhm"],
    ["ratings without source", { ratings: { resistanceOhm: 1 } }, "ratings.source"],
    ["a negative voltage", { ratings: { resistanceOhm: 1, maxVoltageV: -5, source: "x" } }, "maxVoltageV"],
    ["a height without source", { height: { mm: 1 } }, "height"],
    ["an unknown field", { colour: "red" }, "colour"],
    ["an LCSC number without maker's number", { mpn: undefined }, "mpn"],
    ["a machine and no number for it", { jlcpcb: { none: "not stocked" } }, "assembly.by"],
    ["an unknown kind", { kind: "resistance" }, "kind"],
  ])("refuses %s, naming file, entry and field", (_title, change, ...words) => {
    const message = fault({ ...good, ...change })
    expect(message).toMatch(/^parts\.ts: entry "r-10k"/)
    for (const word of words) expect(message).toContain(word)
    expect(message).not.toContain("\n")
  })

  it("refuses ids that are no ids, numbers used twice and tables that are none", () => {
    expect(fault(good, "R 10k")).toContain('entry "R 10k": an id')
    expect(() => parseCatalogue({ "parts.ts": { a: good, b: good } })).toThrow(
      'parts.ts: entry "b", field jlcpcb.lcsc: C1 is "a" already',
    )
    expect(() => parseCatalogue({ "a.ts": { a: good }, "b.ts": { a: good } })).toThrow(
      'b.ts: entry "a": another file',
    )
    expect(() => parseCatalogue({ "parts.ts": [good, 3] })).toThrow(UserError)
    expect(() => parseCatalogue({ "parts.ts": null })).toThrow("must be a table")
  })
})

describe("the parts of the SMD board", () => {
  it("are all in the catalogue", () => {
    for (const [designator, id] of Object.entries(parts)) expect(requirePart(id, designator).id).toBe(id)
  })

  it("are named with the designator when missing", () => {
    expect(() => requirePart("r-0805-11k", "R1")).toThrow('R1: the parts catalogue has no entry "r-0805-11k"')
  })

  it("use no ESP32 module with PSRAM, which would take GPIO16", () => {
    for (const part of Object.values(catalogue)) expect(part.mpn ?? "").not.toMatch(/WROOM-32E-.*R\d$/)
  })

  it("use the narrow MAX3232 only", () => {
    expect(requirePart(parts.U1, "U1").mpn).toMatch(/(ESE|CSE|EEN)/)
  })

  it("are rated for their place: D1 and capacitors at twice RS-232's 5.5 V, the buck at 26 V", () => {
    expect(requirePart(parts.D1, "D1").ratings?.reverseVoltageV).toBeGreaterThanOrEqual(25)
    expect(requirePart(parts.C1, "C1").ratings?.maxVoltageV).toBeGreaterThanOrEqual(16)
    expect(requirePart(parts.J2, "J2").ratings?.maxVoltageV).toBeGreaterThanOrEqual(35)
  })
})
