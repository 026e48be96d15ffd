import { describe, expect, it } from "vitest"
import { allParts } from "../../components/parts/index"
import { r0805 } from "../../components/parts/passives"
import { readNumber } from "../../src/check/order-codes/read-number"
import { partNumbers } from "../../src/check/parts/numbers"
import { pinouts } from "../../src/check/parts/pinout"
import { products } from "../../src/check/parts/products"
import { printedValues, quantity } from "../../src/check/parts/words"
import type { Part } from "../../src/model/part"
import { catalogueOf } from "../../src/project/boards"
import { messages, rules } from "./erc-fixture"

const good = r0805["10k"]
const fitted = (change: Partial<Part>) => ({ board: { parts: { R1: { ...good, ...change } } } })

/** Numbers that public lists have, with what they are. */
const known = [
  ["UNI-ROYAL", "0805W8F1002T5E", { size: "0805", ohms: 10_000, tolerancePercent: 1, watts: 0.125 }],
  ["UNI-ROYAL", "0603WAJ0103T5E", { size: "0603", ohms: 10_000, tolerancePercent: 5, watts: 0.1 }],
  ["UNI-ROYAL", "0402WGF220JTCE", { size: "0402", ohms: 22, tolerancePercent: 1, watts: 0.0625 }],
  ["UNI-ROYAL", "1206W4F0000T5E", { size: "1206", ohms: 0, watts: 0.25 }],
  ["YAGEO", "RC0805FR-0710KL", { size: "0805", ohms: 10_000, tolerancePercent: 1 }],
  ["YAGEO", "RC0603JR-074K7L", { size: "0603", ohms: 4700, tolerancePercent: 5 }],
  ["Vishay", "CRCW080510K0FKEA", { size: "0805", ohms: 10_000, tolerancePercent: 1 }],
  ["Vishay", "CRCW06030000Z0EA", { size: "0603", ohms: 0 }],
  ["KOA Speer", "RK73H2ATTD1002F", { size: "0805", ohms: 10_000, tolerancePercent: 1 }],
  ["Panasonic", "ERJ-6ENF1002V", { size: "0805", ohms: 10_000, tolerancePercent: 1 }],
  ["Panasonic", "ERJ-3GEYJ103V", { size: "0603", ohms: 10_000, tolerancePercent: 5 }],
  ["Panasonic", "ERJ-6GEY0R00V", { size: "0805", ohms: 0 }],
  ["FH (Guangdong Fenghua)", "RC-05K103JT", { size: "0805", ohms: 10_000, tolerancePercent: 5 }],
  [
    "YAGEO",
    "CC0805KRX7R9BB104",
    { size: "0805", farads: 100e-9, tolerancePercent: 10, volts: 50, dielectric: "X7R" },
  ],
  ["YAGEO", "CC0603JRNPO9BN220", { size: "0603", farads: 22e-12, volts: 50, dielectric: "C0G" }],
  [
    "Samsung Electro-Mechanics",
    "CL21B104KBCNNNC",
    { size: "0805", farads: 100e-9, tolerancePercent: 10, volts: 50, dielectric: "X7R" },
  ],
  [
    "Samsung Electro-Mechanics",
    "CL21A226MAQNNNE",
    { size: "0805", farads: 22e-6, tolerancePercent: 20, volts: 25, dielectric: "X5R" },
  ],
  ["Murata", "GRM21BR71H104KA01L", { size: "0805", farads: 100e-9, volts: 50, dielectric: "X7R" }],
  ["Murata", "GRM1885C1H220JA01D", { size: "0603", farads: 22e-12, volts: 50, dielectric: "C0G" }],
  ["TDK", "C2012X7R1H104K085AA", { size: "0805", farads: 100e-9, volts: 50, dielectric: "X7R" }],
  ["KEMET", "C0805C104K5RACTU", { size: "0805", farads: 100e-9, volts: 50, dielectric: "X7R" }],
  ["Fenghua", "0805B104K500NT", { size: "0805", farads: 100e-9, volts: 50, dielectric: "X7R" }],
] as const

