import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, describe, expect, it } from "vitest"
import { formatFindings } from "../../src/cli/findings/format"
import { locateInPackage, locateInSource, placeOfMessage, type Told, tell } from "../../src/cli/findings/told"
import type { Finding } from "../../src/model/finding"

const root = mkdtempSync(join(tmpdir(), "mep-findings-"))
afterAll(() => rmSync(root, { recursive: true, force: true }))
mkdirSync(join(root, "boards/small"), { recursive: true })
mkdirSync(join(root, "out/gerbers"), { recursive: true })
writeFileSync(
  join(root, "boards/small/index.tsx"),
  '// "R3" is told of here\nexport default (\n  <Part name="R12" />\n  <Part name="R1" />\n)\n',
)
writeFileSync(join(root, "boards/small/placement.ts"), "export const places = {\n  R3: [1, 2],\n}\n")
writeFileSync(join(root, "out/gerbers/F_Cu.gbr"), "M02*\n")
writeFileSync(join(root, "set.zip"), "PK")

const finding = (over: Partial<Finding>): Finding => ({
  rule: "drc/gap",
  severity: "error",
  message: "too near",
  ...over,
})

describe("the place of a finding", () => {
  const inSource = locateInSource(root, "small")
  it.each<[string, Partial<Finding>, object]>([
    [
      "its own file and line",
      { file: "boards/small/index.tsx", line: 3 },
      { file: "boards/small/index.tsx", line: 3 },
    ],
    [
      "the line that names its part, not a longer name",
      { parts: ["R1.2"] },
      { file: "boards/small/index.tsx", line: 4 },
    ],
    ["the row of the part, not a comment", { parts: ["R3"] }, { file: "boards/small/placement.ts", line: 2 }],
    ["the board's entry", { nets: ["GND"] }, { file: "boards/small/index.tsx" }],
    ["a part that is a pattern", { parts: ["("] }, { file: "boards/small/index.tsx" }],
    [
      "the entry, where the file is one of the package",
      { file: "F_Cu.gbr", line: 7 },
      { file: "boards/small/index.tsx", inner: "F_Cu.gbr:7" },
    ],
  ])("of a build is %s", (_, over, place) => {
    expect(inSource(finding(over))).toEqual(place)
  })

  it("of verify is the file of the folder, or the zip", () => {
    const inFolder = locateInPackage(root, join(root, "out"))
    const file = { file: "gerbers/F_Cu.gbr", line: 1 }
    expect(inFolder(finding(file))).toEqual({ file: "out/gerbers/F_Cu.gbr", line: 1 })
    expect(inFolder(finding({}))).toEqual({ file: "out" })
    expect(locateInPackage(root, join(root, "set.zip"))(finding(file))).toEqual({
      file: "set.zip",
      inner: "gerbers/F_Cu.gbr:1",
    })
    expect(locateInPackage(join(root, "boards"), join(root, "set.zip"))(finding({})).file).toBe(
      join(root, "set.zip").replaceAll("\\", "/"),
    )
  })

  it("of a message is at its start", () => {
    expect(placeOfMessage("boards/x/index.tsx:12: no")).toEqual({ file: "boards/x/index.tsx", line: 12 })
    expect(placeOfMessage("a.gbr, line 3: no")).toEqual({ file: "a.gbr", line: 3 })
    expect(placeOfMessage("boards/x/routes.json: no")).toEqual({ file: "boards/x/routes.json" })
    expect(placeOfMessage("--fab: unknown fab house")).toBeUndefined()
    expect(placeOfMessage("internal error: boom")).toBeUndefined()
  })
})

const told: Told[] = [
  tell(
    "small",
    {
      checks: [
        { id: "drc/gap", title: "gaps" },
        { id: "erc/open", title: "open pins" },
      ],
      findings: [
        finding({
          parts: ["R1"],
          at: { x: 1, y: -2, layer: "top" },
          message: '50% of "a", b: <c> & \u0001\nd',
        }),
        finding({ rule: "erc/note", severity: "info", message: "advice" }),
        finding({ rule: "erc/thin", severity: "warning", message: "thin" }),
      ],
      waived: [
        { ...finding({ rule: "erc/hot", severity: "warning", message: "hot" }), waiver: "it is meant" },
      ],
    },
    locateInSource(root, "small"),
  ),
  {
    subject: "other",
    checks: [],
    findings: [],
    failure: { message: "boards/other/index.tsx:4: no such import", exitCode: 1 },
  },
]

describe("GitHub's annotations", () => {
  it("are at file and line, with what GitHub would read as its own escaped", () => {
    expect(formatFindings("github", told, "1").split("\n")).toEqual([
      '::error file=boards/small/index.tsx,line=4,title=drc/gap::50%25 of "a", b: <c> & \u0001%0Ad at (1.00, -2.00) mm top',
      "::notice file=boards/small/index.tsx,title=erc/note::advice",
      "::warning file=boards/small/index.tsx,title=erc/thin::thin",
      "::error file=boards/other/index.tsx,line=4::boards/other/index.tsx:4: no such import",
      "",
    ])
  })

  it("escape a property's commas and colons", () => {
    const odd = tell("x", { checks: [], findings: [finding({ rule: "a:b,c" })], waived: [] }, () => ({
      file: "x,y",
    }))
    expect(formatFindings("github", [odd], "1")).toBe("::error file=x%2Cy,title=a%3Ab%2Cc::too near\n")
  })
})

