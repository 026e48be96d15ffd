import type { AnyCircuitElement } from "circuit-json"
import { beforeAll, describe, expect, it } from "vitest"
import { wordFindings } from "../../src/legend/words"
import type { Board } from "../../src/model/board"
import { laidBoard } from "../mep-smd-compiled"
import type { textsOf } from "./measure"

type Circuit = readonly AnyCircuitElement[]
type Text = ReturnType<typeof textsOf>[number]

let clean: Circuit
let board: Board
beforeAll(async () => {
  const laid = await laidBoard()
  clean = laid.circuit
  board = laid.definition
})

const edited = (edit: (text: Text) => object, side?: "top" | "bottom"): Circuit =>
  clean.map((element) =>
    element.type === "pcb_silkscreen_text" && (side === undefined || element.layer === side)
      ? { ...element, ...edit(element as Text) }
      : element,
  )
const exchanged = (a: string, b: string, side?: "top" | "bottom") =>
  edited(({ text }) => ({ text: text === a ? b : text === b ? a : text }), side)
const says = (old: string, now: string) => edited(({ text }) => (text === old ? { text: now } : {}))
const rules = (circuit: Circuit) => wordFindings(circuit, board).map(({ rule }) => rule)
const messages = (circuit: Circuit) =>
  wordFindings(circuit, board)
    .map(({ message }) => message)
    .join("\n")

describe("words on the board", () => {
  it("are true as its author drew them", () => expect(messages(clean)).toBe(""))

  it.each<[string, string, ("top" | "bottom")?]>([
    ["RUN", "PROG"],
    ["RX", "TX", "top"],
    ["RX", "TX", "bottom"],
    ["GND", "3V3", "top"],
    ["GND", "RX", "bottom"],
    ["VIN-", "VIN+"],
    ["VIN+", "OUT-"],
    ["3.4-3.5V OUT+", "VIN-"],
  ])("are found wrong where %s and %s are exchanged", (a, b, side) => {
    expect(rules(exchanged(a, b, side))).toContain("legend/word")
  })

  it.each([
    ["3.3V ONLY", "5.0V ONLY", /says 5 V; J5 has 3V3 3.45 V/],
    ["3.3V ONLY", "24V ONLY", /says 24 V; J5/],
    ["3.4-3.5V OUT+", "3.4-5V OUT+", /says 5 V; J4/],
    ["SET 3.4-3.5V, J7 OPEN", "SET 4.4-4.5V, J7 OPEN", /says 4.4 and 4.5 V/],
    ["C1-C5 100n", "C1-C5 10u", /says 10u; C3 is 100nF/],
    ["C1-C5 100n", "C1-C5,R1 100n", /says 100n; R1 is 10k/],
    ["U1 MAX3232", "U1 MAX3485", /says MAX3485; U1 is MAX3232/],
    ["R5", "10k", /says 10k; R5 is 0R/],
  ])("%s instead of which is printed: %s", (old, now, what) => {
    expect(messages(says(old, now))).toMatch(what)
  })

  it.each([
    ["3.3V ONLY", "3V3 ONLY"],
    ["3.3V ONLY", "3.6V ONLY"],
    ["C1-C5 100n", "C1-C5 0.1 uF X7R"],
    ["C1-C5 100n", "C1-C5 100nF"],
    ["R5", "0R"],
    ["SET 3.4-3.5V, J7 OPEN", "DARK BELOW < 9V"],
    ["PROG", "PROGRAM"],
  ])("%s may as well be %s", (old, now) => expect(messages(says(old, now))).toBe(""))

  it("read from their own side, and not upside down", () => {
    expect(rules(edited(({ text }) => (text === "U1 MAX3232" ? { is_mirrored: true } : {})))).toEqual([
      "legend/wrong-way",
    ])
    for (const [ccw_rotation, wrong] of [
      [0, 0],
      [90, 0],
      [180, 1],
      [270, 0],
      [200, 1],
    ] as const)
      expect(rules(edited(({ text }) => (text === "v2.00-B" ? { ccw_rotation } : {})))).toHaveLength(wrong)
  })
})
