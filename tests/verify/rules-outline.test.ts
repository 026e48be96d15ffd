import { describe, expect, it } from "vitest"
import { readFabSet } from "../../src/verify/files/fab-set"
import { BoardGeometry } from "../../src/verify/geometry/board"
import { outlineRule } from "../../src/verify/rules/outline"
import { Sheet } from "./sheet"
import { atJlcpcb, SmallBoard } from "./small-board"

describe("outline", () => {
  const outlined = (sheet: Sheet): string[] => {
    const board = new SmallBoard()
    board.outline = sheet
    return board.check(outlineRule).findings.map(({ message }) => message.replace(/^.*?: /, ""))
  }
  const square: [number, number][] = [
    [-10, -5],
    [10, -5],
    [10, 5],
    [-10, 5],
  ]
  const closed = (): Sheet => new Sheet("Profile,NP").line(0.1, ...square, [-10, -5])

  it("closed by separate lines in any order and direction", () => {
    const sheet = new Sheet("Profile,NP")
    sheet.line(0.1, [10, 5], [-10, 5]).line(0.1, [-10, -5], [10, -5]).line(0.1, [10, 5], [10, -5])
    sheet.line(0.1, [-10, -5.001], [-10, 5])
    expect(outlined(sheet)).toEqual([])
  })

  it("a gap, a second contour, a branch, a shape", () => {
    const gap = outlined(new Sheet("Profile,NP").line(0.1, ...square, [-10, -4.9]))
    expect(gap[0]).toBe("no closed contour")
    expect(gap).toContain("the outline is open")
    expect(outlined(closed().line(0.1, [0, 0], [1, 0], [1, 1], [0, 0]))).toEqual([
      "2 closed contours, 1 expected",
    ])
    expect(outlined(closed().line(0.1, [10, 5], [12, 5]))).toContain("more than two lines meet in one point")
    expect(outlined(closed().flash("C,1", 0, 0))).toEqual(["1 shapes that are no line"])
  })

  it.each([
    ["as the board", 10, []],
    ["0.01 mm wider", 10.01, []],
    ["0.1 mm wider", 10.1, ["0.80 mm2 of board where the test has none"]],
    ["0.1 mm narrower", 9.9, ["0.80 mm2 of board are missing: the test has them"]],
  ])("%s", (_, right, expected) => {
    const board = new SmallBoard()
    board.outline = new Sheet("Profile,NP").line(0.1, [-10, -5], [right, -5], [right, 5], [-10, 5], [-10, -5])
    const outline = square.map(([x, y]) => ({ x, y }))
    const geometry = new BoardGeometry(readFabSet(board.files()), { ...board.netlist(), outline })
    const { findings } = outlineRule.check({ board: geometry, ...atJlcpcb })
    expect(findings.map(({ message }) => message)).toEqual(expected)
  })

  it("an arc counts with its bulge", () => {
    const sheet = new Sheet("Profile,NP").line(0.1, [5, 5], [-5, 5], [-5, -5], [5, -5])
    sheet.raw("G03*", "X5000000Y5000000I0J5000000D01*", "G01*")
    const board = new SmallBoard()
    board.outline = sheet
    const area = board.check(outlineRule).figures?.find(({ name }) => name === "board area")?.value
    expect(area).toBeCloseTo(100 + (Math.PI * 25) / 2, 1)
  })
})
