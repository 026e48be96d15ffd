import { describe, expect, it } from "vitest"
import { readFabSet } from "../../src/verify/files/fab-set"
import { BoardGeometry } from "../../src/verify/geometry/board"
import { silkClear, silkLine, silkOnBoard } from "../../src/verify/rules/silkscreen"
import { textHeight } from "../../src/verify/rules/text-height"
import { atJlcpcb, brief, SmallBoard, step } from "./small-board"

describe("silkscreen", () => {
  it.each([
    [0.15, 0],
    [0.15 - step, 1],
  ])("a line of %f mm", (width, count) => {
    const board = new SmallBoard()
    board.silkTop.line(width, [0, -4], [2, -4])
    expect(board.check(silkLine).findings).toHaveLength(count)
  })

  it.each([
    [0.15, 0],
    [0.15 - step, 1],
  ])("%f mm from an opening", (gap, count) => {
    const board = new SmallBoard()
    // R1.2's opening ends at y = -0.55.
    board.silkTop.line(0.15, [4.5, -0.55 - gap - 0.075], [5.5, -0.55 - gap - 0.075])
    expect(board.check(silkClear).findings).toHaveLength(count)
  })

  it("within an opening, and over a hole", () => {
    const inside = new SmallBoard()
    inside.silkTop.line(0.15, [4.9, 0], [5.1, 0])
    expect(inside.check(silkClear).findings).toHaveLength(1)
    const hole = new SmallBoard()
    hole.unplated.push({ x: 0, y: 1, d: 1 })
    expect(hole.check(silkClear).findings).toHaveLength(1)
  })

  it("across the edge and off the board", () => {
    const board = new SmallBoard()
    board.silkTop.line(0.15, [9, 0], [11, 0]).line(0.15, [12, 0], [12, 1])
    expect(board.check(silkOnBoard).findings.map(({ message }) => message)).toEqual([
      "the top silkscreen runs off the board with 2 of its lines",
    ])
  })
})

describe("silkscreen text", () => {
  /** An H of the given height, turned about its middle. */
  const lettered = (height: number, rotationDeg: number, side: "top" | "bottom"): SmallBoard => {
    const board = new SmallBoard()
    const turn = ((side === "bottom" ? -1 : 1) * rotationDeg * Math.PI) / 180
    const at = (x: number, y: number): [number, number] => [
      6.5 + x * Math.cos(turn) - y * Math.sin(turn),
      -3 + x * Math.sin(turn) + y * Math.cos(turn),
    ]
    const [w, h] = [0.3, height / 2]
    const sheet = side === "top" ? board.silkTop : board.silkBottom
    sheet.line(0.15, at(-w, -h), at(-w, h)).line(0.15, at(w, -h), at(w, h)).line(0.15, at(-w, 0), at(w, 0))
    return board
  }
  const check = (board: SmallBoard, rotationDeg: number, side: "top" | "bottom"): string[] => {
    const texts = [{ x: 6.5, y: -3, text: "H", side, fontSizeMm: 1.5, rotationDeg, centred: true }]
    const geometry = new BoardGeometry(readFabSet(board.files()), { ...board.netlist(), texts })
    return brief(textHeight.check({ board: geometry, ...atJlcpcb }).findings)
  }
  it.each([
    [1, 0, "top", []],
    [1 - step, 0, "top", ["dfm/silkscreen-height error"]],
    [1, 90, "top", []],
    [1 - step, 90, "bottom", ["dfm/silkscreen-height error"]],
    [1, 30, "bottom", []],
  ] as const)("capitals of %f mm at %i degrees on the %s", (height, deg, side, expected) => {
    expect(check(lettered(height, deg, side), deg, side)).toEqual(expected)
  })

  it("a text that is not drawn", () => {
    expect(check(new SmallBoard(), 0, "top")).toEqual(["dfm/silkscreen-text error"])
  })
})
