import { expect, it } from "vitest"
import jlcpcb from "../../fabrication/jlcpcb/index"
import { readFabSet } from "../../src/verify/files/fab-set"
import { BoardGeometry } from "../../src/verify/geometry/board"
import { checkCuts } from "../../src/verify/panel"
import { outlineRule } from "../../src/verify/rules/outline"
import { vCut } from "../../src/verify/rules/v-cut"
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
  const board = new BoardGeometry(files, undefined)
  const near = vCut.check({ ...atJlcpcb, board, panel: jlcpcb.panel }).findings
  return [...checkCuts(board, meant), ...near].map(({ message }) => message)
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

it.each([
  ["called a V-cut, where they are scored", "Other,V-cut", jlcpcb.panel, 0],
  ["called a V-cut, where nobody knows how they are scored", "Other,V-cut", undefined, 1],
  ["called something else", "Other,Dimension", jlcpcb.panel, 1],
])("says of the panel's bare outline with a line %s", (_, name, panel, count) => {
  const board = new SmallBoard()
  const pen = [`G04 #@! TA.AperFunction,${name}*`, "%ADD50C,0.05*%", "G04 #@! TD*", "D50*"]
  board.outline = outline().raw(...pen, "X0Y-5000000D02*", "X0Y5000000D01*")
  const rules = { ...(panel === undefined ? {} : { panel }), foreign: true }
  const { findings } = outlineRule.check({ ...atJlcpcb, ...rules, board: board.geometry() })
  expect(findings.length).toBe(count)
})