describe("ordering codes", () => {
  it.each(known)("%s %s", (maker, mpn, says) => {
    const read = readNumber(mpn, maker)
    expect(read?.says).toMatchObject(says)
    expect(read?.code.maker.test(maker)).toBe(true)
    expect(read?.code.source).not.toBe("")
  })

  it.each(known)("%s %s with a character lost or one too many is another number, or none", (maker, mpn) => {
    expect(readNumber(`${mpn}Q`, maker)).toBeUndefined()
    expect(readNumber(mpn.slice(1), maker)).toBeUndefined()
  })

  it.each(known)("%s %s with something before it is none", (maker, mpn) => {
    expect(readNumber(`x${mpn}`, maker)).toBeUndefined()
  })

  // By the makers' ordering pages, each letter's own.
  it.each([
    ["R", 4],
    ["Q", 6.3],
    ["P", 10],
    ["O", 16],
    ["A", 25],
    ["L", 35],
    ["B", 50],
    ["C", 100],
    ["D", 200],
    ["E", 250],
    ["G", 500],
    ["H", 630],
    ["I", 1000],
  ])("Samsung's %s stands for %s V", (letter, volts) => {
    expect(readNumber(`CL21B104K${letter}CNNNC`, "Samsung")?.says).toMatchObject({ volts })
  })

  it.each([
    ["WH", 1 / 32],
    ["WM", 0.05],
    ["WG", 0.0625],
    ["WA", 0.1],
    ["W8", 0.125],
    ["W4", 0.25],
    ["W2", 0.5],
    ["07", 0.75],
    ["1W", 1],
  ])("UNI-ROYAL's %s stands for %s W", (letters, watts) => {
    expect(readNumber(`0805${letters}F1002T5E`, "UNI-ROYAL")?.says).toMatchObject({ watts })
  })

  it("read every resistor and capacitor of the catalogue, and hold the rest by its family", () => {
    const board = { parts: Object.fromEntries(allParts.map((part, i) => [`X${i}`, part])), fab: "jlcpcb" }
    for (const result of [partNumbers({ board }), printedValues({ board }), pinouts({ board })])
      expect(messages(result)).toBe("")
    const paired = products({ board }).findings.filter(({ rule }) => rule === "parts/order-number")
    expect(paired).toEqual([])
  })
})

