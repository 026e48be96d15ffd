import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { placePackage, recover } from "../../src/package/place"

let dist: string
beforeEach(() => {
  dist = mkdtempSync(join(tmpdir(), "mep-place-"))
})
afterEach(() => rmSync(dist, { recursive: true, force: true }))

const files = (text: string) => new Map([["gerbers/a.gtl", Buffer.from(text)]])
const target = () => join(dist, "mep-smd")
const content = () => readFileSync(join(target(), "gerbers/a.gtl"), "utf8")

describe("placePackage", () => {
  it("replaces the last package whole and leaves nothing beside it", () => {
    placePackage(target(), new Map([["old-only.txt", Buffer.from("x")], ...files("one")]))
    placePackage(target(), files("two"))
    expect(content()).toBe("two")
    expect(readdirSync(target())).toEqual(["gerbers"])
    expect(readdirSync(dist)).toEqual(["mep-smd"])
  })

  it("keeps the last package and says why when a file is in the way of the folder", () => {
    writeFileSync(join(dist, "file"), "")
    expect(() => placePackage(join(dist, "file", "mep-smd"), files("x"))).toThrow(
      /cannot write .*last package is untouched/,
    )
  })

  it("puts the old package back after a kill between the two renames", () => {
    placePackage(target(), files("one"))
    mkdirSync(join(dist, ".mep-smd.old/gerbers"), { recursive: true })
    writeFileSync(join(dist, ".mep-smd.old/gerbers/a.gtl"), "older")
    rmSync(target(), { recursive: true })
    recover(target())
    expect(content()).toBe("older")
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
    expect(() => placePackage(target(), files("two"))).toThrow(/another build is writing/)
    expect(content()).toBe("one")
  })
})
