import { describe, expect, it } from "vitest"
import { measureText, nextSpot, snapped, spotsOf } from "../../src/book/client/snap"
import type { PadData } from "../../src/book/data"

const pad = (name: string, x: number, y: number, d: string, more: Partial<PadData> = {}): PadData => ({
  name,
  part: "U1",
  x,
  y,
  sides: ["top"],
  d,
  ...more,
})

/** A board of 20 x 10 mm with a square pad, a round plated hole under a pad and a bare hole. */
const data = {
  pads: [
    pad("U1.1", -5, 2, "M-6 -3L-4 -3L-4 -1L-6 -1Z"),
    pad("U1.2", 5, 2, "M4 -2a1 1 0 1 0 2 0a1 1 0 1 0 -2 0Z", { sides: ["top", "bottom"], drillMm: 1 }),
  ],
  nets: [],
  picture: {
    outline: "M-10 -5L10 -5L10 5L-10 5Z",
    plate: "M-10 -5L10 -5L10 5L-10 5ZM4.5 -2L5 -2.5L5.5 -2L5 -1.5ZM-1 3L0 2L1 3L0 4Z",
  },
}

describe("measuring", () => {
  const top = spotsOf(data, "top")

  it("holds on to pads, their corners, holes and the board's corners, each once", () => {
    expect(top.map(({ what }) => what)).toEqual([
      "pad U1.1",
      ...Array.from({ length: 4 }, () => "corner of U1.1"),
      "pad U1.2",
      "hole",
      ...Array.from({ length: 4 }, () => "corner of the board"),
    ])
    expect(top.find(({ what }) => what === "hole")).toMatchObject({ x: 0, y: -3 })
    expect(spotsOf(data, "bottom").some(({ what }) => what.includes("U1.1"))).toBe(false)
  })

  it("holds on to what is nearest within reach, and to nothing beyond it", () => {
    expect(snapped(top, { x: -4.9, y: 2.1 }, 1).what).toBe("pad U1.1")
    expect(snapped(top, { x: -4.1, y: 2.9 }, 1)).toMatchObject({ x: -4, y: 3 })
    expect(snapped(top, { x: 1, y: 1 }, 1)).toMatchObject({ x: 1, y: 1, what: "(1.00, 1.00)" })
  })

  it("goes by keys from one to the next, by corners of pads where asked", () => {
    const from = { x: -5, y: 2 }
    expect(nextSpot(top, from, { x: 1, y: 0 }, true)?.what).toBe("pad U1.2")
    expect(nextSpot(top, from, { x: 1, y: 0 }, false)?.what).toBe("corner of U1.1")
    expect(nextSpot(top, { x: 10, y: 5 }, { x: 1, y: 0 }, true)).toBeUndefined()
  })

  it("says the distance and its parts, whichever way", () => {
    const [a, b] = [top[0], top[5]]
    if (a === undefined || b === undefined) throw new Error("no spots")
    expect(measureText(b, a)).toBe("10.00 mm (10.00 across, 0.00 up): pad U1.2 to pad U1.1")
  })

  it("takes an arc in small steps for no corner", () => {
    const round = Array.from({ length: 72 }, (_, i) => {
      const angle = (i * Math.PI) / 36
      return `${(10 * Math.cos(angle)).toFixed(3)} ${(10 * Math.sin(angle)).toFixed(3)}`
    }).join("L")
    const board = { pads: [], nets: [], picture: { outline: `M${round}Z`, plate: `M${round}Z` } }
    expect(spotsOf(board, "top")).toEqual([])
  })
})
