import { describe, expect, it } from "vitest"
import { copperOf } from "../../src/circuit/copper"
import { insideRegion, regionOf } from "../../src/circuit/region"
import { cleanPours } from "../../src/compile/clean-pours"
import { circuitOf, type Sketch } from "./circuit-fixture"

type Ring = readonly (readonly [number, number])[]

const pour = {
  net: "GND",
  layers: ["top"],
  clearanceMm: 0.25,
  boardEdgeMm: 0.4,
  minWidthMm: 0.25,
  thermalGapMm: 0.25,
  thermalSpokeMm: 0.3,
} as const

/** The regions that are left of a pour. */
const cleaned = (pads: Sketch["pads"], outline: Ring) =>
  copperOf(
    cleanPours(circuitOf({ pads, pours: [{ net: "GND", outline }] }), { pours: [pour], outline: [] }),
  ).pours.map(regionOf)

describe("spokes that lead nowhere", () => {
  const pads = { "U1.1": { x: 0, y: 0, net: "GND", size: 1 } }
  const inside = (regions: ReturnType<typeof cleaned>, x: number, y: number) =>
    regions.some((region) => insideRegion(region, { x, y }))
  /** The pad in the pour with a spoke to the right, where the plane is, and one up, where nothing is. */
  const outline: Ring = [
    [-0.5, -0.5],
    [0.5, -0.5],
    [0.5, -0.15],
    [0.75, -0.15],
    [0.75, -3],
    [6, -3],
    [6, 3],
    [0.75, 3],
    [0.75, 0.15],
    [0.5, 0.15],
    [0.5, 0.5],
    [0.15, 0.5],
    [0.15, 0.9],
    [-0.15, 0.9],
    [-0.15, 0.5],
    [-0.5, 0.5],
  ]

  it("go, and those that reach the plane stay", () => {
    const regions = cleaned(pads, outline)
    expect(inside(regions, 0, 0.7)).toBe(false)
    expect(inside(regions, 0, 0.51)).toBe(false)
    expect(inside(regions, 0.62, 0)).toBe(true)
    expect(inside(regions, 3, 0)).toBe(true)
    expect(inside(regions, 0, 0)).toBe(true)
  })

  it("are no longer than a spoke: what goes on is copper that somebody wanted", () => {
    const longer = outline.map(([x, y]): readonly [number, number] => [x, y === 0.9 ? 1.5 : y])
    expect(inside(cleaned(pads, longer), 0, 1.2)).toBe(true)
  })

  it("stay where they join two pads of the net", () => {
    const both = { ...pads, "U1.2": { x: 0, y: 1.4, net: "GND", size: 1 } }
    expect(inside(cleaned(both, outline), 0, 0.7)).toBe(true)
  })
})
