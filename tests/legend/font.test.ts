import { describe, expect, it } from "vitest"
import { glyph } from "../../src/fabricate/gerber-steps/glyphs"
import { boxOf } from "../../src/geometry/shape"
import { silkscreenText } from "../../src/legend/element"
import { isDrawable, textBox } from "../../src/legend/font"
import { strokesOf } from "./measure"

const characters = [
  ...Array.from({ length: 0x17f - 0x21 }, (_, index) => String.fromCharCode(0x21 + index)),
  "Ω",
  "\u2126",
  "\u03bc",
  "€",
  "–",
]

describe("the legend's font", () => {
  it("knows which characters get drawn", () => {
    for (const character of characters)
      expect(isDrawable(character), JSON.stringify(character)).toBe(glyph(character) !== undefined)
    expect(isDrawable(" ")).toBe(false)
  })

  it.each(["top", "bottom"] as const)(
    "has every character's ink in its box on the %s, lying and turned",
    (side) => {
      const drawn = characters.filter(isDrawable)
      for (const character of drawn)
        for (const text of [character, `${character}I`, `I${character}${character}`])
          for (const turnDeg of [0, 90] as const) {
            const legend = { text, side, turnDeg, x: 3, y: -2, capitalMm: 1.01 }
            const box = textBox(legend)
            for (const stroke of strokesOf(silkscreenText(legend)).map(boxOf)) {
              const out = Math.max(
                box.minX - stroke.minX,
                stroke.maxX - box.maxX,
                box.minY - stroke.minY,
                stroke.maxY - box.maxY,
              )
              expect(out, `${text} ${turnDeg}`).toBeLessThan(1e-6)
            }
          }
    },
  )

  it("does not reserve much more than a wide text needs", () => {
    const legend = { text: "R10", side: "top", turnDeg: 0, x: 0, y: 0, capitalMm: 1.01 } as const
    const box = textBox(legend)
    const ink = strokesOf(silkscreenText(legend)).map(boxOf)
    expect(box.maxX - Math.max(...ink.map(({ maxX }) => maxX))).toBeLessThan(0.1)
    expect(box.maxY - Math.max(...ink.map(({ maxY }) => maxY))).toBeLessThan(0.1)
  })
})
