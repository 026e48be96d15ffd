import { describe, expect, it } from "vitest"
import { depth, rectangle } from "../../src/geometry/shape"
import { faults } from "../../src/route/attempt"
import { whatBlocks } from "../../src/route/blocked"
import type { BoardFacts } from "../../src/route/board-facts"
import { netCopper } from "../../src/route/copper"
import { Effort, usualEffort } from "../../src/route/effort"
import { FieldMaker } from "../../src/route/field"
import { conflicts, misfits, padGroups } from "../../src/route/fit"
import { gridOf } from "../../src/route/grid"
import { checkLock } from "../../src/route/lock"
import { Maze } from "../../src/route/maze"
import { reroute } from "../../src/route/reroute"
import { formatNet, type NetRoutes, type RoutesFile } from "../../src/route/routes-file"
import { directionOf } from "../../src/route/terminals"
import { board, keepout, lockedTo, pad, track } from "./sample-board"

const quiet = { effort: new Effort(usualEffort), progress: () => {} }

const routed = async (file: RoutesFile | undefined, facts: BoardFacts, options = {}): Promise<RoutesFile> => {
  const result = await reroute(file, facts, { ...quiet, ...options })
  if (!result.ok) throw new Error(result.blocked.map(({ net, why }) => `${net}: ${why}`).join("; "))
  return result.routes
}

const net = (file: RoutesFile, name: string): NetRoutes => file.nets[name] as NetRoutes

const slopes = (routes: NetRoutes): (number | undefined)[] =>
  routes.paths.flatMap((path) =>
    path.points.slice(1).map((end, i) => {
      const start = path.points[i] as readonly [number, number]
      return directionOf({ x: start[0], y: start[1] }, { x: end[0], y: end[1] })
    }),
  )

const bends = (routes: NetRoutes): number =>
  routes.paths.reduce((sum, path) => sum + path.points.length - 2, 0)

describe("laying from nothing", () => {
  it("joins two pads in line by one straight track", async () => {
    const facts = board([pad("R1.1", "A", -5, 0), pad("R2.1", "A", 5, 0)])
    const routes = await routed(undefined, facts)
    expect(net(routes, "A").paths).toEqual([
      expect.objectContaining({ layer: "top", width: 0.25, points: [expect.anything(), expect.anything()] }),
    ])
    expect(checkLock(routes, facts, "routes.json").findings).toEqual([])
  })

  it("uses one diagonal where pads are not in line, and enters them straight", async () => {
    const facts = board([pad("R1.1", "A", -5.03, 0.02), pad("R2.1", "A", 5, 3.07)])
    const a = net(await routed(undefined, facts), "A")
    expect(bends(a)).toBe(2)
    expect(slopes(a).map((d) => (d ?? 9) % 2)).toEqual([0, 1, 0])
    expect([a.paths[0]?.from, a.paths[0]?.to].sort()).toEqual(["R1.1", "R2.1"])
  })

  it("goes round a keepout, or under a wall by two vias", async () => {
    const pads = [pad("R1.1", "A", -5, 0), pad("R2.1", "A", 5, 0)]
    const round = net(await routed(undefined, board(pads, { keepouts: [keepout("x", -1, -3, 1, 3)] })), "A")
    expect(round.vias).toEqual([])
    expect(slopes(round)).not.toContain(undefined)
    const wall = pad("J1.1", "B", 0, 0, { w: 1, h: 15.3 })
    const under = net(await routed(undefined, board([...pads, wall])), "A")
    expect(under.vias).toHaveLength(2)
    expect(under.paths.some((path) => path.layer === "bottom")).toBe(true)
  })

  it("keeps the class width and necks at a pin only", async () => {
    const rules = new Map([["P", { widthMm: 0.8, clearanceMm: 0.2 }]])
    const facts = board(
      [
        pad("J1.1", "P", -8, 0, { w: 2, h: 2 }),
        pad("U1.2", "P", 6, 0, { w: 1.5, h: 0.5 }),
        pad("U1.1", undefined, 6, 0.95, { w: 3, h: 0.5 }),
        pad("U1.3", undefined, 6, -0.95, { w: 3, h: 0.5 }),
      ],
      { rules },
    )
    const p = net(await routed(undefined, facts), "P")
    const widths = p.paths.map((path) => path.width)
    expect(Math.max(...widths)).toBe(0.8)
    expect(misfits(netCopper("P", p, 0.6), facts)).toEqual([])
    const length = (width: number): number =>
      p.paths
        .filter((path) => path.width === width)
        .reduce((sum, { points }) => sum + Math.abs((points.at(-1)?.[0] ?? 0) - (points[0]?.[0] ?? 0)), 0)
    expect(length(0.25)).toBeLessThan(2.5)
  })

  it.each([
    ["a wide one", 4, 4, 40],
    ["a narrow one, whose box is wide", 2.4, 1.2, 33],
  ])("meets a turned pad where its copper is: %s", async (_, w, h, turnDeg) => {
    const shape = rectangle({ x: 5, y: 1 }, w, h, turnDeg)
    const facts = board([pad("R1.1", "A", -6, -3), { ...pad("U1.1", "A", 5, 1), shape }])
    const a = net(await routed(undefined, facts), "A")
    const ends = a.paths.flatMap(({ points }) => [points[0], points.at(-1)])
    const deepest = Math.max(...ends.map((p) => depth(shape, { x: p?.[0] ?? 0, y: p?.[1] ?? 0 })))
    expect(deepest).toBeGreaterThan(Math.min(w, h) > 2 ? 0.7 : 0.59)
  })

  it("branches at right angles", async () => {
    const facts = board([pad("R1.1", "A", -3, 0), pad("R2.1", "A", 3, 0), pad("R3.1", "A", 0.33, 5)])
    const a = net(await routed(undefined, facts), "A")
    expect(padGroups("A", netCopper("A", a, 0.6), facts)).toHaveLength(1)
    const branch = a.paths.find((path) => path.from === "R3.1" || path.to === "R3.1")
    expect(slopes({ ...a, paths: branch ? [branch] : [] })).toEqual([
      expect.toSatisfy((d) => d === 2 || d === 6),
    ])
  })

  it("lays crossing nets, leaves nothing wrong, and the same every time", async () => {
    const facts = board([
      pad("U1.1", "A", -10, 2),
      pad("U1.2", "B", -10, 0),
      pad("U1.3", "C", -10, -2),
      pad("U2.1", "C", 10, 2),
      pad("U2.2", "A", 10, 0),
      pad("U2.3", "B", 10, -2),
    ])
    const first = await routed(undefined, facts)
    expect(faults(new Map(Object.entries(first.nets)), facts)).toEqual([])
    expect(await routed(undefined, facts)).toEqual(first)
  })
})

