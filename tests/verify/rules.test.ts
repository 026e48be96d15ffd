import { describe, expect, it } from "vitest"
import { fabRule } from "../../fabrication/jlcpcb/rules"
import { readFabSet } from "../../src/verify/files/fab-set"
import { BoardGeometry } from "../../src/verify/geometry/board"
import { annularRing } from "../../src/verify/rules/annular-ring"
import { clearance } from "../../src/verify/rules/clearance"
import { copperEdge } from "../../src/verify/rules/copper-edge"
import { copperWidth } from "../../src/verify/rules/copper-width"
import { importerTraps } from "../../src/verify/rules/gerber-format"
import { holeToCopper } from "../../src/verify/rules/hole-to-copper"
import { holeOnCopper, holeSize, holeSpacing } from "../../src/verify/rules/holes"
import { islands } from "../../src/verify/rules/islands"
import { oneFrame } from "../../src/verify/rules/layer-set"
import { maskBridge, maskOpenings, maskStray, viasTented } from "../../src/verify/rules/mask"
import { outlineRule } from "../../src/verify/rules/outline"
import { pasteOnPads, thermalPaste } from "../../src/verify/rules/paste"
import { silkClear, silkLine, silkOnBoard } from "../../src/verify/rules/silkscreen"
import { textHeight } from "../../src/verify/rules/text-height"
import { Sheet } from "./sheet"
import { brief, SmallBoard } from "./small-board"

/** 5 micrometres to each side of a limit: finer than any fab, coarser than the chords of a curve. */
const step = 0.005

describe("a sound board", () => {
  it("has no findings, with and without a netlist", () => {
    expect(new SmallBoard().all()).toEqual([])
    expect(new SmallBoard().all({ blind: true })).toEqual([])
  })
})

describe("clearance", () => {
  // A track of net B beside net A's vertical track of 0.25 mm at x = -5, whose edge is at -4.875.
  const beside = (gap: number): SmallBoard => {
    const board = new SmallBoard()
    const x = -4.875 + gap + 0.125
    board.top.line(0.25, [x, 1.2], [x, 1.6], [2, 1.6], [5, 0])
    return board
  }
  it.each([
    [0.2 + step, []],
    [0.2, []],
    [0.2 - step, ["drc/clearance error"]],
  ])("of %f mm", (gap, expected) => {
    expect(brief(beside(gap).check(clearance).findings)).toEqual(expected)
  })

  it("names nets, place and millimetres", () => {
    const [finding] = beside(0.15).check(clearance).findings
    expect(finding?.nets).toEqual(["A", "B"])
    expect(finding?.measure).toEqual({ value: 0.15, limit: 0.2, unit: "mm" })
    expect(finding?.at?.x).toBeCloseTo(-4.875, 2)
    expect(finding?.at?.layer).toBe("top")
  })

  it("is not asked for within a net, also one joined on the other side only", () => {
    const board = new SmallBoard()
    board.bottom.line(0.25, [-2.2, -2], [-2.2, -3]).line(0.25, [-1.85, -3], [-1.85, -2])
    expect(board.check(clearance).findings).toEqual([])
  })

  it("of a pour cut out by clear polarity", () => {
    const pour = (gap: number): SmallBoard => {
      const board = new SmallBoard()
      const dark = new Sheet("Copper,L1,Top")
      dark.region([2, -4], [9, -4], [9, 1.5], [2, 1.5])
      dark
        .raw("%LPC*%")
        .flash(`C,${0.6 + 2 * gap}`, 4, -1)
        .raw("%LPD*%")
        .flash("C,0.6", 4, -1)
      Object.assign(board, { top: dark })
      board.pads = [
        { designator: "R1", pin: "2", net: "B", x: 5, y: 0, side: "top" },
        { designator: "TP1", pin: "1", net: "A", x: 4, y: -1, side: "top" },
      ]
      return board
    }
    expect(brief(pour(0.2).check(clearance).findings)).toEqual([])
    expect(brief(pour(0.2 - step).check(clearance).findings)).toEqual(["drc/clearance error"])
  })
})

