import { spawnSync } from "node:child_process"
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

  it("lists the boards as JSON", () => {
    const { code, out } = mep("list", "--json")
    expect(code).toBe(0)
    expect(JSON.parse(out)).toContainEqual(
      expect.objectContaining({ board: "mep-smd", variants: ["esp32-controlled", "always-on"] }),
    )
  })
})
