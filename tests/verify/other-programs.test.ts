import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { zipSync } from "fflate"
import { afterEach, describe, expect, it } from "vitest"
import jlcpcb from "../../fabrication/jlcpcb/index"
import { UserError } from "../../src/model/finding"
import { verifyContents, verifyPackage } from "../../src/verify/verify"
import { SmallBoard } from "./small-board"

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
    const { kind, findings, notChecked } = verifyPackage(path, jlcpcb)
    expect(kind).toBe("gerbers")
    expect(findings.filter(({ severity }) => severity === "error")).toEqual([])
    expect(notChecked.join(" ")).toMatch(/no manifest.*Which net each pad belongs on/)
  })

  it("a folder, the same", () => {
    const path = folder()
    for (const [name, bytes] of Object.entries(renamed(kicad, false))) writeFileSync(join(path, name), bytes)
    expect(verifyPackage(path, jlcpcb).findings).toEqual([])
  })

  it("a set without mask, outline or drills", () => {
    const files = renamed(kicad, false)
    for (const name of ["b-F_Mask.gts", "b-Edge_Cuts.gm1", "b-PTH.drl", "b-NPTH.drl"]) delete files[name]
    const messages = verifyContents(new Map(Object.entries(files)), jlcpcb).findings.map(
      ({ message }) => message,
    )
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
    expect(() => verifyPackage(join(path, "none"), jlcpcb)).toThrow(UserError)
    writeFileSync(join(path, "no.zip"), "hello")
    expect(() => verifyPackage(join(path, "no.zip"), jlcpcb)).toThrow("not a zip file")
    mkdirSync(dirname(join(path, "sub/x")), { recursive: true })
    symlinkSync("/etc/passwd", join(path, "sub/link"))
    expect(() => verifyPackage(path, jlcpcb)).toThrow("sub/link: neither file nor folder")
  })
})
