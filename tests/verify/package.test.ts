import { createHash } from "node:crypto"
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { zipSync } from "fflate"
import { afterEach, describe, expect, it } from "vitest"
import { UserError } from "../../src/finding"
import { type VerifyOptions, verifyContents, verifyPackage } from "../../src/verify/verify"
import { Sheet } from "./sheet"
import { brief, SmallBoard, smallBoardIpc } from "./small-board"

const bom = "Comment,Designator,Footprint,JLCPCB Part #\n10k,R1,0805,C17414\n100nF,C1,0805,C49678\n"
const cpl = "Designator,Mid X,Mid Y,Layer,Rotation\nR1,0.0000,0.0000,Top,0\nC1,1.5000,2.0000,Bottom,180\n"
const hand = "Designator,Value,Reason\nJ1,header,by hand\n"

/** The sound board as a package of this project, written down by hand. */
function packageFiles(board = new SmallBoard()): Map<string, string | Uint8Array> {
  const files = new Map<string, string | Uint8Array>()
  const gerbers = board.files().map(({ name, text }) => ({ name: name.replace("b-", "small-"), text }))
  for (const { name, text } of gerbers) files.set(`gerbers/${name}`, text)
  files.set(
    "small-gerbers.zip",
    zipSync(Object.fromEntries(gerbers.map(({ name, text }) => [name, Buffer.from(text)]))),
  )
  files.set("circuit.json", circuitJson(board))
  files.set("report.json", "{}\n")
  files.set("small.ipc", smallBoardIpc)
  for (const variant of ["one", "other"]) {
    files.set(`assembly/${variant}/economic-top/bom.csv`, bom)
    files.set(`assembly/${variant}/economic-top/cpl.csv`, cpl)
    files.set(`assembly/${variant}/economic-top/hand-assembly.csv`, hand)
  }
  return files
}

function circuitJson(board: SmallBoard): string {
  const names = [...new Set(board.pads.map(({ designator }) => designator))]
  const nets = [...new Set(board.pads.flatMap(({ net }) => net ?? []))]
  return JSON.stringify([
    ...names.map((name) => ({ type: "source_component", source_component_id: name, name })),
    ...nets.map((name) => ({ type: "source_net", name, subcircuit_connectivity_map_key: name })),
    ...board.pads.flatMap(({ designator, pin, net, x, y, side }, i) => [
      {
        type: "source_port",
        source_port_id: `s${i}`,
        source_component_id: designator,
        name: pin,
        pin_number: Number(pin),
        ...(net === undefined ? {} : { subcircuit_connectivity_map_key: net }),
      },
      { type: "pcb_port", pcb_port_id: `p${i}`, source_port_id: `s${i}` },
      side === "both"
        ? { type: "pcb_plated_hole", pcb_port_id: `p${i}`, x, y, hole_diameter: 1 }
        : { type: "pcb_smtpad", pcb_port_id: `p${i}`, layer: side, x, y },
    ]),
    ...board.plated
      .filter(({ via }) => via)
      .map(({ x, y, d }) => ({ type: "pcb_via", x, y, hole_diameter: d })),
    ...board.unplated.map(({ x, y, d }) => ({ type: "pcb_hole", x, y, hole_diameter: d })),
  ])
}

function sealed(files: ReadonlyMap<string, string | Uint8Array>): Map<string, Uint8Array> {
  const contents = new Map([...files].map(([path, content]) => [path, Buffer.from(content)]))
  const entries = [...contents].map(([path, bytes]) => [
    path,
    { sha256: createHash("sha256").update(bytes).digest("hex"), size: bytes.length },
  ])
  const manifest = {
    format: 1,
    board: "small",
    revision: "v1",
    sourceHash: "abc",
    files: Object.fromEntries(entries),
  }
  return contents.set("manifest.json", Buffer.from(JSON.stringify(manifest)))
}

/** Findings after one file was replaced (undefined: removed) before the manifest was written. */
function with_(
  path: string,
  content: string | Uint8Array | undefined,
  options: VerifyOptions = {},
): string[] {
  const files = packageFiles()
  if (content === undefined) files.delete(path)
  else files.set(path, content)
  return verifyContents(sealed(files), options).findings.map(({ rule, message }) => `${rule}: ${message}`)
}

describe("a sound package", () => {
  it("has no findings; what cannot be checked is said", () => {
    const report = verifyContents(sealed(packageFiles()))
    expect(report.findings).toEqual([])
    expect(report).toMatchObject({ kind: "package", board: "small", revision: "v1" })
    expect(report.notChecked.join(" ")).toContain("source it was built from is not here")
    const known = {
      sourceHash: "abc",
      partNumbers: new Set(["C17414", "C49678"]),
      notFitted: { one: [], other: [] },
    }
    const more = verifyContents(sealed(packageFiles()), known)
    expect(more.findings).toEqual([])
    expect(more.notChecked).toEqual([])
  })
})

