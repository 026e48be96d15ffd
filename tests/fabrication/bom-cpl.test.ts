import { describe, expect, it } from "vitest"
import jlcpcb from "../../fabrication/jlcpcb/index"
import pcbway from "../../fabrication/pcbway/index"
import { csvField, toAscii } from "../../src/fabricate/csv"
import { bomCsv, cplCsv, handAssemblyCsv } from "../../src/fabricate/lists"

const rest = { manufacturer: "", description: "", mount: "SMD", notes: [], alternates: [] } as const
const row = {
  comment: "10k",
  designators: ["R1", "R2"],
  footprint: "0805",
  number: "C17414",
  mpn: "",
  ...rest,
}

describe("CSV", () => {
  it("quotes what RFC 4180 says and nothing else", () => {
    expect(["plain", "a,b", 'say "hi"', "two\nlines", " edge", ""].map(csvField)).toEqual([
      "plain",
      '"a,b"',
      '"say ""hi"""',
      '"two\nlines"',
      '" edge"',
      "",
    ])
  })

  it("is plain ASCII with units spelled out", () => {
    expect(toAscii("10 kΩ ±1 %, 100 µF, 85 °C, 3×3")).toBe("10 kOhm +/-1 %, 100 uF, 85 degC, 3x3")
    // The micro sign and the Greek letter, the ohm sign and the Greek letter.
    expect(toAscii("\u00b5\u03bc \u2126\u03a9")).toBe("uu OhmOhm")
  })

  it("refuses a character without spelling, naming it", () => {
    expect(() => toAscii("10k 中")).toThrow("U+4E2D")
  })
})

describe("BOM", () => {
  it("has JLCPCB's columns and one row a part number", () => {
    expect(bomCsv([row], jlcpcb)).toBe(
      'Comment,Designator,Footprint,JLCPCB Part #\n10k,"R1,R2",0805,C17414\n',
    )
  })

  it("splits a row at 200 designators", () => {
    const names = (count: number) => Array.from({ length: count }, (_, i) => `R${i + 1}`)
    const rows = (count: number) =>
      bomCsv([{ ...row, designators: names(count) }], jlcpcb)
        .trimEnd()
        .split("\n").length - 1
    expect([200, 201, 401].map(rows)).toEqual([1, 2, 3])
  })

  it("splits a cell of more than 2048 characters", () => {
    const designators = Array.from({ length: 150 }, (_, i) => `LONG_DESIGNATOR_${i + 100}`)
    const lines = bomCsv([{ ...row, designators }], jlcpcb)
      .trimEnd()
      .split("\n")
      .slice(1)
    const cells = lines.map((line) => line.split('"')[1] ?? "")
    expect(cells.every((cell) => cell.length <= 2048)).toBe(true)
    expect(cells.join(",").split(",")).toEqual(designators)
  })

  it("refuses a row without footprint and a comment that is too long", () => {
    expect(() => bomCsv([{ ...row, footprint: " " }], jlcpcb)).toThrow("R1, R2: BOM row without footprint")
    expect(() => bomCsv([{ ...row, comment: "x".repeat(2049) }], jlcpcb)).toThrow("2049 characters")
    expect(bomCsv([{ ...row, comment: "x".repeat(2048) }], jlcpcb)).toContain("xxx")
  })
})

describe("CPL", () => {
  const place = {
    designator: "U1",
    value: "x",
    footprint: "y",
    midXMm: 5.25,
    midYMm: -0,
    side: "bottom",
    rotationDeg: 90,
  } as const

  it("has JLCPCB's columns, mm and whole degrees", () => {
    expect(cplCsv([place], jlcpcb)).toBe(
      "Designator,Mid X,Mid Y,Layer,Rotation\nU1,5.2500,0.0000,Bottom,90\n",
    )
    expect(cplCsv([{ ...place, midXMm: -0.00001 }], jlcpcb)).toContain("U1,0.0000,")
  })

  it.each([360, -1, 45.5])("refuses a rotation of %d", (rotationDeg) => {
    expect(() => cplCsv([{ ...place, rotationDeg }], jlcpcb)).toThrow("U1: rotation")
  })

  it("refuses a place that is no number", () => {
    expect(() => cplCsv([{ ...place, midXMm: Number.NaN }], jlcpcb)).toThrow("U1")
  })
})

it("names second sources in a house's own column for notes, and adds none to another's BOM", () => {
  const bought = { ...row, ...rest, notes: ["Dry it."], alternates: ["Acme A1"] }
  expect(bomCsv([bought], pcbway).split("\n")[1]).toMatch(/,Dry it\. Or Acme A1\.$/)
  expect(bomCsv([bought], jlcpcb)).not.toContain("Acme")
})

describe("hand assembly list", () => {
  it("gives the reason, the second sources and the notes", () => {
    const text = handAssemblyCsv(
      [
        {
          designator: "J6",
          value: "2x3",
          footprint: "2x3 2.54mm",
          side: "top",
          reason: "flush, by hand",
          mpn: "",
          number: "",
          notes: ["One.", "Two."],
          alternates: ["Acme A1", "Other B2"],
        },
      ],
      jlcpcb,
    )
    expect(text.split("\n")[1]).toBe('J6,2x3,2x3 2.54mm,Top,"flush, by hand",,Acme A1; Other B2,,One. Two.')
  })
})
