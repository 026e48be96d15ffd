import { describe, expect, it } from "vitest"
import { diode1n4148wsOn0805 } from "../../components/parts/diodes"
import { buckXl1509, esp32Wroom32eN4 } from "../../components/parts/modules"
import { r0805 } from "../../components/parts/passives"
import jlcpcb from "../../fabrication/jlcpcb/index"
import { assemblySets, fallenToHand } from "../../src/fabricate/assembly"
import { type PartOnBoard, partsOnBoard, placementFindings } from "../../src/fabricate/parts-on-board"
import type { OrderNumber, Part } from "../../src/model/part"
import { part } from "./circuit"

const number = (lcsc: string, more: Partial<OrderNumber> = {}): Part["numbers"] => ({
  jlcpcb: { number: lcsc, class: "basic", trust: "high", evidence: "test", ...more },
})
const resistor: Part = { ...r0805["0R"], numbers: number("C1") }
const unsure: Part = {
  ...resistor,
  id: "r-unsure",
  numbers: number("C2", { trust: "medium", evidence: "one list" }),
}
const module: Part = { ...esp32Wroom32eN4, numbers: number("C3", { trust: "medium-high" }) }
const diode: Part = { ...diode1n4148wsOn0805, numbers: number("C4") }

const at = (designator: string, side: "top" | "bottom" = "top", x = 0): PartOnBoard => ({
  designator,
  x,
  y: 0,
  rotationDeg: 90,
  side,
})

const board = {
  parts: {
    R3: resistor,
    R4: resistor,
    R10: resistor,
    R9: resistor,
    C1: resistor,
    U2: module,
    D1: diode,
    D2: unsure,
    J1: buckXl1509.vinNeg,
    J2: buckXl1509.vinPos,
  },
  fab: "jlcpcb",
  variants: {
    controlled: { title: "R4", notFitted: ["R3"] },
    always: { title: "R3", notFitted: ["R4"] },
  },
  plans: ["economic-top", "standard-both", "hand"] as const,
}

const onBoard = [
  ...["R10", "R9", "R3", "R4", "U2", "D1", "D2"].map((name) => at(name)),
  ...["C1", "J1", "J2"].map((name) => at(name, "bottom")),
]

const sets = assemblySets(onBoard, board, jlcpcb)
const set = (variant: string, plan: string) => {
  const found = sets.find((candidate) => candidate.variant === variant && candidate.plan === plan)
  if (!found) throw new Error("no such set")
  return found
}
const inBom = (variant: string, plan: string) => set(variant, plan).bom.flatMap((row) => row.designators)
const byHand = (variant: string, plan: string) =>
  new Map(set(variant, plan).hand.map((row) => [row.designator, row.reason]))

describe("assembly sets", () => {
  it("are one for each variant and plan", () => {
    expect(sets.map(({ variant, plan }) => `${variant} ${plan}`)).toEqual([
      "controlled economic-top",
      "controlled standard-both",
      "controlled hand",
      "always economic-top",
      "always standard-both",
      "always hand",
    ])
  })

  it("hold every fitted part once: by machine or by hand", () => {
    for (const { variant, plan, bom, cpl, hand } of sets) {
      const machine = plan === "hand" ? [] : bom.flatMap((row) => row.designators)
      const missing = variant === "controlled" ? "R3" : "R4"
      const expected = onBoard.map(({ designator }) => designator).filter((name) => name !== missing)
      expect([...machine, ...hand.map((row) => row.designator)].sort()).toEqual(expected.sort())
      expect(cpl?.map((row) => row.designator).sort()).toEqual(plan === "hand" ? undefined : machine.sort())
    }
  })

  it("fit exactly one of two alternatives", () => {
    expect(inBom("controlled", "standard-both")).not.toContain("R3")
    expect(inBom("controlled", "standard-both")).toContain("R4")
    expect(inBom("always", "standard-both")).toContain("R3")
    expect(inBom("always", "standard-both")).not.toContain("R4")
  })

  it("place top parts only under the economic plan, and nothing that needs Standard", () => {
    expect(inBom("controlled", "economic-top")).toEqual(["R4", "R9", "R10"])
    expect(byHand("controlled", "economic-top").get("C1")).toContain("no parts on the bottom side")
    expect(byHand("controlled", "economic-top").get("U2")).toContain("Standard only")
    expect(inBom("controlled", "standard-both")).toEqual(["C1", "R4", "R9", "R10", "U2"])
  })

  it("say why a part is left for the iron", () => {
    const reasons = byHand("controlled", "standard-both")
    expect(reasons.get("J1")).toContain("soldered flat onto four pads")
    expect(reasons.get("D1")).toContain("is not confirmed: fit it by hand")
    expect(reasons.get("D2")).toBe("its number C2 is not confirmed: one list")
    expect([...reasons.keys()]).toEqual(["D1", "D2", "J1", "J2"])
  })

  it("list everything but the module's pads as shopping for assembly by hand", () => {
    expect(inBom("always", "hand")).toEqual(["C1", "R3", "R9", "R10", "D1", "D2", "U2"])
    expect(set("always", "hand").bom.find((row) => row.designators.includes("D2"))?.number).toBe("")
    expect(set("always", "hand").cpl).toBeUndefined()
  })

  it("group by part and count like people do", () => {
    expect(set("controlled", "economic-top").bom).toMatchObject([
      { comment: "0R", designators: ["R4", "R9", "R10"], footprint: "0805", number: "C1", mpn: resistor.mpn },
    ])
  })
})

