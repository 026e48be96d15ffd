import { describe, expect, it } from "vitest"
import { stitching } from "../../src/check/board/stitching"
import type { Pour } from "../../src/circuit/copper"

const pour = (layer: "top" | "bottom", right: number): Pour => ({
  kind: "pour",
  layer,
  net: "GND",
  outline: [
    { x: 0, y: 0 },
    { x: right, y: 0 },
    { x: right, y: 4 },
    { x: 0, y: 4 },
  ],
  holes: [],
})

const found = (net: string, topRight: number): string[] => {
  const via = { kind: "via", x: 0, y: 2, net, diameterMm: 0.6, drillMm: 0.3 } as const
  const copper = {
    pads: [],
    tracks: [],
    vias: [via],
    pours: [pour("top", topRight), pour("bottom", 30)],
    boardMm: 1.6,
    layers: ["top", "bottom"] as const,
  }
  const rules = { net: "GND", layers: ["top", "bottom"], stitchMm: 10 } as const
  return stitching({
    board: {
      pours: [
        { ...rules, clearanceMm: 0, boardEdgeMm: 0, minWidthMm: 0, thermalGapMm: 0, thermalSpokeMm: 0 },
      ],
    },
    copper,
  }).findings.map(({ message }) => message)
}

describe("pours on both sides", () => {
  it("are joined where they lie over each other", () => {
    expect(found("GND", 9.5)).toEqual([])
    expect(found("GND", 20.5)).toEqual([
      "the pours of GND are 20.1 mm from the nearest via or plated hole: at most 10 mm, add vias of GND",
    ])
  })

  it("are not joined by vias of another net", () => {
    expect(found("V3V3", 9.5)).toEqual([
      "the pours of GND are without any via or plated hole: at most 10 mm, add vias of GND",
    ])
  })
})
