import { Command, CommanderError } from "commander"
import { failureOf } from "../failure"
import { addAccept } from "./commands/accept"
import { addBench } from "./commands/bench"
import { addBuild } from "./commands/build"
import { addDev } from "./commands/dev"
import { addDiff } from "./commands/diff"
import { addList } from "./commands/list"
import { addMetrics } from "./commands/metrics"
import { addNew } from "./commands/new"
import { addRoute } from "./commands/route"
import { addSign } from "./commands/sign"
import { addVerify } from "./commands/verify"
import type { CommandContext } from "./context"
import { currentLock } from "./current-lock"
import { Terminal } from "./terminal"

/**
 * The command line.
 * @returns the exit code: 0 sound, 1 findings, 2 wrong usage, 3 internal error.
 */
export async function main(args: readonly string[], root: string): Promise<number> {
  const debug = args.includes("--debug")
  const context: CommandContext = {
    root,
    exitCode: 0,
    terminal: (flags) =>
      new Terminal({
        quiet: flags.quiet ?? false,
        json: flags.json ?? false,
        debug,
        stdout: process.stdout,
        stderr: process.stderr,
        environment: process.env,
      }),
  }
  const program = new Command("mep")
    .description("Circuit boards in TypeScript, compiled to an order a fab house can build.")
    .option("--debug", "show stack traces")
    .showSuggestionAfterError(true)
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, "mep: ")) })
    .addHelpText(
      "after",
      "\nExit codes: 0 sound, 1 findings, 2 wrong usage, 3 internal error.\nDates in files come from the commit or SOURCE_DATE_EPOCH; NO_COLOR turns colours off.",
    )
  addBuild(program, context)
  addAccept(program, context, currentLock)
  addVerify(program, context)
  addSign(program, context)
  addNew(program, context)
  addRoute(program, context)
  addMetrics(program, context)
  addDiff(program, context)
  addDev(program, context)
  addBench(program, context)
  addList(program, context)
  try {
    await program.parseAsync([...args], { from: "user" })
    return context.exitCode
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    const failure = failureOf(error)
    context.terminal({}).failure(failure)
    return failure.exitCode
  }
}
