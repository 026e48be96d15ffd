import { describe, expect, it } from "vitest"
import { cutAround, flawsOf } from "../../src/route/flaws"
import type { NetRoutes } from "../../src/route/routes-file"
import { board, pad } from "./sample-board"

const facts = board([pad("R1.1", "A", -5, 0), pad("R2.1", "A", 5, 0)])

const line = (...points: [number, number][]): NetRoutes => ({
  pads: {},
  paths: [{ from: "R1.1", to: "R2.1", layer: "top", width: 0.25, points }],
  vias: [],
})

describe("flaws of a net", () => {
  it("are none in a straight track", () => {
    expect(flawsOf("A", line([-5, 0], [5, 0]), facts)).toEqual([])
  })

  it("are a step beside its line, and a slant at a pad", () => {
    expect(flawsOf("A", line([-5, 0], [0, 0], [0.1, 0.1], [5, 0.1]), facts)).not.toEqual([])
    expect(flawsOf("A", line([-5, 0], [-3, 2], [3, 2], [5, 0]), facts).length).toBeGreaterThanOrEqual(2)
  })

  it("are cut out with what is round them, and the rest keeps its corners", () => {
    const { paths } = cutAround(line([-5, 0], [-2, 0], [2, 4], [5, 4]), [{ x: 0, y: 2 }], 1)
    expect(paths.map(({ points }) => points.length)).toEqual([3, 3])
    expect(paths[0]?.points[1]).toEqual([-2, 0])
    expect(paths.map(({ from, to }) => [from, to])).toEqual([
      ["R1.1", "track"],
      ["track", "R2.1"],
    ])
  })
})
