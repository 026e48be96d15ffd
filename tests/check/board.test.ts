import type { AnyCircuitElement } from "circuit-json"
import { describe, expect, it } from "vitest"
import { catalogue } from "../../components/catalogue"
import type { BoardDefinition } from "../../src/board-definition"
import { catalogueParts } from "../../src/check/board/catalogue"
import { designators, placements } from "../../src/check/board/designators"
import { fixedPads } from "../../src/check/board/fixed-pads"
import { keepouts } from "../../src/check/board/keepouts"
import { mechanics } from "../../src/check/board/mechanics"
import { netClasses } from "../../src/check/board/net-classes"
import { onBoard } from "../../src/check/board/on-board"
import { variants } from "../../src/check/board/variants"
import { piecesOf } from "../../src/check/lvs/contacts"
import { copperOf } from "../../src/circuit/copper"
import { netlistOf } from "../../src/circuit/netlist"
import { circuitOf, type Sketch } from "./circuit-fixture"
import { messages, rules } from "./erc-fixture"

const element = (
  fields: { readonly type: AnyCircuitElement["type"] } & Record<string, unknown>,
): AnyCircuitElement => fields as unknown as AnyCircuitElement

interface PartSketch {
  readonly name: string
  readonly x?: number
  readonly y?: number
  readonly turn?: number
  readonly side?: "top" | "bottom"
  readonly fitted?: boolean
  readonly offBoard?: boolean
  readonly value?: Record<string, unknown>
  readonly courtyard?: { readonly width: number; readonly height: number; readonly turn?: number }
  readonly land?: boolean
}

/** Parts without pins: what the placement and catalogue checks look at. */
const partsCircuit = (parts: readonly PartSketch[]): AnyCircuitElement[] =>
  parts.flatMap(
    (
      {
        name,
        x = 0,
        y = 0,
        turn = 0,
        side = "top",
        fitted = true,
        offBoard = false,
        value,
        courtyard,
        land = true,
      },
      i,
    ) => [
      element({
        type: "source_component",
        source_component_id: `s${i}`,
        name,
        ftype: "simple_resistor",
        resistance: 10_000,
        supplier_part_numbers: { jlcpcb: ["C17414"] },
        ...value,
      }),
      ...(land
        ? [
            element({
              type: "pcb_component",
              pcb_component_id: `p${i}`,
              source_component_id: `s${i}`,
              center: { x, y },
              rotation: turn,
              layer: side,
              do_not_place: !fitted,
              is_allowed_to_be_off_board: offBoard,
            }),
          ]
        : []),
      ...(courtyard === undefined
        ? []
        : [
            element({
              type: "pcb_courtyard_rect",
              pcb_component_id: `p${i}`,
              center: { x, y },
              width: courtyard.width,
              height: courtyard.height,
              ccw_rotation: courtyard.turn ?? 0,
              layer: side,
            }),
          ]),
    ],
  )

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
  const board: Pick<BoardDefinition, "outline" | "thicknessMm" | "mountingHoles"> = {
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
    ["hole elsewhere", [compiled, hole(5.1)], ["board/mounting-hole"], /at \(5\.1, 5\) mm that/],
  ] as const)("%s", (_, circuit, ids, says) => {
    const result = mechanics({ circuit, board })
    expect(rules(result)).toEqual(ids)
    expect(messages(result)).toMatch(says)
  })
})

