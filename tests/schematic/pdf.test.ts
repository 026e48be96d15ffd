import { describe, expect, it } from "vitest"
import { svgToPdf } from "../../src/drawings/pdf"

const page = (inner: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="297mm" height="210mm" viewBox="0 0 297 210"><style>.a{fill:var(--x, #ff0000)}</style>${inner}</svg>`
const options = { title: "A sheet", date: new Date("2026-01-02T03:04:05Z") }
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1")

describe("PDF from SVG pages", () => {
  it("has a page a sheet, in the sheet's size, and the given date", async () => {
    const pdf = text(await svgToPdf([page(""), page("")], options))
    expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(2)
    expect(pdf).toContain("/MediaBox [0 0 841.889764 595.275591]")
    expect(pdf).toContain("(D:20260102030405Z)")
    expect(new Set(pdf.match(/D:\d{14}Z/g))).toEqual(new Set(["D:20260102030405Z"]))
  })

  it("is the same twice, and carries the font", async () => {
    const svg = page('<text class="a" x="10" y="10" font-size="3">IO0 and l1</text>')
    const first = await svgToPdf([svg], options)
    expect(Buffer.compare(first, await svgToPdf([svg], options))).toBe(0)
    expect(text(first)).toContain("AtkinsonHyperlegibleNext-Regular")
  })

  it("refuses a page without a size, in one line", async () => {
    await expect(svgToPdf(["<svg></svg>"], options)).rejects.toThrow("page 1 of the PDF has no viewBox")
  })
})
