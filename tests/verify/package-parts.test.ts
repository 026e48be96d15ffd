import { describe, expect, it } from "vitest"
import jlcpcb from "../../fabrication/jlcpcb/index"
import { verifyContents } from "../../src/verify/verify"
import { bom, cpl, foundWith, hand, packageFiles, packages, sealed } from "./package-fixture"
import { Sheet } from "./sheet"
import { SmallBoard } from "./small-board"

describe("parts lists", () => {
  const at = "assembly/one/economic-top"
  it.each([
    [
      "a part in the BOM alone",
      "cpl.csv",
      cpl.replace(/C1.*\n/, ""),
      "pkg/bom-cpl: C1: in the BOM but not in the CPL; the fab skips such parts",
    ],
    [
      "a part in the CPL alone",
      "bom.csv",
      bom.replace(/.*C1,.*\n/, ""),
      "pkg/bom-cpl: C1: in the CPL but not in the BOM; the fab skips such parts",
    ],
    ["no CPL", "cpl.csv", undefined, "pkg/bom-cpl: there is no cpl.csv"],
    ["a part twice", "bom.csv", bom.replace("10k,R1", '10k,"R1,C1"'), "pkg/bom: C1 is in the BOM twice"],
    ["a part of another board", "hand-assembly.csv", `${hand}R99,x,y\n`, "pkg/parts: R99: not on the board"],
    ["no footprint", "bom.csv", bom.replace("0805", ""), "pkg/bom: the footprint is missing"],
    ["no part number", "bom.csv", bom.replace("C17414", ""), "pkg/bom: no part number for R1"],
    ["no LCSC number", "bom.csv", bom.replace("C17414", "17414"), 'pkg/bom: "17414" is no LCSC number'],
    [
      "another header",
      "bom.csv",
      bom.replace("Designator", "Ref"),
      "pkg/bom: the header must be Comment,Designator,Footprint,JLCPCB Part #",
    ],
    ["a ragged row", "bom.csv", bom.replace(",C17414", ""), "pkg/unreadable: 3 cells, but the header has 4"],
    [
      "a range",
      "bom.csv",
      bom.replace("R1", "R1-R4"),
      'pkg/bom: "R1-R4" is no designator: capitals, digits, _ and -, a capital first',
    ],
    ["not ASCII", "bom.csv", bom.replace("10k", "10kΩ"), "pkg/bom: a character that is not plain ASCII"],
    [
      "KiCad's CPL header",
      "cpl.csv",
      cpl.replace("Mid X,Mid Y", "PosX,PosY"),
      "pkg/cpl: the header must be Designator,Mid X,Mid Y,Layer,Rotation",
    ],
    [
      "a rotation out of range",
      "cpl.csv",
      cpl.replace("180", "360"),
      'pkg/cpl: C1: rotation "360" is not a whole number from 0 to 359',
    ],
    [
      "a negative rotation",
      "cpl.csv",
      cpl.replace("180", "-90"),
      'pkg/cpl: C1: rotation "-90" is not a whole number from 0 to 359',
    ],
    ["a side that is none", "cpl.csv", cpl.replace("Bottom", "bottom"), 'pkg/cpl: C1: "bottom" is no side'],
    [
      "the wrong side",
      "cpl.csv",
      cpl.replace("Bottom", "Top"),
      "pkg/cpl: C1 is placed on the top, its pads are on the other side",
    ],
    [
      "the wrong place",
      "cpl.csv",
      cpl.replace("1.5000", "-1.5000"),
      "pkg/cpl: C1 is placed at (-1.5000, 2.0000), outside its own pads",
    ],
    ["inches", "cpl.csv", cpl.replace("1.5000", "1.5in"), 'pkg/cpl: C1: "1.5in, 2.0000" is no place in mm'],
  ])("%s", (_, file, content, expected) => {
    const found = foundWith(`${at}/${file}`, content)
    expect(found).toContain(expected)
  })

  it("a part whose number is another part's", () => {
    const options = { numberOf: { R1: "C49678", C1: "C49678" } }
    expect(foundWith("report.json", "{}", options)).toContain(
      "pkg/part-number: R1 gets C17414, the board's list of parts has C49678",
    )
  })

  it("a pad that a machine populates without paste", () => {
    const board = new SmallBoard()
    Object.assign(board, { pasteTop: new Sheet("Paste,Top").flash("R,0.9X0.9", -5, 0) })
    const found = verifyContents(sealed(packageFiles(board)), jlcpcb).findings.map(
      ({ rule, parts }) => `${rule} ${parts}`,
    )
    expect(found).toEqual(["dfm/paste-as-meant undefined", "pkg/paste R1.2"])
  })

  it("a part that neither machine nor hand fits", () => {
    const rest = hand.replace(/J1.*\n/, "")
    expect(foundWith(`${at}/hand-assembly.csv`, rest, { notFitted: { one: [] } })).toContain(
      "pkg/parts: leaves out J1, where the variant leaves out nothing",
    )
  })

  it("a part that no machine places and the hand list of bare boards does not have", () => {
    const said = (list: string) => {
      const files = packageFiles()
      files.set("assembly/one/hand/bom.csv", bom)
      files.set("assembly/one/hand/hand-assembly.csv", list)
      return verifyContents(sealed(files), jlcpcb, { notFitted: { one: [], other: [] } })
        .findings.filter(({ rule, file }) => rule === "pkg/parts" && file === "assembly/one/hand")
        .map(({ message }) => message)
    }
    expect(said(`${hand}R1,10k,by hand\nC1,100nF,by hand\n`)).toEqual([])
    expect(said(`${hand}C1,100nF,by hand\n`)).toEqual(["leaves out R1, where the variant leaves out nothing"])
  })

  it("turns and middles are held against how the fab has the package", () => {
    const path = "assembly/one/economic-top/cpl.csv"
    expect(foundWith(path, cpl, { packages })).toEqual([])
    expect(foundWith(path, cpl.replace("Top,0", "Top,180"), { packages })).toEqual([])
    expect(foundWith(path, cpl.replace("Top,0", "Top,90"), { packages })).toEqual([
      "pkg/cpl-rotation: R1 is turned by 90 degrees, its pins lie as at 0 or 180",
    ])
    expect(foundWith(path, cpl.replace("1.5000", "1.6000"), { packages })[0]).toMatch(
      /^pkg\/cpl-midpoint: C1/,
    )
    expect([...new Set(foundWith(path, cpl, { packages: {} }))]).toEqual([
      'pkg/cpl-rotation: R1: how JLCPCB turns "0805" was never compared',
      'pkg/cpl-rotation: C1: how JLCPCB turns "0805" was never compared',
    ])
  })

  it("part numbers come from the catalogue, variants from the board", () => {
    const options = { partNumbers: new Set(["C17414"]), notFitted: { one: ["R1"], other: [] } }
    const found = verifyContents(sealed(packageFiles()), jlcpcb, options).findings
    expect(found.map(({ message }) => message)).toContain("C49678 (C1) is not in the parts catalogue")
    expect(found.map(({ message }) => message)).toContain(
      "leaves out nothing, where the variant leaves out R1",
    )
  })
})