describe("copper width", () => {
  it.each([
    [0.2 + step, 0],
    [0.2, 0],
    [0.2 - step, 1],
    [0.1, 1],
  ])("of a track %f mm wide", (width, count) => {
    const board = new SmallBoard()
    board.top.line(width, [5, 0], [8, 0])
    const { findings } = board.check(copperWidth)
    expect(findings).toHaveLength(count)
    if (count > 0) expect(findings[0]?.measure?.value).toBeCloseTo(width, 1)
  })

  it.each([
    [0.2, 0],
    [0.2 - step, 1],
  ])("of a neck of %f mm in a pour", (neck, count) => {
    const board = new SmallBoard()
    board.bottom.region(
      [2, 1],
      [6, 1],
      [6, 1.8],
      [7, 1.8],
      [7, 1],
      [9, 1],
      [9, 3],
      [7, 3],
      [7, 1.8 + neck],
      [6, 1.8 + neck],
      [6, 3],
      [2, 3],
    )
    expect(board.check(copperWidth).findings).toHaveLength(count)
  })

  it("does not mistake a sharp corner for a sliver", () => {
    const board = new SmallBoard()
    board.bottom.region([2, 1], [5, 1], [2, 4])
    expect(board.check(copperWidth).findings).toEqual([])
  })
})

describe("copper to the edge", () => {
  it.each([
    [0.3, []],
    [0.3 - step, ["drc/copper-edge warning"]],
    [0.2, ["drc/copper-edge warning"]],
    [0.2 - step, ["drc/copper-edge error"]],
    [-0.5, ["drc/copper-edge error"]],
  ])("of %f mm", (gap, expected) => {
    const board = new SmallBoard()
    board.top.line(0.25, [5, -2], [5, -5 + gap + 0.125])
    expect(brief(board.check(copperEdge).findings)).toEqual(expected)
  })

  it("finds copper wholly off the board", () => {
    const board = new SmallBoard()
    board.top.flash("R,1X1", 14, 0)
    expect(brief(board.check(copperEdge).findings)).toEqual(["drc/copper-edge error"])
  })
})

describe("holes", () => {
  it.each([
    [0.3, 0],
    [0.3 - step, 1],
  ])("a via of %f mm", (d, count) => {
    const board = new SmallBoard()
    board.plated[1] = { x: -2, y: -2, d, via: true }
    expect(board.check(holeSize).findings).toHaveLength(count)
  })

  it("unplated holes and slots have their own limits", () => {
    const board = new SmallBoard()
    board.unplated.push(
      { x: 0, y: -4, d: 0.5 },
      { x: 2, y: -4, d: 0.45 },
      { x: 4, y: -4, d: 0.9, to: [5, -4] },
    )
    expect(board.check(holeSize).findings.map(({ at }) => at?.x)).toEqual([2, 4.5])
  })

  it.each([
    [0.25, 0],
    [0.25 - step, 1],
  ])("a wall of %f mm between vias", (wall, count) => {
    const board = new SmallBoard()
    board.plated.push({ x: -2 + 0.3 + wall, y: -2, d: 0.3, via: true })
    expect(board.check(holeSpacing).findings).toHaveLength(count)
  })

  it.each([
    [0.5, 0],
    [0.5 - step, 1],
  ])("a wall of %f mm to a part's hole", (wall, count) => {
    const board = new SmallBoard()
    board.plated.push({ x: -5 + 0.5 + 0.15 + wall, y: 3, d: 0.3, via: true })
    expect(board.check(holeSpacing).findings).toHaveLength(count)
  })

  it("one hole drilled twice", () => {
    const board = new SmallBoard()
    board.plated.push({ x: -2, y: -2, d: 0.3, via: true })
    expect(board.check(holeSpacing).findings[0]?.message).toContain("drilled into each other")
  })

  it("a plated hole without copper on one side", () => {
    const board = new SmallBoard()
    board.plated.push({ x: 7, y: -3, d: 0.3, via: true })
    board.top.flash("C,0.6", 7, -3)
    const { findings } = board.check(holeOnCopper)
    expect(findings.map(({ at }) => at?.layer)).toEqual(["bottom"])
  })

  it.each([
    [0.25, []],
    [0.25 - step, ["drc/annular-ring warning"]],
    [0.18, ["drc/annular-ring warning"]],
    [0.18 - step, ["drc/annular-ring error"]],
  ])("a ring of %f mm round a part's hole", (ring, expected) => {
    const board = new SmallBoard()
    board.plated.push({ x: 0, y: -3, d: 1 })
    board.pads.push({ designator: "J2", pin: "1", net: undefined, x: 0, y: -3, side: "both" })
    for (const side of [board.top, board.bottom]) side.flash(`C,${1 + 2 * ring}`, 0, -3)
    expect(brief(board.check(annularRing).findings).slice(0, 1)).toEqual(expected)
  })

  it.each([
    [0.6, 0],
    [0.6 - 2 * step, 2],
  ])("a via of %f mm diameter", (diameter, count) => {
    const board = new SmallBoard()
    board.plated.push({ x: 0, y: -3, d: 0.3, via: true })
    for (const side of [board.top, board.bottom]) side.flash(`C,${diameter}`, 0, -3)
    expect(board.check(annularRing).findings).toHaveLength(count)
  })

  it("a drill that misses its pad", () => {
    const board = new SmallBoard()
    board.plated[0] = { x: -5.4, y: 3, d: 1 }
    expect(brief(board.check(annularRing).findings)).toEqual([
      "drc/annular-ring error",
      "drc/annular-ring error",
    ])
  })

  it.each([
    [0.25, 0],
    [0.25 - step, 1],
  ])("%f mm from an unplated hole to copper", (gap, count) => {
    const board = new SmallBoard()
    board.top.line(0.25, [8 - 1 - gap - 0.125, 0], [8 - 1 - gap - 0.125, 3], [5, 0])
    expect(board.check(holeToCopper).findings).toHaveLength(count)
  })

  it("copper poured over an unplated hole", () => {
    const board = new SmallBoard()
    board.bottom.region([2, 1], [9.5, 1], [9.5, 4.5], [2, 4.5])
    expect(board.check(holeToCopper).findings).toHaveLength(1)
  })

  it.each([
    [0.28, 0],
    [0.28 - step, 1],
  ])("%f mm from a part's hole to a foreign track under its pad's edge", (gap, count) => {
    const board = new SmallBoard()
    board.plated.push({ x: 0, y: -3, d: 1 })
    board.pads.push({ designator: "J2", pin: "1", net: undefined, x: 0, y: -3, side: "both" })
    for (const side of [board.top, board.bottom]) side.flash("C,1.04", 0, -3)
    board.bottom.line(0.25, [0.5 + gap + 0.125, -4], [0.5 + gap + 0.125, -2])
    expect(board.check(holeToCopper).findings).toHaveLength(count)
  })
})

