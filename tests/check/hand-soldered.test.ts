import { describe, expect, it } from "vitest"
import { buckXl1509 } from "../../components/parts/modules"
import { handSoldered, largeHandPads } from "../../src/check/board/hand-soldered"
import { copperOf } from "../../src/circuit/copper"
import { piecesOf } from "../../src/circuit/pieces"
import { circuitOf, type Sketch } from "./circuit-fixture"

const pour = {
  net: "GND",
  layers: ["bottom"],
  clearanceMm: 0.25,
  boardEdgeMm: 0.4,
  minWidthMm: 0.25,
  thermalGapMm: 0.25,
  thermalSpokeMm: 0.3,
} as const

const rule = { pads: ["J2.1"], pourGapMm: 0.4, trackGapMm: 1 }

/** A 4 mm pad of V24 on the bottom, round which something is. */
const check = (
  sketch: Omit<Sketch, "pads">,
  pads: readonly string[] | undefined = rule.pads,
  parts: Parameters<typeof handSoldered>[0]["board"]["parts"] = {},
) => {
  return handSoldered({ board: { pours: [pour], parts, handSoldered: { ...rule, pads } }, ...laid(sketch) })
}

const laid = (sketch: Omit<Sketch, "pads">) => {
  const copper = copperOf(
    circuitOf({
      pads: {
        "J2.1": { x: 0, y: 0, net: "V24", layer: "bottom", size: 4 },
        "R1.1": { x: 20, y: 0, net: "SIG" },
        "R1.2": { x: 22, y: 0, net: "GND" },
      },
      ...sketch,
    }),
  )
  return { copper, pieces: piecesOf(copper) }
}

const messages = (...args: Parameters<typeof check>) => check(...args).findings.map(({ message }) => message)

/** A track of 0.25 mm along the pad's lower edge, that far from it. */
const track = (gapMm: number, net = "SIG", layer: "top" | "bottom" = "bottom") => ({
  tracks: [
    {
      net,
      layer,
      points: [
        [-1, -2 - gapMm - 0.125],
        [1, -2 - gapMm - 0.125],
      ],
    },
  ] as const,
})

describe("hand-soldered pads", () => {
  it.each([
    [0.28, 1],
    [0.998, 1],
    [1, 0],
    [1.002, 0],
  ])("count a foreign track %d mm away as %d findings", (gapMm, count) => {
    expect(check(track(gapMm)).findings).toHaveLength(count)
  })

  it("say what is near, how near and what is asked", () => {
    expect(messages(track(0.28))).toEqual([
      "track of SIG is 0.28 mm from J2.1, which is soldered by hand: keep 1 mm",
    ])
    expect(check(track(1.5)).figures).toMatchObject([{ value: 1.5, limit: 1 }])
  })

  it("do not mind their own net, nor the other side", () => {
    expect(messages(track(0.1, "V24"))).toEqual([])
    expect(messages(track(0.1, "SIG", "top"))).toEqual([])
  })

  it("mind vias of other nets on either side", () => {
    expect(messages({ vias: [{ x: 3, y: 0, net: "SIG" }] })).toHaveLength(1)
    expect(messages({ vias: [{ x: 3.4, y: 0, net: "SIG" }] })).toEqual([])
  })

  it.each([
    [0.25, 1],
    [0.398, 1],
    [0.4, 0],
  ])("count a pour %d mm away as %d findings", (gapMm, count) => {
    const edge = 2 + gapMm
    const pours = [
      {
        net: "GND",
        layer: "bottom",
        outline: [
          [edge, -5],
          [9, -5],
          [9, 5],
          [edge, 5],
        ],
      },
    ] as const
    expect(check({ pours }).findings).toHaveLength(count)
  })

  it("hold ground's own tracks and vias to the pour's gap", () => {
    expect(messages(track(0.41, "GND"))).toEqual([])
    expect(messages(track(0.39, "GND"))).toHaveLength(1)
  })

  it("must be pads of the board", () => {
    expect(messages({}, ["J9.1"])).toEqual([
      "J9.1 is listed as soldered by hand, and the board has no such pad",
    ])
  })

  it("are those of parts for the iron whatever the board lists: large, and without a hole", () => {
    const hand = { J2: buckXl1509.vinPos }
    expect(messages(track(0.28), [], hand)).toHaveLength(1)
    expect(messages(track(1), [], hand)).toEqual([])
    expect(messages(track(0.28), [], { J2: { ...buckXl1509.vinPos, assembly: { by: "machine" } } })).toEqual(
      [],
    )
    const copper = (size: number, plated: boolean) =>
      copperOf(circuitOf({ pads: { "J2.1": { x: 0, y: 0, net: "V24", size, plated } } })).pads
    expect(largeHandPads(hand, copper(4, false))).toEqual(["J2.1"])
    expect(largeHandPads(hand, copper(2.4, false))).toEqual([])
    expect(largeHandPads(hand, copper(4, true))).toEqual([])
    const none = { board: { pours: [pour], parts: hand }, ...laid(track(0.28)) }
    expect(handSoldered(none).findings).toHaveLength(1)
  })
})