describe("SARIF", () => {
  const log = JSON.parse(formatFindings("sarif", told, "1.2.3"))
  const [run] = log.runs

  it("is one run of this tool that says whether it came to its end", () => {
    expect([log.version, log.runs.length, run.tool.driver.name, run.tool.driver.version]).toEqual([
      "2.1.0",
      1,
      "mep",
      "1.2.3",
    ])
    expect(run.invocations[0].executionSuccessful).toBe(false)
    const [notice] = run.invocations[0].toolExecutionNotifications
    expect(notice.locations[0].physicalLocation.region.startLine).toBe(4)
    expect(JSON.parse(formatFindings("sarif", told.slice(0, 1), "1")).runs[0].invocations[0]).toEqual({
      executionSuccessful: true,
      toolExecutionNotifications: [],
    })
  })

  it("has a result a finding, with level, rule and place", () => {
    expect(run.results.map((one: { level: string }) => one.level)).toEqual([
      "error",
      "note",
      "warning",
      "warning",
    ])
    for (const one of run.results) expect(run.tool.driver.rules[one.ruleIndex].id).toBe(one.ruleId)
    expect(run.results[0].locations).toEqual([
      {
        physicalLocation: {
          artifactLocation: { uri: "boards/small/index.tsx" },
          region: { startLine: 4 },
        },
      },
    ])
    expect(run.results[0].properties).toEqual({
      subject: "small",
      at: { x: 1, y: -2, layer: "top" },
      parts: ["R1"],
    })
  })

  it("suppresses what is waived, with its reason, and nothing else", () => {
    expect(run.results.map((one: { suppressions?: unknown }) => one.suppressions)).toEqual([
      undefined,
      undefined,
      undefined,
      [{ kind: "external", status: "accepted", justification: "it is meant" }],
    ])
  })

  it("writes places as addresses", () => {
    const at = (file: string) =>
      JSON.parse(
        formatFindings(
          "sarif",
          [tell("x", { checks: [], findings: [finding({})], waived: [] }, () => ({ file }))],
          "1",
        ),
      ).runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri
    expect(at("out put/a.gbr")).toBe("out%20put/a.gbr")
    expect(at(join(root, "set.zip"))).toMatch(/^file:\/\/\//)
  })
})

/** Elements of strict XML in their order, as name and attributes; throws for what no XML parser takes. */
function elementsOf(xml: string): { name: string; inside: string; said: Record<string, string> }[] {
  const elements = []
  const open: string[] = []
  const body = xml.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, "")
  expect(body).not.toBe(xml)
  expect(xml).not.toMatch(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd]/)
  const piece = /<\/([\w-]+)>|<([\w-]+)((?: [\w-]+="[^"<>]*")*)(\/?)>|([^<>]+)/gy
  while (piece.lastIndex < body.length) {
    const from = piece.lastIndex
    const found = piece.exec(body)
    if (found === null) throw new Error(`no XML: ${body.slice(from, from + 60)}`)
    const [whole, end, name, attributes = "", alone] = found
    if (/&(?!(amp|lt|gt|quot|#\d+);)/.test(whole)) throw new Error(`no entity: ${whole}`)
    if (end !== undefined && open.pop() !== end) throw new Error(`not opened: ${end}`)
    if (name === undefined) continue
    const pairs = [...attributes.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key = "", value = ""]) => [
      key,
      value,
    ])
    elements.push({ name, inside: open.at(-1) ?? "", said: Object.fromEntries(pairs) })
    if (alone === "") open.push(name)
  }
  expect(open).toEqual([])
  return elements
}

describe("JUnit XML", () => {
  const elements = elementsOf(formatFindings("junit", told, "1"))
  const named = (name: string) => elements.flatMap((one) => (one.name === name ? [one.said] : []))

  it("counts what it lists, in all and by board", () => {
    expect(named("testsuites")).toEqual([
      { name: "mep", tests: "6", failures: "2", errors: "1", skipped: "1" },
    ])
    expect(named("testsuite")).toEqual([
      { name: "small", tests: "5", failures: "2", errors: "0", skipped: "1" },
      { name: "other", tests: "1", failures: "0", errors: "1", skipped: "0" },
    ])
  })

  it("has a case a finding and one a check that found nothing", () => {
    const cases = elements.filter(({ name }) => name !== "testsuites" && name !== "testsuite")
    const rows = cases.map(({ name, said }) => (name === "testcase" ? said.classname : name))
    expect(rows).toEqual([
      "erc/open",
      ...["drc/gap", "failure"],
      ...["erc/note", "system-out"],
      ...["erc/thin", "failure"],
      ...["erc/hot", "skipped"],
      ...["mep", "error"],
    ])
    expect(named("failure").map(({ type }) => type)).toEqual(["error", "warning"])
    expect(named("skipped")).toEqual([{ message: "it is meant" }])
    expect(named("error")[0]?.message).toContain("no such import")
  })

  it("quotes what a finding quotes", () => {
    expect(named("failure")[0]?.message).toBe(
      "50% of &quot;a&quot;, b: &lt;c&gt; &amp; \ufffd&#10;d at (1.00, -2.00) mm top",
    )
  })
})
