import { describe, expect, it } from "vitest"
import { legendFindings } from "../../src/legend/check"
import { type PinWord, pinWords } from "../../src/legend/pin-words"
import { pinLegends } from "../../src/legend/pins"
import { chip0603, header, type MadeUpPart, madeUp, seeded } from "./made-up"
import { textsOf, wrongs } from "./measure"

const six = ["GND", "V3V3", "SDA", "SCL", undefined, "GND"]
const j1 = (more: Partial<MadeUpPart> = {}): MadeUpPart => ({
  name: "J1",
  x: 0,
  y: 0,
  ...header(6),
  nets: six,
  ...more,
})

const printed = (circuit: ReturnType<typeof madeUp>, rows: readonly PinWord[] = pinWords(circuit)) => {
  const legend = pinLegends(circuit, rows)
  return { ...legend, texts: textsOf(legend.circuit) }
}

describe("the words of pins", () => {
  it("are the names of their nets, and a dash where a pin is open", () => {
    expect(
      pinWords(madeUp(40, 40, [j1()])).map(({ designator, pin, word }) => `${designator}.${pin} ${word}`),
    ).toEqual(["J1.1 GND", "J1.2 V3V3", "J1.3 SDA", "J1.4 SCL", "J1.5 -", "J1.6 GND"])
  })

  it("are the pin's own name where its net has none, and its number where neither has", () => {
    const parts: MadeUpPart[] = [
      { name: "J1", x: 0, y: 0, ...header(2) },
      { name: "J2", x: 0, y: 6, ...header(2) },
    ]
    const named = madeUp(30, 30, parts).map((element) =>
      element.type === "source_port" && element.source_port_id === "J1.2"
        ? { ...element, name: "SDA" }
        : element,
    )
    const joined = [1, 2].map((pin) => ({
      type: "source_trace" as const,
      source_trace_id: `joined ${pin}`,
      connected_source_port_ids: [`J1.${pin}`, `J2.${pin}`],
      connected_source_net_ids: [],
    }))
    expect(pinWords([...named, ...joined]).map(({ word }) => word)).toEqual(["1", "SDA", "1", "2"])
  })

  it("come for connectors of 2 to 20 pins that no one has worded", () => {
    const parts = [1, 2, 20, 21].map((pins, index) => ({
      name: `J${pins}`,
      x: 0,
      y: index * 5,
      ...header(pins),
    }))
    const circuit = madeUp(80, 80, [...parts, { name: "R1", x: 0, y: -5, ...chip0603 }])
    expect([...new Set(pinWords(circuit).map(({ designator }) => designator))]).toEqual(["J2", "J20"])
    expect(pinWords(circuit, new Set(["J20"])).map(({ designator }) => designator)).toEqual(["J2", "J2"])
  })
})

describe("pin legends", () => {
  it.each([
    ["top", 0],
    ["top", 90],
    ["top", 45],
    ["bottom", 0],
    ["bottom", 90],
    ["bottom", 45],
  ] as const)("stand beside their pins, on the %s, turned by %i degrees", (side, rotation) => {
    const circuit = madeUp(40, 40, [j1({ side, rotation })])
    const { circuit: legend, findings, rows, texts } = printed(circuit)
    expect(findings).toEqual([])
    expect(rows).toHaveLength(6)
    expect(texts.map(({ text }) => text).sort()).toEqual(["-", "GND", "GND", "SCL", "SDA", "V3V3"])
    expect(texts.every(({ layer }) => layer === side)).toBe(true)
    expect(wrongs(legend)).toEqual([])
    expect(legendFindings(legend, rows)).toEqual([])
  })

  it("are turned where they would touch side by side, and not where they need not be", () => {
    const turns = (rotation: number) =>
      new Set(printed(madeUp(40, 40, [j1({ rotation })])).texts.map((text) => text.ccw_rotation))
    expect(turns(0)).toEqual(new Set([90]))
    expect(turns(90)).toEqual(new Set([0]))
  })

  it("go both ways from a header of two rows", () => {
    const pads = [0, 1, 2, 3, 4, 5].map(
      (index) => [(Math.floor(index / 2) - 1) * 2.54, (index % 2 === 0 ? -1 : 1) * 1.27, 1.5, 1.5] as const,
    )
    const circuit = madeUp(30, 30, [j1({ pads, courtyard: [8.6, 6] })])
    const { texts, findings, rows, circuit: legend } = printed(circuit)
    expect(findings).toEqual([])
    expect(texts.filter(({ anchor_position: { y } }) => y > 3)).toHaveLength(3)
    expect(texts.filter(({ anchor_position: { y } }) => y < -3)).toHaveLength(3)
    expect(legendFindings(legend, rows)).toEqual([])
  })

  it("stand on the free side", () => {
    const wall = [-6, -3, 0, 3, 6].map((x, index) => ({ name: `R${index + 1}`, x, y: 3, ...chip0603 }))
    const { texts, findings } = printed(madeUp(40, 40, [j1(), ...wall]))
    expect(findings).toEqual([])
    expect(texts.every(({ anchor_position: { y } }) => y < -1.75)).toBe(true)
  })

  it("do not stand under another part, pads or not", () => {
    const module = { name: "U1", x: 0, y: 5, courtyard: [20, 6] as const, pads: [[0, 2.5, 1, 1]] as const }
    const { texts, findings } = printed(madeUp(40, 40, [j1(), module]))
    expect(findings).toEqual([])
    expect(texts.every(({ anchor_position: { y } }) => y < -1.75)).toBe(true)
  })

  it("give way to the first and the last number where one word finds no room", () => {
    const long = j1({ nets: six.map((net, index) => (index === 2 ? "A_NAME_AS_LONG_AS_THE_BOARD" : net)) })
    const { texts, findings, rows, circuit } = printed(madeUp(24, 16, [long]))
    expect(texts.map(({ text }) => text)).toEqual(["1", "6"])
    expect(rows.map(({ pin, word }) => [pin, word])).toEqual([
      ["1", "1"],
      ["6", "6"],
    ])
    expect(findings).toMatchObject([{ rule: "legend/pin-words", severity: "info", parts: ["J1"] }])
    expect(legendFindings(circuit, rows)).toEqual([])
  })

  it("are not printed with letters missing", () => {
    const odd = j1({ nets: six.map((net, index) => (index === 2 ? "~RST" : net)) })
    const { texts, findings } = printed(madeUp(40, 40, [odd]))
    expect(texts.map(({ text }) => text)).toEqual(["1", "6"])
    expect(findings[0]?.message).toContain('"~RST"')
  })

  it("of headers side by side are each nearest to their own (seeded)", () => {
    for (const seed of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const random = seeded(seed)
      const words = ["GND", "V3V3", "A", "TXD", "RESET", undefined, "IO12"]
      const parts = Array.from({ length: 6 }, (_, index): MadeUpPart => {
        const pins = 2 + Math.floor(random() * 5)
        return {
          name: `J${index + 1}`,
          x: (index % 3) * (12 + 4 * random()) - 14,
          y: index < 3 ? -7 : 7,
          rotation: random() < 0.5 ? 90 : 0,
          side: random() < 0.3 ? "bottom" : "top",
          ...header(pins),
          nets: Array.from({ length: pins }, () => words[Math.floor(random() * words.length)]),
        }
      })
      const legend = printed(madeUp(60, 34, parts))
      expect(legend.texts.length, `seed ${seed}`).toBeGreaterThan(8)
      expect(wrongs(legend.circuit), `seed ${seed}`).toEqual([])
      expect(legendFindings(legend.circuit, legend.rows), `seed ${seed}`).toEqual([])
    }
  })
})
