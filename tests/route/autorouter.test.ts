import { describe, expect, it } from "vitest"
import { routeProblem, suggest } from "../../src/route/autorouter"
import { netCopper } from "../../src/route/copper"
import { Effort, usualEffort } from "../../src/route/effort"
import { reroute } from "../../src/route/reroute"
import { board, keepout, pad, track } from "./sample-board"

const facts = board(
  [pad("R1.1", "A", -8, 0), pad("R2.1", "A", 8, 0), pad("R3.1", "B", 0, -5), pad("R4.1", "B", 0, 5)],
  { keepouts: [keepout("shield", -1, -2, 1, 2)] },
)
const kept = netCopper(
  "B",
  {
    pads: {},
    paths: [
      track("R3.1", "R4.1", [
        [0, -5],
        [3, -2],
        [3, 2],
        [0, 5],
      ]),
    ],
    vias: [],
  },
  0.6,
)

describe("tscircuit's autorouter", () => {
  it("is given kept copper and keepouts as obstacles, and only the nets to lay as connections", () => {
    const problem = routeProblem(facts, ["A"], kept)
    expect(problem.connections.map(({ name }) => name)).toEqual(["A"])
    const covers = (x: number, y: number): boolean =>
      problem.obstacles.some(
        ({ center, width, height, connectedTo }) =>
          !connectedTo.includes("A") &&
          Math.abs(center.x - x) <= width / 2 &&
          Math.abs(center.y - y) <= height / 2,
      )
    expect([covers(0, 0), covers(3, 0), covers(1.5, -3.5)]).toEqual([true, true, true])
    // A slanting track is not a box.
    expect(covers(2.5, -4.5)).toBe(false)
  })

  it("suggests ways from pad to pad in bounded time, and its ways can be drawn", async () => {
    const ways = await suggest(facts, ["A"], kept, 15_000, () => {})
    const points = ways.get("A")?.flat() ?? []
    expect(points.some((p) => Math.hypot(p.x + 8, p.y) < 0.6)).toBe(true)
    expect(points.some((p) => Math.hypot(p.x - 8, p.y) < 0.6)).toBe(true)
    const result = await reroute(undefined, facts, {
      effort: new Effort(usualEffort),
      progress: () => {},
      guide: async () => ways,
    })
    expect(result.ok).toBe(true)
  }, 30_000)

  it("is stopped when its time is up, and says so", async () => {
    const lines: string[] = []
    const ways = await suggest(facts, ["A"], kept, 0, (line) => lines.push(line))
    expect(ways.size).toBe(0)
    expect(lines.join()).toContain("found nothing in 0 s")
  })
})
