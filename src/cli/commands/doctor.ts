import type { Command } from "commander"
import { z } from "zod"
import type { CommandContext } from "../context"
import { examine } from "../doctor"
import { commonFlags, parseFlags, withCommonFlags } from "../flags"

const flagsSchema = z.object(commonFlags)

export function addDoctor(program: Command, context: CommandContext): void {
  withCommonFlags(
    program
      .command("doctor")
      .description("look at the machine: Node, packages, caches, folders, and tools that some work wants"),
  ).action((options: unknown) => {
    const flags = parseFlags(flagsSchema, options)
    const terminal = context.terminal(flags)
    const examined = examine(context.root, process.env)
    const bad = examined.filter(({ state }) => state === "bad")
    for (const { name, state, text } of examined) {
      if (state === "bad") terminal.complaint(`error: ${name}: ${text}`)
      else if (!flags.quiet) terminal.line(`${state === "ok" ? "ok" : "--"}  ${name}: ${text}`)
    }
    if (bad.length > 0) context.exitCode = 1
    terminal.result({ sound: bad.length === 0, examined })
  })
}
