import { describe, expect, it } from "vitest"
import { insidePolygon } from "../../src/geometry/polygon"
import type { CopperLayer } from "../../src/model/layer"
import { faults } from "../../src/route/attempt"
import type { BoardFacts, PadFact } from "../../src/route/board-facts"
import { Effort, usualEffort } from "../../src/route/effort"
import { checkLock, staleNets } from "../../src/route/lock"
import { openLayers } from "../../src/route/open-layers"
import { reroute } from "../../src/route/reroute"
import type { NetRoutes, RoutesFile } from "../../src/route/routes-file"
import { board, keepout, lockedTo, pad, track } from "./sample-board"

const stack = ["top", "inner1", "inner2", "bottom"] as const
const quiet = { effort: new Effort(usualEffort), progress: () => {} }

const route = (facts: BoardFacts, file?: RoutesFile) => reroute(file, facts, quiet)

async function routed(facts: BoardFacts, file?: RoutesFile): Promise<RoutesFile> {
  const result = await route(facts, file)
  if (!result.ok) throw new Error(result.blocked.map(({ net, why }) => `${net}: ${why}`).join("; "))
  return result.routes
}

const of = (file: RoutesFile, net: string): NetRoutes => file.nets[net] as NetRoutes
const layersOf = ({ paths }: NetRoutes): Set<CopperLayer> => new Set(paths.map(({ layer }) => layer))

type Plane = BoardFacts["pour"]["all"][number]

/** Four layers with a wall across both faces: whoever wants to the other side goes inside. */
function walled(all: readonly Plane[], pads: readonly PadFact[], rules: BoardFacts["rules"] = new Map()) {
  const [first] = all
  const pour = {
    net: first?.net ?? "GND",
    layers: first?.layers ?? [],
    clearanceMm: 0.25,
    minWidthMm: 0.2,
    boardEdgeMm: 0.4,
    all,
    voids: [],
  }
  return board([...pads], { stack, pour, keepouts: [keepout("wall", -1, -8, 1, 8)], rules })
}

const ground = { net: "GND", layers: ["inner1"] } as const
const ends = [pad("R1.1", "A", -6, 0), pad("R2.1", "A", 6, 0)]
const rule = (layers?: readonly CopperLayer[]) =>
  new Map([["A", { widthMm: 0.25, clearanceMm: 0.2, ...(layers === undefined ? {} : { layers }) }]])

describe("tracks inside the board", () => {
  it("lie where no pour is, by through vias; two layers cannot do it", async () => {
    const facts = walled([ground], ends)
    const routes = await routed(facts)
    const a = of(routes, "A")
    expect(layersOf(a)).toEqual(new Set(["top", "inner2"]))
    expect(a.vias).toHaveLength(2)
    expect(faults(new Map(Object.entries(routes.nets)), facts)).toEqual([])
    expect(checkLock(routes, facts, "routes.json").findings).toEqual([])
    expect(await routed(facts, routes)).toEqual(routes)
    expect((await route({ ...facts, stack: ["top", "bottom"] })).ok).toBe(false)
  })

  it("cut no plane: with both full there is no way, and the search does not look there", async () => {
    const both = { net: "GND", layers: ["inner1", "inner2"] } as const
    const facts = walled([both], ends)
    expect(openLayers(facts, "A")).toEqual(["top", "bottom"])
    expect((await route(facts)).ok).toBe(false)
  })

  it("go through a plane where the net's class says so, and nowhere else", async () => {
    const both = { net: "GND", layers: ["inner1", "inner2"] } as const
    const pads = [...ends, pad("R3.1", "B", -6, 3), pad("R4.1", "B", 6, 3)]
    const facts = walled([both], pads, rule(["top", "inner2"]))
    expect((await route(facts)).ok).toBe(false)
    const routes = await routed({ ...facts, nets: ["A"] })
    expect(layersOf(of(routes, "A"))).toEqual(new Set(["top", "inner2"]))
  })

  it("go round an area that is poured, as far off as the pour keeps", async () => {
    const outline = [
      { x: -5, y: -4 },
      { x: 5, y: -4 },
      { x: 5, y: 4 },
      { x: -5, y: 4 },
    ]
    const area = { net: "V33", layers: ["inner2"], outline } as const
    const { paths } = of(await routed(walled([ground, area], ends)), "A")
    const inside = paths.filter(({ layer }) => layer === "inner2")
    expect(inside.length).toBeGreaterThan(0)
    const keep = 0.25 + 0.125 - 1e-3
    const grown = [
      [-5, -4],
      [5, -4],
      [5, 4],
      [-5, 4],
    ].map(([x = 0, y = 0]) => ({ x: x + Math.sign(x) * keep, y: y + Math.sign(y) * keep }))
    for (const { points } of inside)
      points.slice(1).forEach(([x, y], i) => {
        const [fromX, fromY] = points[i] as readonly [number, number]
        for (let t = 0; t <= 1; t += 0.01) {
          const at = { x: fromX + (x - fromX) * t, y: fromY + (y - fromY) * t }
          // The corners of the grown area are rounder than this.
          const nearCorner = Math.abs(at.x) > 5 && Math.abs(at.y) > 4
          expect(!nearCorner && insidePolygon(at, grown), JSON.stringify(at)).toBe(false)
        }
      })
  })

  it("leave plated pads on the layer they are on, without a via", async () => {
    const through = (name: string, x: number) => ({ ...pad(name, "A", x, 0, { drill: 0.8 }), layers: stack })
    const a = of(await routed(walled([ground], [through("J1.1", -6), through("J2.1", 6)])), "A")
    expect(a.vias).toEqual([])
    expect(layersOf(a)).toEqual(new Set(["inner2"]))
  })

  it("keep their clearance from vias and tracks of others inside", async () => {
    const pads = [...ends, pad("R3.1", "B", -6, 1.5), pad("R4.1", "B", 6, -1.5)]
    const facts = walled([ground], [...pads, pad("C1.1", "GND", -3, 0), pad("C2.1", "GND", 3, 0)])
    const routes = await routed(facts)
    expect(faults(new Map(Object.entries(routes.nets)), facts)).toEqual([])
    expect(layersOf(of(routes, "B"))).toContain("inner2")
  })

  it("lie on the face where that has a way", async () => {
    const facts = { ...walled([ground], ends), keepouts: [] }
    const a = of(await routed(facts), "A")
    expect(layersOf(a)).toEqual(new Set(["top"]))
    expect(a.vias).toEqual([])
  })
})

