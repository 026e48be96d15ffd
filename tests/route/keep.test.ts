import { describe, expect, it } from "vitest"
import { keepWhatFits, trimFront } from "../../src/route/keep"
import { dropDeadEnds, joinPaths, straighten } from "../../src/route/mend-paths"
import type { NetRoutes } from "../../src/route/routes-file"
import { board, lockedTo, pad, track } from "./sample-board"

describe("trimFront", () => {
  const line: [number, number][] = [
    [0, 0],
    [3, 0],
    [6, 3],
    [6, 9],
  ]
  it("cuts where asked, at a corner near that, or at a joint near that", () => {
    expect(trimFront(line, 1.2)).toEqual([[1.2, 0], ...line.slice(1)])
    expect(trimFront(line, 2.5)).toEqual(line.slice(1))
    expect(trimFront(line, 1.2, [[1.7, 0]])).toEqual([[1.7, 0], ...line.slice(1)])
    expect(trimFront(line, 1.2, [[2.9, 5]])).toEqual([[1.2, 0], ...line.slice(1)])
  })
  it("leaves nothing rather than a scrap", () => {
    expect(trimFront(line, 12.5)).toBeUndefined()
  })
})

describe("keepWhatFits", () => {
  const before = board([pad("R1.1", "A", -8, 0), pad("R2.1", "A", 8, 0), pad("R3.1", "A", 0, 5)])
  const drawn = lockedTo(before, {
    A: {
      paths: [
        track("R1.1", "R2.1", [
          [-8, 0],
          [8, 0],
        ]),
        track("R3.1", "track", [
          [0, 5],
          [0, 0],
        ]),
      ],
      vias: [],
    },
  }).nets.A as NetRoutes

  it("keeps all of it when nothing moved", () => {
    expect(keepWhatFits("A", drawn, before, [])).toEqual(drawn)
  })

  it("takes only the end off a track whose pad moved", () => {
    const facts = board([pad("R1.1", "A", -8, 0), pad("R2.1", "A", 8, 1), pad("R3.1", "A", 0, 5)])
    const kept = keepWhatFits("A", drawn, facts, [])
    expect(kept.paths).toHaveLength(2)
    expect(kept.paths[0]?.points).toEqual([
      [-8, 0],
      [5.5, 0],
    ])
    expect(kept.paths[0]).toMatchObject({ from: "R1.1", to: "track" })
  })

  it("keeps both ends of a path that something was put in the middle of", () => {
    const bent = lockedTo(board([pad("R1.1", "A", -8, 0), pad("R2.1", "A", 8, 0)]), {
      A: {
        paths: [
          track("R1.1", "R2.1", [
            [-8, 0],
            [-4, 4],
            [4, 4],
            [8, 0],
          ]),
        ],
        vias: [],
      },
    }).nets.A as NetRoutes
    const facts = board([pad("R1.1", "A", -8, 0), pad("R2.1", "A", 8, 0), pad("U1.4", undefined, 0, 4)])
    const kept = keepWhatFits("A", bent, facts, [])
    expect(kept.paths.map(({ from, to }) => [from, to])).toEqual([
      ["R1.1", "track"],
      ["track", "R2.1"],
    ])
    expect(kept.paths[0]?.points[0]).toEqual([-8, 0])
  })

  it("drops a path that no longer fits, and copper that then hangs on no pad", () => {
    const facts = board([pad("R2.1", "A", 8, 0), pad("R3.1", "A", 0, 5), pad("U1.4", undefined, -4, 0)])
    expect(keepWhatFits("A", drawn, facts, []).paths.map((path) => path.from)).toEqual(["R3.1"])
  })
})

describe("mending paths", () => {
  const facts = board([pad("R1.1", "A", -8, 0), pad("R2.1", "A", 8, 0)])
  const routes = (paths: NetRoutes["paths"], vias: NetRoutes["vias"] = []): NetRoutes => ({
    pads: {},
    paths,
    vias,
  })

  it("cuts dead ends back to the last joint and drops vias that join nothing", () => {
    const dead = routes(
      [
        track("R1.1", "R2.1", [
          [-8, 0],
          [8, 0],
        ]),
        track("track", "track", [
          [0, 0],
          [0, 4],
          [2, 6],
        ]),
      ],
      [[2, 6]],
    )
    expect(dropDeadEnds("A", dead, facts)).toEqual(routes(dead.paths.slice(0, 1)))
  })

  it("joins paths that go on from each other and keeps the first one's direction", () => {
    const joined = joinPaths(
      routes([
        track("track", "R2.1", [
          [0, 0],
          [8, 0],
        ]),
        track("track", "R1.1", [
          [0, 0],
          [-8, 0],
        ]),
      ]),
    )
    expect(joined.paths).toEqual([
      track("R1.1", "R2.1", [
        [-8, 0],
        [8, 0],
      ]),
    ])
  })

  it("leaves a joint alone where a third track meets it", () => {
    const three = routes([
      track("track", "R2.1", [
        [0, 0],
        [8, 0],
      ]),
      track("track", "R1.1", [
        [0, 0],
        [-8, 0],
      ]),
      track("track", "R3.1", [
        [0, 0],
        [0, 5],
      ]),
    ])
    expect(joinPaths(three).paths).toHaveLength(3)
  })

  it("drops points in the middle of straight lines only", () => {
    expect(
      straighten([
        [0, 0],
        [1, 0],
        [2, 0],
        [3, 1],
        [4, 2],
      ]),
    ).toEqual([
      [0, 0],
      [2, 0],
      [4, 2],
    ])
  })
})
