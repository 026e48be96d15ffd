import { stringifyGerberCommands } from "circuit-json-to-gerber"
import { describe, expect, it } from "vitest"
import { bakeRotation } from "../../../src/fabricate/gerber-steps/load-rotation"
import { plainApertures } from "../../../src/fabricate/gerber-steps/plain-apertures"
import { dropRegionPen } from "../../../src/fabricate/gerber-steps/region-pen"
import { dropUnusedApertures } from "../../../src/fabricate/gerber-steps/unused-apertures"
import * as c from "./commands"

const text = (commands: Parameters<typeof stringifyGerberCommands>[0]) =>
  stringifyGerberCommands([...commands]).split("\n")

describe("pill macros", () => {
  const flawed = [
    c.macro("HORZPILL", "21,1,$1-$3,$2,0.0,0.0,0.0*"),
    c.macro("VERTPILL", "21,1,$1,$2-$3,0.0,0.0,0.0*"),
    c.macro("ROUNDRECT", "20,1,$1+$1,$2,$3,$4,$5,0*"),
    {
      command_code: "ADD" as const,
      aperture_number: 10,
      macro_name: "HORZPILL" as const,
      x_size: 1.4,
      y_size: 0.7,
      circle_diameter: 0.7,
      circle_center_offset: 0.35,
    },
    c.select(10),
    c.flash(1, 2),
  ]

  it("become obrounds of the same size", () => {
    expect(text(flawed).join()).toContain("21,1")
    expect(plainApertures(flawed)).toEqual([
      c.macro("ROUNDRECT", "20,1,$1+$1,$2,$3,$4,$5,0*"),
      c.obround(10, 1.4, 0.7),
      c.select(10),
      c.flash(1, 2),
    ])
  })
})

describe("load rotation", () => {
  const turned = (aperture: ReturnType<typeof c.circle>, degrees: number) => [
    aperture,
    c.select(10),
    c.turn(degrees),
    c.flash(5, 6),
    c.turn(0),
    c.flash(8, 9),
  ]

  it("swaps the sides of a rectangle for a quarter turn", () => {
    expect(bakeRotation(turned(c.rectangle(10, 2, 1), 90))).toEqual([
      c.rectangle(10, 2, 1),
      c.rectangle(11, 1, 2),
      c.select(10),
      c.select(11),
      c.flash(5, 6),
      c.select(10),
      c.flash(8, 9),
    ])
  })

  it("leaves a circle and a half turn alone", () => {
    for (const flawed of [turned(c.circle(10, 1), 37), turned(c.rectangle(10, 2, 1), 180)])
      expect(bakeRotation(flawed).filter((command) => command.command_code === "D03")).toHaveLength(2)
    expect(bakeRotation(turned(c.circle(10, 1), 37)).some((command) => command.command_code === "LR")).toBe(
      false,
    )
  })

  it("turns a rectangle counter-clockwise into a region", () => {
    const corners = bakeRotation(turned(c.rectangle(10, 2, 0), 30)).filter(
      (command) => command.command_code === "D01",
    )
    // Right end of a 2 mm long line at 30 degrees: cos 30 right, sin 30 up of the centre.
    expect(corners[0]).toMatchObject({ x: expect.closeTo(5.866025, 5), y: expect.closeTo(6.5, 5) })
    expect(corners).toHaveLength(4)
  })

  it("draws a slanted pill as a line of its width", () => {
    const baked = bakeRotation(turned(c.obround(10, 3, 1), 90 + 45))
    expect(baked).toContainEqual(c.circle(11, 1))
    const [end] = baked.filter((command) => command.command_code === "D01")
    expect(end).toMatchObject({
      x: expect.closeTo(5 - Math.SQRT1_2, 6),
      y: expect.closeTo(6 + Math.SQRT1_2, 6),
    })
  })
})

describe("region pen", () => {
  it("goes, and leaves its function with the region", () => {
    const flawed = [
      c.attribute("Conductor"),
      c.circle(10, 0.001),
      c.clearAttributes,
      c.select(10),
      c.regionStart,
      c.move(0, 0),
      c.draw(1, 0),
      c.draw(0, 1),
      c.draw(0, 0),
      c.regionEnd,
    ]
    const mended = dropUnusedApertures(dropRegionPen(flawed))
    expect(text(flawed)).toContain("%ADD10C,0.001000*%")
    expect(text(mended).some((line) => line.startsWith("%ADD"))).toBe(false)
    expect(text(mended).filter((line) => /G36|G37|T[AD]/.test(line))).toEqual([
      "%TD*%",
      "%TA.AperFunction,Conductor*%",
      "G36*",
      "G37*",
      "%TD*%",
    ])
  })
})

describe("unused apertures", () => {
  const flawed = [
    c.macro("ROTATEDPILL", "1,1,$1,$2,$3*"),
    c.attribute("ViaPad"),
    c.circle(10, 0.6),
    c.attribute("SMDPad,CuDef"),
    c.rectangle(12, 1, 2),
    c.clearAttributes,
    c.select(10),
    c.select(12),
    c.flash(0, 0),
    c.select(12),
    c.flash(1, 0),
  ]

  it("go with their attribute and macros, and the rest is numbered from 10", () => {
    expect(dropUnusedApertures(flawed)).toEqual([
      c.attribute("SMDPad,CuDef"),
      c.rectangle(10, 1, 2),
      c.clearAttributes,
      c.select(10),
      c.flash(0, 0),
      c.flash(1, 0),
    ])
  })
})
