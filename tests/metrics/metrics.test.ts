import { describe, expect, it } from "vitest"
import jlcpcb from "../../fabrication/jlcpcb/index"
import type { Copper, Pour, Track, Via } from "../../src/circuit/copper"
import type { Pad } from "../../src/circuit/pads"
import { piecesOf } from "../../src/circuit/pieces"
import { trackOhms } from "../../src/circuit/resistance"
import { rectangle } from "../../src/geometry/shape"
import { angles } from "../../src/metrics/angles"
import { clearances, toEdge } from "../../src/metrics/clearances"
import { ground } from "../../src/metrics/ground"
import { judgedRows, type MeasuredRow } from "../../src/metrics/rows"
import { metricsTable, readReference } from "../../src/metrics/table"
import type { LayoutFigure } from "../../src/model/board"

const at = (x: number, y: number) => ({ x, y })
const track = (
  net: string,
  a: [number, number],
  b: [number, number],
  widthMm = 0.25,
  layer: "top" | "bottom" = "top",
): Track => ({ kind: "track", net, layer, from: at(...a), to: at(...b), widthMm })
const via = (net: string, x: number, y: number): Via => ({
  kind: "via",
  net,
  x,
  y,
  diameterMm: 0.6,
  drillMm: 0.3,
})
const pad = (name: string, net: string, x: number, y: number): Pad => ({
  name,
  designator: name.split(".")[0] as string,
  net,
  x,
  y,
  layers: ["top"],
  shape: rectangle({ x, y }, 1, 1),
})
const box = (minX: number, minY: number, maxX: number, maxY: number) => [
  at(minX, minY),
  at(maxX, minY),
  at(maxX, maxY),
  at(minX, maxY),
]
const outline = box(-12, -8, 12, 8)

const copper = (
  tracks: Track[],
  vias: Via[] = [],
  pads = [pad("R1.1", "A", -5, 0), pad("R2.1", "A", 5, 0)],
  pours: Pour[] = [],
): Copper => ({ tracks, vias, pads, pours, boardMm: 1.6, layers: ["top", "bottom"] })