describe("the manifest", () => {
  const tampered = (
    change: (contents: Map<string, Uint8Array>) => void,
    options: VerifyOptions = {},
  ): string[] => {
    const contents = sealed(packageFiles())
    change(contents)
    return brief(verifyContents(contents, options).findings).filter((line) => line.startsWith("pkg/manifest"))
  }
  it("tells changed, cut, missing, added and stale files apart", () => {
    const path = "assembly/one/economic-top/bom.csv"
    expect(tampered((c) => c.set(path, Buffer.from(bom.replace("10k", "11k"))))).toEqual([
      "pkg/manifest-changed error",
    ])
    expect(tampered((c) => c.set(path, Buffer.from(bom.slice(0, -9))))).toEqual([
      "pkg/manifest-truncated error",
    ])
    expect(tampered((c) => c.delete(path))).toEqual(["pkg/manifest-missing error"])
    expect(tampered((c) => c.set("virus.exe", Buffer.from("x")))).toEqual(["pkg/manifest-extra error"])
    expect(tampered(() => undefined, { sourceHash: "abd" })).toEqual(["pkg/manifest-stale error"])
  })

  it("that cannot be read is itself a finding", () => {
    const contents = sealed(packageFiles()).set("manifest.json", Buffer.from("{"))
    expect(brief(verifyContents(contents).findings)).toContain("pkg/unreadable error")
  })
})

describe("what a package must hold", () => {
  it.each([
    ["a layer missing", "gerbers/small-F_Mask.gts", undefined, "pkg/contents: missing from the package"],
    [
      "a stranger among the Gerbers",
      "gerbers/notes.txt",
      "x",
      "pkg/contents: does not belong among the Gerbers",
    ],
    ["no netlist for the test", "small.ipc", undefined, "pkg/contents: missing from the package"],
    ["no upload", "small-gerbers.zip", undefined, "pkg/contents: missing from the package"],
    ["a broken upload", "small-gerbers.zip", "PK", "pkg/unreadable: not a zip file, or cut off"],
    [
      "an upload with other Gerbers",
      "small-gerbers.zip",
      zipSync({ "small-F_Cu.gtl": Buffer.from("M02*\n") }),
      "pkg/contents: small-F_Cu.gtl differs from gerbers/small-F_Cu.gtl",
    ],
    [
      "an upload with a folder",
      "small-gerbers.zip",
      zipSync({ "x/small-F_Cu.gtl": Buffer.from("") }),
      "pkg/contents: x/small-F_Cu.gtl lies in a folder: the upload must be flat",
    ],
    [
      "a layer under another's name",
      "gerbers/small-F_Mask.gts",
      new SmallBoard().maskBottom.text(),
      "pkg/layer-set: the name says top solder mask, the file itself says bottom solder mask",
    ],
    [
      "a broken Gerber",
      "gerbers/small-F_Cu.gtl",
      "%FSLAX46Y46*%\nD10*\n",
      "pkg/unreadable: aperture D10 is used before it is defined",
    ],
    [
      "a cut Gerber",
      "gerbers/small-F_Silkscreen.gto",
      new SmallBoard().silkTop.text().replace("M02*\n", ""),
      "pkg/file-format: the file does not end with M02*: it may be cut off",
    ],
    [
      "files of two days",
      "gerbers/small-F_Silkscreen.gto",
      new SmallBoard().silkTop.text().replace("2026-01-02", "2026-01-03"),
      "pkg/file-format: files of different days are mixed: small-F_Cu.gtl of 2026-01-02, small-F_Silkscreen.gto of 2026-01-03",
    ],
    ["a broken circuit", "circuit.json", "{}", "pkg/unreadable: not a circuit JSON"],
    ["a broken netlist", "small.ipc", "x", 'pkg/unreadable: "x" is no record'],
  ])("%s", (_, path, content, expected) => expect(with_(path, content)).toContain(expected))
})

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
    ["a range", "bom.csv", bom.replace("R1", "R1-R4"), 'pkg/bom: "R1-R4" is no designator'],
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
    const found = with_(`${at}/${file}`, content)
    expect(found).toContain(expected)
  })

  it("a part whose number is another part's", () => {
    const options = { numberOf: { R1: "C49678", C1: "C49678" } }
    expect(with_("report.json", "{}", options)).toContain(
      "pkg/part-number: R1 gets C17414, the board's list of parts has C49678",
    )
  })

  it("a pad that a machine populates without paste", () => {
    const board = new SmallBoard()
    Object.assign(board, { pasteTop: new Sheet("Paste,Top").flash("R,0.9X0.9", -5, 0) })
    const found = verifyContents(sealed(packageFiles(board))).findings.map(
      ({ rule, parts }) => `${rule} ${parts}`,
    )
    expect(found).toEqual(["pkg/paste R1.2"])
  })

  it("a part that neither machine nor hand fits", () => {
    const rest = hand.replace(/J1.*\n/, "")
    expect(with_(`${at}/hand-assembly.csv`, rest, { notFitted: { one: [] } })).toContain(
      "pkg/parts: leaves out J1, where the variant leaves out nothing",
    )
  })

  it("part numbers come from the catalogue, variants from the board", () => {
    const options = { partNumbers: new Set(["C17414"]), notFitted: { one: ["R1"], other: [] } }
    const found = verifyContents(sealed(packageFiles()), options).findings
    expect(found.map(({ message }) => message)).toContain("C49678 (C1) is not in the parts catalogue")
    expect(found.map(({ message }) => message)).toContain(
      "leaves out nothing, where the variant leaves out R1",
    )
  })
})

