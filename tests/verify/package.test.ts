import { zipSync } from "fflate"
import { describe, expect, it } from "vitest"
import jlcpcb from "../../fabrication/jlcpcb/index"
import { type VerifyOptions, verifyContents } from "../../src/verify/verify"
import { bom, foundWith, packageFiles, packages, sealed } from "./package-fixture"
import { brief, SmallBoard } from "./small-board"

describe("a sound package", () => {
  it("has no findings; what cannot be checked is said", () => {
    const report = verifyContents(sealed(packageFiles()), jlcpcb)
    expect(report.findings).toEqual([])
    expect(report).toMatchObject({ kind: "package", board: "small", revision: "v1" })
    expect(report.notChecked.join(" ")).toContain("source it was built from is not here")
    const known = {
      sourceHash: "abc",
      partNumbers: new Set(["C17414", "C49678"]),
      notFitted: { one: [], other: [] },
      packages,
    }
    const more = verifyContents(sealed(packageFiles()), jlcpcb, known)
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
    return brief(verifyContents(contents, jlcpcb, options).findings).filter((line) =>
      line.startsWith("pkg/manifest"),
    )
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
    expect(brief(verifyContents(contents, jlcpcb).findings)).toContain("pkg/unreadable error")
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
    ["no file of the whole board", "small-ipc2581.xml", undefined, "pkg/contents: missing from the package"],
    [
      "a broken file of the whole board",
      "small-ipc2581.xml",
      "<x/>",
      "pkg/ipc-2581: not a file of IPC-2581 revision C",
    ],
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
  ])("%s", (_, path, content, expected) => expect(foundWith(path, content)).toContain(expected))
})
