import { describe, expect, it } from "vitest"
import { shownNotRun, toCsv } from "../../src/fabricate/csv"
import { readCsv } from "../../src/read"
import { isFormula } from "../../src/verify/package/formula"

const formulas = [
  '=HYPERLINK("http://x","10k")',
  "+A1",
  "-A1*2",
  "@SUM(A1)",
  "=1",
  "-40 to 85 deg",
  "+/-5%",
  " =A1",
  "\t=A1",
]
const plain = ["10k", "-5.7050", "+3.3", "0", "-", "", "C1-C5", "1x6 2.54mm", "-.5"]

describe("a cell that a spreadsheet would run", () => {
  it.each(formulas)("is written as text: %s", (cell) => {
    expect(isFormula(cell)).toBe(true)
    expect(shownNotRun(cell)).toBe(`'${cell}`)
    const { rows } = readCsv(toCsv(["Value"], [[cell]], true), "x.csv")
    expect(isFormula(rows[0]?.cells[0] ?? "")).toBe(false)
  })

  it.each(plain)("leaves others as they are: %s", (cell) => {
    expect(isFormula(cell)).toBe(false)
    expect(shownNotRun(cell)).toBe(cell)
  })
})
