import { describe, expect, it } from "vitest"
import aisler from "../../fabrication/aisler/index"
import jlcpcb from "../../fabrication/jlcpcb/index"
import pcbway from "../../fabrication/pcbway/index"
import { rectangle } from "../../src/board/define"
import type { PanelCuts } from "../../src/model/board"
import type { DrillFile, PanelRules } from "../../src/model/fab-house"
import { UserError } from "../../src/model/finding"
import type { Point } from "../../src/model/place"
import type { PanelBoard, PanelPlan } from "../../src/panel/board"
import { isStraight, levelAt } from "../../src/panel/edge"
import { narrowSlots, outlineRings } from "../../src/panel/frame"
import { layOut } from "../../src/panel/layout"
import { panelNetlist } from "../../src/panel/netlist"
import { panelPlan } from "../../src/panel/plan"
import { railWords } from "../../src/panel/rail-words"
import { panelRules } from "../../src/pipeline/fab-house"
import { readFabSet } from "../../src/verify/files/fab-set"
import { BoardGeometry } from "../../src/verify/geometry/board"
import { readIpcNetlist } from "../../src/verify/ipc-d-356"
import { circuitOf, element } from "../check/circuit-fixture"

/** Small panels do for tests. */
const rules: PanelRules = { ...(jlcpcb.panel as PanelRules), leastSideMm: 20 }
/** 40 x 26 mm, its lower edge with a step of 3 mm, or with a notch of 8 mm. */
const step: readonly Point[] = [
  { x: -20, y: -10 },
  { x: -8, y: -10 },
  { x: -8, y: -13 },
  { x: 20, y: -13 },
  { x: 20, y: 13 },
  { x: -20, y: 13 },
]
const notch: readonly Point[] = [
  { x: -20, y: -13 },
  { x: -10, y: -13 },
  { x: -10, y: -5 },
  { x: 10, y: -5 },
  { x: 10, y: -13 },
  { x: 20, y: -13 },
  { x: 20, y: 13 },
  { x: -20, y: 13 },
]

const boardOf = (id: string, outline: readonly Point[], more: Partial<PanelBoard> = {}): PanelBoard => ({
  id,
  copper: 2,
  layers: new Map(),
  drills: { PTH: "", NPTH: "" } satisfies Record<DrillFile, string>,
  geometry: new BoardGeometry(readFabSet([]), undefined),
  circuit: [],
  outline,
  cutouts: [],
  thicknessMm: 1.6,
  lists: new Map(),
  ...more,
})
const boards = new Map(
  [
    boardOf("plain", rectangle(40, 26)),
    boardOf("wide", rectangle(50, 26)),
    boardOf("slim", rectangle(40, 26), { thicknessMm: 0.8 }),
    boardOf("step", step),
    boardOf("notch", notch),
  ].map((board) => [board.id, board]),
)
const laid = (grid: string, cuts: PanelCuts, rails: 2 | 4 = 4, own = rules) =>
  layOut(panelPlan({ grid, cuts, rails }, "plain") satisfies PanelPlan, boards, own, 0.25)

describe("edges", () => {
  it("are straight from corner to corner, or not", () => {
    expect((["top", "bottom", "left", "right"] as const).map((edge) => isStraight(step, edge))).toEqual([
      true,
      false,
      false,
      true,
    ])
    expect(isStraight(notch, "bottom")).toBe(false)
  })

  it("have a level where one straight piece is met from outside", () => {
    expect(levelAt(step, "bottom", -19, -9)).toBe(-10)
    expect(levelAt(step, "bottom", 0, 5)).toBe(-13)
    expect(levelAt(step, "bottom", -9, -7)).toBeUndefined()
    expect(levelAt(notch, "bottom", -5, 5)).toBe(-5)
    expect(levelAt(notch, "top", -5, 5)).toBe(13)
    expect(levelAt(notch, "top", 18, 22)).toBeUndefined()
  })
})

