import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeEach, describe, expect, it } from "vitest"
import { fingerprint } from "../../src/project/fingerprint"
import { type Keep, keeper } from "../../src/project/kept"

const root = mkdtempSync(join(tmpdir(), "mep-kept-"))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const folder = join(root, "node_modules/.cache/mep/kept")
const files = () => readdirSync(folder).map((name) => join(folder, name))
let made = 0
const make = (value: unknown = { a: [1, undefined, -0], m: new Map([["x", new Uint8Array([1])]]) }) => {
  made++
  return value
}
const keep: Keep = keeper(root, { codeOf: () => "code" })

beforeEach(() => {
  rmSync(join(root, "node_modules"), { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(root, "package-lock.json"), "{}")
  made = 0
})

describe("a kept result", () => {
  it("is made once, and is what was made", async () => {
    const first = await keep("compile", { in: 1 }, make)
    expect(await keep("compile", { in: 1 }, make)).toStrictEqual(first)
    expect(made).toBe(1)
    expect(files()).toHaveLength(1)
  })

  it("is not taken for another input, stage, code or lockfile", async () => {
    await keep("compile", { in: 1 }, make)
    await keep("compile", { in: 2 }, make)
    await keep("layout", { in: 1 }, make)
    await keeper(root, { codeOf: () => "other" })("compile", { in: 1 }, make)
    writeFileSync(join(root, "package-lock.json"), "{ }")
    await keep("compile", { in: 1 }, make)
    expect(made).toBe(5)
  })

  it("is made anew where that is asked, and kept; where the code is not known, never kept", async () => {
    await keep("compile", 1, () => make("old"))
    await keeper(root, { fresh: true, codeOf: () => "code" })("compile", 1, () => make("new"))
    expect(await keep("compile", 1, () => make("none"))).toBe("new")
    await keeper(root)("compile", 3, make)
    await keeper(root)("compile", 3, make)
    expect(made).toBe(4)
    expect(files()).toHaveLength(1)
  })

  it.each([
    ["cut off", (content: Buffer) => content.subarray(0, content.length - 1)],
    ["empty", () => Buffer.alloc(0)],
    ["changed by a bit", (content: Buffer) => content.map((byte, i) => (i === 40 ? byte ^ 1 : byte))],
    ["no result at all", () => Buffer.from("not found\n".repeat(20))],
  ])("is made again where its file is %s", async (_, break_) => {
    await keep("compile", 1, make)
    const [file = ""] = files()
    writeFileSync(file, break_(readFileSync(file)))
    expect(await keep("compile", 1, () => make("again"))).toBe("again")
    expect(await keep("compile", 1, make)).toBe("again")
  })

  it("is not taken from under another's name", async () => {
    await keep("compile", 1, () => make("one"))
    const [one = ""] = files()
    await keep("compile", 2, () => make("two"))
    const two = files().find((name) => name !== one) as string
    writeFileSync(two, readFileSync(one))
    expect(await keep("compile", 2, () => make("two again"))).toBe("two again")
  })

  it("is not kept where it cannot be, or its making fails", async () => {
    expect(await keep("compile", 1, () => make(() => 1))).toBeTypeOf("function")
    expect(await keep("compile", () => 1, make)).toBeDefined()
    const fail = () => Promise.reject(new Error("no board today"))
    await expect(keep("compile", 5, fail)).rejects.toThrow("no board today")
    expect(files()).toEqual([])
    rmSync(folder, { recursive: true })
    writeFileSync(folder, "in the way")
    expect(await keep("compile", 1, () => make("made"))).toBe("made")
  })

  it("goes when newer ones need its room, the longest unused first", async () => {
    const bounded = keeper(root, { codeOf: () => "code", bound: { entries: 3, bytes: 5000 } })
    for (let i = 0; i < 5; i++) await bounded("compile", i, () => make(i))
    expect(files()).toHaveLength(3)
    const big = () => make(new Uint8Array(2000))
    for (let i = 0; i < 4; i++) await bounded("model", i, big)
    expect(files()).toHaveLength(2)
    expect(files().every((file) => file.includes("model-"))).toBe(true)
  })

  it("is whole for every process of several that make it at once", async () => {
    const all = await Promise.all(
      Array.from({ length: 8 }, () => keep("compile", 1, async () => make("x".repeat(1e5)))),
    )
    expect(new Set(all).size).toBe(1)
    expect(files()).toHaveLength(1)
    expect(await keep("compile", 1, () => make("other"))).toBe(all[0])
  })
})

describe("a fingerprint", () => {
  it.each<[string, unknown, unknown]>([
    ["a number and its text", 1, "1"],
    ["zero and minus zero", 0, -0],
    ["what is missing and undefined", {}, { a: undefined }],
    ["undefined and null", [undefined], [null]],
    ["the order of keys", { a: 1, b: 2 }, { b: 2, a: 1 }],
    ["a list and a set", ["a"], new Set(["a"])],
    ["a map and an object", new Map([["a", 1]]), { a: 1 }],
    ["one text and two", ["ab"], ["a", "b"]],
    ["quotes in a text", ['a","b'], ["a", "b"]],
    ["where a list ends", [[1], 2], [[1, 2]]],
    ["bytes", new Uint8Array([1, 2]), new Uint8Array([1, 3])],
    ["dates", new Date(0), new Date(1)],
    ["a line and a part of it", { file: "a", line: 1 }, { file: "a" }],
    ["a fraction's last digit", 0.1 + 0.2, 0.3],
  ])("tells %s apart", (_, a, b) => {
    expect(fingerprint(a)).toMatch(/^[0-9a-f]{64}$/)
    expect(fingerprint(a)).not.toBe(fingerprint(b))
  })

  it("is the same for what is the same, wherever it is written in the source", () => {
    const at = (line: number) => ({ name: "R1", line: { file: "a.tsx", line } })
    expect(fingerprint(at(1))).toBe(fingerprint(at(2)))
    expect(fingerprint(structuredClone(at(1)))).toBe(fingerprint(at(1)))
  })

  it("is none of what cannot be told apart by value", () => {
    const circle: { self?: unknown } = {}
    circle.self = circle
    class Named {}
    for (const data of [() => 1, { deep: [() => 1] }, new Named(), circle, Symbol("own")])
      expect(fingerprint(data)).toBeUndefined()
  })
})
