import { spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { beforeAll, describe, expect, it } from "vitest"
import { findingLine } from "../../src/check/report"
import { type CleanBoard, cleanBoard } from "./clean"
import { byLock, faultClasses, type Outcome } from "./fault"
import { faults } from "./list/index"
import { limits } from "./list/limits"
import { runFault } from "./run"
import { runLimits } from "./run-limits"
import { suites } from "./suite"
import { cell, page } from "./table"

/** The board without a fault, and the list of faults. With `WRITE_DOCS=1` all run, and the page that lists them is written. */

const docs = "docs/faults.md"

let clean: CleanBoard

beforeAll(async () => {
  clean = await cleanBoard()
  if (process.env.WRITE_DOCS === undefined) return
  const outcomes: Outcome[] = []
  for (const fault of faults) outcomes.push(await runFault(fault, clean))
  writeFileSync(docs, page(outcomes, runLimits(clean)))
}, 900_000)

describe("the board without a fault", () => {
  it("has nothing that stops the build, and is as it was accepted", () => {
    expect(clean.open.map(findingLine)).toEqual([])
  })

  it("goes through every check of a build, in its order", () => {
    const out = mkdtempSync(join(tmpdir(), "mep-faults-"))
    try {
      const build = ["src/mep.mjs", "build", "--board", "mep-smd", "--only", "order", "--out", out]
      expect(spawnSync(process.execPath, build, { encoding: "utf8" })).toMatchObject({ status: 0 })
      const report = JSON.parse(readFileSync(join(out, "mep-smd", "report.json"), "utf8")) as {
        checks: readonly { readonly id: string }[]
      }
      // What is simulated is broken in tests/simulate.
      const ids = report.checks.map(({ id }) => id).filter((id) => !id.startsWith("simulate/"))
      expect(clean.checkIds).toEqual(ids)
    } finally {
      rmSync(out, { recursive: true, force: true })
    }
  })
})

describe("the faults", () => {
  it("are enough, of every class, each under its own name", () => {
    expect(faults.length).toBeGreaterThanOrEqual(258)
    expect(new Set(faults.map(({ id }) => id)).size).toBe(faults.length)
    for (const name of faultClasses)
      expect(faults.filter((fault) => fault.class === name).length, name).toBeGreaterThanOrEqual(5)
  })

  it("are left to the lock only where no rule can know better", () => {
    const left = faults.filter(({ expectedRule }) => expectedRule === byLock)
    expect([...new Set(left.map((fault) => fault.class))]).toEqual(["lock"])
  })

  it("are each in one of the suites that run them", () => {
    const run = Object.values(suites).flat()
    expect(new Set(run).size).toBe(run.length)
    expect(faults.filter(({ stage }) => !run.includes(stage))).toEqual([])
  })
})

describe(docs, () => {
  // After all of beforeAll: it may just have been written.
  const text = () => readFileSync(docs, "utf8")

  it("has a row for every fault and every limit, with its rule, and no other", () => {
    const rows = text()
      .split("\n")
      .filter((line) => line.startsWith("| ") && line.includes("`"))
    const wanted = [
      ...faultClasses.flatMap((name) =>
        faults
          .filter((fault) => fault.class === name)
          .map(({ title, expectedRule }) => [title, expectedRule] as const),
      ),
      ...limits.map(({ title, rule }) => [title, rule] as const),
    ].map(([title, rule]) => `| ${cell(title)} | \`${rule}\` |`)
    expect(rows.map((row) => row.split("|").slice(0, 3).join("|").concat("|"))).toEqual(wanted)
  })

  it("says that all were caught", () => {
    expect(text()).not.toContain("**no**")
    expect(text()).toContain(`| **all** | **${faults.length}** | **${faults.length}** |`)
  })
})
