import { describe, expect, it } from "vitest"
import jlcpcb from "../../fabrication/jlcpcb/index"
import { readExcellon, readGerber } from "../../src/read"
import { EdgeIndex, gapsBetween } from "../../src/verify/geometry/edge-index"
import { holePairs, holesOf } from "../../src/verify/geometry/holes"
import { LayerGeometry } from "../../src/verify/geometry/layer"
import { narrowPlaces } from "../../src/verify/geometry/narrow"
import { verify } from "../../src/verify/index"

const head = "%FSLAX46Y46*%\n%MOMM*%\nG75*\n%ADD10C,0.2*%\nD10*\n"
const grid = (count: number, pitchMm: number): string => {
  const side = Math.ceil(Math.sqrt(count))
  const at = (n: number): number => Math.round(n * pitchMm * 1e6)
  return Array.from({ length: count }, (_, i) => `X${at(i % side)}Y${at(Math.floor(i / side))}D03*\n`).join(
    "",
  )
}
const layerOf = (body: string): LayerGeometry =>
  new LayerGeometry(readGerber(`${head}${body}M02*\n`, "t.gtl"))

describe("work grows with what is near, not with the square of the objects", () => {
  it("clearances between dots", () => {
    const work = [400, 1_600].map((count) => {
      const { edges } = layerOf(grid(count, 0.5))
      const [gap, ...more] = gapsBetween(edges, (piece) => piece, 0.5, 0.1)
      expect(more).toEqual([])
      expect(gap?.distance).toBeCloseTo(0.3, 3)
      return edges.work
    }) as [number, number]
    expect(work[0]).toBeGreaterThan(0)
    expect(work[1] / work[0]).toBeLessThan(5)
    // A few pairs of edges for each pair of dots.
    expect(work[1]).toBeLessThan(1_600 * 20)
  })

  it("each pair within the limit is told, at the true distance", () => {
    const { edges } = layerOf(grid(9, 0.25))
    const gaps = gapsBetween(edges, (piece) => piece, 0.5, 0.1)
    expect(gaps).toHaveLength(12)
    for (const { distance } of gaps) expect(distance).toBeCloseTo(0.05, 3)
  })

  it("lines side by side are found at whatever distance, corners facing or not", () => {
    for (let i = 0; i < 60; i++) {
      const away = 200_000 + 1_000 * i + 37
      const { edges } = layerOf(
        `X0Y0D02*\nX5000000Y0D01*\nX${(i % 3) * 1_000_000}Y${away}D02*\nX5000000Y${away}D01*\n`,
      )
      const [gap] = gapsBetween(edges, (piece) => piece, 0.5, 0.1)
      expect(gap?.distance).toBeCloseTo((away - 200_000) / 1e6, 4)
    }
  })

  it("a pour with a pad in its hole is measured, not only boxes beside each other", () => {
    const square = (from: number, to: number): string =>
      `X${from}Y${from}D02*\nX${to}Y${from}D01*\nX${to}Y${to}D01*\nX${from}Y${to}D01*\nX${from}Y${from}D01*\n`
    const { edges, pieces } = layerOf(
      `G36*\n${square(0, 10e6)}G37*\n%LPC*%\nG36*\n${square(4e6, 6e6)}G37*\n%LPD*%\nX5000000Y5000000D03*\n`,
    )
    expect(pieces).toHaveLength(2)
    expect(gapsBetween(edges, (piece) => piece, 1, 1)[0]?.distance).toBeCloseTo(0.9, 3)
  })

  it.each([
    ["flashes of one shape", "%ADD11R,1X0.2*%\nD11*\nX0Y0D03*\nX3000000Y0D03*\n"],
    ["lines", "X0Y0D02*\nX1000000Y0D01*\nX0Y1000000D02*\nX1000000Y1000000D01*\n"],
  ])("%s are narrow below their width, each at its place", (_, body) => {
    const { edges, pieces } = layerOf(body)
    expect(narrowPlaces(pieces, edges, 0.19)).toEqual([])
    expect(narrowPlaces(pieces, edges, 0.25)).toHaveLength(2)
  })

  it("edges that were let go are made again", () => {
    const index = new EdgeIndex(layerOf(grid(40, 0.5)).pieces)
    expect(index.ofPiece(3)).toEqual(index.ofPiece(3))
    expect(index.closest({ x: 0.25, y: 0 }, { x: 0.25, y: 0 }, 1)?.distance).toBeCloseTo(0.15, 3)
  })
})

describe("holes drilled into each other", () => {
  it("are refused with file and figure where there are too many pairs", () => {
    const holes = Array.from({ length: 1_100 }, (_, i) => `X${(i * 1e-4).toFixed(4)}Y0.0\n`).join("")
    const drill = readExcellon(`M48\nMETRIC,TZ\nT1C0.300\n%\nG90\nG05\nT1\n${holes}M30\n`, "t.drl")
    expect(() => holePairs(holesOf([drill], []), 0.5)).toThrow(/^t\.drl: more than 500,000 pairs of holes/)
  })
})

it("of a rule that finds a flood the worst are told one by one, the rest by their number", () => {
  const square = "X0Y0D02*\nX60000000Y0D01*\nX60000000Y60000000D01*\nX0Y60000000D01*\nX0Y0D01*\n"
  const gerber = (body: string) => Buffer.from(`${head}${body}M02*\n`)
  const { findings } = verify(
    new Map([
      ["b.gtl", gerber(grid(10_500, 0.5))],
      ["b.gts", gerber("")],
      ["b.gko", gerber(square)],
    ]),
    jlcpcb,
  )
  const islands = findings.filter(({ rule }) => rule === "drc/island")
  expect(islands).toHaveLength(10_001)
  expect(islands.at(-1)).toMatchObject({
    severity: "warning",
    message: expect.stringMatching(/^and \d+ more of the same rule/),
  })
})
