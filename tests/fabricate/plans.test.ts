import { describe, expect, it } from "vitest"
import { r0805 } from "../../components/parts/passives"
import { max3232 } from "../../components/parts/semiconductors"
import aisler from "../../fabrication/aisler/index"
import jlcpcb from "../../fabrication/jlcpcb/index"
import { rectangle } from "../../src/board/define"
import { assemblySets } from "../../src/fabricate/assembly"
import type { FiducialRoom } from "../../src/fabricate/fiducial-room"
import { planAdvice, planFacts, plansText } from "../../src/fabricate/plans"
import { bomPage, purchases, shoppingCsv } from "../../src/fabricate/purchases"
import { testPoints } from "../../src/fabricate/test-points"
import type { FabHouse } from "../../src/model/fab-house"
import type { Part } from "../../src/model/part"
import type { Side } from "../../src/model/place"
import { circuitOf } from "../check/circuit-fixture"

const [r10k, r0] = [r0805["10k"], r0805["0R"]]

/** Designator -> part and side, as a board at a house. */
function planned(
  fitted: Readonly<Record<string, readonly [Part, Side]>>,
  {
    house = jlcpcb as FabHouse,
    plans = ["standard-both"],
    size = [70, 28] as [number, number],
    room = undefined as FiducialRoom | undefined,
  } = {},
) {
  const names = Object.keys(fitted)
  const parts = names.map((designator) => ({
    ...{ designator, x: 0, y: 0, rotationDeg: 0 },
    side: fitted[designator]?.[1] ?? "top",
  }))
  const board = {
    ...{ id: "b", revision: "1", outline: rectangle(...size), plans, fab: house.id },
    parts: Object.fromEntries(names.map((name) => [name, fitted[name]?.[0] as Part])),
    variants: { all: { title: "all", notFitted: [] } },
  }
  const facts = planFacts(assemblySets(parts, board, house), parts, board, house, room && (() => room))
  return { parts, board, facts, advice: planAdvice(facts, house), text: plansText(facts, board, house) }
}
const said = (run: ReturnType<typeof planned>) =>
  run.advice.map(({ severity, message }) => `${severity}: ${message}`)

describe("plans", () => {
  it("say what is placed, by class and side, and what stencils and rails it takes", () => {
    const { text } = planned({
      R1: [r10k, "top"],
      R2: [r10k, "top"],
      U1: [max3232, "top"],
      R3: [r0, "bottom"],
    })
    expect(text).toContain("| placed by machine | top 3: R1, R2, U1; bottom 1: R3 |")
    expect(text).toContain("| different parts to load | 3: Basic 2 (R1 R2; R3); Extended 1 (U1) |")
    expect(text).toContain("| stencils | top, bottom |")
    expect(text).toContain("28 mm on the short side, 70 mm wanted: with rails or on a panel")
  })

  it("give lines of fiducials to paste where the house brings none, and warn where there is no room", () => {
    const places = [
      { x: 1, y: 2 },
      { x: -3, y: 4 },
    ]
    const both = { R1: [r10k, "top"], R2: [r10k, "bottom"], R3: [r0, "top"], R4: [r0, "bottom"] } as const
    const at = (house: FabHouse, plan: string, enough: boolean) => {
      const inTheWay = enough ? [] : ["U2"]
      const run = planned(both, { house, plans: [plan], room: { places, enough, inTheWay } })
      return said(run).filter((line) => line.includes("fiducials"))
    }
    expect(at(jlcpcb, "standard-both", false)).toEqual([])
    expect(at(aisler, "assembled-both", true)).toEqual([
      expect.stringMatching(
        /^info: .*top side.* <Part name="FID1" is=\{fiducial\} pins=\{\{\}\} at=\{\[1, 2\]\}/,
      ),
      expect.stringMatching(/^info: .*bottom side.* <Part name="FID5" .*at=\{\[-3, 4, 0, "bottom"\]\}/),
    ])
    expect(at(aisler, "assembled-both", false)[0]).toMatch(
      /^warning: .*no room for three far apart \(U2 in the way\), at best \(1, 2\), \(-3, 4\) mm/,
    )
  })

  it("warn where one side or one class would save a set-up, and are silent where none would", () => {
    expect(said(planned({ R1: [r10k, "top"], R2: [r10k, "top"], R3: [r0, "bottom"] }))).toEqual([
      expect.stringMatching(/^warning: plan standard-both: R3 alone is placed on the bottom side/),
    ])
    const top = { R1: [r10k, "top"], R2: [r0, "top"] } as const
    expect(said(planned(top))).toEqual([
      expect.stringMatching(/^warning: .*nothing is placed on the bottom side: .* add economic-top/),
    ])
    // Another of its plans is that one already; and nobody sells one for the bottom alone.
    expect(said(planned(top, { plans: ["economic-top", "standard-both"] }))).toEqual([
      expect.stringMatching(/^info: .*nothing is placed on the bottom side: economic-top places the same/),
    ])
    expect(said(planned({ R1: [r10k, "bottom"] }))).toEqual([])
    const oneSide = { plans: ["economic-top"] }
    expect(said(planned({ R1: [r10k, "top"], U1: [max3232, "top"] }, oneSide))).toEqual([
      expect.stringMatching(/^warning: .*U1 is all that is Extended/),
    ])
    expect(said(planned({ R1: [r10k, "top"], R2: [r0, "top"] }, oneSide))).toEqual([])
  })

  it("do not speak of classes where a house has none", () => {
    const at = { house: aisler as FabHouse, plans: ["assembled-both"] }
    const { text } = planned({ R1: [r10k, "top"], U1: [max3232, "bottom"] }, at)
    expect(text).toContain("| different parts to load | 2 |")
    expect(text).not.toMatch(/Extended|Basic/)
  })

  it.each([
    [9.9, ["error"]],
    [10, []],
  ])("stop a board of %d mm where a plan takes 10 and more", (side, severities) => {
    const run = planned({ R1: [r10k, "top"] }, { plans: ["economic-top"], size: [30, side] })
    expect(
      run.advice.filter(({ rule }) => rule === "parts/plan-side").map(({ severity }) => severity),
    ).toEqual(severities)
  })
})

