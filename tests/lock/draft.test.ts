import { describe, expect, it } from "vitest"
import jlcpcb from "../../fabrication/jlcpcb/index"
import { readSnapshot } from "../../src/diff/snapshot"
import {
  differencesOf,
  draftFiles,
  draftLines,
  draftOf,
  markPage,
  markSvg,
  reportFields,
  requireAccepted,
} from "../../src/lock/draft"
import { rasterize } from "../../src/render/raster"
import { isDraft, undrafted } from "../../src/verify/package/draft"
import { verifyContents } from "../../src/verify/verify"
import { packageFiles, sealed } from "../verify/package-fixture"
import { lockAfter } from "./sample"

const draft = { board: "small", differences: ["thickness: 1.6 -> 0.8 mm", 'net "A" <b> & $& gone'] }

describe("what makes a draft", () => {
  it("a difference, or no lock at all", () => {
    const now = lockAfter(({ board }) => {
      board.thicknessMm = 0.8
    })
    expect(draftOf("small", differencesOf("small", lockAfter(), lockAfter()))).toBeUndefined()
    expect(draftOf("small", differencesOf("small", lockAfter(), now))).toEqual({
      board: "small",
      differences: ["thickness: 1.6 -> 0.8 mm"],
    })
    expect(differencesOf("small", undefined, now)).toEqual([
      "nothing of this board has been accepted yet: npm run accept -- --board small",
    ])
  })

  it("is listed by a build, in the report, and stops a frozen one", () => {
    expect(draftLines(draft).join("\n")).toContain("\n  thickness: 1.6 -> 0.8 mm\n")
    expect(reportFields(draft)).toEqual({ draft: draft.differences })
    expect(reportFields(undefined)).toEqual({})
    expect(() => requireAccepted(undefined)).not.toThrow()
    expect(() => requireAccepted(draft)).toThrow(
      expect.objectContaining({
        name: "UserError",
        exitCode: 1,
        message: expect.stringContaining("1.6 -> 0.8 mm"),
      }),
    )
  })
})

describe("a draft's files", () => {
  const files = new Map(
    [
      "circuit.json",
      "gerbers/small-F_Cu.gtl",
      "gerbers/small-PTH.drl",
      "small-gerbers.zip",
      "small.ipc",
      "small-ipc2581.xml",
      "assembly/full/hand/hand-assembly.csv",
      "top.png",
    ].map((path) => [path, path]),
  )

  it("have no zip, and Gerbers that say what they are", () => {
    expect([...draftFiles(files).keys()]).toEqual([
      "circuit.json",
      "draft/DRAFT-small-F_Cu.gtl",
      "draft/DRAFT-small-PTH.drl",
      "draft/DRAFT-small.ipc",
      "draft/DRAFT-small-ipc2581.xml",
      "assembly/full/hand/hand-assembly.csv",
      "top.png",
    ])
  })

  it("are found by who reads them", () => {
    const stored = new Map([...draftFiles(files)].map(([path, text]) => [path, Buffer.from(text)]))
    expect(isDraft(stored)).toBe(true)
    expect(isDraft(new Map([...files].map(([path, text]) => [path, Buffer.from(text)])))).toBe(false)
    for (const [path, bytes] of undrafted(stored)) expect(path).toBe(bytes.toString())
  })
})

it("a draft's package is judged like another, and says that it is one", () => {
  const report = verifyContents(sealed(draftFiles(packageFiles())), jlcpcb)
  expect(report.findings.map(({ rule, file }) => [rule, file])).toEqual([
    ["pkg/draft", undefined],
    ["pkg/contents", "small-gerbers.zip"],
  ])
  expect(report).toMatchObject({ kind: "package", board: "small" })
  const stored = sealed(packageFiles())
  stored.delete("report.json")
  expect(readSnapshot(draftFiles(stored), "draft", [jlcpcb]).fab).toEqual(
    readSnapshot(stored, "package", [jlcpcb]).fab,
  )
})

describe("the mark", () => {
  const plain =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-35 -14 70 28"><rect x="-35" y="-14" width="70" height="28" fill="#0a0"/></svg>\n'

  it("is drawn across a picture, without a font", () => {
    const [before, after] = [plain, markSvg(plain)].map((svg) => rasterize(svg, 700))
    let changed = 0
    const [left, right] = [before?.pixels ?? [], after?.pixels ?? []]
    for (let index = 0; index < left.length; index += 4) if (left[index] !== right[index]) changed++
    expect(changed / (700 * 280)).toBeGreaterThan(0.04)
    expect(changed / (700 * 280)).toBeLessThan(0.3)
  })

  it("is refused where it would not be seen", () => {
    expect(() => markSvg("<svg></svg>")).toThrow("to mark as a draft")
    expect(() => markPage("<p>", draft)).toThrow("to mark as a draft")
  })

  it("heads a page, with the reasons", () => {
    const page = markPage("<html><head><title>Board</title></head><body>\n<div></div></body></html>", draft)
    expect(page).toContain("<title>DRAFT: Board</title>")
    expect(page).toContain("<li>thickness: 1.6 -&#62; 0.8 mm</li>")
    expect(page).toContain("<li>net &#34;A&#34; &#60;b&#62; &#38; $&#38; gone</li>")
    expect(page.indexOf("DRAFT, not to be ordered")).toBeLessThan(page.indexOf("<div>"))
  })
})
