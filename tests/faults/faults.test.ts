import { spawn } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { beforeAll, describe, expect, it } from "vitest"
import type { Outcome } from "../../src/faults/fault"
import { faultClasses } from "../../src/faults/fault"
import { faults } from "../../src/faults/list/index"
import { limits } from "../../src/faults/list/limits"
import type { LimitOutcome } from "../../src/faults/run-limits"

/** Every seeded fault through the command that people use, in processes of its own. */

interface Result {
  readonly clean: readonly { readonly message: string }[]
  readonly checks: readonly string[]
  readonly outcomes: readonly Outcome[]
  readonly limits: readonly LimitOutcome[]
}

let result: Result = { clean: [], checks: [], outcomes: [], limits: [] }
let code: number | null = null

function run(...args: string[]): Promise<{ code: number | null; out: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["src/mep.mjs", ...args], {
      stdio: ["ignore", "pipe", "ignore"],
    })
    const pieces: Buffer[] = []
    child.stdout.on("data", (piece: Buffer) => pieces.push(piece))
    child.on("error", reject)
    child.on("close", (exit) => resolve({ code: exit, out: Buffer.concat(pieces).toString("utf8") }))
  })
}

beforeAll(async () => {
  const done = await run("faults", "--json")
  code = done.code
  result = JSON.parse(done.out) as Result
}, 900_000)

describe("the board without a fault", () => {
  it("has nothing that stops the build", () => {
    expect(result.clean.map(({ message }) => message)).toEqual([])
  })

  it("goes through every check of a build, in its order", async () => {
    const out = mkdtempSync(join(tmpdir(), "mep-faults-"))
    try {
      expect((await run("build", "--only", "order", "--out", out)).code).toBe(0)
      const report = JSON.parse(readFileSync(join(out, "mep-smd", "report.json"), "utf8")) as {
        checks: readonly { readonly id: string }[]
      }
      expect(result.checks).toEqual(report.checks.map(({ id }) => id))
    } finally {
      rmSync(out, { recursive: true, force: true })
    }
  })
})

describe("the faults", () => {
  it("are enough, of every class, each under its own name", () => {
    expect(faults.length).toBeGreaterThanOrEqual(80)
    expect(new Set(faults.map(({ id }) => id)).size).toBe(faults.length)
    for (const name of faultClasses)
      expect(faults.filter((fault) => fault.class === name).length, name).toBeGreaterThanOrEqual(5)
  })

  it("were all run", () => {
    expect(result.outcomes.map(({ id }) => id)).toEqual(faults.map(({ id }) => id))
    expect(code).toBe(0)
  })

  it.each(faults.map(({ id, class: kind, title, expectedRule }) => [kind, title, expectedRule, id] as const))(
    "%s: %s: %s",
    (_kind, _title, expectedRule, id) => {
      const outcome = result.outcomes.find((candidate) => candidate.id === id)
      expect(outcome?.message).toContain(expectedRule === "one clear line" ? "" : `[${expectedRule}]`)
      expect(outcome?.caught).toBe(true)
      expect(outcome?.stopped).toBe(true)
    },
  )
})

describe("the limits", () => {
  it.each(limits.map(({ title, rule }) => [title, rule] as const))("%s: %s", (title) => {
    const outcome = result.limits.find((candidate) => candidate.title === title)
    expect(outcome?.message).not.toMatch(/^not found|^found within/)
    expect(outcome?.held).toBe(true)
  })
})

describe("docs/faults.md", () => {
  const page = readFileSync("docs/faults.md", "utf8")
  const rows = page.split("\n").filter((line) => line.startsWith("| ") && line.includes("`"))

  it("has a row for every fault and every limit, with its rule, and no other", () => {
    const wanted = [
      ...faultClasses.flatMap((name) =>
        faults
          .filter((fault) => fault.class === name)
          .map(({ title, expectedRule }) => [title, expectedRule]),
      ),
      ...limits.map(({ title, rule }) => [title, rule]),
    ].map(([title, rule]) => `| ${title?.replaceAll("|", "\\|").replaceAll("<", "&lt;")} | \`${rule}\` |`)
    expect(rows.map((row) => row.split("|").slice(0, 3).join("|").concat("|"))).toEqual(wanted)
  })

  it("says that all were caught", () => {
    expect(page).not.toContain("**no**")
    expect(page).toContain(`| **all** | **${faults.length}** | **${faults.length}** |`)
  })
})

describe("the command", () => {
  it("tells a fault that is not there in one line", async () => {
    const { code: exit, out } = await run("faults", "--id", "no such fault")
    expect(out).toBe("")
    expect(exit).toBe(2)
  })
})