describe("a record and its number", () => {
  it.each([
    ["value", { mpn: "0805W8F1001T5E" }, /1 kohm by UNI-ROYAL's .* resistance 10 kohm/],
    ["tolerance", { mpn: "0805W8J0103T5E" }, /5 % by .* tolerance 1 %/],
    ["size and power", { mpn: "0603WAF1002T5E" }, /0603 by .* size 0805[\s\S]*0\.1 W by .* power 0\.125 W/],
    ["kind", { mpn: "CC0805KRX7R9BB104", manufacturer: "YAGEO" }, /capacitor by .* kind resistor/],
    [
      "maker",
      { manufacturer: "YAGEO" },
      /is written in UNI-ROYAL's ordering code, and its record names YAGEO/,
    ],
    [
      "maker without a code",
      { manufacturer: "Nobody" },
      /written in UNI-ROYAL's ordering code, and its record names Nobody/,
    ],
    ["form", { mpn: "0805W8F102T5E" }, /not written as UNI-ROYAL's ordering code has it/],
  ] as const)("contradict each other: %s", (_, change, says) => {
    const result = partNumbers(fitted(change))
    expect(new Set(rules(result))).toEqual(new Set(["parts/number"]))
    expect(messages(result)).toMatch(says)
  })

  const other: Partial<Part> = { kind: "ic", manufacturer: "Maker", mpn: "AB12-X" }

  it("of a family holds the whole number", () => {
    const of = (pattern: string) =>
      partNumbers(fitted({ ...other, ordering: { pattern, source: "sheet, page 3" } }))
    expect(messages(of("AB\\d+-X"))).toBe("")
    expect(messages(of("AB\\d"))).toMatch(/AB12-X is no number of its family, AB\\d \(sheet, page 3\)/)
  })

  it("that nothing holds is a warning, or says why", () => {
    expect(partNumbers(fitted(other)).findings).toMatchObject([
      { rule: "parts/number-unheld", severity: "warning" },
    ])
    expect(partNumbers(fitted({ ...other, ordering: { unheld: "an auction" } })).findings).toMatchObject([
      { rule: "parts/number-unheld", severity: "info" },
    ])
  })

  it("may be rated lower than its number, not higher", () => {
    const rated = (maxVoltageV: number) =>
      partNumbers(
        fitted({
          kind: "capacitor",
          manufacturer: "YAGEO",
          mpn: "CC0805KRX7R9BB104",
          ratings: { capacitanceF: 100e-9, maxVoltageV, source: "test" },
        }),
      )
    expect(messages(rated(25))).toBe("")
    expect(messages(rated(50))).toBe("")
    expect(messages(rated(51))).toMatch(/50 V by YAGEO's CC ordering code, its record says voltage 51 V/)
  })
})

describe("printed values", () => {
  it.each([
    ["10k", 10_000],
    ["4k7", 4700],
    ["4.7k", 4700],
    ["0R", 0],
    ["100R", 100],
    ["2M2", 2.2e6],
    ["100nF", 100e-9],
    ["4u7", 4.7e-6],
    ["10 uF", 10e-6],
    ["10k 1%", 10_000],
    ["10kx", undefined],
    ["large", undefined],
  ])("%s", (text, value) => {
    const read = quantity(text)
    if (value === undefined) expect(read).toBeUndefined()
    else expect(read).toBeCloseTo(value, 12)
  })

  it.each([
    [{ value: "100k" }, /printed "100k", and it is 10 kohm/],
    [{ value: "see list" }, /does not begin with its value/],
    [{ description: "Chip resistor 1 kohm 1 % 1/8 W" }, /described as "1 kohm"/],
    [{ description: "Chip resistor 10 kohm 5 % 1/8 W" }, /described as "5 %"/],
  ])("%o", (change, says) => {
    const result = printedValues(fitted(change))
    expect(rules(result)).toEqual(["parts/printed-value"])
    expect(messages(result)).toMatch(says)
  })
})

describe("products", () => {
  const of = (parts: Readonly<Record<string, Part>>, catalogue: readonly Part[] = []) =>
    products({ board: { parts, fab: "jlcpcb", catalogue: catalogueOf(catalogue) } })

  it("have one maker's number an order number, and the other way round", () => {
    expect(messages(of({ R1: good, R2: good }))).toBe("")
    expect(messages(of({ R1: good, R2: { ...good, mpn: "X1" } }))).toMatch(
      /C17414 is 0805W8F1002T5E at R1 and X1 at R2: an order number is one maker's number/,
    )
    expect(messages(of({ R1: good, R2: { ...good, numbers: r0805["1k"].numbers } }))).toMatch(
      /0805W8F1002T5E is C17414 at R1 and C17513 at R2/,
    )
  })

  it("are held against the catalogue, which alone is nobody's fault", () => {
    const wrong = { ...good, numbers: r0805["1k"].numbers }
    expect(messages(of({ R1: wrong }))).toBe("")
    expect(messages(of({ R1: wrong }, allParts))).toMatch(/C17513 is[\s\S]*0805W8F1002T5E is/)
    expect(messages(of({ R2: r0805["1k"] }, [good, wrong]))).toMatch(/C17513/)
    expect(messages(of({}, [good, wrong]))).toBe("")
  })

  const corner = (pin: string): Part => ({
    ...good,
    kind: "converter",
    pins: [{ number: 1, name: pin, role: "passive" }],
    package: { ...good.package, landsOfProduct: 2 },
    piece: { id: "module", designators: 2 },
  })

  it.each([
    ["whole", { J1: corner("A"), J2: corner("B") }, /^$/],
    ["two", { J1: corner("A"), J2: corner("B"), J3: corner("A"), J4: corner("B") }, /^$/],
    [
      "one and a half",
      { J1: corner("A"), J2: corner("B"), J3: corner("A") },
      /stands on 2 designators, and there are 3/,
    ],
    [
      "the same corner twice",
      { J1: corner("A"), J2: corner("A") },
      /its pin A is there 2 times for 1 product/,
    ],
    [
      "each bought",
      { J1: { ...corner("A"), piece: undefined }, J2: corner("B") },
      /J1: its package is one of 2 lands/,
    ],
    [
      "different purchases",
      { J1: corner("A"), J2: { ...corner("B"), value: "another" } },
      /their records buy different things/,
    ],
  ])("stand on several designators: %s", (_, parts, says) => {
    const known = Object.fromEntries(
      Object.entries(parts).map(([name, { piece, ...part }]) => [
        name,
        piece === undefined ? part : { ...part, piece },
      ]),
    )
    expect(messages(of(known))).toMatch(says)
  })
})

describe("pin names", () => {
  it("stand twice, in order of their numbers", () => {
    const pins = [2, 1].map((number) => ({ number, name: `P${number}`, role: "passive" as const }))
    const of = (names: string) => pinouts(fitted({ pins, pinout: { names, source: "figure 1" } }))
    expect(messages(of("P1 P2"))).toBe("")
    expect(messages(of("P2 P1"))).toMatch(/pin 1 is called P1, and P2 in its second list/)
    expect(messages(of("P1 P2 P3"))).toMatch(/2 pins and its second list of names 3/)
  })
})