describe("islands", () => {
  it("copper without pad or hole", () => {
    const board = new SmallBoard()
    board.top.region([6, -4], [8, -4], [8, -3], [6, -3])
    expect(brief(board.check(islands).findings)).toEqual(["drc/island error"])
    expect(board.check(islands).findings[0]?.measure?.value).toBeCloseTo(2)
    expect(brief(board.check(islands, { blind: true }).findings)).toEqual(["drc/island error"])
  })
})

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

describe("silkscreen", () => {
  it.each([
    [0.15, 0],
    [0.15 - step, 1],
  ])("a line of %f mm", (width, count) => {
    const board = new SmallBoard()
    board.silkTop.line(width, [0, -4], [2, -4])
    expect(board.check(silkLine).findings).toHaveLength(count)
  })

  it.each([
    [0.15, 0],
    [0.15 - step, 1],
  ])("%f mm from an opening", (gap, count) => {
    const board = new SmallBoard()
    // R1.2's opening ends at y = -0.55.
    board.silkTop.line(0.15, [4.5, -0.55 - gap - 0.075], [5.5, -0.55 - gap - 0.075])
    expect(board.check(silkClear).findings).toHaveLength(count)
  })

  it("within an opening, and over a hole", () => {
    const inside = new SmallBoard()
    inside.silkTop.line(0.15, [4.9, 0], [5.1, 0])
    expect(inside.check(silkClear).findings).toHaveLength(1)
    const hole = new SmallBoard()
    hole.unplated.push({ x: 0, y: 1, d: 1 })
    expect(hole.check(silkClear).findings).toHaveLength(1)
  })

  it("across the edge and off the board", () => {
    const board = new SmallBoard()
    board.silkTop.line(0.15, [9, 0], [11, 0]).line(0.15, [12, 0], [12, 1])
    expect(board.check(silkOnBoard).findings.map(({ message }) => message)).toEqual([
      "the top silkscreen runs off the board with 2 of its lines",
    ])
  })
})

