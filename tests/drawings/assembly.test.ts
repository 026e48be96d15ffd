import { describe, expect, test } from "vitest"
import { diode1n4007On0805 } from "../../components/parts/diodes"
import { c0805, r0805 } from "../../components/parts/passives"
import { drawAssembly } from "../../src/drawings/assembly"
import { assemblyPdf, drawAssemblies } from "../../src/drawings/assembly-set"
import type { Board } from "../../src/model/board"
import { UserError } from "../../src/model/finding"
import { capHeightPerSize, measureText } from "../../src/typeface/font"
import { board as whole } from "../mep-smd"
import { fakeCircuit } from "../model3d/fixture"

const circuit = fakeCircuit([
  { designator: "R3", layer: "top", pads: { "1": [-1, 5], "2": [1, 5] } },
  { designator: "R4", layer: "top", pads: { "1": [-1, 2], "2": [1, 2] } },
  { designator: "D1", layer: "top", pads: { "1": [9, 5], "2": [11, 5] } },
  { designator: "C1", layer: "bottom", pads: { "1": [9, 0], "2": [11, 0] } },
])

/** Only what a drawing reads of a board. */
const board: Board = {
  ...whole,
  id: "test",
  title: "TEST",
  revision: "1.00",
  thicknessMm: 1.6,
  outline: [
    { x: -20, y: -10 },
    { x: 20, y: -10 },
    { x: 20, y: 10 },
    { x: -20, y: 10 },
  ],
  mountingHoles: [{ designator: "H1", x: -17, y: -7, drillMm: 3.2 }],
  parts: { R3: r0805["0R"], R4: r0805["0R"], D1: diode1n4007On0805, C1: c0805["100nF"] },
  variants: {
    first: { title: "R4", notFitted: ["R3"] },
    second: { title: "R3", notFitted: ["R4"] },
  },
  defaultVariant: "first",
}

const date = new Date("2026-01-31T12:00:00Z")
const draw = (variant: string, side: "top" | "bottom"): string =>
  drawAssembly(circuit, board, variant, side, { date })

/** The element of one part, with everything in it. */
function partGroup(svg: string, part: string): string {
  const from = svg.indexOf(`data-part="${part}"`)
  return from < 0 ? "" : svg.slice(from, svg.indexOf("</g>", from))
}

