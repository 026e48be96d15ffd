import { describe, expect, it } from "vitest"
import { r0805 } from "../../components/parts/passives"
import jlcpcb from "../../fabrication/jlcpcb/index"
import { layoutOf } from "../../src/check/claim-subject"
import type { Copper, Track, Via } from "../../src/circuit/copper"
import type { Pad } from "../../src/circuit/pads"
import { piecesOf } from "../../src/circuit/pieces"
import { apart, beside, currentLoop, netWithin, pair, viasBeside } from "../../src/claims/layout"
import { rectangle } from "../../src/geometry/shape"
import type { Claim } from "../../src/model/claim"
import type { Point } from "../../src/model/place"
import { viewOf } from "./circuit"

const pad = (name: string, x: number, y: number, net: string, layer: "top" | "bottom" = "top"): Pad => ({
  ...{ name, x, y, net, layers: [layer] },
  designator: name.slice(0, name.indexOf(".")),
  pin: name.slice(name.indexOf(".") + 1),
  shape: rectangle({ x, y }, 1, 1),
})
const track = (net: string, from: readonly [number, number], to: readonly [number, number]): Track => {
  const point = ([x, y]: readonly [number, number]): Point => ({ x, y })
  return { kind: "track", net, from: point(from), to: point(to), widthMm: 0.2, layer: "top" }
}
const via = (net: string, x: number, y: number): Via => ({
  ...{ kind: "via", net, x, y, diameterMm: 0.5, drillMm: 0.3 },
})

/** R1, R2, R3 at the corners of a right-angled way round: 3 along x, 4 along y. */
const pads = [
  pad("R1.1", 0, 0, "A"),
  pad("R1.2", 3, 0, "B"),
  pad("R2.1", 3, 4, "B"),
  pad("R2.2", 0, 4, "A"),
  pad("R3.1", 10, 0, "C"),
  pad("R3.2", 10, 4, "D"),
]
const parts = { R1: r0805["1k"], R2: r0805["1k"], R3: r0805["1k"] }
const circuit = viewOf({ nets: { A: "R1.1 R2.2", B: "R1.2 R2.1", C: "R3.1", D: "R3.2" }, parts })

function judged(claim: Claim, more: Partial<Copper> = {}) {
  const copper: Copper = {
    ...{ pads, tracks: [], vias: [], pours: [], layers: ["top", "bottom"], boardMm: 1.6 },
    ...more,
  }
  const { findings, figures = [] } = claim.check({
    circuit,
    copperPath: () => undefined,
    layout: layoutOf(copper, piecesOf(copper), jlcpcb.process),
  })
  return { rules: findings.map(({ rule }) => rule), figures: figures.map(({ value }) => value), findings }
}

describe("a loop of fast current", () => {
  const round = ["R1.1", "R1.2", "R2.1", "R2.2"]
  const loop = (maxMm: number, maxMm2: number) => currentLoop("the loop", round, { maxMm, maxMm2 }, "a sheet")

  it("is measured once round, and by the area within", () => {
    expect(judged(loop(14, 12))).toMatchObject({ rules: [], figures: [14, 12] })
    expect(judged(loop(14.01, 12.01)).rules).toEqual([])
    expect(judged(loop(13.99, 12)).rules).toEqual(["layout/loop-length"])
    expect(judged(loop(14, 11.99)).rules).toEqual(["layout/loop-area"])
  })

  it("is as long as its tracks are, where they go another way", () => {
    const tracks = [track("B", [3, 0], [6, 0]), track("B", [6, 0], [6, 4]), track("B", [6, 4], [3, 4])]
    expect(judged(loop(20, 20), { tracks }).figures).toEqual([20, 12])
  })

  it("is none where a step is neither a part nor a net", () => {
    const broken = currentLoop("the loop", ["R1.1", "R1.2", "R3.1"], { maxMm: 99, maxMm2: 99 }, "a sheet")
    expect(judged(broken).rules).toEqual(["layout/unknown"])
    const gone = currentLoop("the loop", ["R1.1", "R1.2", "R2.1", "R2.2"], { maxMm: 99, maxMm2: 99 }, "")
    expect(judged(gone, { pads: pads.slice(0, 3) }).rules).toEqual(["layout/unknown"])
  })

  it("names parts, figure and source in what it says", () => {
    expect(judged(loop(13, 12)).findings).toMatchObject([
      {
        message: "the loop, once round: 14 mm, 13 mm at most: nearer together (a sheet)",
        parts: ["R1", "R2"],
        measure: { value: 14, limit: 13, unit: "mm" },
      },
    ])
  })
})

