import { zipSync } from "fflate"
import { describe, expect, it } from "vitest"
import jlcpcb from "../../fabrication/jlcpcb/index"
import { areaMm2, readExcellon, readGerber, toPolygons } from "../../src/read"
import { readFabSet } from "../../src/verify/files/fab-set"
import { roleByName, roleByWord } from "../../src/verify/files/roles"
import { groupFindings, type VerifyOptions, verify } from "../../src/verify/index"
import { Sheet } from "./sheet"
import { SmallBoard } from "./small-board"

const gerber = "%FSLAX46Y46*%\n%MOMM*%\n"

/** The small board as a program without attributes writes it, under other names. */
function plain(board: SmallBoard, names?: readonly string[]): Map<string, Uint8Array> {
  return new Map(
    board
      .files()
      .map(({ name, text }, i) => [
        names?.[i] ?? name,
        Buffer.from(text.replace(/^(%TF.*%|%TA.*%|; #@!.*)\n/gm, "")),
      ]),
  )
}

const judged = (files: Map<string, Uint8Array>, options: VerifyOptions = {}) => verify(files, jlcpcb, options)
const errors = (files: Map<string, Uint8Array>, options: VerifyOptions = {}): string[] =>
  judged(files, options)
    .findings.filter(({ severity }) => severity === "error")
    .map(({ rule }) => rule)

describe("names of layers", () => {
  it.each([
    ["Gerber_TopSolderMaskLayer.GTS", "mask-top"],
    ["Gerber_BottomPasteMaskLayer.GBP", "paste-bottom"],
    ["Gerber_InnerLayer1.G1", "copper-inner-1"],
    ["x.GP1", "copper-inner-1"],
    ["x.G2L", "copper-inner-1"],
    ["board-In2_Cu.g3", "copper-inner-2"],
    ["Bottom_Plate-F_Cu.gbr", "copper-top"],
    ["Bottom plate-F.SilkS.gbr", "silk-top"],
    ["copper_inner_l2.gbr", "copper-inner-1"],
    ["copper_bottom_l4.gbr", "copper-bottom"],
    ["soldermask_top.gbr", "mask-top"],
    ["solderpaste_bottom.gbr", "paste-bottom"],
    ["SMTOP.art", "mask-top"],
    ["SSBOTTOM.art", "silk-bottom"],
    ["Solder_Mask_Bottom.art", "mask-bottom"],
    ["Paste_Top.art", "paste-top"],
    ["TOP.art", "copper-top"],
    ["ASSEMBLY_TOP.art", "gerber-other"],
    ["TopDimension.gbr", "gerber-other"],
    ["BoardOutline.gbr", "outline"],
    ["b.GM13", "gerber-other"],
    ["b-PTH-drl_map.gbr", "gerber-other"],
    ["b.stc", "mask-top"],
    ["b.cmp", "copper-top"],
    ["profile.gbr", "outline"],
  ])("%s", (name, role) => expect(roleByName(name, gerber)).toBe(role))

  it("of drill files are told by what is in them", () => {
    expect(roleByName("holes.txt", "%\nM48\nINCH\n")).toBe("drill")
    expect(
      roleByName("board-1-2.rou", ";LEADER: 12\n;  Holesize 1. = 13.0 PLATED MILS Quantity = 2\n%\n"),
    ).toBe("drill")
    expect(roleByName("Status Report.txt", "Output: Gerber")).toBe("other")
  })

  it("as a person says them", () => {
    expect(["B_Cu", "F.Mask", "In2_Cu", "Edge_Cuts", "F_Silkscreen"].map(roleByWord)).toEqual([
      "copper-bottom",
      "mask-top",
      "copper-inner-2",
      "outline",
      "silk-top",
    ])
    expect(roleByWord("B_Cuu")).toBeUndefined()
  })
})

describe("drill files", () => {
  it("with plated and unplated tools", () => {
    const { hits, plating } = readExcellon(
      "M48\nMETRIC,TZ\n;TYPE=PLATED\nT1C0.8\n;TYPE=NON_PLATED\nT2C1.1\n%\nT1\nX5.0Y5.0\nT2\nX1.0Y1.0\nM30\n",
      "b.txt",
    )
    expect(hits.map(({ plated }) => plated)).toEqual([true, false])
    expect(plating).toBe("mixed")
  })

  it("whose tools stand in comments, with stops for tool words", () => {
    const { hits } = readExcellon(
      ";   Holesize 1. = 13.0 Tolerance = +0.0/-0.0 PLATED MILS Quantity = 1\n;   Holesize 2. = 1.0 Tolerance = +0.0/-0.0 NON_PLATED MM Quantity = 1\n%\nG90\nX1.0Y1.0\nM00\nX2.0Y1.0\nM30\n",
      "b.drl",
    )
    expect(hits.map(({ diameter, plated }) => [diameter, plated])).toEqual([
      [13 * 0.0254, true],
      [1, false],
    ])
  })

  it.each([
    ["trailing zeros kept, four decimals", (mm: number) => String(Math.round((mm / 25.4) * 1e4))],
    ["five decimals, all digits", (mm: number) => String(Math.round((mm / 25.4) * 1e5)).padStart(7, "0")],
    [
      "leading zeros kept, 2.4",
      (mm: number) =>
        String(Math.round((mm / 25.4) * 1e4))
          .padStart(6, "0")
          .replace(/0+$/, ""),
    ],
  ])("without a format are read as their holes meet the pads: %s", (_, digits) => {
    const top = new Sheet("Copper,L1,Top")
    const at = [
      [2.54, 5.08],
      [7.62, 12.7],
      [10.16, 3.81],
    ] as const
    for (const [x, y] of at) top.flash("C,1.8", x, y)
    const body = at.map(([x, y]) => `X${digits(x)}Y${digits(y)}`).join("\n")
    const drill = `M48\nM72\nT01C0.04\n%\nT01\n${body}\nM30\n`
    const { drills, findings, taken } = readFabSet([
      { name: "b.drl", text: drill },
      { name: "b-F_Cu.gbr", text: top.text() },
    ])
    expect(findings).toEqual([])
    expect(drills[0]?.hits.map(({ points }) => points[0])).toEqual(
      at.map(([x, y]) => ({ x: expect.closeTo(x, 2), y: expect.closeTo(y, 2) })),
    )
    expect(taken[0]?.by).toMatch(/the format is not told.*100 % of the holes/)
  })

  it("without a format and without a fit are refused", () => {
    const { findings } = readFabSet([
      { name: "b.drl", text: "M48\nM72\nT01C0.04\n%\nT01\nX123Y77\nM30\n" },
      { name: "b-F_Cu.gbr", text: new Sheet("Copper,L1,Top").flash("C,1", 50, 50).text() },
    ])
    expect(findings.map(({ message }) => message).join()).toContain("does not tell its format")
  })

  it("in Gerber's own format", () => {
    const text = new Sheet("Plated,1,2,PTH").flash("C,0.8", 1, 2).line(1, [3, 3], [5, 3]).text()
    const { drills } = readFabSet([{ name: "Drill_Plated.gbr", text }])
    expect(drills[0]?.hits.map(({ kind, diameter, plated }) => [kind, diameter, plated])).toEqual([
      ["hole", 0.8, true],
      ["slot", 1, true],
    ])
  })
})

describe("Gerbers", () => {
  it("with a spike of no width come to an end", () => {
    const { length } = "x"
    const text = `${gerber}G36*\nG01X0Y0D02*\nX500000Y0D01*\nX1000000Y0D01*\nX10000000Y6000000D01*\nX8000000Y0D01*\nX0Y0D01*\nG37*\nM02*\n`
    const polygons = toPolygons(readGerber(text, "spike.gbr"))
    expect(polygons.length).toBe(length)
    // By the shoelace formula over (1,0), (10,6), (8,0).
    expect(areaMm2(polygons)).toBeCloseTo(21, 6)
  })

  it("with a macro's angle in inches", () => {
    const text =
      "%FSLAX25Y25*%\n%MOIN*%\n%AMTURNED*21,1,$1,$2,0,0,$3*%\n%ADD10TURNED,0.1X0.2X270.0*%\nD10*\nX0Y0D03*\nM02*\n"
    expect(areaMm2(toPolygons(readGerber(text, "b.gtl")))).toBeCloseTo(0.02 * 25.4 * 25.4, 6)
  })
})

describe("foreign sets", () => {
  it("are clean where ours is", () => {
    expect(judged(plain(new SmallBoard())).findings.filter(({ severity }) => severity !== "info")).toEqual([])
  })

  it("may be as fine as the fab makes them, not finer", () => {
    const drawn = (width: number, gap: number): string[] => {
      const board = new SmallBoard()
      board.top.line(width, [-2, -2], [-2, -4], [8, -4])
      board.top.line(width, [5, -2], [5, -4 + width + gap], [8, -4 + width + gap])
      return errors(plain(board))
    }
    expect(drawn(0.15, 0.15)).toEqual([])
    expect(drawn(0.09, 0.15)).toEqual(["drc/copper-width", "drc/copper-width"])
    expect(drawn(0.15, 0.09)).toEqual(["drc/clearance"])
  })

  it("may have cut-outs; contours side by side are told as a panel", () => {
    const board = new SmallBoard()
    board.outline.line(0.1, [2, -4], [4, -4], [4, -3], [2, -3], [2, -4])
    expect(judged(plain(board)).findings.filter(({ rule }) => rule === "dfm/outline")).toEqual([])
    board.outline.line(0.1, [20, -4], [24, -4], [24, -3], [20, -3], [20, -4])
    expect(judged(plain(board)).findings.find(({ rule }) => rule === "dfm/outline")?.severity).toBe("warning")
  })

  it("carry notes beside the board, which are no copper of it", () => {
    const board = new SmallBoard()
    board.top.line(0.05, [20, 20], [30, 20])
    expect(errors(plain(board))).toEqual([])
  })

  it("show inner copper whatever it is called", () => {
    const files = plain(new SmallBoard())
    files.set(
      "b.GP1",
      Buffer.from(
        new Sheet("x")
          .region([-10, -5], [10, -5], [10, 5], [-10, 5])
          .text()
          .replace(/^%TF.*\n/gm, ""),
      ),
    )
    expect(errors(files)).toContain("drc/copper-edge")
  })

  it("show a pad of a row that lost its paste", () => {
    const board = new SmallBoard()
    for (let i = 0; i < 8; i++) {
      board.top.flash("R,0.6X1.5", -4 + i, -4)
      board.maskTop.flash("R,0.7X1.6", -4 + i, -4)
      if (i !== 3) board.pasteTop.flash("R,0.6X1.5", -4 + i, -4)
    }
    const found = judged(plain(board)).findings.filter(({ rule }) => rule === "dfm/paste-missing")
    expect(found.map(({ at }) => at)).toEqual([{ x: -1, y: -4, layer: "top" }])
  })

  it("say what each file was taken for, and take a person's word", () => {
    const files = plain(new SmallBoard(), [
      "a.gbr",
      "x.GBL",
      "x.GTS",
      "x.GBS",
      "x.GTO",
      "x.GBO",
      "x.GTP",
      "x.GBP",
      "x.GKO",
      "x.DRL",
      "y.DRL",
    ])
    expect(errors(files)).toContain("pkg/layer-set")
    const report = judged(files, { layers: new Map([["a.gbr", "copper-top"]]) })
    expect(report.findings.filter(({ severity }) => severity === "error")).toEqual([])
    expect(report.files.find(({ file }) => file === "a.gbr")).toMatchObject({
      as: "top copper",
      by: "--layer",
    })
  })

  it("ignore and list what operating systems leave, and miss what is missing all the same", () => {
    const files = plain(new SmallBoard())
    const mask = "b-F_Mask.gts"
    files.set(`__MACOSX/._${mask}`, Buffer.from([0, 5, 22, 7]))
    files.set("Thumbs.db", Buffer.from([0, 1]))
    expect(errors(files)).toEqual([])
    expect(judged(files).notChecked.join()).toContain("__MACOSX/._b-F_Mask.gts")
    files.delete(mask)
    expect(judged(files).findings.map(({ message }) => message)).toContain(
      "there is no file for the top solder mask",
    )
  })

  it("list what was not checked, with the reason", () => {
    const files = plain(new SmallBoard())
    files.delete("b-F_Paste.gtp")
    expect(judged(files).notChecked.join(" ")).toContain("Solder paste on the top: there is no paste file.")
  })
})

describe("netlists for a foreign set", () => {
  const reference = (): Map<string, Uint8Array> => plain(new SmallBoard())
  const broken = (): Map<string, Uint8Array> => {
    const board = new SmallBoard()
    // A bridge from net A to net B.
    board.top.line(0.25, [-5, 0], [5, 0])
    return plain(board)
  }

  it("come from another set's copper", () => {
    const netlist = { name: "ref.zip", contents: reference() }
    expect(errors(plain(new SmallBoard()), { netlist })).toEqual([])
    expect(errors(broken(), { netlist })).toContain("lvs/short")
  })

  it("come from a KiCad board", () => {
    const pads = new SmallBoard().pads.map(({ designator, pin, net, x, y, side }) => {
      const layers = side === "both" ? '"*.Cu"' : side === "top" ? '"F.Cu"' : '"B.Cu"'
      return `(footprint "x" (at ${x + 100} ${50 - y}) (property "Reference" "${designator}") (pad "${pin}" smd rect (at 0 0) (layers ${layers}) (net 1 "${net}")))`
    })
    const text = `(kicad_pcb (setup (aux_axis_origin 100 50)) ${pads.join("\n")})`
    const netlist = { name: "b.kicad_pcb", text }
    expect(errors(plain(new SmallBoard()), { netlist })).toEqual([])
    expect(errors(broken(), { netlist })).toContain("lvs/short")
  })
})

describe("zips", () => {
  it("in a zip are read, and refused where there is a choice", async () => {
    const { mkdtempSync, writeFileSync, rmSync } = await import("node:fs")
    const { join } = await import("node:path")
    const { tmpdir } = await import("node:os")
    const folder = mkdtempSync(join(tmpdir(), "zips-"))
    try {
      const inner = zipSync(Object.fromEntries(plain(new SmallBoard())))
      const path = join(folder, "outer.zip")
      writeFileSync(path, zipSync({ "inner.zip": inner, "__MACOSX/._inner.zip": Buffer.from("x") }))
      expect(verify(path, jlcpcb).findings.filter(({ severity }) => severity === "error")).toEqual([])
      writeFileSync(path, zipSync({ "a.zip": inner, "b.zip": inner }))
      expect(() => verify(path, jlcpcb)).toThrow("holds 2 zips")
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

describe("what a person reads", () => {
  it("is one line a cause, the worst first", () => {
    const board = new SmallBoard()
    for (let i = 0; i < 5; i++) board.top.line(0.09 - i * 0.01, [-8, -4 + i / 2], [-7, -4 + i / 2])
    const groups = groupFindings(
      judged(plain(board)).findings.filter(({ rule }) => rule === "drc/copper-width"),
    )
    expect(groups.map(({ findings }) => findings.length)).toEqual([5])
    expect(groups[0]?.worst.measure?.value).toBeCloseTo(0.05, 2)
  })

  it("is one page that needs nothing else, with no mark-up from file names", () => {
    const files = plain(new SmallBoard())
    files.set("<img src=x onerror=alert(1)>.txt", Buffer.from("note"))
    const page = judged(files).page("a </title><script> board")
    expect(page).not.toMatch(/<img|(src|href)="?https?:|<script> board/)
    expect(page).toContain('id="l-copper-top"')
    expect(page).toContain("Not checked")
  })
})