const count = (text: string, needle: string): number => text.split(needle).length - 1
const firstX = (path: string): number => Number(/d="M([\d.-]+)/.exec(path)?.[1])

describe("assembly drawing", () => {
  test("crosses out what the variant leaves empty, and only that", () => {
    for (const [variant, empty, fitted] of [
      ["first", "R3", "R4"],
      ["second", "R4", "R3"],
    ] as const) {
      const svg = draw(variant, "top")
      expect(partGroup(svg, empty)).toContain('data-fitted="false"')
      expect(count(partGroup(svg, empty), 'class="cross"')).toBe(2)
      expect(partGroup(svg, empty)).toContain("not fitted")
      expect(partGroup(svg, fitted)).toContain('data-fitted="true"')
      expect(count(partGroup(svg, fitted), 'class="cross"')).toBe(0)
    }
  })

  test("shows the parts of its side only", () => {
    expect(draw("first", "top")).not.toContain('data-part="C1"')
    expect(draw("first", "bottom")).toContain('data-part="C1"')
    expect(draw("first", "bottom")).not.toContain('data-part="R4"')
  })

  test("mirrors the bottom: what is right of the middle is drawn left of it", () => {
    expect(firstX(partGroup(draw("first", "top"), "D1"))).toBeGreaterThan(148.5)
    expect(firstX(partGroup(draw("first", "bottom"), "C1"))).toBeLessThan(148.5)
  })

  test("names as many of very many parts as the sheet has room for", () => {
    const names = Array.from({ length: 250 }, (_, i) => `D${i + 1}`)
    const many = fakeCircuit(
      names.map((designator, i) => {
        const [x, y] = [(i % 25) - 12, Math.floor(i / 25) - 5]
        return { designator, layer: "top", pads: { "1": [x - 0.2, y], "2": [x + 0.2, y] } }
      }),
    )
    const parts = Object.fromEntries(names.map((name) => [name, diode1n4007On0805]))
    const variants = { first: { title: "all", notFitted: [] } }
    const svg = drawAssembly(many, { ...board, parts, variants }, "first", "top", { date })
    const words = svg.replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ")
    const told = [...words.matchAll(/D1, D2, .*?D(\d+) and (\d+) more/g)]
    expect(told.length).toBe(1 + (diode1n4007On0805.notes ?? []).length)
    for (const [, last, more] of told) expect(Number(last) + Number(more)).toBe(250)
  })

  test("draws a large board as small as its room over the table, wherever its origin is", () => {
    const outline = [
      { x: 0, y: 0 },
      { x: 200, y: 0 },
      { x: 200, y: 100 },
      { x: 0, y: 100 },
    ]
    const names = Array.from({ length: 24 }, (_, i) => `D${i + 1}`)
    const circuit = fakeCircuit(
      names.map((designator, i) => {
        const [x, y] = [10 + (i % 6) * 36, 10 + Math.floor(i / 6) * 26]
        return { designator, layer: "top", pads: { "1": [x - 0.2, y], "2": [x + 0.2, y] } }
      }),
    )
    // Every part of a kind of its own: more rows than the table has room for.
    const parts = Object.fromEntries(
      names.map((name, i) => [name, { ...diode1n4007On0805, id: `d-${i}`, notes: [] }]),
    )
    const variants = { first: { title: "all", notFitted: [] } }
    const made = drawAssembly(
      circuit,
      { ...board, outline, parts, variants, mountingHoles: [] },
      "first",
      "top",
      { date },
    )
    for (const name of names)
      for (const [, x, y] of partGroup(made, name).matchAll(/[ML]([\d.]+) ([\d.]+)/g)) {
        expect(Number(x)).toBeGreaterThan(20)
        expect(Number(x)).toBeLessThan(277)
        expect(Number(y)).toBeGreaterThan(17)
        expect(Number(y)).toBeLessThan(140)
      }
    expect(made).toContain(">1 : 1<")
    expect(made).toMatch(/>\d+ more: bom\.html</)
  })

  test("marks the cathode at pin 1", () => {
    const group = partGroup(draw("first", "top"), "D1")
    const band = /<path class="f-ink" d="M([\d.]+) /.exec(group)?.[1]
    // The middle of D1 is 10 mm right of the middle, at 3.5 times its size.
    expect(Number(band)).toBeLessThan(148.5 + 35)
    expect(Number(band)).toBeGreaterThan(148.5 + 35 - 3.5)
  })

  test("writes values beside designators", () => {
    expect(partGroup(draw("first", "top"), "R4")).toMatch(/>R4<.*>0R</)
    expect(partGroup(draw("first", "bottom"), "C1")).toMatch(/>C1<.*>100nF</)
  })

  test("gives the board's size, its holes, its revision and date", () => {
    const svg = draw("first", "top")
    for (const words of ["40", "20", "1 x Ø3.20, not plated", "TEST v1.00", "2026-01-31", "variant first"]) {
      expect(svg).toContain(words)
    }
  })

  test("every text stands inside the frame", () => {
    for (const svg of [draw("first", "top"), draw("first", "bottom")]) {
      for (const match of svg.matchAll(
        /<text class="([^"]*)" x="([\d.]+)" y="([\d.]+)" font-size="([\d.]+)"([^>]*)>([^<]*)</g,
      )) {
        const [, kind = "", x = "", y = "", size = "", rest = "", words = ""] = match
        if (rest.includes("rotate")) continue
        const weight = kind.includes("bold") ? 600 : 400
        const plain = words.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&")
        const width = measureText(plain, Number(size) * capHeightPerSize, weight).widthMm
        const shift = rest.includes("middle") ? width / 2 : rest.includes("end") ? width : 0
        expect(Number(x) - shift, words).toBeGreaterThan(10)
        expect(Number(x) - shift + width, words).toBeLessThan(287)
        expect(Number(y), words).toBeLessThan(200)
      }
    }
  })

  test("is the same for the same input, and says no to an unknown variant", () => {
    expect(draw("first", "top")).toBe(draw("first", "top"))
    expect(() => draw("third", "top")).toThrow(UserError)
  })

  test("all sides and variants make one PDF of four pages", async () => {
    const drawings = drawAssemblies(circuit, board, { date })
    expect(Object.keys(drawings)).toEqual(["first", "second"])
    const pdf = Buffer.from(await assemblyPdf(drawings, board, date)).toString("latin1")
    expect(pdf.startsWith("%PDF-")).toBe(true)
    expect(pdf).toContain("/Count 4")
  })

  test("leaves the font to the page when asked", () => {
    const svg = drawAssembly(circuit, board, "first", "top", { date, embedFont: false })
    expect(svg).not.toContain("@font-face")
    expect(draw("first", "top")).toContain("@font-face")
  })
})
