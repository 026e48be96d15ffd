import { createHash } from "node:crypto"
import { describe, expect, it } from "vitest"
import jlcpcb from "../../fabrication/jlcpcb/index"
import { isFormula } from "../../src/verify/package/formula"
import { quantityOf } from "../../src/verify/package/lists"
import { verifyContents } from "../../src/verify/verify"
import { foundWith, hand, packageFiles, report, sealed } from "./package-fixture"

const at = "assembly/one/economic-top"

/** Messages about the book, which is written for the files of the package and then changed. */
function saidOfBook(change: (book: Record<string, unknown>) => object, drop = ""): string[] {
  const files = packageFiles()
  const pads = [
    ["R1.1", "1", "A"],
    ["R1.2", "2", "B"],
    ["J1.1", "1", "A"],
    ["C1.1", "1", "A"],
    ["C1.2", "2", "B"],
  ].map(([name, pin, net]) => ({ name, pin, net }))
  const book = {
    board: { id: "small", title: "Small", revision: "v1", date: "2026-01-02T03:04:05Z" },
    parts: [{ designator: "R1", value: "10k", side: "top", notes: [] }],
    pads,
    variants: [
      { id: "one", notFitted: [] },
      { id: "other", notFitted: [] },
    ],
    plans: [{ id: "economic-top" }],
    checks: { errors: 0, warnings: 0, checks: [], findings: [] },
    files: [...files].map(([path, content]) => ({
      path,
      sha256: createHash("sha256").update(content).digest("hex"),
    })),
  }
  const page = `<p>x</p><script type="application/json" id="book-data">${JSON.stringify({ ...book, ...change(book) })}</script>`
  if (drop !== "") files.delete(drop)
  files.set("index.html", page)
  return verifyContents(sealed(files), jlcpcb).findings.map(({ rule, message }) => `${rule}: ${message}`)
}

describe("the book", () => {
  it("of this package has nothing to say", () => expect(saidOfBook(() => ({}))).toEqual([]))

  it.each([
    [
      "of another board",
      () => ({ board: { id: "other", title: "x", revision: "v1", date: "2026-01-02T03:04:05Z" } }),
      /says board other, the manifest says small/,
    ],
    [
      "of another revision",
      () => ({ board: { id: "small", title: "x", revision: "v2", date: "2026-01-02T03:04:05Z" } }),
      /says revision v2, the manifest says v1/,
    ],
    [
      "of other files",
      (b: Record<string, unknown>) => ({
        files: (b.files as { path: string }[]).map((f) => ({ ...f, sha256: "0" })),
      }),
      /was made for another circuit\.json/,
    ],
    [
      "with a file less",
      (b: Record<string, unknown>) => ({ files: (b.files as object[]).slice(1) }),
      /does not list gerbers\/small-F_Cu\.gtl/,
    ],
    [
      "with two nets exchanged",
      (b: Record<string, unknown>) => ({
        pads: (b.pads as { name: string; net: string }[]).map((p) =>
          p.name === "R1.1" ? { ...p, net: "B" } : p,
        ),
      }),
      /shows R1\.1 on B, circuit\.json has it on A/,
    ],
    [
      "with a pad less",
      (b: Record<string, unknown>) => ({ pads: (b.pads as object[]).slice(1) }),
      /does not show R1\.1/,
    ],
    [
      "with another value",
      (b: Record<string, unknown>) => ({ parts: (b.parts as object[]).map((p) => ({ ...p, value: "11k" })) }),
      /R1: value "10k", the book says "11k"/,
    ],
    [
      "with a finding of its own",
      () => ({ checks: { errors: 1, warnings: 0, checks: [], findings: [{ message: "x" }] } }),
      /shows other checks and findings than report\.json/,
    ],
  ])("%s", (_, change, says) => expect(saidOfBook(change).join("\n")).toMatch(says))

  it("replaced by any page", () => {
    expect(foundWith("index.html", "<p>hello</p>")).toEqual([
      "pkg/documents: is not the book of a board: it holds no data of one",
    ])
  })
})

describe("the report", () => {
  it.each([
    [
      "an open error",
      report({ findings: [{ rule: "erc/x", severity: "error", message: "broken" }] }),
      /pkg\/report: reports 1 open finding.*broken \[erc\/x\]/,
    ],
    [
      "an open warning",
      report({ findings: [{ rule: "erc/x", severity: "warning", message: "odd" }] }),
      /pkg\/report: reports 1 open/,
    ],
    [
      "a count alone",
      report({ summary: { errors: 2, warnings: 0, waived: 0 } }),
      /pkg\/report: counts 2 errors/,
    ],
    [
      "a draft",
      report({ draft: ["R1: 10k -> 11k"] }),
      /pkg\/report: says that the board is not as it was accepted/,
    ],
    ["another board", report({ board: "big" }), /pkg\/documents: says board big/],
    ["no report", "[]", /pkg\/documents: it: Expected object/],
  ])("with %s", (_, text, says) => expect(foundWith("report.json", text).join("\n")).toMatch(says))

  it("with remarks alone is sound", () => {
    expect(
      foundWith("report.json", report({ findings: [{ rule: "x", severity: "info", message: "y" }] })),
    ).toEqual([])
  })
})

