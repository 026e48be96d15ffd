import { describe, expect, it } from "vitest"
import { areaPath } from "../../src/book/build/area-path"

const mm = (x: number, y: number) => ({ x: x * 1e6, y: y * 1e6 })

describe("areas to look at", () => {
  it("are told in mm from corner to corner, with y down", () => {
    expect(areaPath([{ outer: [mm(1, 2), mm(3.5, 2), mm(3.5, -0.25)], holes: [] }])).toBe(
      "M1-2l2.5 0 0 2.25z",
    )
  })

  it("keep every corner that can be seen, and leave out those that cannot", () => {
    const round = Array.from({ length: 360 }, (_, i) =>
      mm(Math.cos((i * Math.PI) / 180) / 10, Math.sin((i * Math.PI) / 180) / 10),
    )
    const corners = areaPath([{ outer: round, holes: [] }]).split(/[ -]/).length / 2
    expect(corners).toBeGreaterThan(12)
    expect(corners).toBeLessThan(60)
    const spike = [mm(0, 0), mm(1, 0), mm(1.005, 0.1), mm(1.01, 0), mm(2, 0), mm(2, -1)]
    expect(areaPath([{ outer: spike, holes: [] }])).toContain(".005-.1")
  })

  it("are nothing where no area is", () => {
    expect(areaPath([{ outer: [mm(0, 0), mm(1, 0)], holes: [] }])).toBe("")
  })
})
