import { convertCircuitJsonToGerberCommands } from "circuit-json-to-gerber"
import { describe, expect, it } from "vitest"
import { grow } from "../../../src/fabricate/geometry/dark-area"
import { pathToNm } from "../../../src/fabricate/geometry/nanometres"
import { clipLegend } from "../../../src/fabricate/gerber-steps/silkscreen-clip"
import { textFindings } from "../../../src/fabricate/gerber-steps/text-findings"
import { drawTextAsAsked } from "../../../src/fabricate/gerber-steps/text-size"
import { legendText, outline } from "../circuit"
import * as c from "./commands"

const box = (x1: number, y1: number, x2: number, y2: number) =>
  pathToNm([
    { x: x1, y: y1 },
    { x: x2, y: y1 },
    { x: x2, y: y2 },
    { x: x1, y: y2 },
  ])

const clip = (commands: Parameters<typeof clipLegend>[0], openings = [box(-1, -1, 1, 1)]) =>
  clipLegend(commands, { openings, outline, clearanceMm: 0.15 })

const close = (value: number) => expect.closeTo(value, 2)

describe("legend over an opening", () => {
  const line = [c.circle(10, 0.2), c.select(10)]

  it("is cut so that the ink keeps its distance", () => {
    // 0.15 mm clearance and half of a 0.2 mm line: the centre line ends 0.25 mm from the opening.
    expect(clip([...line, c.move(-5, 0), c.draw(5, 0)]).value.slice(2)).toEqual([
      c.move(-5, 0),
      { command_code: "D01", x: close(-1.25), y: 0 },
      { command_code: "D02", x: close(1.25), y: 0 },
      c.draw(5, 0),
    ])
  })

  it("stays whole where it passes by, at the limit and just outside", () => {
    const past = [...line, c.move(-5, 1.252), c.draw(5, 1.252)]
    expect(clip(past).value).toEqual(past)
    expect(clip([...line, c.move(-5, 1.245), c.draw(5, 1.245)]).value.length).toBeGreaterThan(past.length)
  })

  it("leaves no crumbs, dots or flashes inside", () => {
    expect(clip([...line, c.move(-1.4, 0), c.draw(1.4, 0)]).value).toEqual(line)
    expect(clip([...line, c.move(0, 0), c.draw(0, 0), c.flash(0.5, 0.5)]).value).toEqual(line)
  })

  it("keeps a polyline in one stroke", () => {
    const angle = [...line, c.move(-5, 5), c.draw(5, 5), c.draw(5, -5)]
    expect(clip(angle).value).toEqual(angle)
  })

  it("is an error where it is a filled area", () => {
    const area = [c.regionStart, c.move(0, 0), c.draw(3, 0), c.draw(3, 3), c.draw(0, 0), c.regionEnd]
    expect(clip(area).findings.map(({ rule }) => rule)).toEqual(["dfm/silkscreen-over-opening"])
    expect(clip(area, [box(10, 10, 11, 11)]).findings).toEqual([])
  })
})

describe("legend off the board", () => {
  it("ends before the edge", () => {
    const line = [c.circle(10, 0.2), c.select(10), c.move(0, 5), c.draw(30, 5)]
    expect(clip(line).value.slice(2)).toEqual([c.move(0, 5), { command_code: "D01", x: close(19.75), y: 5 }])
  })

  it("is cut in a notch too, with both ends on the board", () => {
    const notched = [
      { x: -20, y: -15 },
      { x: -5, y: -15 },
      { x: -5, y: 0 },
      { x: 5, y: 0 },
      { x: 5, y: -15 },
      { x: 20, y: -15 },
      { x: 20, y: 15 },
      { x: -20, y: 15 },
    ]
    const line = [c.circle(10, 0.2), c.select(10), c.move(-10, -5), c.draw(10, -5)]
    const clipped = clipLegend(line, { openings: [], outline: notched, clearanceMm: 0.15 }).value
    expect(clipped.slice(2)).toEqual([
      c.move(-10, -5),
      { command_code: "D01", x: close(-5.25), y: -5 },
      { command_code: "D02", x: close(5.25), y: -5 },
      c.draw(10, -5),
    ])
  })
})

