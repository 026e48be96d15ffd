import { describe, expect, test } from "vitest"
import type { BenchRow } from "../../src/bench/bench"
import { median } from "../../src/bench/measure"
import { benchLines, benchPage, meets } from "../../src/bench/table"

const base: BenchRow = { id: "tscircuit", title: "export", wallMs: 10_000, cpuMs: 12_000, peakMiB: 700 }
const order: BenchRow = {
  id: "order",
  title: "order",
  wallMs: 4_000,
  cpuMs: 6_000,
  peakMiB: 400,
  goal: { ratio: 0.4 },
}

describe("the benchmark's table", () => {
  test("takes the median of odd and even counts", () => {
    expect(median([3, 1, 2])).toBe(2)
    expect(median([4, 1, 3, 2])).toBe(2.5)
  })

  test("holds a ratio and seconds against their goals, and memory against its limit", () => {
    expect(meets(order, base)).toBe(true)
    expect(meets({ ...order, wallMs: 4_001 }, base)).toBe(false)
    expect(meets({ ...order, goal: { seconds: 4 } }, base)).toBe(true)
    expect(meets({ ...order, goal: { seconds: 3.9 } }, base)).toBe(false)
    expect(meets({ ...order, peakMiB: 859 }, base)).toBe(false)
    expect(meets(order, undefined)).toBe(false)
  })

  test("shows time and processor time in proportion to the first row", () => {
    const lines = benchLines([base, order])
    expect(lines[2]).toMatch(/^order\s+4\.00\s+0\.40\s+6\.00\s+0\.50\s+400\s+0\.4 x\s+yes$/)
    expect(benchPage("mep-smd", 5, [base, order])).toContain("| order | 4.00 | 0.40 | 6.00 | 0.50 | 400 |")
  })
})
