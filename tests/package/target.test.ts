import { spawn } from "node:child_process"
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { makeManifest } from "../../src/package/manifest"
import { requireOutside, requireReplaceable } from "../../src/package/target"

let root: string
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "mep-target-"))
  for (const folder of ["boards/one", "src/cli", "other/.git", "dist/one"])
    mkdirSync(join(root, folder), { recursive: true })
  const subject = { board: "one", title: "T", revision: "1", date: "d", sourceHash: "0".repeat(64) }
  writeFileSync(join(root, "dist/one/manifest.json"), JSON.stringify(makeManifest(subject, new Map())))
  symlinkSync(join(root, "src"), join(root, "out-of-the-way"))
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

describe("where outputs may go", () => {
  it.each([
    ["", "the root of a repository"],
    ["other", "the root of a repository"],
    ["boards", "inside the project's own boards/"],
    ["boards/one/dist", "inside the project's own boards/"],
    ["src/cli/../new", "inside the project's own src/"],
    [".git/x", "inside the project's own .git/"],
    [".github", "inside the project's own .github/"],
    ["node_modules/.cache", "inside the project's own node_modules/"],
    ["out-of-the-way/deeper", "inside the project's own src/"],
    ["dist/one", "inside the finished package"],
    ["dist/one/gerbers", "inside the finished package"],
  ])("not into %j: %s", (out, what) => {
    expect(() => requireOutside(join(root, out), root)).toThrow(what)
  })

  it.each(["dist", "dist/new", "build", "..", "../elsewhere", "other/dist", "boards-of-mine"])(
    "into %s",
    (out) => {
      expect(() => requireOutside(join(root, out), root)).not.toThrow()
    },
  )
})

describe("a package that another build is replacing", () => {
  /** Half replaced, under a lock whose holder ends a little later with the script given. */
  const halfReplaced = (name: string, script: string): string => {
    const folder = join(root, "dist", name)
    mkdirSync(folder, { recursive: true })
    const subject = { board: name, title: "T", revision: "1", date: "d", sourceHash: "0".repeat(64) }
    const files = new Map([["a.txt", Buffer.from("a")]])
    writeFileSync(join(folder, "manifest.json"), JSON.stringify(makeManifest(subject, files)))
    const lock = join(root, "dist", `.${name}.lock`)
    const holder = spawn(
      process.execPath,
      ["-e", `setTimeout(() => { ${script}; require("fs").rmSync(process.argv[2]) }, 400)`, folder, lock],
      { stdio: "ignore" },
    )
    writeFileSync(lock, String(holder.pid))
    return folder
  }

  it("is judged when that is done", () => {
    const folder = halfReplaced("swapped", `require("fs").writeFileSync(process.argv[1] + "/a.txt", "a")`)
    expect(() => requireReplaceable(folder)).not.toThrow()
  })

  it("is somebody's if it is still not whole", () => {
    const folder = halfReplaced("edited", "")
    expect(() => requireReplaceable(folder)).toThrow("was edited since it was built")
    expect(readdirSync(join(root, "dist")).filter((name) => name.endsWith(".lock"))).toEqual([])
  })
})