describe("on the board", () => {
  const judge = (circuit: AnyCircuitElement[]) =>
    onBoard({ circuit, board: { outline }, copper: copperOf(circuit) })
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

describe("copper-free zones", () => {
  const zone = { name: "the antenna", minX: -2, minY: -10, maxX: 2, maxY: -6 }
  const judge = (sketch: Partial<Sketch>, zones = [zone], extra: AnyCircuitElement[] = []) => {
    const circuit = [...circuitOf({ pads: {}, ...sketch }), ...extra]
    return keepouts({ circuit, board: { keepouts: zones }, pieces: piecesOf(copperOf(circuit)) })
  }
  const along = (y: number, layer: "top" | "bottom" = "top") =>
    rules(
      judge({
        tracks: [
          {
            net: "A",
            layer,
            width: 0.25,
            points: [
              [-5, y],
              [5, y],
            ],
          },
        ],
      }),
    )

  it("tracks on every layer, up to the edge", () => {
    expect(along(-5.875)).toEqual([])
    expect(along(-5.88)).toEqual(["board/keepout-copper"])
    expect(along(-8, "bottom")).toEqual(["board/keepout-copper"])
  })

  it("pads, vias and pours", () => {
    const result = judge({ pads: { "U2.1": { x: -2.4, y: -8, net: "GND" } } })
    expect(messages(result)).toMatch(/pad U2\.1 \(GND\) is in the copper-free zone of the antenna/)
    expect(rules(judge({ vias: [{ x: 0, y: -8, net: "GND" }] }))).toEqual(["board/keepout-copper"])
    const half = (top: number) =>
      judge({
        pads: { "R1.1": { x: 20, y: 20, net: "GND" } },
        pours: [
          {
            net: "GND",
            outline: [
              [-9, top],
              [9, top],
              [9, 9],
              [-9, 9],
            ],
          },
        ],
      })
    expect(rules(half(-6))).toEqual([])
    expect(rules(half(-6.1))).toEqual(["board/keepout-copper"])
  })

  it("zones that only a footprint has", () => {
    const drawn = element({
      type: "pcb_keepout",
      shape: "rect",
      center: { x: 8, y: 8 },
      width: 2,
      height: 2,
      layers: ["top"],
    })
    const result = judge({ vias: [{ x: 8, y: 8, net: "GND" }] }, [zone], [drawn])
    expect(messages(result)).toMatch(/the footprint at \(8\.00, 8\.00\) mm/)
    expect(result.figures?.[0]?.value).toBe(2)
  })
})

describe("net classes", () => {
  const classes = [
    { name: "power", nets: ["P"], widthMm: 0.6, clearanceMm: 0.2 },
    { name: "signal", nets: ["S"], widthMm: 0.25, clearanceMm: 0.2 },
  ]
  const sketch: Sketch = {
    pads: {
      "R1.1": { x: 0, y: 0, net: "P" },
      "R2.1": { x: 10, y: 0, net: "P" },
      "R1.2": { x: 0, y: 5, net: "S" },
      "R2.2": { x: 10, y: 5, net: "S" },
    },
  }
  const judge = (netList = classes, tracks: Sketch["tracks"] = []) => {
    const circuit = circuitOf({ ...sketch, tracks })
    return netClasses({
      board: { netClasses: netList },
      netlist: netlistOf(circuit),
      copper: copperOf(circuit),
    })
  }

  it("every net in one of them, and no others", () => {
    const [power, signal] = classes as [(typeof classes)[0], (typeof classes)[0]]
    expect(messages(judge())).toBe("")
    expect(messages(judge([power]))).toBe("net S is in no net class")
    expect(messages(judge([power, { ...signal, nets: ["S", "P"] }]))).toBe(
      "net P is in the net classes power and signal",
    )
    expect(messages(judge([power, { ...signal, nets: ["S", "X"] }]))).toMatch(
      /net X, which the circuit has not/,
    )
  })

  it.each([
    [
      0.6,
      [
        [0, 0],
        [10, 0],
      ],
      [],
    ],
    [
      0.59,
      [
        [0, 0],
        [10, 0],
      ],
      ["board/track-width"],
    ],
    [
      0.3,
      [
        [0, 0],
        [2.5, 0],
      ],
      [],
    ],
    [
      0.3,
      [
        [0, 0],
        [2.51, 0],
      ],
      ["board/track-width"],
    ],
    [
      0.3,
      [
        [4, 0],
        [6, 0],
      ],
      ["board/track-width"],
    ],
  ] as const)("power track of %d mm along %o", (width, points, ids) => {
    expect(rules(judge(classes, [{ net: "P", width, points }]))).toEqual(ids)
  })
})
