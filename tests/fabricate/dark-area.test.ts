import { Clipper } from "clipper2-ts"
import { describe, expect, it } from "vitest"
import { darkArea } from "../../src/fabricate/geometry/dark-area"
import * as c from "./gerber-steps/commands"

const mm2 = (commands: Parameters<typeof darkArea>[0]) => Clipper.areaPaths(darkArea(commands)) / 1e12

describe("dark area", () => {
  const at = (aperture: ReturnType<typeof c.circle>) => [aperture, c.select(10), c.flash(3, -2)]

  it("of apertures is what geometry says", () => {
    expect(mm2(at(c.rectangle(10, 2, 1)))).toBeCloseTo(2, 6)
    expect(mm2(at(c.circle(10, 2)))).toBeCloseTo(Math.PI, 1)
    expect(mm2(at(c.obround(10, 3, 1)))).toBeCloseTo(2 + Math.PI / 4, 1)
  })

  it("of a line has round ends", () => {
    expect(mm2([c.circle(10, 1), c.select(10), c.move(0, 0), c.draw(0, 4)])).toBeCloseTo(4 + Math.PI / 4, 1)
  })

  it("counts overlaps once and takes clear areas away, in order", () => {
    const square = (x: number) => [
      c.regionStart,
      c.move(x, 0),
      c.draw(x + 2, 0),
      c.draw(x + 2, 2),
      c.draw(x, 2),
      c.draw(x, 0),
      c.regionEnd,
    ]
    const clear = { command_code: "LP" as const, polarity: "C" as const }
    const dark = { command_code: "LP" as const, polarity: "D" as const }
    expect(mm2([...square(0), ...square(1)])).toBeCloseTo(6, 6)
    expect(mm2([...square(0), clear, ...square(1), dark, ...square(5)])).toBeCloseTo(6, 6)
    expect(mm2([...square(0), clear, ...square(0), dark, ...square(0)])).toBeCloseTo(4, 6)
  })
})