describe("parts on the board", () => {
  const pads = [
    { x: 9, y: 5, width: 2, height: 1 },
    { x: 12, y: 5, width: 1, height: 3 },
  ]
  const circuit = part("U1", { x: 0, y: 0, rotation: -90, layer: "bottom" }, pads).map((one) =>
    one.type === "pcb_component" ? { ...one, footprint_origin: { x: 10.25, y: 5 } } : one,
  )
  const parts = partsOnBoard(circuit)

  it("stand where their land's origin is, whatever tscircuit takes for their centre", () => {
    expect(parts).toEqual([{ designator: "U1", x: 10.25, y: 5, rotationDeg: 270, side: "bottom" }])
  })

  const row = { designator: "U1", x: 10.25, y: 5, rotationDeg: -90, side: "bottom" } as const
  const messages = (placements: readonly (typeof row | (Omit<typeof row, "x"> & { x: number }))[]) =>
    placementFindings(parts, { parts: { U1: resistor }, placements }).map(({ message }) => message)

  it("must be where the placement table has them", () => {
    expect(messages([row])).toEqual([])
    expect(messages([{ ...row, x: 10.259 }])).toEqual([])
    expect(messages([{ ...row, x: 10.27 }])[0]).toContain(
      "U1 is at (10.25, 5.00), 270 degrees, bottom on the board",
    )
    expect(messages([])[0]).toContain("not in the placement table")
  })

  it("must be the parts of the parts list", () => {
    const rules = placementFindings(parts, { parts: { U3: resistor }, placements: [row] }).map(
      ({ message }) => message,
    )
    expect(rules).toEqual([
      "U3 is in the parts list but not on the board",
      "U1 is on the board but not in the parts list",
    ])
  })
})

describe("a part for the machine that falls to the hand list", () => {
  const told = (
    parts: Readonly<Record<string, Part>>,
    side: "top" | "bottom" = "top",
    plans: readonly string[] = board.plans,
  ) =>
    fallenToHand(
      Object.keys(parts).map((name) => at(name, side)),
      { parts, plans: [...plans] },
      jlcpcb,
    ).map(({ severity, message }) => `${severity}: ${message}`)
  const { fab: _, ...strange } = resistor.package

  it("is said, with what is missing", () => {
    expect(told({ R1: resistor, J1: buckXl1509.vinNeg })).toEqual([])
    expect(told({ R2: { ...resistor, package: strange }, R1: { ...resistor, package: strange } })).toEqual([
      "error: R1, R2: for a machine by their records, but on the hand list: how JLCPCB turns a 0805 is not known: its package has no entry for it",
    ])
    expect(told({ R1: { ...resistor, numbers: {} } })).toEqual([
      expect.stringMatching(/^error: R1: .*nobody/),
    ])
    expect(told({ D2: unsure })).toEqual([
      expect.stringMatching(/^info: D2: .*C2 is not confirmed: one list/),
    ])
    expect(told({ R1: { ...resistor, numbers: { jlcpcb: { none: "sold out" } } } })).toEqual([
      expect.stringMatching(/^info: R1: .*sold out/),
    ])
  })

  it("is not what a plan leaves out by itself", () => {
    expect(told({ C1: resistor }, "bottom")).toEqual([])
    expect(told({ U2: module })).toEqual([])
    const bare = { ...resistor, package: strange }
    expect(told({ R1: bare }, "top", ["hand"])).toEqual([])
  })
})