describe("purchases", () => {
  const other: Part = { ...r10k, id: "other-10k", manufacturer: "Elsewhere" }
  const { parts, board } = planned({
    ...{ R1: [r10k, "top"], R2: [r10k, "bottom"], R3: [other, "top"], R4: [r0, "top"], U1: [max3232, "top"] },
  })
  const rows = purchases(parts, board, "all", jlcpcb)

  it("are a row a maker, number, value and package", () => {
    expect(rows.map(({ designators, quantity }) => [designators.join(), quantity])).toEqual([
      ["R1,R2", 2],
      ["R3", 1],
      ["R4", 1],
      ["U1", 1],
    ])
  })

  it("name the second source, the class, and where to look", () => {
    const csv = shoppingCsv(rows, jlcpcb)
    expect(csv).toContain("MAX3232ESE+T,MaxLinear SP3232EEN-L/TR,")
    expect(csv).toContain("https://www.mouser.com/c/?q=MAX3232ESE%2BT")
    expect(rows.find(({ designators }) => designators.includes("U1"))?.class).toBe("Extended")
    expect(shoppingCsv(purchases(parts, board, "all", aisler), aisler)).not.toContain("lcsc")
  })

  it("stay words on the page, whatever they are", () => {
    const evil = rows.map((row) => ({ ...row, value: '<script>alert("1")</script>' }))
    expect(bomPage(evil, "b", jlcpcb)).not.toContain("<script>alert")
  })
})

it("a jig reaches each net by its test point, else its holes, else its largest pad", () => {
  const pads = {
    "TP1.1": { x: 1, y: 2, net: "A" },
    "R1.1": { x: 3, y: 2, net: "A", size: 3 },
    "J1.1": { x: 5, y: 2, net: "B", plated: true },
    "R1.2": { x: 7, y: 2, net: "B" },
    "R2.1": { x: 9, y: 2, net: "C", size: 1 },
    "R3.1": { x: 11, y: 2, net: "C", size: 2, layer: "bottom" },
  } as const
  const nets = new Map(Object.entries(pads).map(([name, { net }]) => [name, net]))
  // The netlist for test takes a pad's net by its port's key.
  const circuit = circuitOf({ pads }).map((one) =>
    one.type === "source_port"
      ? { ...one, subcircuit_connectivity_map_key: nets.get(one.source_port_id) ?? "" }
      : one,
  )
  const points = testPoints(circuit, new Set(["TP1"]))
  expect(points.map(({ net, pad, side }) => `${net} ${pad} ${side}`)).toEqual([
    "A TP1.1 top",
    "B J1.1 both",
    "C R3.1 bottom",
  ])
})
