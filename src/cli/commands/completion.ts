import { Argument, type Command } from "commander"
import { z } from "zod"
import { completionScript, shells } from "../completion"
import type { CommandContext } from "../context"
import { commonFlags, parseFlags, withCommonFlags } from "../flags"

const flagsSchema = z.object(commonFlags)

export function addCompletion(program: Command, context: CommandContext): void {
  withCommonFlags(
    program
      .command("completion")
      .description("print a script that completes `mep` in a shell: commands, options, boards")
      .addArgument(new Argument("<shell>").choices([...shells])),
  )
    .addHelpText(
      "after",
      '\nInto your shell\'s start file:\n  eval "$(mep completion bash)"     zsh: the same with zsh\n  mep completion fish | source',
    )
    .action((name: string, options: unknown) => {
      const terminal = context.terminal(parseFlags(flagsSchema, options))
      const shell = z.enum(shells).parse(name)
      const script = completionScript(shell, program)
      terminal.line(script.trimEnd())
      terminal.result({ shell, script })
    })
}
