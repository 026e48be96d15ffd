import { describe, expect, it } from "vitest"
import { drawSchematic } from "../../src/schematic/draw"
import type { Sheet, Wire } from "../../src/schematic/sheet"
import { circuitOf } from "./circuit"

const circuit = circuitOf({
  A: { pins: "R1.1 R2.1" },
  B: { pins: "R1.2 R2.2" },
  GND: { pins: "C1.1 C1.2", kind: "ground" },
})
const title = { title: "Two resistors", revision: "1", date: new Date(0) }
const resistor = { kind: "resistor" } as const

const sound: Sheet = {
  titleBlock: { subtitle: "", licence: "", origin: "" },
  parts: [
    { part: "R1", symbol: resistor, at: [20.5, 20] },
    { part: "R2", symbol: resistor, at: [20.5, 26] },
    { part: "C1", symbol: { kind: "capacitor" }, at: [40.5, 20] },
  ],
  wires: [
    ["R1.1", [16, 20], [16, 26], "R2.1"],
    ["R1.2", [25, 20], "|-", "R2.2"],
    ["C1.1", [39, 24], "-|", "C1.2"],
  ],
  labels: [{ net: "A", at: [16.5, 20] }],
  powers: [{ net: "GND", at: [39, 24] }],
  supplied: [],
  noConnects: [],
  blocks: [],
  outlines: [],
  notes: [],
  jumperViews: [],
  supplyNames: {},
  pinNames: {},
  values: {},
}

const rules = (changed: Partial<Sheet>) =>
  [...new Set(drawSchematic(circuit, { ...sound, ...changed }, title).findings.map((f) => f.rule))].sort()
const wired = (...more: Sheet["wires"]) => rules({ wires: [...sound.wires, ...more] })
const note = (x: number, y: number, text: string) => ({ at: [x, y] as const, lines: [text] })

describe("rules of the drawing", () => {
  it("has nothing to say of a sound sheet", () => expect(rules({})).toEqual([]))

  it("lets wires cross without joining, and joins them at an end", () => {
    const around: Wire = ["C1.1", [39, 30], [10, 30], [10, 23], [30, 23], "-|", "C1.2"]
    const crossing = {
      wires: [...sound.wires.slice(0, 2), around],
      powers: [{ net: "GND", at: [10, 30] as const }],
    }
    expect(rules(crossing)).toEqual([])
    expect(
      wired([
        [39, 24],
        [25, 24],
      ]),
    ).toContain("sch/nets-joined")
  })

  it("finds skew wires and wires off the grid", () => {
    expect(
      wired([
        [60, 20],
        [64, 22],
      ]),
    ).toContain("sch/wire-skew")
    expect(
      wired([
        [60.3, 20],
        [64, 20],
      ]),
    ).toContain("sch/off-grid")
    expect(
      wired([
        [60, 20],
        [64, 20],
      ]),
    ).toEqual(["sch/loose-wire"])
  })

  it("finds wires on each other, through a symbol and over a pin", () => {
    expect(wired(["R1.1", [17, 20]])).toContain("sch/wire-overlap")
    expect(
      wired([
        [20.5, 15],
        [20.5, 23],
      ]),
    ).toContain("sch/wire-through-symbol")
    expect(
      wired([
        [19.5, 15],
        [19.5, 23],
      ]),
    ).toEqual(expect.arrayContaining(["sch/loose-wire"]))
  })

  it("finds a part drawn twice", () => {
    expect(rules({ parts: [...sound.parts, { part: "R1", symbol: resistor, at: [60.5, 40] }] })).toContain(
      "sch/pin-twice",
    )
  })

  it("finds four conductors in one dot", () => {
    expect(wired(["R1.1", [19, 22]], ["R1.1", [19, 18]])).toContain("sch/four-way")
  })

  it("finds texts on texts, on lines and half on symbols", () => {
    expect(rules({ notes: [note(60, 40, "one line"), note(60.5, 40, "another")] })).toEqual([
      "sch/text-overlap",
    ])
    expect(rules({ notes: [note(24, 23, "across a wire")] })).toEqual(["sch/text-on-line"])
    expect(rules({ notes: [note(20.5, 20.3, "half in")] })).toContain("sch/text-on-symbol")
  })

  it("finds what leaves the frame", () => {
    expect(rules({ notes: [note(110, 40, "too far to the right")] })).toEqual([
      "sch/outside-frame",
      "sch/text-on-line",
    ])
  })

  it("finds an unknown name and two names on a wire", () => {
    expect(rules({ labels: [{ net: "Z", at: [16.5, 20] }] })).toEqual(["sch/unknown-net"])
    expect(
      rules({
        labels: [
          { net: "A", at: [16.5, 20] },
          { net: "B", at: [16.5, 26] },
        ],
      }),
    ).toContain("sch/two-names")
  })

  it("refuses parts, pins and supplies that the circuit lacks, in one line", () => {
    const parts = [{ part: "R9", symbol: resistor, at: [20, 20] as const }]
    expect(() => rules({ parts })).toThrow("the schematic places R9, which the circuit does not have")
    expect(() => wired(["R1.3", [60, 20]])).toThrow(
      "a wire of the schematic goes to R1.3, which is not drawn",
    )
    expect(() => rules({ powers: [{ net: "A", at: [16, 20] }] })).toThrow("no supply in the circuit")
  })
})
