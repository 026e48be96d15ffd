import { describe, expect, it } from "vitest"
import { checkLock, lockOf } from "../../src/route/lock"
import { formatRoutes, parseRoutes } from "../../src/route/routes-file"
import { board, keepout, lockedTo, pad, track } from "./sample-board"

const pads = () => [
  pad("R1.1", "A", -5, 0),
  pad("R2.1", "A", 5, 0),
  pad("R1.2", "B", -5, 3),
  pad("R2.2", "B", 5, 3),
  pad("U1.4", undefined, 0, 6),
]

const straight = {
  A: {
    paths: [
      track("R1.1", "R2.1", [
        [-5, 0],
        [5, 0],
      ]),
    ],
    vias: [],
  },
  B: {
    paths: [
      track("R1.2", "R2.2", [
        [-5, 3],
        [5, 3],
      ]),
    ],
    vias: [],
  },
}

const before = board(pads())
const routes = lockedTo(before, straight)
const messages = (facts: typeof before, file = routes) =>
  checkLock(file, facts, "routes.json").findings.map((finding) => finding.message)

/** The same pads with some replaced (undefined: removed). */
const changed = (changes: Record<string, ReturnType<typeof pad> | undefined>) => {
  const list = pads().flatMap((p) => (p.name in changes ? (changes[p.name] ?? []) : [p]))
  return board([
    ...list,
    ...Object.entries(changes).flatMap(([name, p]) => (list.some((q) => q.name === name) ? [] : (p ?? []))),
  ])
}

describe("the lock", () => {
  it("has nothing to say of the board it was drawn for, also after a round trip through the file", () => {
    expect(messages(before)).toEqual([])
    expect(messages(before, parseRoutes(formatRoutes(routes), "routes.json"))).toEqual([])
  })

  it("names the net of a moved pad and from where to where, and no other net", () => {
    const found = checkLock(routes, changed({ "R1.1": pad("R1.1", "A", -6, 0.5) }), "routes.json")
    expect(found.stale.map((net) => net.net)).toEqual(["A"])
    expect(found.findings[0]?.message).toContain("R1.1 moved from (-5, 0) to (-6, 0.5)")
    expect(found.findings[0]).toMatchObject({ rule: "route/stale", severity: "error", nets: ["A"] })
  })

  it("names new, lost and reassigned pads", () => {
    expect(messages(changed({ "U1.4": pad("U1.4", "A", 0, 6) }))[0]).toMatch(
      /of A .*new pad U1\.4 at \(0, 6\)/,
    )
    expect(messages(changed({ "R2.1": undefined }))[0]).toMatch(/of A .*pad R2\.1 is gone/)
    const swapped = changed({ "R2.1": pad("R2.1", "B", 5, 0), "R2.2": pad("R2.2", "A", 5, 3) })
    expect(messages(swapped).join("\n")).toMatch(/of A .*pad R2\.1 is now on B; new pad R2\.2/)
    expect(messages(swapped).join("\n")).toMatch(/of B .*pad R2\.2 is now on A; new pad R2\.1/)
  })

  it("names the net whose track another net's or an unconnected pad came too near", () => {
    const near = messages(changed({ "U1.4": pad("U1.4", undefined, 0, 3.785) }))
    expect(near).toHaveLength(1)
    expect(near[0]).toMatch(/of B .*track of B 0\.16 mm from U1\.4 \[not connected\] at \(/)
    // 0.2 mm is enough: only the lock is out of date then.
    const enough = checkLock(routes, changed({ "U1.4": pad("U1.4", undefined, 0, 3.825) }), "routes.json")
    expect(enough.onlyLock).toBe(true)
    expect(enough.findings[0]?.message).toMatch(/pads that no net uses changed.*every net still fits/)
  })

  it("notices size, side and width", () => {
    expect(messages(changed({ "R1.1": pad("R1.1", "A", -5, 0, { w: 1.2 }) }))[0]).toContain(
      "R1.1 was top 1 x 1 mm, is now top 1.2 x 1 mm",
    )
    expect(messages(changed({ "R1.1": pad("R1.1", "A", -5, 0, { layer: "bottom" }) }))[0]).toContain(
      "is now bottom",
    )
    const wide = board(pads(), { rules: new Map([["B", { widthMm: 0.6, clearanceMm: 0.2 }]]) })
    expect(messages(wide)).toHaveLength(1)
    expect(messages(wide)[0]).toMatch(/of B .*0\.25 mm wide.*is now 0\.6 mm wide/)
  })

  it("notices outline, keepouts and holes, and names only the nets they hit", () => {
    const cut = board(pads(), { outline: before.outline.map((p) => ({ x: p.x, y: Math.min(p.y, 3.3) })) })
    expect(messages(cut)).toHaveLength(1)
    expect(messages(cut)[0]).toMatch(/of B .*0\.1[78] mm from the board's edge/)
    expect(messages(board(pads(), { keepouts: [keepout("antenna", -1, -1, 1, 1)] }))[0]).toMatch(
      /of A .*in the keepout "antenna"/,
    )
    const hole = { name: "hole 1", shape: { core: [{ x: 0, y: -1.5 }], radius: 1.2 } }
    expect(messages(board(pads(), { holes: [hole] }))[0]).toMatch(/of A .*0\.1[78] mm from hole 1/)
    const far = { name: "hole 1", shape: { core: [{ x: 0, y: -5 }], radius: 1 } }
    expect(messages(board(pads(), { holes: [far] }))).toEqual([
      expect.stringMatching(/^holes changed since the routes were drawn; every net still fits/),
    ])
  })

  it("names nets without routes and routes without a net", () => {
    const { A: _gone, ...rest } = routes.nets
    const file = {
      ...routes,
      lock: { ...lockOf(before), hash: "0".repeat(64) },
      nets: { ...rest, OLD: { pads: {}, paths: [], vias: [] } },
    }
    expect(messages(before, file)).toEqual([
      expect.stringMatching(/of A .*2 pads and no routes/),
      expect.stringMatching(/of OLD .*not in the circuit any more/),
    ])
  })

  it("asks for a lock where there is none", () => {
    const { lock: _lock, ...unlocked } = routes
    expect(messages(before, unlocked)[0]).toMatch(/never locked/)
  })
})
