import { describe, expect, it } from "vitest"
import { antennas } from "../../src/check/copper/antenna"
import { groundSlots } from "../../src/check/copper/ground-slots"
import { needlessVias } from "../../src/check/copper/needless-vias"
import { sensitiveNets } from "../../src/check/copper/sensitive-nets"
import { viasInText } from "../../src/check/copper/via-in-text"
import type { Pour, Track, Via } from "../../src/circuit/copper"
import type { Pad } from "../../src/circuit/pads"
import { piecesOf } from "../../src/circuit/pieces"
import type { CircuitView } from "../../src/model/circuit-view"
import type { Pin } from "../../src/model/part"
import { element } from "./circuit-fixture"
import { copper, line, pad, via } from "./copper-fixture"

const pour: Pick<Pour, "kind" | "net" | "outline" | "holes"> = {
  kind: "pour",
  net: "GND",
  outline: [
    { x: -40, y: -20 },
    { x: 40, y: -20 },
    { x: 40, y: 20 },
    { x: -40, y: 20 },
  ],
  holes: [],
}
const pourRule = {
  net: "GND",
  layers: ["top", "bottom"],
  clearanceMm: 0.25,
  boardEdgeMm: 0.3,
  minWidthMm: 0.2,
  thermalGapMm: 0.25,
  thermalSpokeMm: 0.3,
} as const

describe("layer changes", () => {
  const hop = [
    ...line("A", [
      [-9, 0],
      [-3, 0],
    ]),
    ...line(
      "A",
      [
        [-3, 0],
        [3, 0],
      ],
      0.25,
      "bottom",
    ),
    ...line("A", [
      [3, 0],
      [9, 0],
    ]),
  ]
  const vias = [via("A", -3, 0), via("A", 3, 0)]
  const board = {
    pour: pourRule,
    netClasses: [{ name: "all", nets: ["A", "B"], widthMm: 0.25, clearanceMm: 0.2 }],
  }
  const find = (more: Track[] = [], pads: Pad[] = []) =>
    needlessVias({ board, copper: copper([...hop, ...more], pads, vias) }).findings

  it("are for nothing where the way is free on the other side, and counted", () => {
    expect(find()).toMatchObject([
      { rule: "copper/needless-via", nets: ["A"], measure: { value: 2, limit: 0 } },
    ])
  })

  it.each([
    [0.44, 0],
    [0.45, 1],
    [0.46, 1],
  ])("are needed where a track's middle passes at %f mm: found %i times", (y, count) => {
    expect(
      find(
        line("B", [
          [-5, y],
          [5, y],
        ]),
      ),
    ).toHaveLength(count)
  })

  it("are needed to cross a track, to reach a pad below and to keep off a two-pin part", () => {
    expect(
      find(
        line("B", [
          [0, -3],
          [0, 3],
        ]),
      ),
    ).toEqual([])
    expect(find([], [pad("C1.1", "A", 0, 0, "bottom")])).toEqual([])
    expect(find([], [pad("R9.1", "B", 0, 2), pad("R9.2", "C", 0, -2)])).toEqual([])
    expect(find([], [pad("R9.1", "A", 0, 0, "plated")])).toHaveLength(1)
  })
})

describe("the ground plane", () => {
  const find = (tracks: Track[], pads: Pad[] = [], vias: Via[] = []) =>
    groundSlots({
      board: { pour: pourRule },
      copper: { ...copper(tracks, pads, vias), pours: [{ ...pour, layer: "bottom" }] },
    })
  // A cut is as long as its track with its ends and the gap round them: 0.25 + 2 x 0.25 more.
  const cut = (mm: number, y = 0) =>
    line(
      "A",
      [
        [0, y],
        [mm - 0.75, y],
      ],
      0.25,
      "bottom",
    )

  it("is the plane inside where there is one, not the pour on the other face", () => {
    const layers = ["top", "inner1", "inner2", "bottom"] as const
    const inside = (layer: "inner1" | "bottom") =>
      groundSlots({
        board: { pour: { ...pourRule, layers } },
        copper: {
          ...copper(
            [
              line(
                "A",
                [
                  [0, 0],
                  [20, 0],
                ],
                0.25,
                layer,
              ),
            ].flat(),
            [],
            [],
          ),
          pours: layers.map((one) => ({ ...pour, layer: one })),
        },
      }).findings
    expect(inside("bottom")).toEqual([])
    expect(inside("inner1")).toHaveLength(1)
  })

  it.each([
    [11.99, 0],
    [12, 0],
    [12.01, 1],
  ])("may be cut over %f mm: found %i times", (mm, count) => {
    expect(find(cut(mm)).findings).toHaveLength(count)
  })

  it("is cut by all that the pour cannot pass between, and names who crosses over", () => {
    const two = [
      ...cut(8),
      ...line(
        "B",
        [
          [7.9, 0],
          [15, 0],
        ],
        0.25,
        "bottom",
      ),
    ]
    expect(
      find([
        ...two,
        ...line("CLK", [
          [10, -5],
          [10, 5],
        ]),
      ]).findings,
    ).toMatchObject([{ nets: ["A", "B"], message: expect.stringContaining("CLK cross over it") }])
    expect(
      find([
        ...cut(8),
        ...line(
          "B",
          [
            [8.3, 0],
            [15, 0],
          ],
          0.25,
          "bottom",
        ),
      ]).findings,
    ).toEqual([])
    expect(
      find([...cut(8)], [], [via("B", 8, 0), via("C", 9, 0), via("D", 10, 0), via("E", 11.2, 0)]).findings,
    ).toHaveLength(1)
  })

  it("is not cut by the other side, by its own net and by pads alone", () => {
    expect(
      find(
        line("A", [
          [0, 0],
          [30, 0],
        ]),
      ).findings,
    ).toEqual([])
    expect(
      find(
        line(
          "GND",
          [
            [0, 0],
            [30, 0],
          ],
          0.25,
          "bottom",
        ),
      ).findings,
    ).toEqual([])
    expect(
      find(
        [],
        Array.from({ length: 20 }, (_, i) => pad(`J1.${i}`, "A", i * 1.5, 0, "plated")),
      ).findings,
    ).toEqual([])
  })
})

