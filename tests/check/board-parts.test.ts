import { describe, expect, it } from "vitest"
import { diode1n4007On0805 } from "../../components/parts/diodes"
import { c0805, r0805 } from "../../components/parts/passives"
import { designators, placements } from "../../src/check/board/designators"
import { partRecords } from "../../src/check/board/parts"
import { variants } from "../../src/check/board/variants"
import type { Part } from "../../src/model/part"
import { messages, rules } from "./erc-fixture"
import { type PartSketch, partsCircuit } from "./parts-fixture"

const row = (designator: string, x = 0, y = 0, rotationDeg = 0, side: "top" | "bottom" = "top") => ({
  designator,
  x,
  y,
  rotationDeg,
  side,
})

describe("designators", () => {
  const board = { parts: { R1: r0805["10k"], R2: r0805["10k"] } }
  const two = partsCircuit([{ name: "R1" }, { name: "R2" }])

  it("the same in circuit and source", () => {
    expect(messages(designators({ circuit: two, board }))).toBe("")
  })

  it.each([
    [
      "no record",
      two,
      { parts: { R1: r0805["10k"] } },
      "board/designator-missing",
      /R2 is in the circuit but has no record/,
    ],
    [
      "lost on the way",
      two,
      { parts: { ...board.parts, R9: r0805["10k"] } },
      "board/designator-missing",
      /R9 is in the source, but the compiler lost it/,
    ],
    [
      "twice in the circuit",
      partsCircuit([{ name: "R1" }, { name: "R2" }, { name: "R2" }]),
      board,
      "board/designator-twice",
      /R2 is in the circuit more than once/,
    ],
  ] as const)("%s", (_, circuit, changed, id, says) => {
    const result = designators({ circuit, board: changed })
    expect(rules(result)).toEqual([id])
    expect(messages(result)).toMatch(says)
  })
})

describe("placement", () => {
  const at = (part: PartSketch) =>
    placements({ circuit: partsCircuit([part]), board: { placements: [row("R1", 1, 2, 270, "bottom")] } })
  const right = { name: "R1", x: 1, y: 2, turn: 270, side: "bottom" } as const

  it("accepts rounding and whole turns", () => {
    expect(messages(at({ ...right, x: 1.0009, turn: -90 }))).toBe("")
  })

  it.each([
    [{ ...right, x: 1.0011 }, /R1 is at \(1\.001, 2\.000\) mm, not at \(1, 2\)/],
    [{ ...right, turn: 90 }, /R1 is turned 90 degrees, not 270/],
    [{ ...right, side: "top" }, /R1 is on the top, not on the bottom/],
    [{ ...right, land: false }, /R1 is in the circuit but has no land/],
  ] as const)("%o", (part, says) => {
    const result = at(part)
    expect(rules(result)).toEqual(["board/placement"])
    expect(messages(result)).toMatch(says)
  })
})

describe("records", () => {
  const good = r0805["10k"]
  const judge = (value: Record<string, unknown> = {}, change: Partial<Part> = {}) =>
    partRecords({
      circuit: partsCircuit([{ name: "R1", value }]),
      board: { parts: { R1: { ...good, ...change } }, fab: "jlcpcb" },
    })
  const capacitor = c0805["100nF"]

  it.each([
    ["sound", judge(), [], /^$/],
    [
      "another value",
      judge({ resistance: 4700 }),
      ["board/part-value"],
      /R1: 4\.7 kohm in the circuit, 10 kohm in the record of "r-0805-10k"/,
    ],
    [
      "another capacitance",
      partRecords({
        circuit: partsCircuit([
          {
            name: "C1",
            value: {
              ftype: "simple_capacitor",
              capacitance: 99e-9,
              supplier_part_numbers: { jlcpcb: ["C49678"] },
            },
          },
        ]),
        board: { parts: { C1: capacitor }, fab: "jlcpcb" },
      }),
      ["board/part-value"],
      /C1: 99 nF in the circuit, 100 nF in the record/,
    ],
    [
      "another LCSC number",
      judge({ supplier_part_numbers: { jlcpcb: ["C1"] } }),
      ["board/part-number"],
      /the number C1, its record C17414/,
    ],
    [
      "a number that the record has not",
      judge({}, { numbers: { jlcpcb: { none: "not stocked" } }, assembly: { by: "hand", reason: "test" } }),
      ["board/part-number"],
      /the number C17414, its record \(none\)/,
    ],
    [
      "a resistor without ohms",
      judge({}, { ratings: { source: "test" } }),
      ["board/part-record"],
      /R1: a resistor without ohms \("r-0805-10k"\)/,
    ],
    [
      "a machine and no number",
      judge({ supplier_part_numbers: undefined }, { numbers: { jlcpcb: { none: "not stocked" } } }),
      ["board/part-record"],
      /a machine fits it, but no fab's number is known/,
    ],
    [
      "a pin without a pad",
      judge({}, { pins: [...good.pins, { number: 3, name: "3", role: "passive" }] }),
      ["board/part-record"],
      /its package has no pad for pin 3/,
    ],
    [
      "a pad without a pin",
      judge({}, { pins: good.pins.slice(0, 1) }),
      ["board/part-record"],
      /pads that are no pin: 2/,
    ],
  ] as const)("%s", (_, result, ids, says) => {
    expect(rules(result)).toEqual(ids)
    expect(messages(result)).toMatch(says)
  })

  it("says, as information, what is bought by its description", () => {
    const { mpn: _, ...unnamed } = diode1n4007On0805
    const result = partRecords({ circuit: [], board: { parts: { D2: unnamed, D1: unnamed }, fab: "jlcpcb" } })
    expect(result.findings).toMatchObject([
      { rule: "parts/no-number", severity: "info", parts: ["D1", "D2"] },
    ])
  })
})

describe("variants", () => {
  const board = {
    variants: { a: { title: "", notFitted: ["R1"] }, b: { title: "", notFitted: ["R2"] } },
    defaultVariant: "a",
  }
  const circuit = partsCircuit([{ name: "R1", fitted: false }, { name: "R2" }])

  it("as compiled", () => {
    expect(messages(variants({ circuit, board }))).toBe("")
  })

  it.each([
    [
      "default is the other",
      { ...board, defaultVariant: "b" },
      /R1 is left empty on the compiled board, fitted in its default variant b/,
    ],
    ["default unknown", { ...board, defaultVariant: "c" }, /the default variant "c" is none of a, b/],
    [
      "unknown part",
      { ...board, variants: { ...board.variants, b: { title: "", notFitted: ["R7"] } } },
      /variant b leaves R7 empty/,
    ],
  ])("%s", (_, changed, says) => {
    const result = variants({ circuit, board: changed })
    expect(rules(result)).toEqual(["board/variant"])
    expect(messages(result)).toMatch(says)
  })
})
