import { describe, expect, it } from "vitest"
import { angles } from "../../src/metrics/angles"
import type { BoardCopper, Pour, Track, Via } from "../../src/metrics/board-copper"
import { clearances, toEdge } from "../../src/metrics/clearances"
import { ground } from "../../src/metrics/ground"
import { NetNetwork, viaMilliohm } from "../../src/metrics/network"
import { metricsTable, readReference } from "../../src/metrics/table"
import { board, pad } from "../route/sample-board"

const at = (x: number, y: number) => ({ x, y })
const track = (
  net: string,
  a: [number, number],
  b: [number, number],
  widthMm = 0.25,
  layer: "top" | "bottom" = "top",
): Track => ({
  net,
  layer,
  a: at(...a),
  b: at(...b),
  widthMm,
})
const via = (net: string, x: number, y: number): Via => ({ net, at: at(x, y), diameterMm: 0.6, drillMm: 0.3 })
const box = (minX: number, minY: number, maxX: number, maxY: number) => [
  at(minX, minY),
  at(maxX, minY),
  at(maxX, maxY),
  at(minX, maxY),
]

function copper(
  tracks: Track[],
  vias: Via[] = [],
  pads = [pad("R1.1", "A", -5, 0), pad("R2.1", "A", 5, 0)],
  pours: Pour[] = [],
): BoardCopper {
  return { facts: board(pads), tracks, vias, pours }
}

describe("resistance", () => {
  it("counts squares between pads, not inside them", () => {
    const net = new NetNetwork(copper([track("A", [-4.5, 0], [4.5, 0], 0.5)]), "A", 1.6)
    expect(net.resistance("R1.1", "R2.1")).toBeCloseTo((0.49 * 9) / 0.5, 6)
    expect(net.trackLength("R1.1", "R2.1")).toBeCloseTo(9, 6)
  })

  it("adds widths in series and halves in parallel", () => {
    const series = new NetNetwork(
      copper([track("A", [-4.5, 0], [0, 0], 0.25), track("A", [0, 0], [4.5, 0], 0.5)]),
      "A",
      1.6,
    )
    expect(series.resistance("R1.1", "R2.1")).toBeCloseTo(0.49 * (4.5 / 0.25 + 4.5 / 0.5), 6)
    // Two equal arms round a square, joined by a branch in the middle of a track.
    const arm = (y: number) => [
      track("A", [-2, 0], [-2, y]),
      track("A", [-2, y], [2, y]),
      track("A", [2, y], [2, 0]),
    ]
    const parallel = new NetNetwork(
      copper([track("A", [-4.5, 0], [-1.999, 0]), ...arm(2), ...arm(-2), track("A", [2, 0], [4.5, 0])]),
      "A",
      1.6,
    )
    const square = 0.49 / 0.25
    expect(parallel.resistance("R1.1", "R2.1")).toBeCloseTo(square * (2.5 + 8 / 2 + 2.5), 1)
  })

  it("goes through vias, and nowhere where copper is missing", () => {
    const hop = [track("A", [-4.5, 0], [0, 0]), track("A", [0, 0], [4.5, 0], 0.25, "bottom")]
    const pads = [pad("R1.1", "A", -5, 0), pad("R2.1", "A", 5, 0, { layer: "bottom" })]
    const joined = new NetNetwork(copper(hop, [via("A", 0, 0)], pads), "A", 1.6)
    expect(joined.resistance("R1.1", "R2.1")).toBeCloseTo((0.49 * 9) / 0.25 + viaMilliohm(0.3, 1.6), 6)
    expect(viaMilliohm(0.3, 1.6)).toBeCloseTo(1.37, 2)
    expect(new NetNetwork(copper(hop, [], pads), "A", 1.6).resistance("R1.1", "R2.1")).toBe(
      Number.POSITIVE_INFINITY,
    )
  })
})

describe("distances", () => {
  it("finds the nearest foreign copper by kind, and the edge", () => {
    const tracks = [track("A", [-5, 0], [5, 0]), track("B", [-5, 0.5], [5, 0.5], 0.3)]
    const near = clearances(copper(tracks, [via("B", 0, -1)]), new Set(["B"]))
    expect(near.get("track-track")?.mm).toBeCloseTo(0.5 - 0.125 - 0.15, 9)
    expect(near.get("track-via")?.mm).toBeCloseTo(1 - 0.125 - 0.3, 9)
    expect(near.get("power")?.mm).toBe(near.get("any")?.mm)
    // The board is 24 x 16 mm.
    expect(toEdge(copper([track("A", [-5, 7.5], [5, 7.5], 0.2)])).mm).toBeCloseTo(0.4, 9)
  })
})