describe("sensitive nets", () => {
  const pin = (number: number, name: string, more: Partial<Pin> = {}): Pin => ({
    number,
    name,
    role: "input",
    ...more,
  })
  const view = (pins: readonly Pin[]): Pick<CircuitView, "nets" | "netOf" | "parts" | "facts" | "pins"> => {
    const nets = [
      { name: "EN", names: ["EN"], pins: ["U1.1"] },
      { name: "V24", names: ["V24"], pins: ["U1.2"] },
    ]
    return {
      nets,
      netOf: new Map(nets.flatMap((net) => net.pins.map((one) => [one, net] as const))),
      pins: ["U1.1", "U1.2"],
      parts: new Map([["U1", { designator: "U1", kind: "ic", record: { pins } as never }]]),
      facts: { EN: { title: "EN", kind: "signal" }, V24: { title: "24 V", kind: "power", maxVolts: 26 } },
    }
  }
  const find = (gapMm: number, pins: readonly Pin[], change: Partial<CircuitView> = {}, pads: Pad[] = []) =>
    sensitiveNets({
      view: { ...view(pins), variants: [], defaultVariant: "", firmware: {}, ...change },
      pieces: piecesOf(
        copper(
          [
            ...line("EN", [
              [0, 0],
              [9, 0],
            ]),
            ...line("V24", [
              [0, gapMm + 0.25],
              [9, gapMm + 0.25],
            ]),
          ],
          pads,
        ),
      ),
    }).findings
  const both = [pin(1, "EN", { sensitive: "a reset" }), pin(2, "VIN")]

  it.each([
    [0.49, 1],
    [0.5, 0],
    [0.51, 0],
  ])("%f mm beside 24 V are found %i times", (gapMm, count) => {
    expect(find(gapMm, both)).toHaveLength(count)
  })

  it("are those with a pin whose record says so; hot is a supply of 12 V or a node that switches", () => {
    expect(find(0.2, both)[0]?.message).toContain("EN (U1.1 (EN), a reset) comes 0.20 mm near V24")
    expect(find(0.2, [pin(1, "EN"), pin(2, "VIN")])).toEqual([])
    const at = (maxVolts: number, kind: "power" | "signal") => ({
      facts: { EN: { title: "EN", kind: "signal" as const }, V24: { title: "", kind, maxVolts } },
    })
    expect(find(0.2, both, at(12, "power"))).toHaveLength(1)
    expect(find(0.2, both, at(11.9, "power"))).toEqual([])
    expect(find(0.2, both, at(24, "signal"))).toEqual([])
    const switching = [both[0] as Pin, pin(2, "SW", { switches: true })]
    expect(find(0.2, switching, at(5, "signal"))).toHaveLength(1)
  })

  it("are not at fault where two pads stand so", () => {
    const pads = [pad("U9.1", "EN", 0, 20), pad("U9.2", "V24", 1.27, 20)]
    expect(find(0.6, both, {}, pads)).toEqual([])
  })
})

describe("a via in a text", () => {
  // Capitals of "X" at size 1: the box of its ink ends 0.419 mm off its middle, sideways.
  const text = element({
    type: "pcb_silkscreen_text",
    pcb_silkscreen_text_id: "t",
    text: "XXXX",
    layer: "top",
    font_size: 1.67,
    anchor_position: { x: 0, y: 0 },
    anchor_alignment: "center",
  })
  const find = (y: number, more: Record<string, unknown> = {}) =>
    viasInText({ circuit: [{ ...text, ...more } as typeof text], copper: copper([], [], [via("A", 0, y)]) })
      .findings
  /** Where the via just touches the box. */
  const touch = (() => {
    for (let y = 0; y < 3; y += 0.001) if (!find(y + 0.1).length) return y + 0.1
    return 0
  })()

  it("is found where it reaches in, at its place and by its depth", () => {
    expect(touch).toBeGreaterThan(0.7)
    expect(find(0)).toMatchObject([
      { rule: "copper/via-in-text", nets: ["A"], measure: { value: 0.3, limit: 0.1 } },
    ])
    expect(find(touch - 0.01)).toHaveLength(1)
    expect(find(touch + 0.01)).toEqual([])
    expect(find(0, { layer: "bottom" })).toHaveLength(1)
    expect(find(0, { anchor_position: { x: 5, y: 5 } })).toEqual([])
  })
})

describe("an antenna", () => {
  const board = {
    keepouts: [{ name: "U1's antenna", minX: 0, minY: 0, maxX: 10, maxY: 5 }],
    parts: { U1: { keepout: { minX: 0, minY: 0, maxX: 10, maxY: 5 } } as never },
  }
  const find = (mm: number, name = "U1's antenna") =>
    antennas({
      board: { ...board, keepouts: board.keepouts.map((zone) => ({ ...zone, name })) },
      pieces: piecesOf(
        copper(
          line("A", [
            [2, -mm - 0.125],
            [8, -mm - 0.125],
          ]),
        ),
      ),
    }).findings

  it.each([
    [0.49, 1],
    [0.5, 0],
    [0.51, 0],
  ])("has no track %f mm beside its zone: found %i times", (mm, count) => {
    expect(find(mm)).toHaveLength(count)
  })

  it("is a part's: any other zone ends where it ends", () => {
    expect(find(0.1, "the fixture")).toEqual([])
  })
})