describe("folders and zips of other programs", () => {
  const made: string[] = []
  const folder = (): string => {
    const path = mkdtempSync(join(tmpdir(), "verify-"))
    made.push(path)
    return path
  }
  afterEach(() => {
    for (const path of made.splice(0)) rmSync(path, { recursive: true, force: true })
  })

  /** Names as other programs give them, attributes as comments or none at all. */
  const renamed = (names: readonly string[], strip: boolean): Record<string, Uint8Array> =>
    Object.fromEntries(
      new SmallBoard().files().map(({ text }, i) => {
        const plain = strip
          ? text.replace(/^(%TF.*%|; #@!.*)\n/gm, "")
          : text.replace(/^%(TF.*)\*%$/gm, "G04 #@! $1*")
        return [names[i] ?? "", Buffer.from(plain)]
      }),
    )
  const protel = [
    "x.GTL",
    "x.GBL",
    "x.GTS",
    "x.GBS",
    "x.GTO",
    "x.GBO",
    "x.GTP",
    "x.GBP",
    "x.GKO",
    "x.DRL",
    "x-NPTH.TXT",
  ]
  const tscircuit = [
    "F_Cu.gbr",
    "B_Cu.gbr",
    "F_Mask.gbr",
    "B_Mask.gbr",
    "F_SilkScreen.gbr",
    "B_SilkScreen.gbr",
    "F_Paste.gbr",
    "B_Paste.gbr",
    "Edge_Cuts.gbr",
    "drill.drl",
    "drill_npth.drl",
  ]
  const kicad = [
    "b-F_Cu.gtl",
    "b-B_Cu.gbl",
    "b-F_Mask.gts",
    "b-B_Mask.gbs",
    "b-F_Silkscreen.gto",
    "b-B_Silkscreen.gbo",
    "b-F_Paste.gtp",
    "b-B_Paste.gbp",
    "b-Edge_Cuts.gm1",
    "b-PTH.drl",
    "b-NPTH.drl",
  ]

  it.each([
    ["Protel names, no attributes", protel, true],
    ["tscircuit's names", tscircuit, false],
    ["KiCad's names", kicad, false],
  ])("%s", (_, names, strip) => {
    const path = join(folder(), "gerbers.zip")
    const entries = Object.entries(renamed(names, strip)).map(([name, bytes]) => [`gerbers/${name}`, bytes])
    writeFileSync(path, zipSync(Object.fromEntries(entries)))
    const { kind, findings, notChecked } = verifyPackage(path)
    expect(kind).toBe("gerbers")
    expect(findings.filter(({ severity }) => severity === "error")).toEqual([])
    expect(notChecked.join(" ")).toMatch(/no manifest.*Which net each pad belongs on/)
  })

  it("a folder, the same", () => {
    const path = folder()
    for (const [name, bytes] of Object.entries(renamed(kicad, false))) writeFileSync(join(path, name), bytes)
    expect(verifyPackage(path).findings).toEqual([])
  })

  it("a set without mask, outline or drills", () => {
    const files = renamed(kicad, false)
    for (const name of ["b-F_Mask.gts", "b-Edge_Cuts.gm1", "b-PTH.drl", "b-NPTH.drl"]) delete files[name]
    const messages = verifyContents(new Map(Object.entries(files))).findings.map(({ message }) => message)
    expect(messages).toEqual(
      expect.arrayContaining([
        "there is no file for the top solder mask",
        "there is no file for the board outline",
        "there is no drill file",
      ]),
    )
  })

  it("bad paths end in one clear line", () => {
    const path = folder()
    expect(() => verifyPackage(join(path, "none"))).toThrow(UserError)
    writeFileSync(join(path, "no.zip"), "hello")
    expect(() => verifyPackage(join(path, "no.zip"))).toThrow("not a zip file")
    mkdirSync(dirname(join(path, "sub/x")), { recursive: true })
    symlinkSync("/etc/passwd", join(path, "sub/link"))
    expect(() => verifyPackage(path)).toThrow("sub/link: neither file nor folder")
  })
})
