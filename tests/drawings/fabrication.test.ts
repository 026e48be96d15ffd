import { describe, expect, it } from "vitest"
import jlcpcb from "../../fabrication/jlcpcb/index"
import { rectangle, roundedRectangle } from "../../src/board/define"
import { drawFabrication } from "../../src/drawings/fabrication"
import { svgToPdf } from "../../src/drawings/pdf"
import { element } from "../check/circuit-fixture"
import { board as whole } from "../mep-smd"

const date = new Date("2026-01-31T12:00:00Z")
const hole = (x: number, y: number, diameter: number) =>
  element({ type: "pcb_hole", hole_shape: "circle", hole_diameter: diameter, x, y })
const circuit = [
  element({
    type: "pcb_board",
    center: { x: 0, y: 0 },
    width: 40,
    height: 20,
    thickness: 1.6,
    num_layers: 2,
  }),
  hole(-15, 0, 3.2),
  hole(15, 0, 3.2),
  hole(0, 5, 2),
]
const words = (svg: string): string[] => [...svg.matchAll(/<text[^>]*>([^<]*)/g)].map(([, text = ""]) => text)
const drawn = (outline = whole.outline) => drawFabrication(circuit, { ...whole, outline }, jlcpcb, date)

describe("the fabrication sheet", () => {
  it("has every kind of hole once, with its count, and a stack-up that adds up", () => {
    const text = words(drawn(rectangle(40, 20)))
    expect(text.filter((one) => one !== "").join(" ")).toContain(
      "A 2.00 not plated hole 1 B 3.20 not plated hole 2 in all 3",
    )
    const at = text.indexOf("Layer")
    const stack = text.slice(at, text.indexOf("over all")).filter((one) => /^\d\.\d{3}$/.test(one))
    expect(stack.reduce((sum, one) => sum + Number(one), 0)).toBeCloseTo(1.6, 6)
  })

  it("gives every step of an outline its dimension, and of curves the whole", () => {
    expect(words(drawn())).toEqual(expect.arrayContaining(["70", "28", "9", "33", "20", "8"]))
    const round = words(drawn(roundedRectangle(41, 21, 3)))
    expect(round).toEqual(expect.arrayContaining(["41", "21"]))
    expect(round).toHaveLength(words(drawn(rectangle(41, 21))).length)
  })

  it("is a page that prints", async () => {
    const pdf = await svgToPdf([drawn()], { title: "t", date })
    expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe("%PDF-")
  })
})
