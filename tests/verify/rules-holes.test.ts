import { describe, expect, it } from "vitest"
import { annularRing } from "../../src/verify/rules/annular-ring"
import { holeToCopper } from "../../src/verify/rules/hole-to-copper"
import { holeOnCopper, holeSize, holeSpacing } from "../../src/verify/rules/holes"
import { brief, SmallBoard, step } from "./small-board"

describe("holes", () => {
  it.each([
    [0.3, 0],
    [0.3 - step, 1],
  ])("a via of %f mm", (d, count) => {
    const board = new SmallBoard()
    board.plated[1] = { x: -2, y: -2, d, via: true }
    expect(board.check(holeSize).findings).toHaveLength(count)
  })

  it("unplated holes and slots have their own limits", () => {
    const board = new SmallBoard()
    board.unplated.push(
      { x: 0, y: -4, d: 0.5 },
      { x: 2, y: -4, d: 0.45 },
      { x: 4, y: -4, d: 0.9, to: [5, -4] },
    )
    expect(board.check(holeSize).findings.map(({ at }) => at?.x)).toEqual([2, 4.5])
  })

  it.each([
    [0.25, 0],
    [0.25 - step, 1],
  ])("a wall of %f mm between vias", (wall, count) => {
    const board = new SmallBoard()
    board.plated.push({ x: -2 + 0.3 + wall, y: -2, d: 0.3, via: true })
    expect(board.check(holeSpacing).findings).toHaveLength(count)
  })

  it.each([
    [0.5, 0],
    [0.5 - step, 1],
  ])("a wall of %f mm to a part's hole", (wall, count) => {
    const board = new SmallBoard()
    board.plated.push({ x: -5 + 0.5 + 0.15 + wall, y: 3, d: 0.3, via: true })
    expect(board.check(holeSpacing).findings).toHaveLength(count)
  })

  it("one hole drilled twice", () => {
    const board = new SmallBoard()
    board.plated.push({ x: -2, y: -2, d: 0.3, via: true })
    expect(board.check(holeSpacing).findings[0]?.message).toContain("drilled into each other")
  })

  it("a plated hole without copper on one side", () => {
    const board = new SmallBoard()
    board.plated.push({ x: 7, y: -3, d: 0.3, via: true })
    board.top.flash("C,0.6", 7, -3)
    const { findings } = board.check(holeOnCopper)
    expect(findings.map(({ at }) => at?.layer)).toEqual(["bottom"])
  })

  it.each([
    [0.25, []],
    [0.25 - step, ["drc/annular-ring warning"]],
    [0.18, ["drc/annular-ring warning"]],
    [0.18 - step, ["drc/annular-ring error"]],
  ])("a ring of %f mm round a part's hole", (ring, expected) => {
    const board = new SmallBoard()
    board.plated.push({ x: 0, y: -3, d: 1 })
    board.pads.push({ designator: "J2", pin: "1", net: undefined, x: 0, y: -3, side: "both" })
    for (const side of [board.top, board.bottom]) side.flash(`C,${1 + 2 * ring}`, 0, -3)
    expect(brief(board.check(annularRing).findings).slice(0, 1)).toEqual(expected)
  })

  it.each([
    [0.6, 0],
    [0.6 - 2 * step, 2],
  ])("a via of %f mm diameter", (diameter, count) => {
    const board = new SmallBoard()
    board.plated.push({ x: 0, y: -3, d: 0.3, via: true })
    for (const side of [board.top, board.bottom]) side.flash(`C,${diameter}`, 0, -3)
    expect(board.check(annularRing).findings).toHaveLength(count)
  })

  it("a drill that misses its pad", () => {
    const board = new SmallBoard()
    board.plated[0] = { x: -5.4, y: 3, d: 1 }
    expect(brief(board.check(annularRing).findings)).toEqual([
      "drc/annular-ring error",
      "drc/annular-ring error",
    ])
  })

  it.each([
    [0.25, 0],
    [0.25 - step, 1],
  ])("%f mm from an unplated hole to copper", (gap, count) => {
    const board = new SmallBoard()
    board.top.line(0.25, [8 - 1 - gap - 0.125, 0], [8 - 1 - gap - 0.125, 3], [5, 0])
    expect(board.check(holeToCopper).findings).toHaveLength(count)
  })

  it("copper poured over an unplated hole", () => {
    const board = new SmallBoard()
    board.bottom.region([2, 1], [9.5, 1], [9.5, 4.5], [2, 4.5])
    expect(board.check(holeToCopper).findings).toHaveLength(1)
  })

  it.each([
    [0.28, 0],
    [0.28 - step, 1],
  ])("%f mm from a part's hole to a foreign track under its pad's edge", (gap, count) => {
    const board = new SmallBoard()
    board.plated.push({ x: 0, y: -3, d: 1 })
    board.pads.push({ designator: "J2", pin: "1", net: undefined, x: 0, y: -3, side: "both" })
    for (const side of [board.top, board.bottom]) side.flash("C,1.04", 0, -3)
    board.bottom.line(0.25, [0.5 + gap + 0.125, -4], [0.5 + gap + 0.125, -2])
    expect(board.check(holeToCopper).findings).toHaveLength(count)
  })
})