describe("a part beside its pin", () => {
  const near = (maxMm: number, to = "R2.1") => beside("it", "R1.2", to, maxMm, "a sheet")

  it("is measured from pad to pad, edge to edge", () => {
    expect(judged(near(3))).toMatchObject({ rules: [], figures: [3] })
    expect(judged(near(3.01)).rules).toEqual([])
    expect(judged(near(2.99)).rules).toEqual(["layout/beside"])
  })

  it("is on its net", () => {
    expect(judged(near(99, "R2.2")).rules).toEqual(["layout/unknown"])
    expect(judged(near(99), { pads: pads.slice(0, 2) }).rules).toEqual(["layout/unknown"])
  })

  it("counts the nearest of several pads of one pin", () => {
    expect(judged(near(0.5), { pads: [...pads, pad("R2.1", 4.4, 0, "B")] })).toMatchObject({ figures: [0.4] })
  })
})

describe("nets that keep apart", () => {
  const off = (minMm: number) => apart("they", ["A"], ["C"], minMm, "a sheet")

  it("are measured copper to copper on a layer", () => {
    const tracks = [track("A", [0, 0], [5, 0]), track("C", [10, 0], [6, 0])]
    expect(judged(off(0.8), { tracks })).toMatchObject({ rules: [], figures: [0.8] })
    expect(judged(off(0.79), { tracks }).rules).toEqual([])
    expect(judged(off(0.81), { tracks })).toMatchObject({
      rules: ["layout/apart"],
      findings: [{ nets: ["A", "C"], at: { layer: "top" } }],
    })
  })

  it("have nothing to do with each other on two sides, or as pads of one part", () => {
    const two = [pad("R1.1", 0, 0, "A"), pad("R3.1", 0, 0, "C", "bottom")]
    expect(judged(off(5), { pads: two })).toMatchObject({ rules: [], figures: [] })
    expect(judged(apart("they", ["C"], ["D"], 50, "a sheet")).rules).toEqual([])
  })

  it("are there", () => {
    expect(judged(apart("they", ["A"], ["nothing"], 1, "a sheet")).rules).toEqual(["layout/unknown"])
  })
})

describe("two tracks of a pair", () => {
  const both = (maxMm: number, maxSkewMm: number) =>
    pair(
      "data",
      [
        ["R1.1", "R2.2"],
        ["R1.2", "R2.1"],
      ],
      { maxMm, maxSkewMm },
      "a sheet",
    )
  const tracks = [
    track("A", [0, 0], [0, 4]),
    track("B", [3, 0], [4, 0]),
    track("B", [4, 0], [4, 4]),
    track("B", [4, 4], [3, 4]),
  ]

  it("are held in length and in difference", () => {
    expect(judged(both(6, 2), { tracks })).toMatchObject({ rules: [], figures: [6, 2] })
    expect(judged(both(5.99, 2), { tracks }).rules).toEqual(["layout/pair-length"])
    expect(judged(both(6.01, 1.99), { tracks }).rules).toEqual(["layout/pair-skew"])
  })

  it("are joined by copper, both of them", () => {
    expect(judged(both(99, 99), { tracks: tracks.slice(0, 3) })).toMatchObject({
      rules: ["layout/unknown"],
      findings: [{ parts: ["R1.2", "R2.1"] }],
    })
  })
})

describe("vias beside a pad", () => {
  const some = (within: number, atLeast: number) => viasBeside("heat", "R1.1", within, atLeast, "a sheet")
  // In the pad, 0.5 mm off it, and of another net.
  const vias = [via("A", 0.2, 0), via("A", 1, 0), via("B", 0, 0)]

  it("are counted in it and near it, of its own net", () => {
    expect(judged(some(0, 1), { vias })).toMatchObject({ rules: [], figures: [1] })
    expect(judged(some(0.49, 2), { vias }).rules).toEqual(["layout/vias"])
    expect(judged(some(0.5, 2), { vias }).rules).toEqual([])
    expect(judged(some(0.5, 3), { vias })).toMatchObject({
      rules: ["layout/vias"],
      findings: [{ message: "heat: vias within 0.5 mm of R1.1: 2, 3 at least: more vias (a sheet)" }],
    })
  })

  it("have a pad", () => {
    expect(judged(some(9, 0), { pads: pads.slice(1) }).rules).toEqual(["layout/unknown"])
  })
})

describe("a net that is to be small", () => {
  it("is as long as all its tracks", () => {
    const tracks = [track("A", [0, 0], [0, 4]), track("A", [0, 4], [1, 4]), track("B", [0, 0], [9, 9])]
    const within = (maxMm: number) => netWithin("it", "A", maxMm, "a sheet")
    expect(judged(within(5), { tracks })).toMatchObject({ rules: [], figures: [5] })
    expect(judged(within(5.01), { tracks }).rules).toEqual([])
    expect(judged(within(4.99), { tracks }).rules).toEqual(["layout/net-length"])
    expect(judged(netWithin("it", "nothing", 9, "a sheet")).rules).toEqual(["layout/unknown"])
  })
})