describe("silkscreen text", () => {
  /** An H of the given height, turned about its middle. */
  const lettered = (height: number, rotationDeg: number, side: "top" | "bottom"): SmallBoard => {
    const board = new SmallBoard()
    const turn = ((side === "bottom" ? -1 : 1) * rotationDeg * Math.PI) / 180
    const at = (x: number, y: number): [number, number] => [
      6.5 + x * Math.cos(turn) - y * Math.sin(turn),
      -3 + x * Math.sin(turn) + y * Math.cos(turn),
    ]
    const [w, h] = [0.3, height / 2]
    const sheet = side === "top" ? board.silkTop : board.silkBottom
    sheet.line(0.15, at(-w, -h), at(-w, h)).line(0.15, at(w, -h), at(w, h)).line(0.15, at(-w, 0), at(w, 0))
    return board
  }
  const check = (board: SmallBoard, rotationDeg: number, side: "top" | "bottom"): string[] => {
    const texts = [{ x: 6.5, y: -3, text: "H", side, fontSizeMm: 1.5, rotationDeg, centred: true }]
    const geometry = new BoardGeometry(readFabSet(board.files()), { ...board.netlist(), texts })
    return brief(textHeight.check({ board: geometry, limit: fabRule }).findings)
  }
  it.each([
    [1, 0, "top", []],
    [1 - step, 0, "top", ["dfm/silkscreen-height error"]],
    [1, 90, "top", []],
    [1 - step, 90, "bottom", ["dfm/silkscreen-height error"]],
    [1, 30, "bottom", []],
  ] as const)("capitals of %f mm at %i degrees on the %s", (height, deg, side, expected) => {
    expect(check(lettered(height, deg, side), deg, side)).toEqual(expected)
  })

  it("a text that is not drawn", () => {
    expect(check(new SmallBoard(), 0, "top")).toEqual(["dfm/silkscreen-text error"])
  })
})

describe("outline", () => {
  const outlined = (sheet: Sheet): string[] => {
    const board = new SmallBoard()
    board.outline = sheet
    return board.check(outlineRule).findings.map(({ message }) => message.replace(/^.*?: /, ""))
  }
  const square: [number, number][] = [
    [-10, -5],
    [10, -5],
    [10, 5],
    [-10, 5],
  ]
  const closed = (): Sheet => new Sheet("Profile,NP").line(0.1, ...square, [-10, -5])

  it("closed by separate lines in any order and direction", () => {
    const sheet = new Sheet("Profile,NP")
    sheet.line(0.1, [10, 5], [-10, 5]).line(0.1, [-10, -5], [10, -5]).line(0.1, [10, 5], [10, -5])
    sheet.line(0.1, [-10, -5.001], [-10, 5])
    expect(outlined(sheet)).toEqual([])
  })

  it("a gap, a second contour, a branch, a shape", () => {
    const gap = outlined(new Sheet("Profile,NP").line(0.1, ...square, [-10, -4.9]))
    expect(gap[0]).toBe("no closed contour")
    expect(gap).toContain("the outline is open")
    expect(outlined(closed().line(0.1, [0, 0], [1, 0], [1, 1], [0, 0]))).toEqual([
      "2 closed contours, 1 expected",
    ])
    expect(outlined(closed().line(0.1, [10, 5], [12, 5]))).toContain("more than two lines meet in one point")
    expect(outlined(closed().flash("C,1", 0, 0))).toEqual(["1 shapes that are no line"])
  })

  it.each([
    ["as the board", 10, []],
    ["0.01 mm wider", 10.01, []],
    ["0.1 mm wider", 10.1, ["0.80 mm2 of board where the test has none"]],
    ["0.1 mm narrower", 9.9, ["0.80 mm2 of board are missing: the test has them"]],
  ])("%s", (_, right, expected) => {
    const board = new SmallBoard()
    board.outline = new Sheet("Profile,NP").line(0.1, [-10, -5], [right, -5], [right, 5], [-10, 5], [-10, -5])
    const outline = square.map(([x, y]) => ({ x, y }))
    const geometry = new BoardGeometry(readFabSet(board.files()), { ...board.netlist(), outline })
    const { findings } = outlineRule.check({ board: geometry, limit: fabRule })
    expect(findings.map(({ message }) => message)).toEqual(expected)
  })

  it("an arc counts with its bulge", () => {
    const sheet = new Sheet("Profile,NP").line(0.1, [5, 5], [-5, 5], [-5, -5], [5, -5])
    sheet.raw("G03*", "X5000000Y5000000I0J5000000D01*", "G01*")
    const board = new SmallBoard()
    board.outline = sheet
    const area = board.check(outlineRule).figures?.find(({ name }) => name === "board area")?.value
    expect(area).toBeCloseTo(100 + (Math.PI * 25) / 2, 1)
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
