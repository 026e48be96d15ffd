import { readFileSync } from "node:fs"
import { join } from "node:path"
import { Command, CommanderError } from "commander"
import { z } from "zod"
import { failureOf } from "../failure"
import { UserError } from "../model/finding"
import { addAccept } from "./commands/accept"
import { addBench } from "./commands/bench"
import { addBuild } from "./commands/build"
import { addCompletion } from "./commands/completion"
import { addDev } from "./commands/dev"
import { addDiff } from "./commands/diff"
import { addDoctor } from "./commands/doctor"
import { addList } from "./commands/list"
import { addMetrics } from "./commands/metrics"
import { addNew } from "./commands/new"
import { addRoute } from "./commands/route"
import { addSign } from "./commands/sign"
import { addSimulate } from "./commands/simulate"
import { addSite } from "./commands/site"
import { addVerify } from "./commands/verify"
import type { CommandContext, CommonFlags } from "./context"
import { currentLock } from "./current-lock"
import { Terminal } from "./terminal"

/**
 * The command line.
 * @returns the exit code: 0 sound, 1 findings, 2 wrong usage, 3 internal error.
 */
export async function main(args: readonly string[], root: string): Promise<number> {
  const options = args.includes("--") ? args.slice(0, args.indexOf("--")) : args
  const [debug, json] = [options.includes("--debug"), options.includes("--json")]
  const version = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(root, "package.json"), "utf8"))).version
  const openTerminal = ({ quiet = false, format }: CommonFlags): Terminal => {
    if (json && format !== undefined) throw new UserError("--format and --json both want stdout: give one")
    const { stdout, stderr, env: environment } = process
    return new Terminal({ quiet, json, debug, format, version, stdout, stderr, environment })
  }
  /** The running command's, once it has understood its flags. */
  let terminal: Terminal | undefined
  const context: CommandContext = {
    root,
    version,
    json,
    exitCode: 0,
    terminal: (flags) => {
      terminal = openTerminal(flags)
      return terminal
    },
  }
  const program = commandLine(context)
  program.configureOutput({
    outputError: (text, write) => write(text.replace(/^error: /, "mep: ")),
    writeOut: (text) => {
      process.stdout.write(json ? `${JSON.stringify(answer(text, version), null, 2)}\n` : text)
    },
  })
  addCommands(program, context)
  try {
    await program.parseAsync([...args], { from: "user" })
    return context.exitCode
  } catch (error) {
    if (!(error instanceof CommanderError)) {
      const failure = failureOf(error)
      ;(terminal ?? openTerminal({})).end(failure)
      return failure.exitCode
    }
    if (error.exitCode === 0) return 0
    // Commander has told it already, but not to a program.
    openTerminal({}).result({ error: { message: usageFault(error), exitCode: 2 } })
    return 2
  }
}

const commandLine = (context: CommandContext): Command =>
  new Command("mep")
    .description("Circuit boards in TypeScript, compiled to an order a fab house can build.")
    .version(context.version, "-V, --version", "print the version")
    .option("--json", "print the result as JSON")
    .option("--debug", "show stack traces")
    .enablePositionalOptions()
    .showSuggestionAfterError(true)
    .exitOverride()
    .addHelpText(
      "after",
      "\nExit codes: 0 sound, 1 findings, 2 wrong usage, 3 internal error.\nDates in files come from the commit or SOURCE_DATE_EPOCH; NO_COLOR turns colours off.",
    )

function addCommands(program: Command, context: CommandContext): void {
  addBuild(program, context)
  addAccept(program, context, currentLock)
  addVerify(program, context)
  addSign(program, context)
  addNew(program, context)
  addRoute(program, context)
  addMetrics(program, context)
  addSimulate(program, context)
  addDiff(program, context)
  addSite(program, context)
  addDev(program, context)
  addBench(program, context)
  addList(program, context)
  addDoctor(program, context)
  addCompletion(program, context)
}

/** What --version or --help says. */
const answer = (text: string, version: string): unknown =>
  text.trim() === version ? { version, node: process.versions.node } : { help: text }

const usageFault = ({ code, message }: CommanderError): string =>
  code === "commander.help"
    ? "which command? See mep --help"
    : message.replace(/^error: /, "").replaceAll("\n", " ")
