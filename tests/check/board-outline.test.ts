import type { AnyCircuitElement } from "circuit-json"
import { describe, expect, it } from "vitest"
import { fixedPads } from "../../src/check/board/fixed-pads"
import { mechanics } from "../../src/check/board/mechanics"
import { onBoard } from "../../src/check/board/on-board"
import { copperOf } from "../../src/circuit/copper"
import type { Board } from "../../src/model/board"
import { circuitOf, element } from "./circuit-fixture"
import { messages, rules } from "./erc-fixture"
import { type PartSketch, partsCircuit } from "./parts-fixture"

const outline = [
  { x: -10, y: -10 },
  { x: -2, y: -10 },
  { x: -2, y: -6 },
  { x: 2, y: -6 },
  { x: 2, y: -10 },
  { x: 10, y: -10 },
  { x: 10, y: 10 },
  { x: -10, y: 10 },
]

describe("mechanics", () => {
  const board: Pick<Board, "outline" | "thicknessMm" | "mountingHoles"> = {
    outline,
    thicknessMm: 1.6,
    mountingHoles: [{ designator: "H1", x: 5, y: 5, drillMm: 3.2 }],
  }
  const compiled = element({ type: "pcb_board", outline, thickness: 1.6 })
  const hole = (x: number, diameter = 3.2) =>
    element({ type: "pcb_hole", hole_shape: "circle", hole_diameter: diameter, x, y: 5 })

  it.each([
    ["as defined", [compiled, hole(5)], [], /^$/],
    ["no board", [hole(5)], ["board/outline"], /no board/],
    [
      "corner moved",
      [
        element({ type: "pcb_board", outline: outline.with(2, { x: -2, y: -6.01 }), thickness: 1.6 }),
        hole(5),
      ],
      ["board/outline"],
      /outline/,
    ],
    [
      "corner missing",
      [element({ type: "pcb_board", outline: outline.slice(0, -1), thickness: 1.6 }), hole(5)],
      ["board/outline"],
      /7 corners/,
    ],
    [
      "tscircuit's default thickness",
      [element({ type: "pcb_board", outline, thickness: 1.4 }), hole(5)],
      ["board/thickness"],
      /1\.4 mm thick.*1\.6/,
    ],
    ["hole missing", [compiled], ["board/mounting-hole"], /H1: no unplated hole of 3\.2 mm at \(5, 5\)/],
    ["hole too small", [compiled, hole(5, 3)], ["board/mounting-hole"], /H1/],
    ["hole elsewhere", [compiled, hole(5.1)], ["board/mounting-hole"], /at \(5\.100, 5\.000\) mm that/],
  ] as const)("%s", (_, circuit, ids, says) => {
    const result = mechanics({ circuit, board })
    expect(rules(result)).toEqual(ids)
    expect(messages(result)).toMatch(says)
  })

  it.each([
    ["a bow tie", [0, 6, 5, 7].map((i) => outline[i]), { x: 0, y: 0 }],
    ["two corners exchanged", [0, 1, 3, 2, 4, 5, 6, 7].map((i) => outline[i]), { x: 0, y: -8 }],
    [
      "a side on a side",
      [...outline.slice(0, 7), { x: -10, y: -4 }, { x: 10, y: -4 }, { x: -10, y: -4 }],
      { x: 10, y: -4 },
    ],
  ])("an outline that crosses itself: %s", (_, corners, at) => {
    const crossed = corners as typeof outline
    const circuit = [element({ type: "pcb_board", outline: crossed, thickness: 1.6 })]
    const { findings } = mechanics({ circuit, board: { ...board, outline: crossed, mountingHoles: [] } })
    expect(findings).toMatchObject([{ rule: "board/outline", at }])
  })

  it.each([
    ["next to each other", [...outline.slice(0, 3), ...outline.slice(2)], outline[2]],
    ["at its end and its beginning", [...outline, ...outline.slice(0, 1)], outline[0]],
  ])("an outline with a corner twice says which: %s", (_, corners, at) => {
    const circuit = [element({ type: "pcb_board", outline: corners, thickness: 1.6 })]
    const { findings } = mechanics({ circuit, board: { ...board, outline: corners, mountingHoles: [] } })
    expect(findings).toHaveLength(1)
    expect(findings).toMatchObject([{ rule: "board/outline", at }])
    expect(findings[0]?.message).toMatch(/has this corner twice: say it once/)
  })
})

describe("on the board", () => {
  const judge = (circuit: AnyCircuitElement[]) =>
    onBoard({ circuit, board: { outline, cutouts: [] }, copper: copperOf(circuit) })
  const pad = (x: number, y: number) => rules(judge(circuitOf({ pads: { "R1.1": { x, y } } })))
  const part = (x: number, y: number, rest: Partial<PartSketch> = {}) =>
    judge(partsCircuit([{ name: "R1", x, y, courtyard: { width: 4, height: 2 }, ...rest }]))

  it("pads of 1 mm wholly on it", () => {
    expect(pad(9.5, 0)).toEqual([])
    expect(pad(9.501, 0)).toEqual(["board/pad-off-board"])
    expect(pad(0, -5.5)).toEqual([])
    expect(pad(0, -5.6)).toEqual(["board/pad-off-board"])
    expect(pad(0, -8)).toEqual(["board/pad-off-board"])
    expect(pad(20, 20)).toEqual(["board/pad-off-board"])
  })

  it("courtyards too, as they are turned", () => {
    expect(rules(part(8, 0))).toEqual([])
    const over = part(8.5, 0)
    expect(rules(over)).toEqual(["board/courtyard-off-board"])
    expect(messages(over)).toMatch(/R1's courtyard reaches 0\.50 mm over/)
    expect(rules(part(8.5, 0, { courtyard: { width: 4, height: 2, turn: 90 } }))).toEqual([])
  })

  it("a courtyard across the notch is over the edge though its corners are not", () => {
    expect(rules(part(0, -7, { courtyard: { width: 8, height: 4 } }))).toEqual(["board/courtyard-off-board"])
  })

  it("a part that may hang over may not with its pads", () => {
    expect(rules(part(12, 0, { offBoard: true }))).toEqual([])
    const hanging = circuitOf({ pads: { "R1.1": { x: 10, y: 0 } } }).map((one) =>
      one.type === "pcb_component" ? { ...one, is_allowed_to_be_off_board: true } : one,
    )
    expect(rules(judge(hanging))).toEqual(["board/pad-off-board"])
  })
})

describe("fixed pads", () => {
  const judge = (x: number, name = "J6.1") =>
    fixedPads({
      board: { fixedPads: { "J6.1": { x: 14, y: -8 } } },
      copper: copperOf(circuitOf({ pads: { [name]: { x, y: -8 } } })),
    })

  it.each([
    [14, "J6.1", [], /^$/],
    [14.01, "J6.1", [], /^$/],
    [14.011, "J6.1", ["board/fixed-pad"], /pad J6\.1 is 0\.01 mm from \(14, -8\) mm/],
    [13, "J6.1", ["board/fixed-pad"], /1\.00 mm/],
    [14, "J6.2", ["board/fixed-pad"], /there is no pad J6\.1/],
  ] as const)("at %d: %s", (x, name, ids, says) => {
    expect(rules(judge(x, name))).toEqual(ids)
    expect(messages(judge(x, name))).toMatch(says)
  })
})