describe("after an edit", () => {
  const pads = (x: number) => [
    pad("R1.1", "A", -10, 0),
    pad("R2.1", "A", x, 0),
    pad("R1.2", "B", -10, 4),
    pad("R2.2", "B", x, 4),
    pad("R9.1", "C", -10, -6),
    pad("R9.2", "C", 10, -6),
  ]
  const line = (y: number, from: string, to: string) => ({
    paths: [
      track(from, to, [
        [-10, y],
        [5, y],
      ]),
    ],
    vias: [],
  })
  const before = board(pads(5))
  const drawn = lockedTo(before, {
    A: line(0, "R1.1", "R2.1"),
    B: line(4, "R1.2", "R2.2"),
    // A shape nobody would find by search: it must survive.
    C: {
      paths: [
        track("R9.1", "R9.2", [
          [-10, -6],
          [-8, -6],
          [-7, -7],
          [7, -7],
          [8, -6],
          [10, -6],
        ]),
      ],
      vias: [],
    },
  })

  it("changes nothing on a board that fits", async () => {
    expect(await routed(drawn, before)).toMatchObject({ nets: drawn.nets })
  })

  it("keeps nets that fit byte for byte and moves the rest to the new pads", async () => {
    const facts = board([...pads(5).filter((p) => p.name !== "R2.1"), pad("R2.1", "A", 5, 1)])
    const after = await routed(drawn, facts)
    expect(formatNet(net(after, "B"))).toBe(formatNet(net(drawn, "B")))
    expect(formatNet(net(after, "C"))).toBe(formatNet(net(drawn, "C")))
    expect(net(after, "A").pads["R2.1"]).toEqual([5, 1])
    expect(bends(net(after, "A"))).toBe(2)
    expect(checkLock(after, facts, "routes.json").findings).toEqual([])
  })

  it("moves a track out of the way of a part that was put on it", async () => {
    const facts = board([...pads(5), pad("U1.4", undefined, 0, 4)])
    const after = await routed(drawn, facts)
    expect(formatNet(net(after, "A"))).toBe(formatNet(net(drawn, "A")))
    expect(net(after, "B").paths.length).toBeGreaterThan(0)
    expect(misfits(netCopper("B", net(after, "B"), 0.6), facts)).toEqual([])
    const copper = Object.entries(after.nets).flatMap(([name, routes]) => netCopper(name, routes, 0.6))
    expect(conflicts(copper, copper, facts)).toEqual([])
  })

  it("redoes one net on request and everything on request", async () => {
    const one = await routed(drawn, before, { nets: ["C"] })
    expect(bends(net(one, "C"))).toBe(0)
    expect(formatNet(net(one, "A"))).toBe(formatNet(net(drawn, "A")))
    const all = await reroute(drawn, before, { ...quiet, all: true })
    expect(all.ok && all.laid).toEqual(["A", "B", "C"])
  })
})

