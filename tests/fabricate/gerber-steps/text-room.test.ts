import type { AnyCircuitElement } from "circuit-json"
import { describe, expect, it } from "vitest"
import { textRoomFindings } from "../../../src/fabricate/gerber-steps/text-room"

const outline = [
  { x: -10, y: -5 },
  { x: 10, y: -5 },
  { x: 10, y: 5 },
  { x: -10, y: 5 },
]

const text = (words: string, x: number, y: number, layer: "top" | "bottom" = "top"): AnyCircuitElement => ({
  type: "pcb_silkscreen_text",
  pcb_silkscreen_text_id: `${words} ${x} ${y}`,
  pcb_component_id: "",
  font: "tscircuit2024",
  font_size: 2,
  text: words,
  layer,
  anchor_position: { x, y },
  anchor_alignment: "center",
})

const rules = (...texts: readonly AnyCircuitElement[]) =>
  textRoomFindings([...texts], { outline, clearanceMm: 0.15, minLineMm: 0.15 }).map(({ rule }) => rule)

describe("text", () => {
  it("has room on the board", () => {
    expect(rules(text("R1", 0, 0), text("R2", 6, 3))).toEqual([])
  })

  // A capital H of size 2 is 1.356 mm high: half of it, half a line of 0.18 mm and 0.15 mm to the edge are 0.918 mm.
  it.each([
    [5 - 0.913, ["dfm/text-off-board"]],
    [5 - 0.918, []],
    [5 - 0.923, []],
  ])("at y = %f", (y, expected) => {
    expect(rules(text("H", 0, y))).toEqual(expected)
  })

  it("wholly off the board is not lost silently", () => {
    expect(rules(text("R1", 20, 0))).toEqual(["dfm/text-off-board"])
  })

  it("is not printed over other text, of the same side", () => {
    expect(rules(text("R1", 0, 0), text("R2", 0.5, 0))).toEqual(["dfm/text-overlap"])
    expect(rules(text("R1", 0, 0), text("R2", 0.5, 0, "bottom"))).toEqual([])
  })
})
