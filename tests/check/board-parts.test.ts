import { describe, expect, it } from "vitest"
import { catalogue } from "../../components/catalogue"
import jlcpcb from "../../fabrication/jlcpcb/index"
import { catalogueParts } from "../../src/check/board/catalogue"
import { designators, placements } from "../../src/check/board/designators"
import { variants } from "../../src/check/board/variants"
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
  const board = { placements: [row("R1"), row("R2")], parts: { R1: "r-0805-10k", R2: "r-0805-10k" } }
  const two = partsCircuit([{ name: "R1" }, { name: "R2" }])

  it("the same in circuit, placement and parts list", () => {
    expect(messages(designators({ circuit: two, board }))).toBe("")
  })

  it.each([
    [
      "no row",
      two,
      { ...board, placements: [row("R1")] },
      "board/designator-missing",
      /R2 is not in the placement table/,
    ],
    [
      "no catalogue id",
      two,
      { ...board, parts: { R1: "r-0805-10k" } },
      "board/designator-missing",
      /R2 is not in the board's list of parts/,
    ],
    [
      "a row too many",
      two,
      { ...board, placements: [...board.placements, row("R9")] },
      "board/designator-missing",
      /R9 is not in the circuit and not in the board's list/,
    ],
    [
      "twice in the circuit",
      partsCircuit([{ name: "R1" }, { name: "R2" }, { name: "R2" }]),
      board,
      "board/designator-twice",
      /R2 is in the circuit more than once/,
    ],
    [
      "two rows",
      two,
      { ...board, placements: [...board.placements, row("R1", 5)] },
      "board/designator-twice",
      /R1 is in the placement table/,
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

describe("catalogue", () => {
  const judge = (value: Record<string, unknown> = {}, id = "r-0805-10k") =>
    catalogueParts({
      circuit: partsCircuit([{ name: "R1", value }]),
      board: { parts: { R1: id } },
      catalogue,
      house: jlcpcb,
    })

  it.each([
    ["sound", judge(), [], /^$/],
    [
      "another value",
      judge({ resistance: 4700 }),
      ["board/catalogue-value"],
      /R1: 4\.7 kohm in the circuit, 10 kohm in the catalogue/,
    ],
    [
      "a resistor is a capacitor",
      judge({}, "c-0805-100n-50v-x7r"),
      ["board/catalogue-kind", "board/catalogue-number"],
      /a resistor in the circuit, but "c-0805-100n-50v-x7r" is a capacitor/,
    ],
    ["unknown entry", judge({}, "r-0402-10k"), ["board/catalogue-missing"], /no entry "r-0402-10k"/],
    [
      "another LCSC number",
      judge({ supplier_part_numbers: { jlcpcb: ["C1"] } }),
      ["board/catalogue-number"],
      /number C1, the catalogue C17414/,
    ],
  ] as const)("%s", (_, result, ids, says) => {
    expect(rules(result)).toEqual(ids)
    expect(messages(result)).toMatch(says)
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