describe("distances", () => {
  const tracks = [track("A", [-5, 0], [5, 0]), track("B", [-5, 0.5], [5, 0.5], 0.3)]

  it("are the nearest foreign copper's by kind, and the edge's", () => {
    const near = clearances(piecesOf(copper(tracks, [via("B", 0, -1)])), new Set(["B"]))
    expect(near.get("track-track")?.mm).toBeCloseTo(0.5 - 0.125 - 0.15, 9)
    expect(near.get("track-via")?.mm).toBeCloseTo(1 - 0.125 - 0.3, 9)
    expect(near.get("power")?.mm).toBe(near.get("any")?.mm)
    const edge = toEdge(piecesOf(copper([track("A", [-5, 7.5], [5, 7.5], 0.2)])), outline)
    expect(edge).toMatchObject({ between: "track of A" })
    expect(edge.mm).toBeCloseTo(0.4, 9)
    expect(toEdge(piecesOf(copper([track("A", [0, 0], [0, 9])])), outline).mm).toBeCloseTo(-1.125, 9)
  })

  it("of a pour are to its holes and outline, and none where it covers", () => {
    const pour: Pour = {
      kind: "pour",
      net: "GND",
      layer: "top",
      outline: box(-9, -7, 9, 7),
      holes: [box(-6, -1, 6, 1)],
    }
    const to = (holes: Pour["holes"]) =>
      clearances(piecesOf(copper(tracks.slice(0, 1), [], [], [{ ...pour, holes }])), new Set()).get("pour")
    expect(to(pour.holes)?.mm).toBeCloseTo(1 - 0.125, 9)
    expect(to(pour.holes)?.between).toBe("GND pour and track of A")
    expect(to([])?.mm).toBe(0)
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
    expect(bad.slantedEntries).toEqual([at(-4.5, 0.5)])
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
  const earth = (given: Copper) =>
    ground(given, piecesOf(given), outline, {
      net: "GND",
      layers: ["top", "bottom"],
      thermalGapMm: 0.25,
      thermalSpokeMm: 0.3,
    })
  const pour = (layer: "top" | "bottom", ring: Pour["outline"], holes: Pour["holes"] = []): Pour => ({
    kind: "pour",
    net: "GND",
    layer,
    outline: ring,
    holes,
  })
  const whole = box(-10, -8, 10, 8)
  /** With a square opening of 1.6 mm round the pad. */
  const relieved = pour("top", whole, [box(-0.8, -0.8, 0.8, 0.8)])

  it("counts spokes: none without relief crossings, solid without a relief", () => {
    const spokes = (...widths: number[]) =>
      earth(
        copper(
          widths.map((width) => track("GND", [0, 0], [5, 0], width)),
          [via("GND", 5, 5)],
          [gnd],
          [relieved],
        ),
      ).spokes
    expect(spokes().count).toBe(0)
    expect(spokes(0.3)).toEqual({ count: 1, pad: "C1.1" })
    expect(spokes(0.7).count).toBe(2)
    expect(earth(copper([], [via("GND", 5, 5)], [gnd], [pour("top", whole)])).solid).toEqual(["C1.1"])
  })

  it("measures slots, also slanting ones, and pieces that hang alone", () => {
    const slanted = [at(0, -5), at(3, -2), at(2.8, -1.8), at(-0.2, -4.8)]
    const island = pour("bottom", box(11, -1, 11.5, 1))
    const bottom = pour("bottom", whole, [box(-4, 3, 2, 4), slanted])
    const found = earth(copper([], [via("GND", 5, 5)], [gnd], [relieved, bottom, island]))
    expect(found.slot.mm).toBeCloseTo(6, 1)
    expect(found.islands).toBe(1)
    const held = earth(copper([], [via("GND", 5, 5), via("GND", 11.2, 0)], [gnd], [relieved, bottom, island]))
    expect(held.islands).toBe(0)
    const pair = pour("bottom", box(11.5, -1, 12, 1))
    expect(earth(copper([], [via("GND", 5, 5)], [gnd], [relieved, bottom, island, pair])).islands).toBe(2)
    const only = earth(copper([], [via("GND", 5, 5)], [gnd], [{ ...bottom, holes: [slanted] }]))
    expect(only.slot.mm).toBeCloseTo(3 * Math.SQRT2, 1)
  })

  it("looks for the place farthest from a via, where both sides are poured", () => {
    const both = (topRight: number) =>
      earth(
        copper(
          [],
          [via("GND", -10, 0)],
          [gnd],
          [pour("top", box(-10, -8, topRight, 8)), pour("bottom", whole)],
        ),
      ).farthestMm
    expect(both(10)).toBeCloseTo(Math.hypot(20, 8), 0)
    expect(both(0)).toBeCloseTo(Math.hypot(10, 8), 0)
  })
})

describe("a board's own figures", () => {
  const wire = copper([track("A", [-5, 0], [5, 0], 0.5), track("B", [-5, 3], [4, 3])])
  const rows = (figures: readonly LayoutFigure[], measured: MeasuredRow[] = []) =>
    judgedRows(measured, figures, wire, jlcpcb.process)

  it("are held to their limits", () => {
    const leg = ["R1.1", "R2.1"] as const
    const mohm = trackOhms(10, 0.5, jlcpcb.process) * 1e3
    const told = rows([
      { id: "path", kind: "resistance", title: "there and back", legs: [leg, leg], atMost: 20 },
      { id: "path", kind: "resistance", title: "there and back", legs: [leg, leg], atMost: 19 },
      { id: "a", kind: "net-length", title: "A", net: "A", atLeast: 10, atMost: 10 },
      { id: "t", kind: "track-length", title: "R1 to R2", from: "R1.1", to: "R2.1", note: "short" },
    ])
    expect(told.map(({ ours, asked, verdict }) => [ours, asked, verdict])).toEqual([
      [`${(2 * mohm).toFixed(1)} mohm`, "<= 20 mohm", "met"],
      [`${(2 * mohm).toFixed(1)} mohm`, "<= 19 mohm", "missed"],
      ["10.0 mm", ">= 10, <= 10", "met"],
      ["10.0 mm", "short", "told"],
    ])
  })

  it("miss where copper does not join what they name", () => {
    const apart = copper([track("A", [-5, 0], [3, 0])])
    const figures: LayoutFigure[] = [
      { id: "r", kind: "resistance", title: "R", legs: [["R1.1", "R2.1"]], atMost: 20 },
      { id: "t", kind: "track-length", title: "T", from: "R1.1", to: "R2.1", atMost: 3 },
    ]
    expect(
      judgedRows([], figures, apart, jlcpcb.process).map(({ ours, verdict }) => [ours, verdict]),
    ).toEqual([
      ["not joined", "missed"],
      ["not by track", "missed"],
    ])
  })

  it("set limits on what every board has, in place of the usual ones", () => {
    const measured = [{ id: "gap", what: "gap", ours: "0.25 mm", value: 0.25, asked: { atLeast: 0.2 } }]
    expect(rows([], measured)[0]).toMatchObject({ asked: ">= 0.20", verdict: "met" })
    expect(rows([{ id: "gap", kind: "limit", atLeast: 0.3 }], measured)[0]).toMatchObject({
      asked: ">= 0.30",
      verdict: "missed",
    })
  })

  it("are refused where they name what is not there", () => {
    expect(() => rows([{ id: "gaps", kind: "limit", atLeast: 0.3 }])).toThrow(/limit is set on "gaps"/)
    expect(() => rows([{ id: "n", kind: "net-length", title: "N", net: "NONE" }])).toThrow(/net NONE/)
    expect(() => rows([{ id: "t", kind: "track-length", title: "T", from: "R1.1", to: "R9.1" }])).toThrow(
      /from R1\.1 to R9\.1/,
    )
  })
})

describe("the table", () => {
  it("puts the original's figures beside ours and marks what is missed", () => {
    const text = metricsTable(
      {
        process: jlcpcb.process,
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
    const reference = readReference("boards/mep-smd/original.json", "original.json")
    expect(Object.keys(reference?.nets ?? {})).toHaveLength(26)
    const length = Object.values(reference?.nets ?? {}).reduce(
      (sum, net) => sum + net.topMm + net.bottomMm,
      0,
    )
    expect(length).toBeCloseTo(492.6, 0)
  })
})
