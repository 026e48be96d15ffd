import { describe, expect, it } from "vitest"
import jlcpcb from "../../fabrication/jlcpcb/index"
import { copperOf } from "../../src/circuit/copper"
import { resistanceBetween, trackOhms, viaOhms } from "../../src/circuit/resistance"
import { circuitOf, type Sketch } from "./circuit-fixture"

const pads: Sketch["pads"] = {
  "R1.1": { x: 0, y: 0, net: "A" },
  "R2.1": { x: 10, y: 0, net: "A" },
}

const process = { ...jlcpcb.process, boardMm: 1.6 }
const between = (sketch: Sketch) =>
  resistanceBetween(copperOf(circuitOf(sketch)), "A", "R1.1", "R2.1", process)

describe("resistance of copper", () => {
  it("one square of 35 um copper is 0.49 mOhm; a 0.3 mm via through 1.6 mm is 1.5 mOhm", () => {
    expect(trackOhms(1, 1, process) * 1000).toBeCloseTo(0.4926, 3)
    expect(viaOhms({ drillMm: 0.3 }, process) * 1000).toBeCloseTo(1.534, 2)
  })

  it("a straight track", () => {
    const result = between({
      pads,
      tracks: [
        {
          net: "A",
          width: 0.5,
          points: [
            [0, 0],
            [10, 0],
          ],
        },
      ],
    })
    expect(result?.ohms).toBeCloseTo(trackOhms(10, 0.5, process), 9)
    expect(result).toMatchObject({ mainLengthMm: 10, viasPassed: 0, narrowest: { widthMm: 0.5 } })
  })

  it("two equal ways halve it; a dead end changes nothing", () => {
    const way = (y: number) =>
      ({
        net: "A",
        width: 0.5,
        points: [
          [0, 0],
          [0, y],
          [10, y],
          [10, 0],
        ],
      }) as const
    const one = between({ pads, tracks: [way(2)] })?.ohms ?? 0
    expect(between({ pads, tracks: [way(2), way(-2)] })?.ohms).toBeCloseTo(one / 2, 9)
    const stub = {
      net: "A",
      points: [
        [5, 2],
        [5, 9],
      ],
    } as const
    expect(between({ pads, tracks: [way(2), stub] })?.ohms).toBeCloseTo(one, 9)
  })

  it("joins at a T, beside the centre line, and at a crossing", () => {
    const trunk = {
      net: "A",
      width: 1,
      points: [
        [-5, 3],
        [15, 3],
      ],
    } as const
    const leg = (x: number, y: number) =>
      ({
        net: "A",
        width: 1,
        points: [
          [x, 0],
          [x, y],
        ],
      }) as const
    const expected = trackOhms(3 + 10 + 3, 1, process)
    for (const y of [3, 2.8, 5]) {
      const found = between({ pads, tracks: [trunk, leg(0, y), leg(10, y)] })?.ohms
      expect(found).toBeGreaterThan(expected * 0.97)
      expect(found).toBeLessThan(expected * 1.001)
    }
  })

  it("counts the vias it passes, in parallel where there are two", () => {
    const tracks: Sketch["tracks"] = [
      {
        net: "A",
        width: 1,
        points: [
          [0, 0],
          [4, 0],
        ],
      },
      {
        net: "A",
        width: 1,
        layer: "bottom",
        points: [
          [4, 0],
          [8, 0],
        ],
      },
      {
        net: "A",
        width: 1,
        points: [
          [8, 0],
          [10, 0],
        ],
      },
    ]
    const vias = [
      { x: 4, y: 0, net: "A" },
      { x: 8, y: 0, net: "A" },
    ]
    const result = between({ pads, tracks, vias })
    expect(result?.viasPassed).toBe(2)
    expect(result?.ohms).toBeCloseTo(trackOhms(10, 1, process) + 2 * viaOhms({ drillMm: 0.3 }, process), 9)
  })

  it("says nothing where nothing joins the pads", () => {
    expect(
      between({
        pads,
        tracks: [
          {
            net: "A",
            points: [
              [0, 0],
              [8, 0],
            ],
          },
        ],
      }),
    ).toBeUndefined()
    expect(between({ pads })).toBeUndefined()
  })
})
