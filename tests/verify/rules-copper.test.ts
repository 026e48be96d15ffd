import { describe, expect, it } from "vitest"
import { clearance } from "../../src/verify/rules/clearance"
import { copperEdge } from "../../src/verify/rules/copper-edge"
import { copperWidth } from "../../src/verify/rules/copper-width"
import { islands } from "../../src/verify/rules/islands"
import { Sheet } from "./sheet"
import { brief, SmallBoard, step } from "./small-board"

describe("clearance", () => {
  // A track of net B beside net A's vertical track of 0.25 mm at x = -5, whose edge is at -4.875.
  const beside = (gap: number): SmallBoard => {
    const board = new SmallBoard()
    const x = -4.875 + gap + 0.125
    board.top.line(0.25, [x, 1.2], [x, 1.6], [2, 1.6], [5, 0])
    return board
  }
  it.each([
    [0.2 + step, []],
    [0.2, []],
    [0.2 - step, ["drc/clearance error"]],
  ])("of %f mm", (gap, expected) => {
    expect(brief(beside(gap).check(clearance).findings)).toEqual(expected)
  })

  it("names nets, place and millimetres", () => {
    const [finding] = beside(0.15).check(clearance).findings
    expect(finding?.nets).toEqual(["A", "B"])
    expect(finding?.measure).toEqual({ value: 0.15, limit: 0.2, unit: "mm" })
    expect(finding?.at?.x).toBeCloseTo(-4.875, 2)
    expect(finding?.at?.layer).toBe("top")
  })

  it("is not asked for within a net, also one joined on the other side only", () => {
    const board = new SmallBoard()
    board.bottom.line(0.25, [-2.2, -2], [-2.2, -3]).line(0.25, [-1.85, -3], [-1.85, -2])
    expect(board.check(clearance).findings).toEqual([])
  })

  it("of a pour cut out by clear polarity", () => {
    const pour = (gap: number): SmallBoard => {
      const board = new SmallBoard()
      const dark = new Sheet("Copper,L1,Top")
      dark.region([2, -4], [9, -4], [9, 1.5], [2, 1.5])
      dark
        .raw("%LPC*%")
        .flash(`C,${0.6 + 2 * gap}`, 4, -1)
        .raw("%LPD*%")
        .flash("C,0.6", 4, -1)
      Object.assign(board, { top: dark })
      board.pads = [
        { designator: "R1", pin: "2", net: "B", x: 5, y: 0, side: "top" },
        { designator: "TP1", pin: "1", net: "A", x: 4, y: -1, side: "top" },
      ]
      return board
    }
    expect(brief(pour(0.2).check(clearance).findings)).toEqual([])
    expect(brief(pour(0.2 - step).check(clearance).findings)).toEqual(["drc/clearance error"])
  })
})

describe("copper width", () => {
  it.each([
    [0.2 + step, 0],
    [0.2, 0],
    [0.2 - step, 1],
    [0.1, 1],
  ])("of a track %f mm wide", (width, count) => {
    const board = new SmallBoard()
    board.top.line(width, [5, 0], [8, 0])
    const { findings } = board.check(copperWidth)
    expect(findings).toHaveLength(count)
    if (count > 0) expect(findings[0]?.measure?.value).toBeCloseTo(width, 1)
  })

  it.each([
    [0.2, 0],
    [0.2 - step, 1],
  ])("of a neck of %f mm in a pour", (neck, count) => {
    const board = new SmallBoard()
    board.bottom.region(
      [2, 1],
      [6, 1],
      [6, 1.8],
      [7, 1.8],
      [7, 1],
      [9, 1],
      [9, 3],
      [7, 3],
      [7, 1.8 + neck],
      [6, 1.8 + neck],
      [6, 3],
      [2, 3],
    )
    expect(board.check(copperWidth).findings).toHaveLength(count)
  })

  it("does not mistake a sharp corner for a sliver", () => {
    const board = new SmallBoard()
    board.bottom.region([2, 1], [5, 1], [2, 4])
    expect(board.check(copperWidth).findings).toEqual([])
  })
})

describe("copper to the edge", () => {
  it.each([
    [0.3, []],
    [0.3 - step, ["drc/copper-edge warning"]],
    [0.2, ["drc/copper-edge warning"]],
    [0.2 - step, ["drc/copper-edge error"]],
    [-0.5, ["drc/copper-edge error"]],
  ])("of %f mm", (gap, expected) => {
    const board = new SmallBoard()
    board.top.line(0.25, [5, -2], [5, -5 + gap + 0.125])
    expect(brief(board.check(copperEdge).findings)).toEqual(expected)
  })

  it("finds copper wholly off the board", () => {
    const board = new SmallBoard()
    board.top.flash("R,1X1", 14, 0)
    expect(brief(board.check(copperEdge).findings)).toEqual(["drc/copper-edge error"])
  })
})

describe("islands", () => {
  it("copper without pad or hole", () => {
    const board = new SmallBoard()
    board.top.region([6, -4], [8, -4], [8, -3], [6, -3])
    expect(brief(board.check(islands).findings)).toEqual(["drc/island error"])
    expect(board.check(islands).findings[0]?.measure?.value).toBeCloseTo(2)
    expect(brief(board.check(islands, { blind: true }).findings)).toEqual(["drc/island error"])
  })
})
