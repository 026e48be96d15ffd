import { describe, expect, it } from "vitest"
import type { BoardFacts } from "../../src/route/board-facts"
import { netCopper } from "../../src/route/copper"
import { Effort, usualEffort } from "../../src/route/effort"
import { misfits } from "../../src/route/fit"
import { checkLock } from "../../src/route/lock"
import { reroute } from "../../src/route/reroute"
import { board, lockedTo, pad, track } from "./sample-board"

/** A track of A would pass 0.4 mm below J2's pad. */
const pads = [pad("R1.1", "A", -6, -2.5), pad("R2.1", "A", 6, -2.5), pad("J2.1", "V24", 0, 0, { w: 4, h: 4 })]
const rule = { pads: ["J2.1"], pourGapMm: 0.4, trackGapMm: 1 }
const plain = board(pads)
const guarded = board(pads, { handSoldered: rule })

const laid = async (facts: BoardFacts) => {
  const result = await reroute(undefined, facts, { effort: new Effort(usualEffort), progress: () => {} })
  if (!result.ok) throw new Error("not routed")
  return result.routes
}

const low = (y: number) =>
  lockedTo(guarded, {
    A: { paths: [track("R1.1", "R2.1", [[-6, y] as const, [6, y] as const])], vias: [] },
  })

const textsAt = (y: number) => {
  const routes = low(y).nets.A
  if (routes === undefined) throw new Error("no net A")
  return misfits(netCopper("A", routes, guarded.via.diameterMm), guarded).map(({ text }) => text)
}

describe("routes beside a hand-soldered pad", () => {
  it("fit from its gap on", () => {
    expect(textsAt(-2.525)).toEqual(["track of A 0.40 mm from J2.1 [V24]"])
    expect(textsAt(-3.12)).toHaveLength(1)
    expect(textsAt(-3.125)).toEqual([])
  })

  it("are laid round it", async () => {
    const straight = (await laid(plain)).nets.A?.paths.flatMap(({ points }) => points)
    expect(straight).toHaveLength(2)
    const round = (await laid(guarded)).nets.A
    expect(round && misfits(netCopper("A", round, guarded.via.diameterMm), guarded)).toEqual([])
    expect(round?.paths.flatMap(({ points }) => points).length).toBeGreaterThan(2)
  })

  it("are locked to the rule", async () => {
    const routes = await laid(plain)
    const [stale] = checkLock(routes, guarded, "routes.json").findings
    expect(stale?.message).toContain("no longer fit")
    const far = { ...guarded, handSoldered: { ...rule, trackGapMm: 0.3 } }
    expect(checkLock(routes, far, "routes.json").findings.map(({ message }) => message)).toEqual([
      expect.stringContaining(
        "the rule of the hand-soldered pads was none, is now J2.1: 0.3 mm clear of tracks, 0.4 mm of the pour",
      ),
    ])
  })
})