describe("what cannot be routed", () => {
  const cage = [
    pad("J1.1", "W", 5, 1.5, { w: 4, h: 1 }),
    pad("J1.2", "W", 5, -1.5, { w: 4, h: 1 }),
    pad("J1.3", "W", 3.5, 0, { w: 1, h: 4 }),
    pad("J1.4", "W", 6.5, 0, { w: 1, h: 4 }),
  ]

  it("names the net and where pads leave no room", async () => {
    const facts = board([pad("R1.1", "A", -5, 0), pad("R2.1", "A", 5, 0), ...cage])
    const result = await reroute(undefined, facts, quiet)
    expect(result).toMatchObject({ ok: false, late: false })
    if (!result.ok)
      expect(result.blocked[0]).toMatchObject({
        net: "A",
        why: expect.stringMatching(/no room near \(5\.0, 0\.0\)/),
      })
  })

  const ring = [
    track("R3.1", "track", [
      [3, -3],
      [3, 3],
      [7, 3],
      [7, -3],
      [3, -3],
    ]),
  ]
  const walled = {
    pads: [
      pad("R1.1", "A", -5, 0),
      pad("R2.1", "A", 5, 0),
      pad("R3.1", "B", 3, -3, { drill: 0.5 }),
      pad("R3.2", "B", 3, 3),
    ],
    paths: [...ring, ...ring.map((path) => ({ ...path, layer: "bottom" as const }))],
  }

  it("makes room where copper that fits is all that blocks", async () => {
    const facts = board(walled.pads)
    const lines: string[] = []
    const result = await reroute(lockedTo(facts, { B: { paths: walled.paths, vias: [] } }), facts, {
      ...quiet,
      progress: (line) => lines.push(line),
    })
    expect(result).toMatchObject({ ok: true, laid: ["A", "B"] })
    expect(lines).toContain("laying B again to make room")
    if (result.ok) expect(faults(new Map(Object.entries(result.routes.nets)), facts)).toEqual([])
  })

  it("names the copper that blocks the way, and what to try", () => {
    const facts = board(walled.pads)
    const grid = gridOf(facts.outline)
    const effort = new Effort(usualEffort)
    const context = { facts, fields: new FieldMaker(grid, facts), maze: new Maze(grid, effort), effort }
    const bare = { pads: {}, paths: [], vias: [] }
    const copper = netCopper("B", { ...bare, paths: walled.paths }, 0.6)
    const { why, by } = whatBlocks(context, "A", bare, copper)
    expect(why).toMatch(/from R[12]\.1 to R[12]\.1: copper of B blocks it near \(\d\.\d, /)
    expect(why).toContain("--net A --net B")
    expect(by).toEqual(["B"])
  })

  it("says which part to move, and by how much, where two stand too near each other", async () => {
    const wall = (x: number, y: number, w: number, h: number) => pad("U1.1", "B", x, y, { w, h, drill: 0.5 })
    const facts = board([
      pad("R1.1", "A", -8, 0),
      pad("R2.1", "A", 5, 0),
      wall(5, 1.15, 3, 1),
      wall(5, -1.15, 3, 1),
      wall(6, 0, 0.4, 3),
      wall(4, 0, 0.4, 3),
    ])
    const result = await reroute(undefined, facts, quiet)
    expect(result.ok ? "" : result.blocked[0]?.why).toMatch(
      /U1\.1 is 0\.\d\d mm from R2\.1.* move U1 0\.\d\d mm away/,
    )
  })

  it("ends when its effort is spent", async () => {
    const facts = board([pad("R1.1", "A", -5, 0), pad("R2.1", "A", 5, 0)])
    const result = await reroute(undefined, facts, { ...quiet, effort: new Effort(0) })
    expect(result.ok || result.late).toBe(true)
  })
})

describe("ground", () => {
  const gnd = [pad("C1.1", "GND", -3, 0), pad("C2.1", "GND", 3, 0, { layer: "bottom" })]

  it("joins both pours, stitches them, and keeps vias off pads and tracks", async () => {
    const facts = board([...gnd, pad("R1.1", "A", -8, 4), pad("R2.1", "A", 8, 4)])
    const routes = await routed(undefined, facts)
    const ground = net(routes, "GND")
    expect(ground.vias.length).toBeGreaterThan(3)
    const items = netCopper("GND", ground, 0.6)
    expect(misfits(items, facts)).toEqual([])
    expect(conflicts(items, netCopper("A", net(routes, "A"), 0.6), facts)).toEqual([])
  })

  it("moves a via out of the corner of a plated pad of its own net", async () => {
    const drawn = lockedTo(board(gnd), { GND: { paths: [], vias: [[0.8, 4.04]] } })
    const header = { ...pad("J8.1", "GND", 0, 5, { w: 1.7, h: 1.7, drill: 1 }), centre: { x: 0, y: 5 } }
    const facts = board([...gnd, header])
    const result = await reroute(drawn, facts, quiet)
    if (!result.ok) throw new Error("not routed")
    const [via] = net(result.routes, "GND").vias
    expect(via).toBeDefined()
    expect(via).not.toEqual([0.8, 4.04])
    expect(misfits(netCopper("GND", net(result.routes, "GND"), 0.6), facts)).toEqual([])
  })

  it("moves a via that a part was put on, and keeps the others", async () => {
    const before = board(gnd)
    const drawn = lockedTo(before, {
      GND: {
        paths: [],
        vias: [
          [0, 5],
          [0, -5],
        ],
      },
    })
    const facts = board([...gnd, pad("U1.4", undefined, 0, 5)])
    const result = await reroute(drawn, facts, quiet)
    expect(result.ok).toBe(true)
    if (!result.ok) return
    const vias = net(result.routes, "GND").vias
    expect(vias).toContainEqual([0, -5])
    expect(vias).not.toContainEqual([0, 5])
    expect(vias).toHaveLength(2)
    expect(result.notes.join()).toMatch(/GND: the via at \(0, 5\) moved to/)
  })
})

describe("planes inside", () => {
  const plane = (of: string, layer: "inner1" | "inner2") => ({
    net: of,
    layers: [layer],
    clearanceMm: 0.25,
    minWidthMm: 0.2,
    boardEdgeMm: 0.4,
    all: [
      { net: "GND", layers: ["inner1"] as const },
      { net: "V33", layers: ["inner2"] as const },
    ],
    voids: [],
  })
  const four = (pads: Parameters<typeof board>[0]) =>
    board(pads, {
      stack: ["top", "inner1", "inner2", "bottom"],
      pour: plane("GND", "inner1"),
      planes: [plane("V33", "inner2")],
    })
  const pads = [
    pad("C1.1", "GND", -3, 0),
    pad("C2.1", "GND", 3, 0, { layer: "bottom" }),
    pad("C1.2", "V33", -5, 0),
    pad("C2.2", "V33", 5, 0, { layer: "bottom" }),
    pad("R1.1", "A", -8, 4),
    pad("R2.1", "A", 8, 4),
  ]

  it("hold each pad of their nets by a via of its own, clear of each other", async () => {
    const facts = four(pads)
    const routes = await routed(undefined, facts)
    for (const name of ["GND", "V33"]) {
      const own = net(routes, name)
      expect(own.vias, name).toHaveLength(2)
      expect(own.paths.map(({ layer }) => layer).sort()).toEqual(["bottom", "top"])
    }
    expect(faults(new Map(Object.entries(routes.nets)), facts)).toEqual([])
    expect(checkLock(routes, facts, "routes.json").findings).toEqual([])
  })

  it("are left alone where everything fits", async () => {
    const facts = four(pads)
    const first = await routed(undefined, facts)
    expect(await routed(first, facts)).toEqual(first)
  })

  it("that are an area of their layer hold their pads by vias within it", async () => {
    const outline = [
      { x: -7, y: -4 },
      { x: 7, y: -4 },
      { x: 7, y: -1.5 },
      { x: -7, y: -1.5 },
    ]
    const all = [
      { net: "V33", layers: ["inner2"] as const, outline },
      { net: "GND", layers: ["inner1", "inner2"] as const },
    ]
    const facts = board(pads, {
      stack: ["top", "inner1", "inner2", "bottom"],
      pour: { ...plane("GND", "inner1"), layers: ["inner1", "inner2"], all },
      planes: [{ ...plane("V33", "inner2"), all }],
    })
    const routes = await routed(undefined, facts)
    const { vias } = net(routes, "V33")
    expect(vias).toHaveLength(2)
    for (const [x, y] of vias) {
      expect(Math.abs(x)).toBeLessThan(7)
      expect(y).toBeGreaterThan(-4)
      expect(y).toBeLessThan(-1.5)
    }
  })

  it("keep vias of others off tracks drawn inside", async () => {
    const facts = four(pads)
    const drawn = lockedTo(facts, {
      A: {
        paths: [
          {
            ...track("via", "via", [
              [-7, 0.9],
              [7, 0.9],
            ]),
            layer: "inner1" as const,
          },
        ],
        vias: [
          [-7, 0.9],
          [7, 0.9],
        ],
      },
    })
    const a = net(drawn, "A")
    const near = netCopper("GND", { pads: {}, paths: [], vias: [[0, 0.95]] }, 0.6)
    expect(conflicts(near, netCopper("A", a, 0.6), facts)).not.toEqual([])
    expect(conflicts(near, netCopper("A", { ...a, paths: [] }, 0.6), facts)).toEqual([])
  })
})
