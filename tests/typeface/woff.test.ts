import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { create, type Font } from "fontkit"
import { describe, expect, test } from "vitest"
import { unpackWoff } from "../../src/typeface/woff"

const file = createRequire(import.meta.url).resolve(
  "@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-400-normal.woff",
)
const woff = readFileSync(file)
const unpacked = unpackWoff(woff)

describe("unpacked fonts", () => {
  test("are TrueType of the size the WOFF promises, with whole tables in their places", () => {
    expect(unpacked.readUInt32BE(0)).toBe(0x00010000)
    expect(unpacked.length).toBe(woff.readUInt32BE(16))
    for (let at = 12; at < 12 + unpacked.readUInt16BE(4) * 16; at += 16) {
      // The sum of a table's words is in the directory; that of `head` leaves out one of its own words (OpenType, "Font file").
      const isHead = unpacked.toString("latin1", at, at + 4) === "head"
      const [sum, from, length] = [4, 8, 12].map((k) => unpacked.readUInt32BE(at + k)) as [
        number,
        number,
        number,
      ]
      let words = 0
      for (let i = 0; i < length; i += 4)
        if (!(isHead && i === 8)) words = (words + unpacked.readUInt32BE(from + i)) >>> 0
      expect(words).toBe(sum)
    }
  })

  test("draw and set text as the packed font does", () => {
    const [a, b] = [create(woff) as Font, create(unpacked) as Font]
    const shapes = (font: Font) =>
      font.layout("AVR 10 kΩ, To").glyphs.map((glyph) => [glyph.advanceWidth, glyph.path.toSVG()])
    expect(shapes(b)).toEqual(shapes(a))
    expect(b.layout("AVATo").advanceWidth).toBe(a.layout("AVATo").advanceWidth)
  })
})
