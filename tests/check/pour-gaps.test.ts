import { describe, expect, it } from "vitest"
import { copperOf } from "../../src/circuit/copper"
import { insideRegion, meets, regionOf } from "../../src/circuit/region"
import { cleanPours } from "../../src/compile/clean-pours"
import { rectangle } from "../../src/geometry/shape"
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

const box = (x1: number, y1: number, x2: number, y2: number): Ring => [
  [x1, y1],
  [x2, y1],
  [x2, y2],
  [x1, y2],
]

const plain = { pours: [pour], outline: [] }

/** The regions that are left of a pour. */
const cleaned = (
  pads: Sketch["pads"],
  outline: Ring,
  holes: readonly Ring[] = [],
  pads4mm: string[] = [],
) => {
  const circuit = circuitOf({ pads, pours: [{ net: "GND", outline, holes }] })
  const board =
    pads4mm.length > 0 ? { ...plain, handSoldered: { pads: pads4mm, pourGapMm: 0.4, trackGapMm: 1 } } : plain
  return copperOf(cleanPours(circuit, board)).pours.map(regionOf)
}

describe("the gap round hand-soldered pads", () => {
  const pads = {
    "J2.1": { x: 0, y: 0, net: "V24", size: 4 },
    "J1.1": { x: 8, y: 0, net: "GND", size: 4 },
  }
  const gapOf = (regions: ReturnType<typeof cleaned>) =>
    meets(regions[0] ?? regionOf({ outline: [], holes: [] }), rectangle({ x: 0, y: 0 }, 4, 4), 1)?.gap

  it("is widened in the pour, and for the listed pads only", () => {
    const hole = box(-2.25, -2.25, 2.25, 2.25)
    expect(gapOf(cleaned(pads, box(-12, -9, 12, 9), [hole]))).toBeCloseTo(0.25, 2)
    const wide = gapOf(cleaned(pads, box(-12, -9, 12, 9), [hole], ["J2.1"]))
    expect(wide).toBeGreaterThanOrEqual(0.4)
    expect(wide).toBeLessThan(0.41)
  })

  it("is not cut round a pad of the pour's own net", () => {
    const [region] = cleaned(pads, box(-12, -9, 12, 9), [], ["J1.1"])
    expect(region && insideRegion(region, { x: 10.2, y: 0 })).toBe(true)
  })
})
