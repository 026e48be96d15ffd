import { describe, expect, it } from "vitest"
import { maskBridge, maskOpenings, maskStray, viasTented } from "../../src/verify/rules/mask"
import { pasteOnPads, thermalPaste } from "../../src/verify/rules/paste"
import { brief, SmallBoard, step } from "./small-board"

describe("solder mask", () => {
  it("a pad that stays covered", () => {
    const board = new SmallBoard()
    board.top.flash("R,1X1", 0, -2)
    board.pads.push({ designator: "TP1", pin: "1", net: undefined, x: 0, y: -2, side: "top" })
    const { findings } = board.check(maskOpenings)
    expect(findings.map(({ message }) => message)).toEqual(["the top solder mask covers TP1.1"])
  })

  it.each([
    [0.05, 0],
    [0.05 - 2 * step, 1],
  ])("an opening %f mm beyond the pad", (margin, count) => {
    const board = new SmallBoard()
    board.top.flash("R,1X1", 0, -2)
    board.maskTop.flash(`R,${1 + 2 * margin}X${1 + 2 * margin}`, 0, -2)
    board.pads.push({ designator: "TP1", pin: "1", net: undefined, x: 0, y: -2, side: "top" })
    expect(board.check(maskOpenings).findings).toHaveLength(count)
  })

  it.each([
    [0.1, 0],
    [0.1 - step, 1],
  ])("a bridge of %f mm", (bridge, count) => {
    const board = new SmallBoard()
    board.maskTop.flash("R,1X1", 0, -3).flash("R,1X1", 1 + bridge, -3)
    expect(board.check(maskBridge).findings).toHaveLength(count)
  })

  it("openings of two nets in one", () => {
    const board = new SmallBoard()
    board.maskTop.flash("R,12X1", 0, 0)
    expect(brief(board.check(maskBridge).findings)).toContain("dfm/mask-bridge error")
  })

  it("an opening over bare tracks, and one that reaches far past its pad", () => {
    const stray = new SmallBoard()
    stray.maskTop.flash("R,1X1", 0, -3)
    expect(brief(stray.check(maskStray).findings)).toEqual(["dfm/mask-stray error"])
    const long = new SmallBoard()
    long.maskTop.flash("R,3X1.1", 6, 0)
    expect(brief(long.check(maskStray).findings)).toEqual(["dfm/mask-stray error"])
    expect(long.check(maskStray, { blind: true }).findings).toEqual([])
  })

  it.each([
    ["round a mark alone", "C,2", [], 0],
    ["three times as wide as its mark", "C,3", [], 0],
    ["wider", "C,3.2", [], 1],
    ["square", "R,2X2", [], 1],
    ["with copper at its rim", "C,2", [["C,0.4", 0.9, -3]], 1],
    ["with another pad in it", "C,2", [["C,0.2", 0.8, -3]], 1],
    ["off the mark's middle", "C,2", [["off"]], 1],
    ["with paste on the mark", "C,2", [["paste"]], 1],
    ["over a square pad", "C,2", [["R,1X1", 0, -3]], 1],
  ] as const)("an opening %s", (_, opening, more, count) => {
    const board = new SmallBoard()
    board.top.flash("C,1", 0, -3)
    let x = 0
    for (const [what, atX, atY] of more)
      if (what === "off") x = 0.1
      else if (what === "paste") board.pasteTop.flash("C,1", 0, -3)
      else board.top.flash(what, atX, atY)
    board.maskTop.flash(opening, x, -3)
    expect(board.check(maskStray).findings).toHaveLength(count)
  })

  it("a via that is bare, and one at the rim of an opening", () => {
    const board = new SmallBoard()
    board.maskTop.flash("C,0.6", -2, -2)
    board.maskBottom.flash("R,1X1", 5.6, -2)
    expect(board.check(viasTented).findings.map(({ at }) => at?.layer)).toEqual(["top", "bottom"])
  })
})

describe("solder paste", () => {
  it("beside a pad, on mask, over a hole", () => {
    const off = new SmallBoard()
    off.pasteTop.flash("R,0.5X0.5", 0, -2)
    expect(brief(off.check(pasteOnPads).findings)).toContain("dfm/paste-on-pads error")
    const masked = new SmallBoard()
    masked.pasteTop.flash("R,0.5X0.1", -5, 1.5)
    expect(brief(masked.check(pasteOnPads).findings)).toContain("dfm/paste-on-pads error")
    const hole = new SmallBoard()
    hole.pasteTop.flash("C,1.5", -5, 3)
    expect(hole.check(pasteOnPads).findings.map(({ message }) => message)).toEqual([
      "the top solder paste covers a hole",
    ])
  })

  it.each([
    [0.8, 0],
    [0.81, 1],
    [0.5, 0],
    [0.49, 1],
  ])("a thermal pad of two lands pasted to %f", (part, count) => {
    const board = new SmallBoard()
    for (const x of [-1, 1]) {
      board.top.flash("R,1X1", x, -3)
      board.pasteTop.flash(`R,${part}X1`, x, -3)
      board.pads.push({ designator: "U1", pin: "9", net: "B", x, y: -3, side: "top" })
    }
    expect(board.check(thermalPaste).findings).toHaveLength(count)
  })
})
