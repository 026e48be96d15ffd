import { describe, expect, it } from "vitest"
import { isOpenIssue, judge } from "../../src/check/waivers"
import type { Waiver } from "../../src/model/board"
import type { Finding } from "../../src/model/finding"

const reason = "as it was built"
const ring: Finding = {
  rule: "drc/annular-ring",
  severity: "error",
  message: "ring",
  parts: ["J6.1", "J6.2"],
  nets: ["GND"],
  measure: { value: 0.172, limit: 0.18, unit: "mm" },
}
const bulk: Finding = { rule: "erc/capacitor", severity: "warning", message: "bulk", nets: ["V3V3", "GND"] }
const exact: Waiver = { rule: ring.rule, names: ["J6.1", "J6.2"], figure: 0.172, reason }

const open = (findings: readonly Finding[], waivers: readonly Waiver[], asked: "so far" | "all" = "all") =>
  judge(findings, waivers, asked)
    .open.filter(isOpenIssue)
    .map(({ rule }) => rule)

describe("a waiver", () => {
  it("accepts what it names, with its reason", () => {
    const { open, waived } = judge([ring], [exact], "all")
    expect(open).toEqual([])
    expect(waived).toEqual([{ ...ring, waiver: reason }])
  })

  it.each<[string, Partial<Waiver>]>([
    ["a part for its pins", { names: ["J6"] }],
    ["a net beside the parts", { names: ["GND", "J6"] }],
    ["the figure to three digits", { figure: 0.17204 }],
    ["the severity", { severity: "error" }],
  ])("may say %s", (_, change) => expect(open([ring], [{ ...exact, ...change }])).toEqual([]))

  it.each<[string, Partial<Waiver>]>([
    ["some of the parts", { names: ["J6.1"] }],
    ["the net alone", { names: ["GND"] }],
    ["a part more", { names: ["J6.1", "J6.2", "J5.1"] }],
    ["another part of a like name", { names: ["J6.1", "J6.2", "J61"] }],
    ["a better figure", { figure: 0.175 }],
    ["a worse figure", { figure: 0.16 }],
    ["another severity", { severity: "warning" }],
  ])("lifts nothing where it says %s", (_, change) =>
    expect(open([ring], [{ ...exact, ...change }])).toEqual([ring.rule, "config/unused-waiver"]),
  )

  it("needs the figure where the finding has one, and none where it has none", () => {
    const { figure: _, ...without } = exact
    expect(open([ring], [without])).toContain(ring.rule)
    const nets = { rule: bulk.rule, names: ["V3V3", "GND"], reason }
    expect(open([bulk], [nets])).toEqual([])
    expect(open([bulk], [{ ...nets, figure: 1 }])).toContain(bulk.rule)
    expect(open([bulk], [{ ...nets, names: ["V3V3"] }])).toContain(bulk.rule)
  })

  it("says what the nearest finding needs", () => {
    const { open } = judge([ring], [{ ...exact, figure: 0.1 }], "all")
    expect(open.at(-1)?.message).toMatch(/names J6.1, J6.2 and figure 0.172/)
  })

  it.each([undefined, []])("without names (%s) is an error and lifts nothing", (names) => {
    const bare = { rule: ring.rule, reason, ...(names === undefined ? {} : { names }) }
    expect(open([ring], [bare], "so far")).toEqual(["config/waiver-without-names", ring.rule])
    expect(open([], [bare], "so far")).toEqual(["config/waiver-without-names"])
  })

  it.each([
    "lvs/open",
    "lvs/short",
    "lvs/merged-nets",
    "lvs/pad-missing",
    "erc/short-to-ground",
    "board/pad-off-board",
    "board/courtyard-off-board",
    "dfm/silkscreen-off-board",
    "tscircuit/pcb-component-outside-board-error",
    "tscircuit/pcb-port-not-connected-error",
  ])("never lifts an error of %s", (rule) => {
    const finding: Finding = { rule, severity: "error", message: "", parts: ["J6.1"] }
    expect(open([finding], [{ rule, names: ["J6.1"], reason }])).toContain(rule)
  })

  it.each(["fab/published-limit", "config/waiver-without-names"])("is an error itself for %s", (rule) =>
    expect(open([], [{ rule, names: ["J6"], reason }])).toEqual(["config/waiver-not-allowed"]),
  )

  it("of a later stage's rule waits for that stage", () => {
    const later = [
      exact,
      ...["dfm/paste-on-pads", "sch/open-pin-wired", "model/collision", "pkg/bom"].map((rule) => ({
        ...exact,
        rule,
      })),
    ]
    expect(open([], later, "so far")).toEqual([])
    expect(open([], later)).toEqual(later.map(() => "config/unused-waiver"))
  })
})
