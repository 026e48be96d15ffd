import { describe, expect, it } from "vitest"
import type { Sketch } from "./circuit-fixture"
import { messages, rules } from "./erc-fixture"
import { judge } from "./lvs-fixture"

describe("pours", () => {
  const square = (x: number, y: number, half: number) =>
    [
      [x - half, y - half],
      [x + half, y - half],
      [x + half, y + half],
      [x - half, y + half],
    ] as const
  const grounded: Sketch = {
    pads: {
      "R1.1": { x: -3, y: 0, net: "GND" },
      "R2.1": { x: 3, y: 0, net: "GND" },
      "R1.2": { x: 0, y: 0, net: "A" },
      "R2.2": { x: 30, y: 0, net: "A", size: 2 },
    },
    tracks: [
      {
        net: "A",
        layer: "top",
        points: [
          [0, 0],
          [30, 0],
        ],
      },
    ],
  }
  const pour = { net: "GND", outline: square(0, 0, 5) }

  it("connect what they cover, and keep off what is in their holes", () => {
    const clear = { ...pour, holes: [square(0, 0, 0.75)] }
    // The track of A crosses the pour on its way out, so it is cut off there.
    expect(rules(judge({ ...grounded, tracks: [], pours: [clear] }))).toEqual(["lvs/open"])
    expect(rules(judge({ ...grounded, pours: [clear] }))).toEqual(["lvs/short"])
    expect(rules(judge({ ...grounded, tracks: [], pours: [pour] }))).toEqual(["lvs/open", "lvs/short"])
  })

  it("an island is floating; one with a pad of its own leaves the net open", () => {
    const island = { net: "GND", outline: square(0, 20, 1) }
    const alone = judge({
      ...grounded,
      tracks: [],
      pours: [{ ...pour, holes: [square(0, 0, 0.75)] }, island],
    })
    expect(rules(alone)).toContain("lvs/floating")
    expect(messages(alone)).toMatch(/FLOATING: pour of net GND on top/)
    const pads = { ...grounded.pads, "R3.1": { x: 0, y: 20, net: "GND" } }
    const cut = judge({
      ...grounded,
      pads,
      tracks: [],
      pours: [{ ...pour, holes: [square(0, 0, 0.75)] }, island],
    })
    expect(messages(cut)).toMatch(/net GND is in 2 pieces: \[R1\.1, R2\.1\] \[R3\.1\]/)
  })

  it("a small pour inside the hole of a large one is apart from it", () => {
    const pads = { "R1.1": { x: -3, y: 0, net: "GND" }, "R2.1": { x: 0, y: 0, net: "GND" } }
    const ring = { ...pour, holes: [square(0, 0, 2)] }
    const inner = { net: "GND", outline: square(0, 0, 1.5) }
    expect(rules(judge({ pads, pours: [ring, inner] }))).toEqual(["lvs/open"])
    expect(rules(judge({ pads, pours: [ring, { net: "GND", outline: square(0, 0, 2.5) }] }))).toEqual([])
  })

  it("a via through pours of both sides joins them", () => {
    const pads = {
      "R1.1": { x: -3, y: 0, net: "GND" },
      "R2.1": { x: 3, y: 0, net: "GND", layer: "bottom" },
    } as const
    const both = [pour, { ...pour, layer: "bottom" as const }]
    expect(rules(judge({ pads, pours: both }))).toEqual(["lvs/open"])
    expect(rules(judge({ pads, pours: both, vias: [{ x: 1, y: 1, net: "GND" }] }))).toEqual([])
  })
})
