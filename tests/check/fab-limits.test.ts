import { describe, expect, it } from "vitest"
import { houses } from "../../fabrication/houses"
import { published } from "../../fabrication/jlcpcb/published"
import { fabLimits as boardLimits } from "../../src/check/board/fab-limits"
import { type FabRule, limit, looseness, type RuleId, ruleIds } from "../../src/model/fab-rule"
import type { VerifyInput } from "../../src/verify/rule"
import { fabLimits } from "../../src/verify/rules/fab-limits"

const [house] = houses

/** The rule's findings with one limit of the house changed. */
const judged = (id: RuleId, change: Partial<FabRule> = {}) => {
  const limits = house.limits.map((rule) => (rule.id === id ? { ...rule, ...change } : rule))
  const input: Pick<VerifyInput, "limit"> = { limit: (name) => limit({ limits }, name) }
  return fabLimits.check(input).findings
}

describe("our limits beside the fab's", () => {
  it("keep what every house publishes", () => {
    for (const { limits } of houses) expect(limits.flatMap((rule) => looseness(rule) ?? [])).toEqual([])
    expect(judged("pth-ring")).toEqual([])
  })

  it("are said where a ring is allowed that the fab does not make", () => {
    expect(judged("pth-ring", { gate: { error: 0.1, warning: 0.25 } })).toMatchObject([
      {
        rule: "fab/published-limit",
        severity: "error",
        message: expect.stringMatching(/ours is 0.1, the fab's own is 0.18/),
      },
    ])
  })

  it.each(ruleIds.filter((id) => published[id]?.limit !== undefined))(
    "%s: looser, warned of only, or gone",
    (id) => {
      const { sense, fabLimit = 0, gate } = limit(house, id)
      const looser = sense === "min" ? fabLimit * 0.99 : fabLimit * 1.01
      for (const changed of [{ ...gate, error: looser }, { warning: fabLimit }, {}])
        expect(judged(id, { gate: changed })).toHaveLength(1)
      expect(judged(id, { gate: { ...gate, error: fabLimit } })).toEqual([])
    },
  )
})

describe("what a board states", () => {
  const sound = {
    netClasses: [{ name: "signal", nets: ["A"], widthMm: 0.25, clearanceMm: 0.2 }],
    via: { diameterMm: 0.6, drillMm: 0.3 },
    thicknessMm: 1.6,
    pours: [
      {
        net: "GND",
        layers: ["top" as const],
        clearanceMm: 0.25,
        boardEdgeMm: 0.3,
        minWidthMm: 0.25,
        thermalGapMm: 0.25,
        thermalSpokeMm: 0.3,
      },
    ],
  }
  const rules = (change: object) =>
    boardLimits({ board: { ...sound, ...change }, house }).findings.map(({ message }) => message)

  it("is what the fab makes", () => expect(rules({})).toEqual([]))

  it.each(houses)("is of a thickness that $title sells", (one) => {
    const said = (thicknessMm: number) =>
      boardLimits({ board: { ...sound, thicknessMm }, house: one }).findings.filter(({ message }) =>
        message.startsWith("`thicknessMm`"),
      )
    for (const sold of one.offers.thicknessesMm) expect(said(sold)).toEqual([])
    expect(said(1.7)).toMatchObject([{ rule: "fab/board-limit", severity: "error" }])
  })

  it.each([
    [
      "a class's width",
      { netClasses: [{ ...sound.netClasses[0], widthMm: 0.09 }] },
      /net class signal: width is 0.09/,
    ],
    [
      "a class's clearance",
      { netClasses: [{ ...sound.netClasses[0], clearanceMm: 0.09 }] },
      /clearance is 0.09/,
    ],
    ["a via's hole", { via: { diameterMm: 0.6, drillMm: 0.1 } }, /via: hole is 0.1/],
    ["a via's ring", { via: { diameterMm: 0.2, drillMm: 0.15 } }, /via: diameter is 0.2/],
    ["the pour's edge", { pours: sound.pours.map((pour) => ({ ...pour, boardEdgeMm: 0.1 })) }, /edge is 0.1/],
    [
      "the pour's spokes",
      { pours: sound.pours.map((pour) => ({ ...pour, thermalSpokeMm: 0.05 })) },
      /spokes is 0.05/,
    ],
    [
      "its thickness",
      { thicknessMm: 1.5 },
      /^`thicknessMm` is 1.5, JLCPCB sells 0.4, 0.6, .* 2 mm \(JLCPCB's/,
    ],
    ["its thickness, by a hair", { thicknessMm: 1.61 }, /^`thicknessMm` is 1.61/],
  ])("but for %s", (_, change, says) => {
    expect(rules(change)).toHaveLength(1)
    expect(rules(change)[0]).toMatch(says)
  })
})
