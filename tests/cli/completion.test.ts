import { spawnSync } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { Argument, Command, Option } from "commander"
import { describe, expect, it } from "vitest"
import { completionScript, completionTable, shells } from "../../src/cli/completion"

const program = new Command("mep")
program
  .command("cook")
  .description("cook it: don't [burn] it")
  .option("-q, --quiet", "say little")
  .option("--board <id>", "this board")
  .option("--out <dir>", "into DIR")
  .option("--gap <mm>", "a figure")
  .addOption(new Option("--format <name>", "a form").choices(["raw", "done"]))
  .argument("<name>", "a new name")
program.command("shell").addArgument(new Argument("<shell>").choices(["bash", "zsh"]))
program.command("secret", { hidden: true })

const has = (shell: string): boolean => spawnSync(shell, ["-c", "exit 0"]).status === 0

describe("completion", () => {
  it("has the commands that people type", () => {
    expect(completionTable(program).map(({ name }) => name)).toEqual(["cook", "shell", "help"])
  })

  it.each(shells)("for %s names every command and long option, and no hidden one", (shell) => {
    const script = completionScript(shell, program)
    for (const word of ["cook", "quiet", "board", "out", "format", "raw"]) expect(script).toContain(word)
    expect(script).not.toContain("secret")
  })

  it.each(shells.filter(has))("for %s is a script that the shell reads", (shell) => {
    const file = join(mkdtempSync(join(tmpdir(), "mep-completion-")), "script")
    writeFileSync(file, completionScript(shell, program))
    const { stderr, status } = spawnSync(shell, ["-n", file], { encoding: "utf8" })
    rmSync(dirname(file), { recursive: true })
    expect([status, stderr]).toEqual([0, ""])
  })

  it.runIf(has("bash")).each([
    [["c"], ["cook"]],
    [["cook", "--q"], ["--quiet"]],
    [
      ["cook", "--format", ""],
      ["raw", "done"],
    ],
    [["cook", "--board", "mep-s"], ["mep-smd"]],
    [["cook", "--out", "src/cli/comp"], ["src/cli/completion.ts"]],
    [["cook", "--gap", ""], []],
    [["cook", ""], []],
    [["shell", "z"], ["zsh"]],
    [["secret", "--"], []],
  ])("in bash completes %j", (typed, expected) => {
    const script = `${completionScript("bash", program)}
COMP_WORDS=(mep "$@"); COMP_CWORD=$#; _mep; printf '%s\\n' "\${COMPREPLY[@]}"`
    const { stdout, stderr } = spawnSync("bash", ["-c", script, "bash", ...typed], { encoding: "utf8" })
    expect(stderr).toBe("")
    expect(stdout.split("\n").filter((line) => line !== "")).toEqual(expected)
  })
})