describe("V-cuts", () => {
  it("go from edge to edge along every side, and leave no slot", () => {
    const layout = laid("2x3", "v")
    expect([layout.widthMm, layout.heightMm, layout.tabs]).toEqual([90, 88, []])
    const lines = layout.cuts.map(({ from, to }) => [from.x, from.y, to.x, to.y])
    expect(lines).toEqual([
      ...[-40, 0, 40].map((x) => [x, -44, x, 44]),
      ...[39, 13, -13, -39].map((y) => [-45, y, 45, y]),
    ])
    const [ring, ...others] = outlineRings(layout)
    // Corners only: a V-cut that began in a point of the contour would be drawn as part of it.
    expect([ring?.length, others]).toEqual([4, []])
  })

  it("between columns only, with tabs elsewhere that keep off them", () => {
    const layout = laid("2x2", "columns", 2)
    expect(layout.cuts).toEqual([{ from: { x: 0, y: -34 }, to: { x: 0, y: 34 } }])
    expect(layout.tabs.length).toBeGreaterThanOrEqual(12)
    expect(layout.tabs.every(({ minX, maxX }) => minX > 0.5 || maxX < -0.5)).toBe(true)
    expect(narrowSlots(outlineRings(layout), rules)).toEqual([])
  })

  it.each([
    [
      "a notched edge",
      "notch,notch/notch,notch/notch,notch",
      "v",
      4,
      /^notch: its bottom edge.*--cuts columns$/,
    ],
    ["a stepped side", "step,step/step,step/step,step", "columns", 2, /^step: its left edge.*--cuts bites$/],
    ["rows of two widths", "plain,plain/wide,wide", "v", 4, /row 2 has boards of other widths/],
    ["side rails beside open slots", "2x3", "columns", 4, /--rails 2, or --cuts v/],
    ["two thicknesses", "plain/slim/plain", "bites", 4, /1.6 and 0.8 mm/],
  ] as const)("are refused at %s", (_, grid, cuts, rails, message) => {
    expect(() => laid(grid, cuts, rails)).toThrow(message)
  })

  it("hang on strips as wide as the house asks, on panels no larger than it takes", () => {
    const slim = "slim,slim/slim,slim/slim,slim"
    expect(() => laid(slim, "v")).not.toThrow()
    const narrow = { ...rules, railMm: 4.9, fiducial: { ...rules.fiducial, fromEdgeMm: 3.8 } }
    expect(() => laid(slim, "v", 4, narrow)).toThrow(/4.9 mm.*0.8 mm want 5/)
    expect(() => laid("2x3", "v", 4, narrow)).not.toThrow()
    expect(() => laid("12x3", "v")).toThrow(/475 at most/)
    const { vCut: _, ...none } = rules
    expect(() => laid("2x3", "v", 4, none)).toThrow(/no rules for V-cuts are recorded/)
    expect(() => laid("2x3", "bites", 4, none)).not.toThrow()
  })
})

it("is laid out by the rules of a house that scores nothing, its boards a cutter apart", () => {
  const own = { ...(pcbway.panel as PanelRules), leastSideMm: 20 }
  const layout = laid("2x3", "bites", 2, own)
  expect([layout.widthMm, layout.heightMm]).toEqual([81.6, 94.4])
  expect(narrowSlots(outlineRings(layout), own)).toEqual([])
  expect(narrowSlots(outlineRings(layout), { ...own, cutterMm: 1.62 }).length).toBeGreaterThan(0)
})

it.each([
  [jlcpcb, "v", undefined],
  [pcbway, "bites", undefined],
  [pcbway, "v", "--cuts v: no rules for V-cuts are recorded of PCBWay: --cuts bites"],
  [pcbway, "columns", "--cuts columns: no rules for V-cuts are recorded of PCBWay: --cuts bites"],
  [
    aisler,
    "v",
    "--panel: no rules for panels are recorded of Aisler: order its boards one by one, or give --fab jlcpcb or pcbway",
  ],
] as const)("at $title, cut by %s, is made or refused in one line", (house, cuts, message) => {
  if (message === undefined) expect(panelRules(house, { cuts })).toBe(house.panel)
  else expect(() => panelRules(house, { cuts })).toThrow(new UserError(message))
})

it("holds a board whose edge steps back a little, and no deeper notch", () => {
  const { tabs } = laid("step,step/step,step", "bites")
  const lowest = Math.min(...tabs.map(({ minY }) => minY))
  const own = tabs.filter(({ minY }) => minY === lowest)
  expect(new Set(own.map(({ maxY, minY }) => Math.round((maxY - minY) * 1e3) / 1e3))).toEqual(new Set([2, 5]))
  const over = laid("notch/notch", "bites").tabs.filter(({ maxY, minY }) => maxY - minY > 6)
  expect(over).toEqual([])
})

it.each([
  ["2x3", "v", 4],
  ["2x2", "columns", 2],
  ["2x3", "bites", 4],
] as const)("prints on the rails of %s, %s, beside holes, marks and each other", (grid, cuts, rails) => {
  const layout = laid(grid, cuts, rails)
  const words = railWords(layout, "panel-plain", rules)
  expect(words.map(({ text }) => text)).toContain("PANEL-PLAIN")
  expect(words.map(({ text }) => text)).toContain(rules.orderMark)
  for (const { text, size, x, y } of words) {
    const half = (text.length * size * 0.7) / 2
    for (const mark of [...layout.tooling, ...layout.fiducials])
      if (Math.abs(mark.y - y) < 2.5) expect(Math.abs(mark.x - x)).toBeGreaterThan(half + 1)
    for (const other of words)
      if (other.text !== text && Math.abs(other.y - y) < 1.5)
        expect(Math.abs(other.x - x)).toBeGreaterThan(half + (other.text.length * other.size * 0.7) / 2)
  }
})