describe("angles", () => {
  it("sees acute joints, steps, odd slopes and slanted entries", () => {
    const bad = angles(
      copper([
        track("A", [-5, 0], [-3, 2]),
        track("A", [0, 0], [3, 0]),
        track("A", [1, 0], [2, 1]),
        track("A", [2, 1], [2.1, 1]),
        track("A", [2.1, 1], [4, 2]),
      ]),
    )
    expect(bad.slantedEntries).toEqual([at(-5, 0)])
    expect(bad.acuteJoints).toEqual([at(1, 0)])
    expect(bad.steps).toHaveLength(1)
    expect(bad.oddSlopes).toBe(1)
  })

  it("has nothing to say of a right-angled branch and a straight entry", () => {
    const good = angles(
      copper([track("A", [-5, 0], [3, 0]), track("A", [1, 0], [1, 2]), track("A", [3, 0], [4, 1])]),
    )
    expect(good).toMatchObject({ oddSlopes: 0, acuteJoints: [], steps: [], slantedEntries: [] })
  })
})

describe("ground", () => {
  const gnd = pad("C1.1", "GND", 0, 0)
  /** A pour with a square opening of 1.6 mm round the pad, crossed by spokes of 0.3 mm to the given sides. */
  const pourRound = (spokes: [number, number][], extra: Pour["holes"] = []): Pour => ({
    net: "GND",
    layer: "top",
    outer: box(-10, -8, 10, 8),
    holes: [...(spokes.length > 0 ? [] : [box(-0.8, -0.8, 0.8, 0.8)]), ...extra],
  })

  it("counts spokes: none without relief crossings, solid without a relief", () => {
    const alone = ground(copper([], [via("GND", 5, 5)], [gnd], [pourRound([])]))
    expect(alone.spokes.count).toBe(0)
    const tied = ground(
      copper([track("GND", [0, 0], [5, 0], 0.3)], [via("GND", 5, 5)], [gnd], [pourRound([])]),
    )
    expect(tied.spokes).toMatchObject({ count: 1, pad: "C1.1" })
    const wide = ground(
      copper([track("GND", [0, 0], [5, 0], 0.7)], [via("GND", 5, 5)], [gnd], [pourRound([])]),
    )
    expect(wide.spokes.count).toBe(2)
    const solid = ground(copper([], [via("GND", 5, 5)], [gnd], [pourRound([[1, 0]])]))
    expect(solid.solid).toEqual(["C1.1"])
  })

  it("measures slots, also slanting ones, and pieces that hang alone", () => {
    const slanted = [at(0, -5), at(3, -2), at(2.8, -1.8), at(-0.2, -4.8)]
    const bottom: Pour = {
      net: "GND",
      layer: "bottom",
      outer: box(-10, -8, 10, 8),
      holes: [box(-4, 3, 2, 4), slanted],
    }
    const island: Pour = { net: "GND", layer: "bottom", outer: box(11, -1, 12, 1), holes: [] }
    const found = ground(copper([], [via("GND", 5, 5)], [gnd], [pourRound([]), bottom, island]))
    expect(found.slot.mm).toBeCloseTo(6, 1)
    expect(found.islands).toBe(1)
    const only = ground(copper([], [via("GND", 5, 5)], [gnd], [{ ...bottom, holes: [slanted] }]))
    expect(only.slot.mm).toBeCloseTo(3 * Math.SQRT2, 1)
  })
})

describe("the table", () => {
  it("puts the original's figures beside ours and marks what is missed", () => {
    const text = metricsTable(
      {
        rows: [
          { id: "tracks", what: "tracks in all", ours: "431.3 mm", asked: "<= 500", verdict: "met" },
          { id: "io0", what: "IO0 strap", ours: "55.0 mm", asked: "<= 50", verdict: "missed" },
        ],
        nets: [
          {
            net: "A",
            topMm: 3,
            bottomMm: 1,
            vias: 2,
            narrowestMm: 0.25,
            widestMm: 0.6,
            milliohm: 7.84,
            between: "R1.1 - R2.1",
          },
        ],
      },
      {
        title: "old",
        origin: "a ruler",
        figures: { tracks: "492.6 mm" },
        nets: { A: { topMm: 5, bottomMm: 0, vias: 0 } },
      },
    )
    expect(text).toMatch(/tracks in all +492\.6 mm +431\.3 mm +<= 500 +ok\n/)
    expect(text).toMatch(/IO0 strap +55\.0 mm +<= 50 +MISSED\n/)
    expect(text).toMatch(/A +4\.0 +1\.0 +2 +0\.25-0\.60 +7\.8 +R1\.1 - R2\.1 +5\.0 +0\n/)
    expect(text).toContain("old: a ruler")
  })

  it("reads the SMD board's reference, with all its nets", () => {
    const reference = readReference("boards/mep-smd/original-v2.00.json", "original-v2.00.json")
    expect(Object.keys(reference?.nets ?? {})).toHaveLength(26)
    const length = Object.values(reference?.nets ?? {}).reduce(
      (sum, net) => sum + net.topMm + net.bottomMm,
      0,
    )
    expect(length).toBeCloseTo(492.6, 0)
  })
})
