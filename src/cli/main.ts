import { Command, CommanderError } from "commander"
import { UserError } from "../finding"
import { addBench } from "./commands/bench"
import { addBuild } from "./commands/build"
import { addDev } from "./commands/dev"
import { addDiff } from "./commands/diff"
import { addFaults } from "./commands/faults"
import { addList } from "./commands/list"
import { addMetrics } from "./commands/metrics"
import { addRoute } from "./commands/route"
import { addVerify } from "./commands/verify"
import { Terminal } from "./terminal"

/** What every command gets. */
export interface CommandContext {
  readonly root: string
  readonly terminal: (flags: CommonFlags) => Terminal
  /** Set by a command: 0 sound, 1 findings. */
  exitCode: number
}

export interface CommonFlags {
  readonly quiet?: boolean | undefined
  readonly json?: boolean | undefined
  readonly debug?: boolean | undefined
}

/**
 * The command line.
 * @returns the exit code: 0 sound, 1 findings, 2 wrong usage, 3 internal error.
 */
export async function main(args: readonly string[], root: string): Promise<number> {
  const context: CommandContext = {
    root,
    exitCode: 0,
    terminal: (flags) =>
      new Terminal({
        quiet: flags.quiet ?? false,
        json: flags.json ?? false,
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
  addVerify(program, context)
  addRoute(program, context)
  addMetrics(program, context)
  addDiff(program, context)
  addDev(program, context)
  addFaults(program, context)
  addBench(program, context)
  addList(program, context)
  const debug = args.includes("--debug")
  try {
    await program.parseAsync([...args], { from: "user" })
    return context.exitCode
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    if (isUserError(error)) {
      process.stderr.write(`mep: ${error.message}\n`)
      if (debug) process.stderr.write(`${(error.cause as Error | undefined)?.stack ?? error.stack}\n`)
      return error.exitCode
    }
    const message = error instanceof Error ? error.message.split("\n")[0] : String(error)
    process.stderr.write(`mep: internal error: ${message} (run with --debug for the stack, and report it)\n`)
    if (debug && error instanceof Error) process.stderr.write(`${error.stack}\n`)
    return 3
  }
}

/** By name: a board's bundle has its own copy of the class. */
function isUserError(error: unknown): error is UserError {
  return error instanceof UserError || (error instanceof Error && error.name === "UserError")
}
