import { describe, expect, test } from "vitest"
import type { BoardDefinition } from "../../src/board-definition"
import { UserError } from "../../src/finding"
import { modelBoard, resistorCode } from "../../src/model3d/for-board"

/** Only what is read of a board. */
const board = {
  id: "test",
  thicknessMm: 1.6,
  outline: [],
  parts: { R1: "r-0805-10k", R3: "r-0805-0r", U1: "u-max3232ese", J1: "buck-xl1509" },
  variants: { one: { title: "one", notFitted: ["R3"] } },
  defaultVariant: "one",
} as unknown as BoardDefinition

describe("a board's model", () => {
  test("takes bodies, prints and heights from the catalogue", () => {
    const { bodies, marks, maxHeights, notFitted } = modelBoard(board)
    expect(bodies).toEqual({ R1: "resistor-0805", R3: "resistor-0805", U1: "soic-16", J1: "buck-module" })
    expect(marks).toMatchObject({ R1: "1002", R3: "0", U1: "MAX3232" })
    expect(maxHeights?.U1?.mm).toBe(1.75)
    expect(notFitted).toEqual(["R3"])
  })

  test("has no variant but the board's", () => {
    expect(() => modelBoard(board, "two")).toThrow(new UserError('test has no variant "two"; it has one'))
  })

  test.each([
    [0, "0"],
    [10_000, "1002"],
    [4700, "4701"],
    [150, "1500"],
    [49.9, "49R9"],
    [1_000_000, "1004"],
  ])("%d ohm is printed %s", (ohm, code) => expect(resistorCode(ohm)).toBe(code))
})
