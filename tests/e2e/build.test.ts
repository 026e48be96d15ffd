import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { unzipSync } from "fflate"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { listFiles } from "../../src/project/files"
import { ProjectCopy } from "./project-copy"

let project: ProjectCopy
let folder: string
let first: ReturnType<ProjectCopy["mep"]>

/** sha256 over every file of the package. */
const fingerprint = () => {
  const hash = createHash("sha256")
  for (const file of listFiles(folder)) hash.update(file).update(readFileSync(join(folder, file)))
  return hash.digest("hex")
}

beforeAll(() => {
  project = new ProjectCopy()
  project.keepBoard("mep-smd")
  folder = join(project.root, "dist", "mep-smd")
  first = project.mep("build", "--only", "order")
})
afterAll(() => project.remove())

const gerbers = [
  ...["F_Cu.gtl", "B_Cu.gbl", "F_Mask.gts", "B_Mask.gbs", "F_Silkscreen.gto", "B_Silkscreen.gbo"],
  ...["F_Paste.gtp", "B_Paste.gbp", "Edge_Cuts.gm1", "PTH.drl", "NPTH.drl"],
].map((suffix) => `mep-smd-${suffix}`)

describe("a build", () => {
  it("is sound and says where it put the package", () => {
    expect(first.out).toMatch(/mep-smd built: .*dist.mep-smd \(0 errors, 0 warnings, \d+ waived\)/)
    expect(first.code).toBe(0)
  })

  it("leaves every file of the contract and none else", () => {
    const sets = ["esp32-controlled", "always-on"].flatMap((variant) => [
      ...["economic-top", "standard-both"].flatMap((plan) =>
        ["bom.csv", "cpl.csv", "hand-assembly.csv"].map((file) => `assembly/${variant}/${plan}/${file}`),
      ),
      ...["bom.csv", "hand-assembly.csv"].map((file) => `assembly/${variant}/hand/${file}`),
      ...["bom.html", "shopping.csv"].map((file) => `assembly/${variant}/${file}`),
    ])
    expect(listFiles(folder)).toEqual(
      [
        "circuit.json",
        "manifest.json",
        "mep-smd-gerbers.zip",
        "mep-smd.ipc",
        "mep-smd-ipc2581.xml",
        "report.json",
        "assembly/plans.md",
        "test-points.csv",
        ...gerbers.map((name) => `gerbers/${name}`),
        ...sets,
      ].sort(),
    )
  })

  it("zips the same Gerbers, flat, and nothing else", () => {
    const zip = unzipSync(readFileSync(join(folder, "mep-smd-gerbers.zip")))
    expect(Object.keys(zip)).toEqual([...gerbers].sort())
    for (const [name, content] of Object.entries(zip)) {
      expect(Buffer.from(content).equals(readFileSync(join(folder, "gerbers", name)))).toBe(true)
    }
  })

  it("hashes every file in the manifest", () => {
    const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"))
    expect(Object.keys(manifest.files)).toEqual(listFiles(folder).filter((file) => file !== "manifest.json"))
    for (const [file, { sha256, size }] of Object.entries<{ sha256: string; size: number }>(manifest.files)) {
      const content = readFileSync(join(folder, file))
      expect([size, sha256]).toEqual([content.length, createHash("sha256").update(content).digest("hex")])
    }
  })

  it("reports every waiver with its reason", () => {
    const report = JSON.parse(readFileSync(join(folder, "report.json"), "utf8"))
    expect(report.summary.errors + report.summary.warnings).toBe(0)
    for (const finding of report.waived) expect(finding.waiver.length).toBeGreaterThan(20)
  })

  it("is skipped when nothing changed", () => {
    const again = project.mep("build", "--only", "order")
    expect(again.out).toContain("mep-smd is up to date")
    expect(again.code).toBe(0)
  })
})

describe("a broken board fails the build and leaves the last package alone", () => {
  it.each([
    [
      "a track removed",
      "boards/mep-smd/routes.json",
      /^.*"from": "R5\.2", "to": "J6\.5".*\n/m,
      "",
      /MEP_TXD/,
    ],
    ["a part off the board", "boards/mep-smd/placement.ts", 'part("R1", 0.3,', 'part("R1", 45,', /R1/],
    [
      "two pins swapped",
      "components/mep/circuit.tsx",
      /R2OUT: "RXD2_TTL",(\s+)T2IN: "TXD2_TTL"/,
      'R2OUT: "TXD2_TTL",$1T2IN: "RXD2_TTL"',
      /RXD2_TTL/,
    ],
    [
      "a part that no record is",
      "boards/mep-smd/assembly.ts",
      'R1: r0805["10k"]',
      'R1: r0805["11k"]',
      /components\/mep\/circuit\.tsx:\d+: R1: `is` names no part/,
    ],
    [
      "a pin misspelt",
      "components/mep/circuit.tsx",
      'R2OUT: "RXD2_TTL"',
      'R20UT: "RXD2_TTL"',
      /components\/mep\/circuit\.tsx:\d+: U1: MAX3232 has no pin "R20UT": did you mean "R2OUT"\?/,
    ],
  ])("%s", (_, file, from, to, names) => {
    const before = fingerprint()
    const run = project.with(file, from, to, () => project.mep("build", "--only", "order"))
    expect(run.out + run.err).toMatch(names)
    expect(run.out + run.err).toMatch(/mep-smd: not built: [1-9]\d* errors|routes of \w+ no longer fit/)
    expect(run.out + run.err).not.toMatch(/\n\s+at /)
    expect(run.code).toBe(1)
    expect(fingerprint()).toBe(before)
  })

  it.each([
    [
      "a syntax error",
      "boards/mep-smd/index.tsx",
      "<MepCircuit",
      "<MepCircuit <",
      /boards\/mep-smd\/index\.tsx:\d+/,
    ],
    [
      "a component that throws",
      "components/mep/circuit.tsx",
      /(export function MepCircuit.*\{\n)/,
      '$1 throw new Error("no circuit today");',
      /components\/mep\/circuit\.tsx:\d+: no circuit today/,
    ],
  ])("%s: one line with the place", (_, file, from, to, message) => {
    const before = fingerprint()
    const run = project.with(file, from, to, () => project.mep("build", "--only", "order"))
    expect(run.err).toMatch(message)
    expect(run.err).not.toMatch(/\n\s+at /)
    expect(run.code).toBe(1)
    expect(fingerprint()).toBe(before)
  })
})