/** Box round the lines of the legend's text. */
function inkBox(fields: Record<string, unknown>, text = "H") {
  const points = drawTextAsAsked([legendText(text, 3, 4, fields)]).flatMap((element) =>
    element.type === "pcb_silkscreen_path" ? element.route : [],
  )
  const xs = points.map((p) => p.x)
  const ys = points.map((p) => p.y)
  const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  return { left, right, low, high, x: (left + right) / 2, y: (low + high) / 2 }
}

describe("text", () => {
  it("is drawn at the size asked, where the converter draws 0.7 of it", () => {
    const raw = convertCircuitJsonToGerberCommands([legendText("H", 0, 0)]).F_SilkScreen ?? []
    const ys = raw.flatMap((command) => (command.command_code === "D01" ? [command.y] : []))
    expect(Math.max(...ys) - Math.min(...ys)).toBeLessThan(0.7 * 0.7 * 2)
    const { high, low } = inkBox({})
    expect(high - low).toBeCloseTo(0.678 * 2, 6)
  })

  it("is centred on its anchor, also on the bottom and turned", () => {
    for (const fields of [
      {},
      { layer: "bottom" },
      { ccw_rotation: 90 },
      { layer: "bottom", ccw_rotation: 270 },
    ]) {
      const { x, y } = inkBox(fields)
      expect([x, y]).toEqual([expect.closeTo(3, 6), expect.closeTo(4, 6)])
    }
  })

  it("lies right of a left anchor and below a top one, turned with it", () => {
    const width = 3 * 0.692 * 2
    const upright = inkBox({ anchor_alignment: "top_left" }, "HHH")
    expect(upright.x).toBeCloseTo(3 + width / 2, 6)
    expect(upright.high).toBeCloseTo(4, 6)
    const turned = inkBox({ anchor_alignment: "center_left", ccw_rotation: 90 }, "HHH")
    expect([turned.x, turned.y]).toEqual([expect.closeTo(3, 6), expect.closeTo(4 + width / 2, 6)])
    const below = inkBox({ anchor_alignment: "center_left", layer: "bottom" }, "HHH")
    expect(below.x).toBeCloseTo(3 - width / 2, 6)
  })

  it("is mirrored on the bottom", () => {
    const first = (fields: Record<string, unknown>) => inkBox(fields, "L ").x
    expect(first({})).toBeLessThan(3)
    expect(first({ layer: "bottom" })).toBeGreaterThan(3)
  })

  it("has the characters the converter drops", () => {
    const raw = convertCircuitJsonToGerberCommands([legendText("%", 0, 0)]).F_SilkScreen ?? []
    expect(raw.some((command) => command.command_code === "D01")).toBe(false)
    expect(drawTextAsAsked([legendText("%", 0, 0)])).toHaveLength(3)
  })
})

describe("text that cannot be put right", () => {
  const limits = {
    minCapitalMm: 1,
    minLineMm: 0.15,
    clearanceMm: 0.15,
    openings: { top: grow([box(-1, -1, 1, 1)], 0), bottom: [] },
  }
  const rules = (element: ReturnType<typeof legendText>) =>
    textFindings([element], limits).map(({ rule }) => rule)

  it("has characters no font here has", () => {
    expect(rules(legendText("A€B", 10, 10))).toEqual(["dfm/text-glyph"])
    expect(rules(legendText("10k% 5Ω: ok?", 10, 10))).toEqual([])
  })

  it("has capitals lower than 1 mm", () => {
    expect(rules(legendText("A", 10, 10, { font_size: 1.47 }))).toEqual(["dfm/text-height"])
    expect(rules(legendText("A", 10, 10, { font_size: 1.48 }))).toEqual([])
  })

  it("runs over an opening on its side", () => {
    expect(rules(legendText("H", 0, 2.5))).toEqual([])
    expect(rules(legendText("H", 0, 1.9))).toEqual(["dfm/text-over-opening"])
    expect(rules(legendText("H", 0, 1.9, { layer: "bottom" }))).toEqual([])
  })

  it("is copper, or knocked out", () => {
    expect(rules(legendText("H", 9, 9, { type: "pcb_copper_text" }))).toEqual(["dfm/copper-text"])
    expect(rules(legendText("H", 9, 9, { is_knockout: true }))).toEqual(["dfm/text-knockout"])
  })
})
