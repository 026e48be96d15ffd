import { createHash } from "node:crypto"
import { unzipSync } from "fflate"
import { describe, expect, it } from "vitest"
import { zipFiles } from "../../src/package/zip"

const files = new Map([
  ["b.gbr", Buffer.from("G04 b*\n".repeat(100))],
  ["a.gbr", Buffer.from("G04 a*\n")],
])
const date = new Date("2026-11-22T18:30:10Z")

describe("zipFiles", () => {
  it("holds the files, flat and sorted", () => {
    const entries = unzipSync(zipFiles(files, date))
    expect(Object.keys(entries)).toEqual(["a.gbr", "b.gbr"])
    expect(Buffer.from(entries["b.gbr"] as Uint8Array).toString()).toBe("G04 b*\n".repeat(100))
  })

  it("writes the UTC date whatever the time zone", () => {
    const zip = Buffer.from(zipFiles(files, date))
    const time = zip.readUInt16LE(10)
    const day = zip.readUInt16LE(12)
    expect([day >> 9, (day >> 5) & 15, day & 31]).toEqual([2026 - 1980, 11, 22])
    expect([time >> 11, (time >> 5) & 63, (time & 31) * 2]).toEqual([18, 30, 10])
  })

  it("is independent of the order the files come in", () => {
    const hash = (map: Map<string, Buffer>) => createHash("sha256").update(zipFiles(map, date)).digest("hex")
    expect(hash(new Map([...files].reverse()))).toBe(hash(files))
  })
})
