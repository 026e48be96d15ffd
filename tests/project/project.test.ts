import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { naturalOrder } from "../../src/natural-order"
import { listBoards, loadBoard, requireBoard } from "../../src/project/boards"
import { sourceDate } from "../../src/project/source-date"
import { sourceHash } from "../../src/project/source-hash"
import { closest } from "../../src/project/suggest"

let root: string
const write = (path: string, text: string) => {
  mkdirSync(join(root, path, ".."), { recursive: true })
  writeFileSync(join(root, path), text)
}

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "mep-project-"))
  write("package-lock.json", "{}")
  write("components/a.ts", "export const a = 1\n")
  write("boards/good/index.tsx", 'export default { id: "good" }\n')
  write("boards/wrong-id/index.tsx", 'export default { id: "other" }\n')
  write("boards/no-default/index.tsx", "export const x = 1\n")
  write("boards/syntax/index.tsx", "const a = 1\nexport default <board\n")
  write("boards/missing/index.tsx", 'import "./nowhere"\nexport default {}\n')
  write("boards/throws/index.tsx", 'const x = 1\nthrow new Error("no such part R9")\nexport default x\n')
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

describe("boards", () => {
  it("are the folders with an index.tsx, and a typo gets a suggestion", () => {
    expect(listBoards(root)).toContain("good")
    expect(() => requireBoard(root, "goood")).toThrow('unknown board "goood": did you mean "good"?')
    expect(() => requireBoard(root, "xxxxxxx")).toThrow(/boards: good, missing/)
  })

  it("load, and complain in one line with file and line", async () => {
    expect((await loadBoard(root, "good")).id).toBe("good")
    await expect(loadBoard(root, "wrong-id")).rejects.toThrow('id is "other" but the folder is "wrong-id"')
    await expect(loadBoard(root, "no-default")).rejects.toThrow("no default export")
    await expect(loadBoard(root, "syntax")).rejects.toThrow(/^boards\/syntax\/index\.tsx:\d+:\d+: /)
    await expect(loadBoard(root, "missing")).rejects.toThrow(/^boards\/missing\/index\.tsx:1:\d+: .*nowhere/)
    await expect(loadBoard(root, "throws")).rejects.toThrow(/^boards\/throws.*: no such part R9$/)
  })
})

describe("sourceHash", () => {
  const module = "boards/good/parts.ts"
  const hash = () => sourceHash(root, "good")
  const edited = (path: string, text: string) => {
    write(path, text)
    return hash()
  }

  it("changes with what the board imports and with what lies beside it", async () => {
    write("boards/good/index.tsx", 'import { a } from "./parts"\nexport default { id: "good", a }\n')
    const before = await edited(module, "export const a = 1\n")
    expect(await edited(module, "export const a = 2\n")).not.toBe(before)
    write(module, "export const a = 1\n")
    expect(await edited("boards/good/routes.json", "{}")).not.toBe(before)
    rmSync(join(root, "boards/good/routes.json"))
    expect(await edited("package-lock.json", '{ "name": "x" }')).not.toBe(before)
    expect(await edited("package-lock.json", "{}")).toBe(before)
    expect(await sourceHash(root, "no-default")).not.toBe(before)
  })

  it("changes with no comment, line end, or module that the board does not import", async () => {
    const before = await edited(module, "export const a = 1\n")
    expect(await edited(module, "// one\r\nexport const a = 1 // it is\r\n")).toBe(before)
    expect(await edited("components/a.ts", "export const a = 2\n")).toBe(before)
    expect(await edited("boards/throws/more.ts", "export const a = 2\n")).toBe(before)
  })
})

describe("sourceDate", () => {
  it("is SOURCE_DATE_EPOCH when set, never before 1980, and never the clock", () => {
    expect(sourceDate(root, { SOURCE_DATE_EPOCH: "1700000000" }).toISOString()).toBe(
      "2023-11-14T22:13:20.000Z",
    )
    expect(sourceDate(root, { SOURCE_DATE_EPOCH: "1" }).toISOString()).toBe("1980-01-01T00:00:00.000Z")
    expect(sourceDate(root, {}).toISOString()).toBe("1980-01-01T00:00:00.000Z")
    expect(() => sourceDate(root, { SOURCE_DATE_EPOCH: "yesterday" })).toThrow(/SOURCE_DATE_EPOCH/)
  })
})

describe("small helpers", () => {
  it("closest finds a typo's word and nothing for a foreign one", () => {
    expect(closest("mep-smb", ["mep-smd", "mep-tht"])).toBe("mep-smd")
    expect(closest("panel", ["mep-smd"])).toBeUndefined()
  })

  it("natural order counts", () => {
    expect(["R10", "R2", "C1", "U1.10", "U1.9"].sort(naturalOrder)).toEqual([
      "C1",
      "R2",
      "R10",
      "U1.9",
      "U1.10",
    ])
  })
})
