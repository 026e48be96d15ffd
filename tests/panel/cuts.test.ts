import { expect, it } from "vitest"
import { readFabSet } from "../../src/verify/files/fab-set"
import { BoardGeometry } from "../../src/verify/geometry/board"
import { checkCuts } from "../../src/verify/panel"
import { outlineRule } from "../../src/verify/rules/outline"
import { Sheet } from "../verify/sheet"
import { atJlcpcb, SmallBoard } from "../verify/small-board"

const outline = (): Sheet =>
  new Sheet("Profile,NP").line(0.1, [-10, -5], [10, -5], [10, 5], [-10, 5], [-10, -5])
const meant = [{ from: { x: 0, y: -5 }, to: { x: 0, y: 5 } }]

const found = (draw: (sheet: Sheet) => Sheet, pad: number): string[] => {
  const copper = new Sheet("Copper,L1,Top").flash("R,1X1", pad, 0)
  const files = readFabSet([
    { name: "p.gm1", text: draw(outline()).text() },
    { name: "p.gtl", text: copper.text() },
  ])
  return checkCuts(new BoardGeometry(files, undefined), meant, 0.4).map(({ message }) => message)
}
const cut = (sheet: Sheet): Sheet => sheet.line(0.05, [0, -5], [0, 5])

it("takes V-cuts as they are meant, with copper at their limit", () => {
  expect(found(cut, 0.9)).toEqual([])
  expect(found((sheet) => sheet.line(0.05, [0, 5], [0, -5]), 0.9)).toEqual([])
})

it.each([
  ["no line", (sheet: Sheet) => sheet, 3, [/not on the outline layer once/]],
  ["a line that ends early", (sheet: Sheet) => sheet.line(0.05, [0, -5], [0, 4]), 3, [/not on/]],
  [
    "a line beside its place",
    (sheet: Sheet) => sheet.line(0.05, [0.1, -5], [0.1, 5]),
    3,
    [/not on/, /no V-cut/],
  ],
  ["one drawn twice", (sheet: Sheet) => cut(cut(sheet)), 3, [/not on/]],
  ["another one", (sheet: Sheet) => cut(sheet).line(0.05, [-10, 1], [10, 1]), 3, [/no V-cut/]],
  ["copper too near", cut, 0.89, [/copper 0.39 mm/]],
  ["copper across", cut, 0, [/copper 0.00 mm/]],
])("finds %s", (_, draw, pad, wanted) => {
  const messages = found(draw, pad)
  expect(messages.length).toBe(wanted.length)
  for (const [i, pattern] of wanted.entries()) expect(messages[i]).toMatch(pattern)
})

it("says of a single board that a line across it is a V-cut to a fab", () => {
  const board = new SmallBoard()
  board.outline = cut(outline())
  const judged = (foreign: boolean) =>
    outlineRule
      .check({ ...atJlcpcb, board: board.geometry(), ...(foreign ? { foreign } : {}) })
      .findings.map(({ severity, message }) => [severity, message])
  expect(judged(false)).toEqual([["error", expect.stringContaining("takes for a V-cut")]])
  expect(judged(true)).toEqual([["warning", expect.stringContaining("takes for a V-cut")]])
})
