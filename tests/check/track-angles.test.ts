import { describe, expect, it } from "vitest"
import { trackAngles } from "../../src/check/board/track-angles"
import type { Track, Via } from "../../src/circuit/copper"

type XY = readonly [number, number]

const tracks = (net: string, ...points: readonly XY[]): Track[] =>
  points.slice(1).map(([x, y], i) => {
    const [fromX, fromY] = points[i] as XY
    return { kind: "track", from: { x: fromX, y: fromY }, to: { x, y }, widthMm: 0.25, layer: "top", net }
  })

const find = (all: readonly Track[], vias: readonly Via[] = []) =>
  trackAngles({
    copper: { pads: [], tracks: all, vias, pours: [], boardMm: 1.6, layers: ["top", "bottom"] },
  }).findings.map(({ message }) => message)

describe("tracks", () => {
  it("may run at 0, 45 and 90 degrees and bend by 45 or 90", () => {
    expect(find(tracks("A", [0, 0], [2, 0], [3, 1], [3, 4], [1, 6], [-1, 6]))).toEqual([])
    expect(find(tracks("A", [0, 0], [2, 0], [2, 2]))).toEqual([])
  })

  it.each([
    [2.01, 0],
    [2.02, 1],
  ])("that end at (%f, 2) are off 45 degrees %i times", (x, count) => {
    expect(find(tracks("A", [0, 0], [x, 2]))).toHaveLength(count)
  })

  it("do not turn back", () => {
    expect(find(tracks("A", [0, 0], [2, 0], [1, 1]))).toEqual([
      "tracks of A meet at 45 degrees: an acute joint",
    ])
  })

  it("do not join another at 45 degrees, and may at 90", () => {
    const line = tracks("A", [0, 0], [4, 0])
    expect(find([...line, ...tracks("A", [2, 0], [3, 1])])).toHaveLength(1)
    expect(find([...line, ...tracks("A", [2, 0], [2, 2])])).toEqual([])
    expect(find([...line, ...tracks("B", [2, 0], [3, 1])])).toEqual([])
  })

  it("may do as they like within a via", () => {
    const via: Via = { kind: "via", x: 2, y: 0, diameterMm: 0.6, drillMm: 0.3, net: "A" }
    expect(find(tracks("A", [0, 0], [2, 0], [1, 1]), [via])).toEqual([])
  })
})
