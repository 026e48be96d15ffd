import { describe, expect, it } from "vitest"
import { importerTraps } from "../../src/verify/rules/gerber-format"
import { oneFrame } from "../../src/verify/rules/layer-set"
import { brief, SmallBoard } from "./small-board"

describe("a sound board", () => {
  it("has no findings, with and without a netlist", () => {
    expect(new SmallBoard().all()).toEqual([])
    expect(new SmallBoard().all({ blind: true })).toEqual([])
  })
})

describe("frame and importer", () => {
  it("a drill file with another origin", () => {
    const board = new SmallBoard()
    board.plated = board.plated.map((hole) => ({ ...hole, x: hole.x + 100 }))
    expect(brief(board.check(oneFrame).findings)).toEqual(["pkg/one-frame error"])
  })

  it("macros and commands that JLCPCB misreads", () => {
    const board = new SmallBoard()
    board.top.raw("%AMBAR*21,1,$1,$2,0,0,0*%", "%ADD90BAR,1X2*%", "%LR45*%")
    expect(brief(board.check(importerTraps).findings)).toEqual([
      "dfm/importer-traps error",
      "dfm/importer-traps error",
    ])
    const plain = new SmallBoard()
    plain.top.raw("%AMBAR*21,1,1,2,0,0,0*%", "%ADD90BAR*%")
    expect(plain.check(importerTraps).findings).toEqual([])
  })
})