describe("a net class's layers", () => {
  const facts = { ...walled([ground], ends, rule(["top", "inner2"])), keepouts: [] }
  const straight = (layer: CopperLayer) => ({
    ...track("R1.1", "R2.1", [
      [-6, 0],
      [6, 0],
    ]),
    layer,
  })

  it("make routes stale that lie on others", async () => {
    const drawn = (layer: CopperLayer) => lockedTo(facts, { A: { paths: [straight(layer)], vias: [] } })
    expect(staleNets(drawn("top"), facts)).toEqual([])
    expect(staleNets(drawn("bottom"), facts)[0]?.reasons[0]).toContain(
      "track of A on the bottom, its net class has top, inner2",
    )
    expect(layersOf(of(await routed(facts, drawn("bottom")), "A"))).toEqual(new Set(["top"]))
  })

  it("are part of the lock, and named where a pad is on none of them", async () => {
    expect(lockedTo(facts, {}).lock?.rules["net A"]).toBe("0.25 mm wide, 0.2 mm clear, on top, inner2")
    const inside = { ...facts, rules: rule(["inner2"]) }
    const result = await route(inside)
    expect(result.ok ? "" : result.blocked[0]?.why).toBe(
      "its net class has tracks on inner2 only, and R1.1 is on the top",
    )
  })
})

describe("a poured net's own tracks", () => {
  const box = [
    { x: 3, y: -6 },
    { x: 9, y: -6 },
    { x: 9, y: 6 },
    { x: 3, y: 6 },
  ]
  const pads = [
    pad("U1.1", "P", 6, 0),
    pad("C1.1", "P", -4, 3),
    pad("C2.1", "P", -6, -3),
    pad("R1.1", "A", -8, 6),
    pad("R2.1", "A", 0, 6),
  ]
  const facts = board(pads, {
    pour: {
      ...{ net: "P", clearanceMm: 0.25, minWidthMm: 0.2, boardEdgeMm: 0.4, voids: [] },
      ...{ layers: ["top"], all: [{ net: "P", layers: ["top"], outline: box }] },
    },
  })
  /** A rail out of the pour; C1 hangs on its middle, C2 on its end: no end of theirs is a pad, a via or pour. */
  const rail: NetRoutes = {
    pads: { "C1.1": [-4, 3], "C2.1": [-6, -3], "U1.1": [6, 0] },
    paths: [
      track("U1.1", "track", [
        [6, 0],
        [-6, 0],
      ]),
      track("C1.1", "track", [
        [-4, 3],
        [-4, 0],
      ]),
      track("C2.1", "track", [
        [-6, -3],
        [-6, 0],
      ]),
    ],
    vias: [],
  }

  it("join what hangs on them, and stay as another net is laid", async () => {
    const routes = await routed(facts, { format: 1, nets: { P: rail } })
    expect(of(routes, "P").paths).toEqual(rail.paths)
    expect(of(routes, "A").paths.length).toBeGreaterThan(0)
  })

  it("are missed where they are gone", async () => {
    const [first, second] = rail.paths
    const cut = { ...rail, paths: [first, second].flatMap((path) => path ?? []) }
    const result = await route(facts, { format: 1, nets: { P: cut } })
    expect(result).toMatchObject({ ok: false, blocked: [{ why: expect.stringMatching(/^C2\.1 .*cut off/) }] })
  })
})