describe("what the report promises", () => {
  it.each([
    [
      "a variant more",
      report({ assembly: { variants: { one: [], other: [], third: [] }, plans: ["economic-top"] } }),
      "the lists of variant third under plan economic-top are missing from the package",
    ],
    [
      "a plan more",
      report({ assembly: { variants: { one: [], other: [] }, plans: ["economic-top", "hand"] } }),
      "the lists of variant one under plan hand are missing from the package",
    ],
    [
      "a variant less",
      report({ assembly: { variants: { one: [] }, plans: ["economic-top"] } }),
      "the board has no such variant or plan",
    ],
    ["drawings", report({ checks: [{ id: "schematic", findings: 0 }] }), "missing from the package"],
    [
      "another part left out",
      report({ assembly: { variants: { one: ["R1"], other: [] }, plans: ["economic-top"] } }),
      "leaves out nothing, where the variant leaves out R1",
    ],
  ])("%s", (_, text, says) => {
    expect(foundWith("report.json", text).map((line) => line.replace(/^[^:]+: /, ""))).toContain(says)
  })

  it("a list less than the other variants have, though nothing was promised", () => {
    const files = packageFiles()
    files.set("report.json", report({ assembly: undefined }))
    files.delete(`${at}/bom.csv`)
    const said = verifyContents(sealed(files), jlcpcb).findings.map(
      ({ file, message }) => `${file} ${message}`,
    )
    expect(said).toContain(`${at}/bom.csv missing from the package`)
  })
})

describe("the lists", () => {
  const other = hand.replace("header", "socket")
  it.each([
    ["another value in one of two", other, /pkg\/lists: J1: value/],
    ["a row twice", `${hand}J1,header,by hand\n`, /pkg\/hand: J1 is on the list twice/],
    [
      "a part of the machine, too",
      `${hand}R1,10k,by hand\n`,
      /pkg\/parts: R1: placed by the machine and on the hand list/,
    ],
    [
      "the other side",
      "Designator,Value,Side\nJ1,header,Bottom\n",
      /Bottom side, circuit\.json has it on the top/,
    ],
  ])("%s", (_, text, says) => expect(foundWith(`${at}/hand-assembly.csv`, text).join("\n")).toMatch(says))

  it.each([
    ["10k", "ohm", 10e3],
    ["4k7", "ohm", 4700],
    ["0R", "ohm", 0],
    ["2R2", "ohm", 2.2],
    ["8.2 kOhm 1 %", "ohm", 8200],
    ["100nF", "F", 100e-9],
    ["2u2", "F", 2.2e-6],
    ["100nF", "ohm", undefined],
    ["MAX3232", "ohm", undefined],
    ["1N4007", "F", undefined],
  ])("reads %s as %s", (text, unit, value) => {
    const found = quantityOf(text, unit)
    if (value === undefined) expect(found).toBeUndefined()
    else expect(found).toBeCloseTo(value, 12)
  })
})

describe("cells that a spreadsheet would run", () => {
  it.each([
    "=1+1",
    '=HYPERLINK("x")',
    "+A1",
    "-A1",
    "@SUM(A1)",
    " =A1",
    "\t=A1",
    '"=A1',
    "-1+cmd|' /C calc'!A0",
    "\uff1dA1",
  ])("%s is one", (cell) => expect(isFormula(cell)).toBe(true))
  it.each(["", "-", "+", "-5.7050", "+3", "-1e-7", "3.3V", "C1-C5", "'=A1", "a=b", "10k"])(
    "%s is none",
    (cell) => expect(isFormula(cell)).toBe(false),
  )
  it("is an error in any list, and so is a spreadsheet", () => {
    const said = (path: string, text: string) =>
      foundWith(path, text).filter((line) => line.startsWith("pkg/formula"))
    expect(said(`${at}/hand-assembly.csv`, hand.replace("by hand", "=A1"))).toHaveLength(1)
    expect(said("prices.csv", "a,b\n1,@x\n")).toHaveLength(1)
    expect(said("order.xlsx", "PK")).toHaveLength(1)
  })
})