it.each([
  ["0.39 mm from a V-cut", "v", 19.11, /less than 0.4 mm from its right edge/],
  ["0.4 mm from a V-cut", "v", 19.1, undefined],
  ["at an edge that is milled", "bites", 19.5, undefined],
] as const)("takes or refuses a part %s that a machine places", (_, cuts, x, message) => {
  const yard = { type: "pcb_courtyard_rect", pcb_component_id: "pcb-C1", center: { x, y: 0 } } as const
  const circuit = [
    ...circuitOf({ pads: { "C1.1": { x, y: 0, net: "A" } } }),
    element({ ...yard, width: 1, height: 1 }),
  ]
  const lists = new Map([["full", { bom: "", cpl: "Designator\nC1\n", hand: "" }]])
  const own = new Map([["near", boardOf("near", rectangle(40, 26), { circuit, lists })]])
  const lay = () => layOut(panelPlan({ grid: "2x2", rails: 4, cuts }, "near"), own, rules, 0.25)
  if (message === undefined) expect(lay).not.toThrow()
  else expect(lay).toThrow(message)
})

it("puts no tab beside an opening or the end of a slot near the edge", () => {
  const slot =
    "M48\n; #@! TF.FileFunction,NonPlated,1,2,NPTH\nMETRIC\nT1C1.000\n%\nT1\nX-17.000Y12.000G85X-3.000Y12.000\nM30\n"
  const files = readFabSet([{ name: "s-NPTH.drl", text: slot }])
  const over = (board: PanelBoard) =>
    layOut(panelPlan({ grid: "1x2", rails: 4 }, "odd"), new Map([["odd", board]]), rules, 0.25).tabs.filter(
      ({ minX, maxX }) => minX > -17 && maxX < -3,
    )
  const opening = [rectangle(8, 3).map(({ x, y }) => ({ x: x - 10, y: y + 11 }))]
  const edges = (board: PanelBoard) => new Set(over(board).map(({ maxY }) => maxY))
  const plain = edges(boardOf("odd", rectangle(40, 26)))
  expect(plain.size).toBe(3)
  expect(edges(boardOf("odd", rectangle(40, 26), { cutouts: opening })).size).toBe(1)
  const geometry = new BoardGeometry(files, undefined)
  expect(edges(boardOf("odd", rectangle(40, 26), { geometry })).size).toBe(1)
})

it.each([
  ["boards so far apart that tabs swing", { grid: "2x2", gapMm: 11 }, jlcpcb, /a tab would be 11.0 mm long/],
  ["boards as far apart as tabs hold", { grid: "2x2", gapMm: 10.8 }, jlcpcb, undefined],
  ["a panel larger than the house makes", { grid: "10x14" }, jlcpcb, /at most 400 x 500/],
  ["a panel as the other takes it", { grid: "3x15" }, pcbway, undefined],
  ["a panel wider than that one takes", { grid: "9x12" }, pcbway, /at most 330 x 530/],
] as const)("makes or refuses %s", (_, order, { panel }, message) => {
  const own = { ...(panel as PanelRules), leastSideMm: 20 }
  const lay = () => layOut(panelPlan(order, "plain"), boards, own, 0.25)
  if (message === undefined) expect(lay).not.toThrow()
  else expect(lay).toThrow(message)
})

describe("the panel's netlist", () => {
  const circuit = circuitOf({
    pads: { "R1.1": { x: 1, y: 2, net: "A" }, "LONG1.1": { x: 3, y: 2, net: "A" } },
  })
  const netlist = (count: number) => {
    const own = new Map([["plain", boardOf("plain", rectangle(40, 26), { circuit })]])
    const layout = layOut(panelPlan({ grid: `1x${count}`, rails: 4 }, "plain"), own, rules, 0.25)
    return readIpcNetlist(panelNetlist(layout, "p", rules), "p.ipc").records
  }

  it("has every board's pads at its place, under its own names", () => {
    const pads = netlist(3).filter(({ kind }) => kind !== "tooling-hole")
    expect(pads.map(({ designator }) => designator)).toEqual(
      [1, 2, 3].flatMap((n) => [`LONG1${n}`, `R1_${n}`]),
    )
    expect(pads.filter(({ designator }) => designator.startsWith("R")).map(({ x, y }) => [x, y])).toEqual([
      [1, 30],
      [1, 2],
      [1, -26],
    ])
  })

  it("refuses names that do not fit", () => {
    expect(() => netlist(10)).toThrow(/LONG1_?10.*longer/)
  })
})

describe("panelPlan", () => {
  it("reads a grid, rows, and what a board says itself", () => {
    expect(panelPlan({ grid: "2x1", cuts: "v", rails: 4, gapMm: 3 }, "a")).toEqual({
      ...{ rows: [["a", "a"]], cuts: "v", rails: 4, gapMm: 3 },
    })
    expect(panelPlan({ grid: "a, a/b" }, undefined)).toEqual({
      rows: [["a", "a"], ["b"]],
      cuts: "bites",
      rails: 2,
    })
    expect(() => panelPlan({ grid: "2*3" }, "a", "boards/a: panel")).toThrow("boards/a: panel")
    expect(() => panelPlan({ grid: "0x3" }, "a")).toThrow("no board")
  })
})
