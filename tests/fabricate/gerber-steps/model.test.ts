import { describe, expect, it } from "vitest"
import { growMaskOpenings } from "../../../src/fabricate/gerber-steps/mask-margins"
import { largestPoursFirst } from "../../../src/fabricate/gerber-steps/pour-order"
import { roundPasteCorners } from "../../../src/fabricate/gerber-steps/rounded-paste"
import { unmendable } from "../../../src/fabricate/gerber-steps/unmendable"
import { board, paste, platedHole, pour, rectPad, roundHole, slotHole, square, via } from "../circuit"
import * as c from "./commands"

describe("mask openings", () => {
  it("grow round pads and holes that state no margin, not round vias", () => {
    const grown = growMaskOpenings(
      [
        rectPad(0, 0, 1, 1),
        rectPad(2, 0, 1, 1, { soldermask_margin: 0 }),
        platedHole(4, 0, 1, 2),
        roundHole(6, 0, 3),
        via(8, 0),
      ],
      0.05,
    )
    expect(grown.map((e) => ("soldermask_margin" in e ? e.soldermask_margin : undefined))).toEqual([
      0.05,
      0,
      0.05,
      0.05,
      undefined,
    ])
  })
})

describe("pour order", () => {
  it("draws the pour inside a hole after the pour with the hole", () => {
    const island = pour(square(0, 0, 1))
    const plane = pour(square(0, 0, 10), [square(0, 0, 2)])
    const ordered = largestPoursFirst([island, via(5, 5), plane])
    expect(ordered[0]).toBe(plane)
    expect(ordered[2]).toBe(island)
  })
})

describe("rounded paste", () => {
  const pad = rectPad(0, 0, 2, 1, { corner_radius: 0.25, pcb_smtpad_id: "pad" })
  const flawed = [c.rectangle(10, 1.8, 0.8), c.select(10), c.flash(0, 0), c.flash(5, 0)]

  it("has the pad's corners less its margin; paste elsewhere stays square", () => {
    const onPad = paste("rect", 0, 0, { width: 1.8, height: 0.8, pcb_smtpad_id: "pad" })
    const mended = roundPasteCorners(flawed, [pad, onPad], "top")
    const added = mended.find((command) => command.command_code === "ADD" && command.aperture_number === 11)
    expect(added).toMatchObject({ macro_name: "ROUNDRECT", corner_radius: expect.closeTo(0.15, 9) })
    expect(mended.slice(2)).toEqual([c.select(10), c.select(11), c.flash(0, 0), c.select(10), c.flash(5, 0)])
  })

  it("leaves the other side alone", () => {
    const below = paste("rect", 0, 0, { width: 1.8, height: 0.8, pcb_smtpad_id: "pad", layer: "bottom" })
    expect(roundPasteCorners(flawed, [pad, below], "top")).toEqual(flawed)
  })
})

describe("what cannot be mended", () => {
  const rules = (elements: Parameters<typeof unmendable>[0]) =>
    unmendable(elements, 0.25).map(({ rule }) => rule)
  const plane = pour(square(0, 0, 10), [square(5, 5, 1)], "top")

  it("is a pour over a slot", () => {
    expect(rules([board(), plane, slotHole(0, 0, 3, 1)])).toEqual(["dfm/pour-clearance"])
    expect(rules([board(), plane, slotHole(15, 0, 3, 1)])).toEqual([])
    // 1 mm square hole in the pour, 0.6 mm slot: 0.25 mm is kept from 0.75 mm on.
    expect(rules([board(), plane, slotHole(5, 5, 1.4, 1)])).toEqual([])
    expect(rules([board(), plane, slotHole(5, 5, 1.7, 1)])).toEqual(["dfm/pour-clearance"])
  })

  it("is a pour over a polygon pad on its layer", () => {
    const pad = (layer: string) =>
      rectPad(0, 0, 1, 1, {
        shape: "polygon",
        layer,
        points: [
          { x: 0, y: 0 },
          { x: 1, y: 0 },
          { x: 0, y: 1 },
        ],
      })
    expect(rules([board(), plane, pad("top")])).toEqual(["dfm/pour-clearance"])
    expect(rules([board(), plane, pad("bottom")])).toEqual([])
  })

  it("is none over a polygon pad of the pour's own net", () => {
    const circuit = [
      { type: "source_component", source_component_id: "u", name: "U1", ftype: "simple_chip" },
      { type: "source_net", source_net_id: "gnd", name: "GND", subcircuit_connectivity_map_key: "k" },
      ...["1", "2"].map((pin) => ({
        type: "source_port",
        source_port_id: `port${pin}`,
        source_component_id: "u",
        name: `pin${pin}`,
        pin_number: Number(pin),
        ...(pin === "1" ? { subcircuit_connectivity_map_key: "k" } : {}),
      })),
      ...["1", "2"].map((pin) => ({
        type: "pcb_port",
        pcb_port_id: `p${pin}`,
        source_port_id: `port${pin}`,
      })),
      {
        type: "source_trace",
        source_trace_id: "t",
        connected_source_port_ids: ["port1"],
        connected_source_net_ids: ["gnd"],
      },
      { ...plane, source_net_id: "gnd" },
    ] as Parameters<typeof unmendable>[0]
    const pad = (pin: string) =>
      rectPad(0, 0, 1, 1, {
        shape: "polygon",
        layer: "top",
        pcb_port_id: `p${pin}`,
        points: [
          { x: 0, y: 0 },
          { x: 1, y: 0 },
          { x: 0, y: 1 },
        ],
      })
    expect(rules([board(), ...circuit, pad("1")])).toEqual([])
    expect(rules([board(), ...circuit, pad("2")])).toEqual(["dfm/pour-clearance"])
  })

  it("is a board of four layers", () => {
    expect(rules([board({ num_layers: 6 })])).toEqual(["dfm/layer-count"])
  })
})
