import { describe, expect, it } from "vitest"
import { seriesOf } from "../../components/examples/series"
import type { ScaleRow } from "../../src/bench/scale"
import { exponentOf, scaleLines, scaleSection } from "../../src/bench/scale-table"

const cost = (cpuMs: number) => ({ cpuMs, peakMiB: 200 })
const sizes = [20, 100, 300, 1000]

describe("the exponent of a stage", () => {
  it("is that of the power it grows by", () => {
    for (const power of [1, 1.15, 2.2])
      expect(
        exponentOf(
          sizes,
          sizes.map((n) => cost(3 * n ** power)),
        ),
      ).toBeCloseTo(power)
  })

  it("leaves small boards out, where the start of a process is most of it", () => {
    expect(exponentOf(sizes, [cost(9e9), cost(100), cost(300), cost(1000)])).toBeCloseTo(1)
  })

  it("is not known of one board", () => {
    expect(exponentOf([20, 100], [cost(1), cost(2)])).toBeUndefined()
  })
})

describe("the boards that are measured", () => {
  it("have as many parts as asked for, nearly, the same from the same seed", () => {
    for (const parts of sizes) {
      const { routes } = seriesOf("some", parts, 1)
      const pads = Object.values(routes.nets).flatMap((net) => Object.keys(net.pads))
      expect(Math.abs(pads.length / 2 - parts) / parts).toBeLessThan(0.06)
      expect(new Set(pads).size).toBe(pads.length)
      expect(seriesOf("some", parts, 1).routes).toEqual(routes)
    }
    expect(seriesOf("some", 100, 2).routes).not.toEqual(seriesOf("some", 100, 1).routes)
  })
})

describe("the table", () => {
  const rows: ScaleRow[] = [
    { id: "render", title: "rendering", by: "tscircuit", costs: sizes.map((n) => cost(n ** 1.5)) },
    { id: "book", title: "book", by: "ours", costs: sizes.map((n) => cost(n)) },
    { id: "order", title: "the order", by: "build", costs: sizes.map((n) => cost(2 * n)) },
  ]

  it("says whose a stage is and how it grows", () => {
    const lines = scaleLines(sizes, rows)
    expect(lines[1]).toMatch(/^rendering +tscircuit .* 1\.50 +200$/)
    expect(lines[2]).toMatch(/^book +ours .* 1\.00 +200$/)
  })

  it("is a section of the page", () => {
    expect(scaleSection(sizes, 1, rows)).toContain("| book | ours | 0.02 | 0.10 | 0.30 | 1.00 | 1.00 | 200 |")
  })
})
