import { spawnSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"

const mep = (...args: string[]) => {
  const run = spawnSync(process.execPath, ["src/mep.mjs", ...args], { encoding: "utf8" })
  return { code: run.status, out: run.stdout, err: run.stderr }
}

/** One clear line, never a stack. */
const expectOneLine = (text: string) => {
  expect(text).not.toMatch(/\n\s+at /)
  expect(text.trim().split("\n").length).toBeLessThanOrEqual(2)
}

describe("the command line", () => {
  it("explains itself", () => {
    const { code, out } = mep("--help")
    expect(code).toBe(0)
    for (const word of ["build", "list", "Exit codes: 0 sound, 1 findings"]) expect(out).toContain(word)
    expect(mep("build", "--help").out).toContain("--board <id>")
  })

  it.each([
    [["biuld"], /unknown command 'biuld'\n\(Did you mean build\?\)/],
    [["build", "--bord", "x"], /unknown option '--bord'\n\(Did you mean --board\?\)/],
    [["build", "--board", "mep-smb"], /unknown board "mep-smb": did you mean "mep-smd"\?/],
    [["build", "--time-limit", "soon"], /--time-limit: give whole seconds/],
    [["build", "--only", "gerbers"], /--only: the one choice is "order"/],
    [["build", "extra"], /too many arguments/],
    [["verify", "docs", "--fab", "jlpcb"], /--fab: unknown fab house "jlpcb": did you mean "jlcpcb"\?/],
  ])("%j is wrong usage: one line, exit code 2", (args, message) => {
    const { code, err } = mep(...args)
    expect(err).toMatch(message)
    expectOneLine(err)
    expect(code).toBe(2)
  })

  it("does not mind a reader that has seen enough", () => {
    const line = `"${process.execPath}" src/mep.mjs list | node -e "process.stdin.destroy()"; "${process.execPath}" src/mep.mjs --help 2>&1 | head -c 1`
    const run = spawnSync("bash", ["-c", `set -o pipefail; ${line}`], { encoding: "utf8" })
    expect(run.stderr).toBe("")
    expect(run.status).toBe(0)
  })

  it("says its version, to people and to programs", () => {
    const { version } = JSON.parse(readFileSync("package.json", "utf8"))
    expect(mep("--version")).toEqual({ code: 0, out: `${version}\n`, err: "" })
    expect(JSON.parse(mep("--version", "--json").out)).toEqual({ version, node: process.versions.node })
    expect(JSON.parse(mep("build", "--help", "--json").out).help).toContain("--board <id>")
  })

  it.each([
    [["biuld", "--json"], "unknown command 'biuld' (Did you mean build?)"],
    [["--json", "list", "--bord"], "unknown option '--bord'"],
    [["--json"], "which command?"],
    [["build", "--json", "--board", "mep-smb"], 'unknown board "mep-smb"'],
    [["verify", "docs/nowhere", "--json"], "docs/nowhere: no such folder"],
    [["build", "--json", "--format", "sarif"], "--format and --json both want stdout"],
  ])("%j says on stdout in JSON why it ended", (args, message) => {
    const { code, out } = mep(...args)
    expect(JSON.parse(out)).toEqual({ error: { message: expect.stringContaining(message), exitCode: 2 } })
    expect(code).toBe(2)
  })

  it("is told in the format that was asked for when a command cannot run", () => {
    const { code, out } = mep("build", "--board", "mep-smb", "--format", "sarif")
    expect(JSON.parse(out).runs[0].invocations[0].executionSuccessful).toBe(false)
    expect(code).toBe(2)
    expect(mep("build", "--board", "mep-smb", "--format", "github").out).toMatch(/^::error::unknown board/)
  })

  it("gives verify's findings in a format, with the exit code of findings", () => {
    const { code, out } = mep("verify", "tests/cli", "--format", "junit")
    expect(out).toMatch(/^<\?xml version="1.0"[\s\S]*<failure [\s\S]*<\/testsuites>\n$/)
    expect(code).toBe(1)
  })

  it("looks at the machine", () => {
    const { code, out } = mep("doctor", "--json")
    const { sound, examined } = JSON.parse(out)
    expect([code, sound]).toEqual([0, true])
    expect(examined.map(({ name }: { name: string }) => name)).toEqual(
      expect.arrayContaining(["Node", "packages", "caches", "git", "gerbv", "Chromium", "KiCad"]),
    )
  })

  it("gives completion of its own commands", () => {
    expect(mep("completion", "bash").out).toContain("build accept verify")
    expect(mep("completion", "tcsh").code).toBe(2)
  })

  it("lists the boards as JSON", () => {
    const { code, out } = mep("list", "--json")
    expect(code).toBe(0)
    expect(JSON.parse(out)).toContainEqual(
      expect.objectContaining({ board: "mep-smd", variants: ["esp32-controlled", "always-on"] }),
    )
  })
})
