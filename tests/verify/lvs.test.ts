import { describe, expect, it } from "vitest"
import { netlistOfAttributes } from "../../src/verify/expected/attributes"
import { netlistOfCircuitJson } from "../../src/verify/expected/circuit-json"
import { readFabSet } from "../../src/verify/files/fab-set"
import { BoardGeometry } from "../../src/verify/geometry/board"
import { netlistRule } from "../../src/verify/lvs/compare"
import { Sheet } from "./sheet"
import { atJlcpcb, brief, SmallBoard } from "./small-board"

const lvs = (board: SmallBoard) => board.check(netlistRule).findings

describe("netlist of the written copper", () => {
  it("of a sound board equals the circuit's, with figures", () => {
    const { findings, figures } = new SmallBoard().check(netlistRule)
    expect(findings).toEqual([])
    expect(figures?.map(({ value }) => value)).toEqual([2, 5, 2])
  })

  it("a track between two nets is a short, with the place where they meet", () => {
    const board = new SmallBoard()
    board.top.line(0.25, [-5, 0], [5, 0])
    const [finding, ...rest] = lvs(board)
    expect(rest).toEqual([])
    expect(finding?.rule).toBe("lvs/short")
    expect(finding?.nets).toEqual(["A", "B"])
    expect(finding?.parts).toContain("R1.2")
    expect(finding?.at).toMatchObject({ x: 0, y: 0, layer: "top" })
  })

  it("a short through a pour has its place, too", () => {
    const board = new SmallBoard()
    board.top.region([-5.2, -0.2], [5.2, -0.2], [5.2, 0.2], [-5.2, 0.2])
    const [finding, ...rest] = lvs(board)
    expect(rest).toEqual([])
    expect(finding?.rule).toBe("lvs/short")
    expect(finding?.at).toMatchObject({ y: 0, layer: "top" })
  })

  it("touching by a hair is a short, apart by a hair is none", () => {
    const touching = (gap: number): SmallBoard => {
      const board = new SmallBoard()
      board.top.flash("R,1X1", -6 - gap, 0).line(0.25, [-6 - gap, 0], [-6 - gap, -4], [5, -4], [5, -2])
      return board
    }
    expect(brief(lvs(touching(-0.001)))).toEqual(["lvs/short error"])
    expect(lvs(touching(0.001))).toEqual([])
  })

  it("a missing track is open, with pads and the millimetres that are missing", () => {
    const board = new SmallBoard()
    const bottom = new Sheet("Copper,L2,Bot")
    bottom.flash("C,1.8", -5, 3).flash("C,0.6", -2, -2).flash("C,0.6", 5, -2)
    bottom.flash("R,1X1", 0, 2).flash("R,1X1", 3, 2)
    bottom.line(0.25, [-2, -2], [-2, 0], [-0.8, 2]).line(0.25, [5, -2], [5, 0], [3, 2])
    Object.assign(board, { bottom })
    const [finding, ...rest] = lvs(board)
    expect(rest).toEqual([])
    expect(finding?.rule).toBe("lvs/open")
    expect(finding?.parts).toEqual(["C1.1"])
    expect(finding?.measure?.value).toBeCloseTo(0.8 - 0.5 - 0.125, 2)
  })

  it("a via that is not drilled is open", () => {
    const board = new SmallBoard()
    board.plated = board.plated.filter(({ x }) => x !== 5)
    expect(brief(lvs(board))).toEqual(["lvs/open error"])
  })

  it("a part turned by 180 degrees is two shorts' worth of wrong nets", () => {
    const board = new SmallBoard()
    board.pads = board.pads.map((pad) =>
      pad.designator === "R1"
        ? { ...pad, pin: pad.pin === "1" ? "2" : "1", net: pad.net === "A" ? "B" : "A" }
        : pad,
    )
    expect(brief(lvs(board))).toEqual([
      "lvs/open error",
      "lvs/open error",
      "lvs/short error",
      "lvs/short error",
    ])
  })

  it("an unconnected pad that is connected is a short", () => {
    const board = new SmallBoard()
    board.pads = board.pads.map((pad) => (pad.designator === "J1" ? { ...pad, net: undefined } : pad))
    const [finding] = lvs(board)
    expect(finding?.message).toContain("J1.1 (unconnected)")
  })

  it("a pad without copper, a net of one pad, copper that reaches no pad", () => {
    const board = new SmallBoard()
    board.pads.push({ designator: "R2", pin: "1", net: "C", x: 0, y: -3, side: "top" })
    board.plated.push({ x: 7, y: -3, d: 0.3, via: true })
    for (const side of [board.top, board.bottom]) side.flash("C,0.6", 7, -3)
    expect(brief(lvs(board))).toEqual(["lvs/floating error", "lvs/pad-missing error", "lvs/single-pin error"])
  })

  it("clear polarity cuts a track", () => {
    const board = new SmallBoard()
    board.top.raw("%LPC*%").flash("R,1X0.1", -5, 1.5).raw("%LPD*%")
    expect(brief(lvs(board))).toEqual(["lvs/open error"])
  })
})

