import { stringifyGerberCommands } from "circuit-json-to-gerber"
import { describe, expect, it } from "vitest"
import type { Copper } from "../../../src/circuit/copper"
import { writeAttributesAsComments } from "../../../src/fabricate/gerber-steps/attribute-comments"
import { snapCoordinates } from "../../../src/fabricate/gerber-steps/coordinates"
import { withFinalNewline } from "../../../src/fabricate/gerber-steps/final-newline"
import { writeHeader } from "../../../src/fabricate/gerber-steps/header"
import { widenLegendLines } from "../../../src/fabricate/gerber-steps/legend-line-width"
import { copperNames, nameObjects } from "../../../src/fabricate/gerber-steps/net-attributes"
import { markProfile } from "../../../src/fabricate/gerber-steps/profile"
import { dropRepeatedModes } from "../../../src/fabricate/gerber-steps/repeated-modes"
import type { GerberCommand } from "../../../src/fabricate/gerber-steps/types"
import * as c from "./commands"

const context = {
  board: "a-board",
  revision: "2.00, draft",
  projectGuid: "00000000-0000-8000-a000-000000000000",
  createdAt: "2026-11-22T18:00:00Z",
}

describe("header", () => {
  const flawed: GerberCommand[] = [
    { command_code: "TF", attribute_name: "GenerationSoftware", attribute_value: "tscircuit,x,0.0.121" },
    { command_code: "TF", attribute_name: "CreationDate", attribute_value: new Date().toISOString() },
    { command_code: "G04", comment: `Created by tscircuit (builder) date ${new Date().toISOString()}` },
    { command_code: "G04", comment: "kept" },
  ]

  it("has the given date and no other", () => {
    const text = stringifyGerberCommands(writeHeader("B_Mask", flawed, context))
    expect(text.match(/\d{4}-\d\d-\d\dT[\d:.]+Z/g)).toEqual([context.createdAt])
    expect(text).toContain("%TF.FileFunction,Soldermask,Bot*%")
    expect(text).toContain("%TF.FilePolarity,Negative*%")
    expect(text).toContain("G04 kept*")
  })

  it("keeps separators out of the project's fields", () => {
    expect(stringifyGerberCommands(writeHeader("F_Cu", [], context))).toContain(
      `%TF.ProjectId,a-board,${context.projectGuid},2.00__draft*%`,
    )
  })

  it("gives the outline its polarity and its aperture its function", () => {
    const text = stringifyGerberCommands(writeHeader("Edge_Cuts", markProfile([c.circle(10, 0.05)]), context))
    expect(text).toContain("%TF.FilePolarity,Positive*%")
    expect(text).toContain("%TA.AperFunction,Profile*%\n%ADD10C,0.050000*%\n%TD*%")
  })
})

describe("attributes", () => {
  it("are comments, so that readers of plain RS-274X do not stumble", () => {
    const flawed: GerberCommand[] = [
      { command_code: "TF", attribute_name: "Part", attribute_value: "Single" },
      c.attribute("ViaPad"),
      { command_code: "TO", attribute_name: ".N", attribute_value: "GND" },
      c.clearAttributes,
    ]
    expect(stringifyGerberCommands(writeAttributesAsComments(flawed)).split("\n")).toEqual([
      "G04 #@! TF.Part,Single*",
      "G04 #@! TA.AperFunction,ViaPad*",
      "G04 #@! TO.N,GND*",
      "G04 #@! TD*",
    ])
  })
})

describe("coordinates", () => {
  it("are whole nanometres and never minus zero", () => {
    const noisy = [c.flash(-1e-9, 0.1 + 0.2), c.draw(2.5000000000000004, -3)]
    expect(stringifyGerberCommands(noisy)).toContain("-00000000")
    const snapped = snapCoordinates(noisy)
    expect(snapped).toEqual([c.flash(0, 0.3), c.draw(2.5, -3)])
    expect(stringifyGerberCommands(snapped)).not.toMatch(/-0+[XYD]/)
  })
})

