import type { AnyCircuitElement } from "circuit-json"
import { describe, expect, it } from "vitest"
import { legendFindings } from "../../src/legend/check"
import { placeDesignators } from "../../src/legend/designators"
import { pinWords } from "../../src/legend/pin-words"
import { pinLegends } from "../../src/legend/pins"
import { chip0603, crowd, header, madeUp } from "./made-up"
import { textsOf } from "./measure"

type Circuit = readonly AnyCircuitElement[]

/** The circuit with some of its texts changed. */
const edited = (circuit: Circuit, edit: (text: ReturnType<typeof textsOf>[number]) => object): Circuit =>
  circuit.map((element) =>
    element.type === "pcb_silkscreen_text"
      ? ({ ...element, ...edit(element as never) } as AnyCircuitElement)
      : element,
  )

const swapped = (circuit: Circuit, a: string, b: string) =>
  edited(circuit, ({ text }) => ({ text: text === a ? b : text === b ? a : text }))

const rules = (circuit: Circuit, rows: Parameters<typeof legendFindings>[1] = []) =>
  legendFindings(circuit, rows).map(({ rule, parts }) => `${rule} ${parts?.join(" ")}`)

describe("designators", () => {
  const { circuit } = placeDesignators(crowd(40, 2), { labelled: new Set() })

  it("are found right where they are", () => {
    expect(textsOf(circuit)).toHaveLength(40)
    expect(rules(circuit)).toEqual([])
  })

  it("are found wrong wherever two neighbours' are swapped", () => {
    const texts = textsOf(circuit)
    let swaps = 0
    for (const a of texts)
      for (const b of texts) {
        const { x, y } = a.anchor_position
        const near = Math.hypot(x - b.anchor_position.x, y - b.anchor_position.y) < 7
        if (a.text >= b.text || a.layer !== b.layer || !near) continue
        swaps++
        const found = rules(swapped(circuit, a.text, b.text)).join()
        expect(found).toContain(`legend/designator ${a.text} `)
        expect(found).toContain(`legend/designator ${b.text} `)
      }
    expect(swaps).toBeGreaterThan(30)
  })

  it("are found wrong on the other side, and ahead of a value, but not in a note", () => {
    const board = madeUp(40, 20, [
      { name: "R1", x: -8, y: 0, ...chip0603 },
      { name: "R2", x: 8, y: 0, ...chip0603 },
    ])
    const good = placeDesignators(board, { labelled: new Set() }).circuit
    expect(rules(edited(good, ({ text }) => (text === "R1" ? { layer: "bottom" } : {})))).toEqual([
      "legend/designator R1",
    ])
    const valued = edited(good, ({ text }) => ({ text: text === "R1" ? "R2 10k" : "R1 10k" }))
    expect(rules(valued)).toEqual(["legend/designator R2 R1", "legend/designator R1 R2"])
    const [note] = textsOf(good).filter(({ text }) => text === "R1")
    expect(note).toBeDefined()
    expect(rules([...good, { ...note, text: "R2 FIRST" } as AnyCircuitElement])).toEqual([])
  })
})

describe("words at pins", () => {
  const nets = ["GND", "V3V3", "SDA", "SCL", undefined, "GND"]
  const bare = madeUp(50, 30, [
    { name: "J1", x: -12, y: 0, ...header(6), nets },
    { name: "J2", x: 14, y: 0, rotation: 90, side: "bottom", ...header(4), nets: ["TX", "RX", "GND", "GND"] },
  ])
  const { circuit, rows } = pinLegends(bare, pinWords(bare))

  it("are found right where they are", () => {
    expect(rows).toHaveLength(10)
    expect(rules(circuit, rows)).toEqual([])
  })

  it.each([
    ["SDA", "SCL"],
    ["V3V3", "GND"],
    ["TX", "RX"],
    ["SCL", "-"],
  ])("are found wrong where %s and %s are swapped", (a, b) => {
    expect(rules(swapped(circuit, a, b), rows)).not.toEqual([])
  })

  it.each(["GND", "SDA", "-", "TX"])("are missed where a %s is not printed", (word) => {
    const index = circuit.findIndex(
      (element) => element.type === "pcb_silkscreen_text" && element.text === word,
    )
    const without = circuit.filter((_, at) => at !== index)
    const missing = legendFindings(without, rows)
    expect(missing).toHaveLength(1)
    expect(missing[0]?.message).toContain(`has no "${word}"`)
  })

  it("are found wrong where the circuit has changed and the legend has not", () => {
    const turned = rows.map((row) => ({
      ...row,
      pin: String((row.designator === "J1" ? 7 : 5) - Number(row.pin)),
    }))
    expect(rules(circuit, turned).length).toBeGreaterThan(5)
  })
})
