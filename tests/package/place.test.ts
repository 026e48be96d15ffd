import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { makeManifest } from "../../src/package/manifest"
import { placePackage, recover } from "../../src/package/place"
import { listFiles } from "../../src/project/files"

let dist: string
beforeEach(() => {
  dist = mkdtempSync(join(tmpdir(), "mep-place-"))
})
afterEach(() => rmSync(dist, { recursive: true, force: true }))

/** A whole package: manifest and all. */
const files = (text: string, more: readonly (readonly [string, string])[] = []) => {
  const content = new Map(
    [["gerbers/a.gtl", text], ...more].map(([path, t]) => [path, Buffer.from(t)] as const),
  )
  const subject = { board: "mep-smd", title: "T", revision: "1", date: "d", sourceHash: "0".repeat(64) }
  return new Map([
    ...content,
    ["manifest.json", Buffer.from(JSON.stringify(makeManifest(subject, content)))] as const,
  ])
}
const target = () => join(dist, "mep-smd")
const content = () => readFileSync(join(target(), "gerbers/a.gtl"), "utf8")

describe("placePackage", () => {
  it("replaces the last package whole and leaves nothing beside it", () => {
    placePackage(target(), files("one", [["old-only.txt", "x"]]))
    placePackage(target(), files("two"))
    expect(content()).toBe("two")
    expect(readdirSync(target())).toEqual(["gerbers", "manifest.json"])
    expect(readdirSync(dist)).toEqual(["mep-smd"])
  })

  it("keeps the last package and says why when a file is in the way of the folder", () => {
    writeFileSync(join(dist, "file"), "")
    for (const act of [(path: string) => placePackage(path, files("x")), recover])
      expect(() => act(join(dist, "file", "mep-smd"))).toThrow(/cannot write .*last package is untouched/)
  })

  it.each([
    [
      "edited",
      () => writeFileSync(join(target(), "gerbers/a.gtl"), "edited"),
      /was edited since it was built/,
    ],
    ["added to", () => writeFileSync(join(target(), "notes.txt"), "mine"), /was edited since it was built/],
    ["without manifest", () => rmSync(join(target(), "manifest.json")), /no package of ours/],
    [
      "of another board",
      () => renameSync(target(), join(dist, "mep-tht")),
      /is a package of mep-smd, not of mep-tht/,
    ],
  ])("neither replaces nor moves a folder that was %s", (_, edit, reason) => {
    placePackage(target(), files("one"))
    edit()
    const before = listFiles(dist).map((file) => [file, readFileSync(join(dist, file), "utf8")])
    const [name = ""] = readdirSync(dist)
    expect(() => placePackage(join(dist, name), files("two"))).toThrow(reason)
    expect(listFiles(dist).map((file) => [file, readFileSync(join(dist, file), "utf8")])).toEqual(before)
  })

  it("takes an empty folder, and nobody's hidden folder of the name it uses itself", () => {
    mkdirSync(target())
    placePackage(target(), files("one"))
    expect(content()).toBe("one")
    mkdirSync(join(dist, ".mep-smd.old"))
    writeFileSync(join(dist, ".mep-smd.old/notes.txt"), "mine")
    expect(() => placePackage(target(), files("two"))).toThrow(/in the way/)
    expect(content()).toBe("one")
    expect(readFileSync(join(dist, ".mep-smd.old/notes.txt"), "utf8")).toBe("mine")
    expect(readdirSync(dist)).toEqual([".mep-smd.old", "mep-smd"])
  })

  it.each([
    ["dangling", "nowhere", /is a link that leads nowhere/],
    ["to a folder", ".", /is a link, and a build puts a folder in its place/],
  ])("says that a link is in the way, %s, and leaves nothing behind", (_, to, reason) => {
    symlinkSync(join(dist, to), target())
    expect(() => placePackage(target(), files("x"))).toThrow(reason)
    expect(readdirSync(dist)).toEqual(["mep-smd"])
    if (to === "nowhere") expect(() => placePackage(join(target(), "mep-smd"), files("x"))).toThrow(reason)
  })

  it("puts the old package back after a kill between the two renames", () => {
    placePackage(target(), files("one"))
    renameSync(target(), join(dist, ".mep-smd.old"))
    recover(target())
    expect(content()).toBe("one")
    expect(readdirSync(dist)).toEqual(["mep-smd"])
  })

  it("removes what a killed build left, but not what a running one is writing", () => {
    mkdirSync(join(dist, ".mep-smd.999999999.new"))
    mkdirSync(join(dist, `.mep-smd.${process.pid}.new`))
    recover(target())
    expect(readdirSync(dist)).toEqual([`.mep-smd.${process.pid}.new`])
  })

  it("takes over a dead build's lock and refuses a living one's", () => {
    writeFileSync(join(dist, ".mep-smd.lock"), "999999999")
    placePackage(target(), files("one"))
    expect(existsSync(join(dist, ".mep-smd.lock"))).toBe(false)
    writeFileSync(join(dist, ".mep-smd.lock"), String(process.ppid))
    expect(() => placePackage(target(), files("two"), 50)).toThrow(/another build is writing/)
    expect(content()).toBe("one")
  })

  it("takes over a lock whose holder was killed before it wrote its number, once it is old", () => {
    const lock = join(dist, ".mep-smd.lock")
    writeFileSync(lock, "")
    expect(() => placePackage(target(), files("one"), 50)).toThrow(/another build is writing/)
    const old = new Date(Date.now() - 60_000)
    utimesSync(lock, old, old)
    placePackage(target(), files("one"), 50)
    expect(readdirSync(dist)).toEqual(["mep-smd"])
  })

  it("leaves a swap alone that a living build is in the middle of", () => {
    placePackage(target(), files("one"))
    renameSync(target(), join(dist, ".mep-smd.old"))
    writeFileSync(join(dist, ".mep-smd.lock"), String(process.ppid))
    recover(target())
    expect(readdirSync(dist)).toEqual([".mep-smd.lock", ".mep-smd.old"])
    rmSync(join(dist, ".mep-smd.lock"))
    recover(target())
    expect(readdirSync(dist)).toEqual(["mep-smd"])
  })
})