describe("legend lines", () => {
  it("are drawn at the fab's smallest width or wider; the region pen is left alone", () => {
    const widths = widenLegendLines([c.circle(10, 0.129), c.circle(11, 0.2), c.circle(12, 0.001)], 0.15)
    expect(widths).toEqual([c.circle(10, 0.15), c.circle(11, 0.2), c.circle(12, 0.001)])
  })
})

describe("final newline", () => {
  it("is there once", () => {
    expect(withFinalNewline("M02*")).toBe("M02*\n")
    expect(withFinalNewline("M02*\n\n")).toBe("M02*\n")
  })
})

describe("repeated modes", () => {
  it("are said once", () => {
    const straight: GerberCommand = { command_code: "G01" }
    const arc: GerberCommand = { command_code: "G03" }
    const clear: GerberCommand = { command_code: "LP", polarity: "C" }
    const flawed = [straight, c.draw(1, 1), straight, arc, arc, straight, clear, c.flash(0, 0), clear]
    expect(dropRepeatedModes(flawed)).toEqual([straight, c.draw(1, 1), arc, straight, clear, c.flash(0, 0)])
  })
})

describe("names on copper", () => {
  const shape = { core: [], radius: 0 } as unknown as Copper["pads"][number]["shape"]
  const copper: Copper = {
    boardMm: 1.6,
    layers: ["top", "bottom"],
    pads: [
      { name: "U1.3", designator: "U1", pin: "3", x: 1, y: -0, layers: ["top"], shape, net: "GND" },
      { name: "U1.4", designator: "U1", pin: "4", x: 2, y: 0, layers: ["top"], shape },
      { name: "U1.5", designator: "U1", pin: "5", x: 9, y: 9, layers: ["bottom"], shape, net: "OTHER" },
    ],
    vias: [{ kind: "via", x: 5, y: 5, diameterMm: 0.6, drillMm: 0.3, net: "GND" }],
    tracks: [
      { kind: "track", from: { x: 1, y: 0 }, to: { x: 5, y: 5 }, widthMm: 0.25, layer: "top", net: "GND" },
    ],
    pours: [
      {
        kind: "pour",
        layer: "top",
        net: "GND",
        holes: [],
        outline: [
          { x: 0, y: 0 },
          { x: 9, y: 0 },
          { x: 9, y: 9 },
        ],
      },
    ],
  }
  const named = (commands: GerberCommand[]) =>
    stringifyGerberCommands(nameObjects(commands, copperNames(copper, "top")))
      .split("\n")
      .filter((line) => /%T|D0[13]|G36/.test(line))
      .map((line) => line.replace(/X.*D/, "D"))

  it("go before what they name and end with it", () => {
    expect(
      named([
        c.flash(1, 0),
        c.flash(2, 0),
        c.flash(9, 9),
        c.move(5, 5),
        c.draw(1, 0),
        c.flash(5, 5),
        c.select(10),
      ]),
    ).toEqual([
      "%TO.N,GND*%",
      "%TO.C,U1*%",
      "%TO.P,U1,3*%",
      "D03*",
      "%TD*%",
      "%TO.N,N/C*%",
      "%TO.C,U1*%",
      "%TO.P,U1,4*%",
      "D03*",
      "%TD*%",
      "D03*",
      "%TO.N,GND*%",
      "D01*",
      "D03*",
      "%TD*%",
    ])
  })

  it("stand between a region's function and the region", () => {
    const region = [c.regionStart, c.move(9, 9), c.draw(0, 0), c.draw(9, 0), c.draw(9, 9), c.regionEnd]
    expect(named([c.attribute("Conductor"), ...region, c.clearAttributes, c.flash(7, 7)])).toEqual([
      "%TA.AperFunction,Conductor*%",
      "%TO.N,GND*%",
      "G36*",
      "D01*",
      "D01*",
      "D01*",
      "%TD*%",
      "D03*",
    ])
  })
})
