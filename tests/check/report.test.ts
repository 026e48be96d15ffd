import { describe, expect, it } from "vitest"
import {
  bySeverityThenRule,
  findingLine,
  makeReport,
  placeText,
  promisedAssembly,
} from "../../src/check/report"
import type { Finding } from "../../src/model/finding"

const finding = (severity: Finding["severity"], rule: string, message = ""): Finding => ({
  severity,
  rule,
  message,
})

const inOrder = [
  finding("error", "erc/2", "b"),
  finding("error", "erc/10", "a"),
  finding("error", "erc/10", "b"),
  finding("warning", "b"),
  finding("info", "a", "1"),
  finding("info", "a", "2"),
  finding("info", "a", "3"),
]

describe("a report", () => {
  it("has the grave before the rest, then rules and words in their order", () => {
    expect([...inOrder].reverse().sort(bySeverityThenRule)).toEqual(inOrder)
  })

  it("counts what is open by severity, and what is waived", () => {
    const subject = { board: "x", revision: "1", date: "2026-01-01T00:00:00Z" }
    const waived = [
      { ...finding("warning", "b"), waiver: "known" },
      { ...finding("error", "c"), waiver: "known" },
    ]
    const figures = [{ name: "width", value: 1 }]
    const runs = [
      { id: "one", title: "One", findings: inOrder },
      { id: "two", title: "Two", findings: [], figures },
    ]
    const open = [...inOrder].reverse()
    expect(makeReport(subject, runs, { open, waived })).toEqual({
      format: 1,
      ...subject,
      summary: { errors: 3, warnings: 1, waived: 2 },
      checks: [
        { id: "one", title: "One", findings: 7, figures: [] },
        { id: "two", title: "Two", findings: 0, figures },
      ],
      findings: inOrder,
      waived: [...waived].reverse(),
    })
    expect(open).toEqual([...inOrder].reverse())
  })

  it("tells what a package promises", () => {
    expect(promisedAssembly({ variants: { a: { notFitted: ["R1"] } }, plans: ["hand"] })).toEqual({
      variants: { a: ["R1"] },
      plans: ["hand"],
    })
  })
})

describe("a finding's line", () => {
  const one = finding("error", "erc/x", "wrong")
  it.each<[string, Partial<Finding>, string]>([
    ["nothing more", {}, "error: wrong [erc/x]"],
    ["a place", { at: { x: 1.204, y: -3 } }, "error: wrong at (1.20, -3.00) mm [erc/x]"],
    [
      "a place on a side",
      { at: { x: 1, y: 2, layer: "top" } },
      "error: wrong at (1.00, 2.00) mm top [erc/x]",
    ],
    ["a file", { file: "a.csv" }, "error: a.csv: wrong [erc/x]"],
    ["a line of a file", { file: "a.csv", line: 3 }, "error: a.csv:3: wrong [erc/x]"],
  ])("has %s", (_, more, line) => expect(findingLine({ ...one, ...more })).toBe(line))

  it("has no place where there is none", () => expect(placeText(one)).toBe(""))
})
