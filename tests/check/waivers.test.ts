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

  it.each([
    [0.5, 0.50025, true],
    [0.5, 0.500251, false],
    [0.5, 0.49975, true],
    [0.5, 0.499749, false],
    [-2, -2.001, true],
    [-2, -2.0011, false],
    [0, 0, true],
    [0, 1e-6, false],
  ])("of %s accepts %s: %s", (value, figure, isAccepted) => {
    const measured: Finding = { ...ring, measure: { value, limit: 1, unit: "mm" } }
    expect(open([measured], [{ ...exact, figure }], "so far")).toEqual(isAccepted ? [] : [ring.rule])
  })

  it("of another rule, or for a finding that names nobody, lifts nothing", () => {
    expect(open([ring], [{ ...exact, rule: "drc/other" }], "so far")).toEqual([ring.rule])
    const { parts: _, nets: __, ...nobody } = ring
    expect(open([nobody], [exact], "so far")).toEqual([ring.rule])
  })

  it("stands for all pins of a part where they are all there is, and for one of several not", () => {
    const two: Finding = { ...ring, parts: ["J6.1", "J5.1"] }
    expect(open([two], [{ ...exact, names: ["J6", "J5"] }], "so far")).toEqual([])
    expect(open([two], [{ ...exact, names: ["J6"] }], "so far")).toEqual([ring.rule])
  })

  it("is told by its rule, names and figure", () => {
    const said = (waiver: Waiver, findings: readonly Finding[] = []) => {
      const [one, ...more] = judge(findings, [waiver], "all").open.filter(({ rule }) => /^config/.test(rule))
      expect(more).toEqual([])
      return `${one?.severity}: ${one?.message}`
    }
    expect(said(exact)).toBe(
      "warning: the waiver of drc/annular-ring for J6.1, J6.2 at 0.172 accepts nothing: mend it, or remove it from the board's config",
    )
    const { figure: _, ...plain } = exact
    expect(said({ ...plain, names: ["GND"] }, [bulk])).toMatch(
      /^warning: the waiver of drc\/annular-ring for GND accepts nothing: /,
    )
    expect(said({ rule: bulk.rule, names: ["V3V3"], reason }, [bulk])).toMatch(
      /; the nearest finding needs names V3V3, GND: mend it/,
    )
    const { nets: __, ...nobody } = bulk
    expect(said({ rule: bulk.rule, names: ["V3V3"], reason }, [nobody])).toMatch(
      /needs names that it has not: it cannot be waived: mend/,
    )
    expect(said({ rule: "erc/x", reason })).toBe(
      "error: the waiver of erc/x names no designator and no net: name what it accepts",
    )
    expect(said({ ...plain, rule: "fab/x" })).toMatch(/^error: .* is of a rule that cannot be waived/)
    // Rules that only hold the words somewhere are others.
    expect(open([], [{ ...plain, rule: "erc/config/x" }], "so far")).toEqual([])
    const alike: Finding = { ...ring, rule: "erc/fab/x" }
    expect(open([alike], [{ ...exact, rule: alike.rule }], "so far")).toEqual([])
  })
})

it("of what a house's plans come to is missed at the board's own house alone", () => {
  for (const rule of ["parts/set-up", "parts/fiducials"]) {
    const ofPlans: Waiver = { rule, names: ["C1"], reason }
    expect(open([], [ofPlans], "all")).toEqual(["config/unused-waiver"])
    expect(judge([], [ofPlans], "all, elsewhere").open).toEqual([])
  }
  expect(judge([], [exact], "all, elsewhere").open.map(({ rule }) => rule)).toEqual(["config/unused-waiver"])
})
