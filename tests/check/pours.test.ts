import { describe, expect, it } from "vitest"
import { pours } from "../../src/check/board/pours"
import type { Copper, Pour, Track } from "../../src/circuit/copper"
import type { Pad } from "../../src/circuit/pads"
import type { Point } from "../../src/geometry/point"
import { disc, rectangle } from "../../src/geometry/shape"
import type { Board } from "../../src/model/board"

const rules: Board["pour"] = {
  net: "GND",
  layers: ["top"],
  clearanceMm: 0.25,
  boardEdgeMm: 0.4,
  minWidthMm: 0.25,
  thermalGapMm: 0.25,
  thermalSpokeMm: 0.3,
}

const box = (x1: number, y1: number, x2: number, y2: number): Point[] => [
  { x: x1, y: y1 },
  { x: x2, y: y1 },
  { x: x2, y: y2 },
  { x: x1, y: y2 },
]

const poured = (outline: readonly Point[], holes: readonly (readonly Point[])[] = []): Pour => ({
  kind: "pour",
  layer: "top",
  net: "GND",
  outline,
  holes,
})

const pad = (name: string, shape = rectangle({ x: 0, y: 0 }, 2, 2)): Pad => ({
  name,
  designator: "J1",
  pin: "1",
  x: 0,
  y: 0,
  layers: ["top"],
  shape,
  net: "GND",
})

/** A plane with a gap of 0.25 mm round a pad of 2 x 2 mm. */
const plane = poured(box(-10, -10, 10, 10), [box(-1.25, -1.25, 1.25, 1.25)])

/** A spoke of `width` mm from the pad to the right or up. */
const spoke = (width: number, up = false): Pour =>
  poured(up ? box(-width / 2, 0.9, width / 2, 1.4) : box(0.9, -width / 2, 1.4, width / 2))

const find = (
  pieces: readonly Pour[],
  pads: readonly Pad[] = [pad("J1.1")],
  tracks: readonly Track[] = [],
) => {
  const copper: Copper = { pads, tracks, vias: [], pours: pieces, boardMm: 1.6, layers: ["top", "bottom"] }
  return pours({ board: { pours: [rules] }, copper }).findings.map(
    ({ rule, message }) => `${rule}: ${message}`,
  )
}

describe("pours", () => {
  it("must be there on each of their layers", () => {
    expect(find([])).toEqual(["board/pour: there is no pour of GND on the top"])
    expect(find([{ ...plane, net: "V3V3" }])).toHaveLength(1)
    expect(find([{ ...plane, layer: "bottom" }])).toHaveLength(1)
  })

  it("hold a pad by two spokes, or by one as wide", () => {
    expect(find([plane, spoke(0.3), spoke(0.3, true)])).toEqual([])
    expect(find([plane, spoke(0.6)])).toEqual([])
    const [starved] = find([plane, spoke(0.3)])
    expect(starved).toMatch(/^board\/thermal: J1\.1 hangs on 0\.[23]\d mm of copper on the top/)
  })

  it("do not hold a pad all round", () => {
    expect(find([poured(box(-10, -10, 10, 10))])[0]).toMatch(/^board\/thermal: J1\.1 is solid in the pour/)
    const round = pad("J1.1", disc({ x: 0, y: 0 }, 1.7))
    expect(find([poured(box(-10, -10, 10, 10))], [round])[0]).toMatch(/is solid in the pour/)
  })

  it("may leave a pad to its tracks, which count as spokes", () => {
    const track: Track = {
      kind: "track",
      from: { x: 0, y: 0 },
      to: { x: -5, y: 0 },
      widthMm: 0.3,
      layer: "top",
      net: "GND",
    }
    expect(find([plane])).toEqual([])
    expect(find([plane, spoke(0.3)], [pad("J1.1")], [track])).toEqual([])
    expect(find([plane, spoke(0.3)], [pad("J1.1")], [{ ...track, net: "V3V3" }])).toHaveLength(1)
  })

  it("may be solid under a pad in squares, which takes heat away", () => {
    const squares = [pad("U2.39"), { ...pad("U2.39"), x: 3 }]
    expect(find([poured(box(-10, -10, 10, 10))], squares)).toEqual([])
  })
})