describe("where the expected nets come from", () => {
  const circuit = (nets: readonly [string, string][]): string =>
    JSON.stringify([
      { type: "source_component", source_component_id: "c", name: "U1" },
      ...nets.map(([name, key]) => ({ type: "source_net", name, subcircuit_connectivity_map_key: key })),
      {
        type: "source_port",
        source_port_id: "p",
        source_component_id: "c",
        name: "VCC",
        pin_number: 7,
        subcircuit_connectivity_map_key: "k",
      },
      { type: "source_port", source_port_id: "q", source_component_id: "c", name: "EP", pin_number: 9 },
      { type: "source_component_internal_connection", source_port_ids: ["q", "p"] },
      { type: "pcb_port", pcb_port_id: "pp", source_port_id: "p" },
      { type: "pcb_port", pcb_port_id: "qq", source_port_id: "q" },
      { type: "pcb_smtpad", pcb_port_id: "pp", layer: "bottom", x: 1, y: 2 },
      {
        type: "pcb_smtpad",
        pcb_port_id: "qq",
        layer: "bottom",
        points: [
          { x: 0, y: 0 },
          { x: 2, y: 0 },
          { x: 1, y: 3 },
        ],
      },
      { type: "pcb_via", x: 4, y: 5, hole_diameter: 0.3 },
      { type: "pcb_something_new", whatever: true },
    ])

  it("a circuit JSON: pins, nets, holes, ports that are one inside the part", () => {
    const netlist = netlistOfCircuitJson(circuit([["V33", "k"]]), "circuit.json")
    expect(netlist.pads).toEqual([
      { designator: "U1", pin: "7", net: "V33", x: 1, y: 2, side: "bottom" },
      { designator: "U1", pin: "7", net: "V33", x: 1, y: 1.5, side: "bottom" },
    ])
    expect(netlist.holes).toEqual([{ x: 4, y: 5, diameter: 0.3, plated: true }])
    expect(netlist.merged).toEqual([])
  })

  it("two names on one net are merged nets", () => {
    const merged = netlistOfCircuitJson(
      circuit([
        ["V33", "k"],
        ["GND", "k"],
      ]),
      "circuit.json",
    )
    const board = new BoardGeometry(readFabSet(new SmallBoard().files()), { ...merged, pads: [] })
    const { findings } = netlistRule.check({ board, ...atJlcpcb })
    expect(findings.filter(({ rule }) => rule === "lvs/merged").map(({ nets }) => nets)).toEqual([
      ["GND", "V33"],
    ])
  })

  it("anything else is a clear line", () => {
    expect(() => netlistOfCircuitJson("{", "circuit.json")).toThrow("circuit.json, line 1: not valid JSON")
    expect(() => netlistOfCircuitJson("{}", "circuit.json")).toThrow("not a circuit JSON")
    expect(() => netlistOfCircuitJson('[{"type":"source_net"}]', "circuit.json")).toThrow(
      "a source_net lacks name",
    )
  })

  it("net attributes of the copper itself", () => {
    const board = new SmallBoard()
    board.top.raw("%TO.P,R9,2*%", "%TO.N,A*%").flash("R,1X1", 0, -3).raw("%TD*%")
    board.top.raw("%TO.P,R9,1*%", "%TO.N,unconnected-(R9-Pad1)*%").flash("R,1X1", 2, -3).raw("%TD*%")
    const netlist = netlistOfAttributes(readFabSet(board.files()))
    expect(netlist?.pads).toEqual([
      { designator: "R9", pin: "2", net: "A", x: 0, y: -3, side: "top" },
      { designator: "R9", pin: "1", net: undefined, x: 2, y: -3, side: "top" },
    ])
    expect(netlistOfAttributes(readFabSet(new SmallBoard().files()))).toBeUndefined()
  })
})
