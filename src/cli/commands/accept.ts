import { createInterface } from "node:readline"
import type { Command } from "commander"
import { z } from "zod"
import { type AcceptOptions, acceptBoard } from "../../lock/accept"
import { wantedBoards } from "../../project/boards"
import type { CommandContext } from "../context"
import { commonFlags, parseFlags, withCommonFlags } from "../flags"

const flagsSchema = z.object({
  ...commonFlags,
  board: z.string().optional(),
  yes: z.boolean().optional(),
})

/** @param currentLock compiles a board and says what there is to accept of it. */
export function addAccept(
  program: Command,
  context: CommandContext,
  currentLock: AcceptOptions["currentLock"],
): void {
  withCommonFlags(
    program
      .command("accept")
      .description("show how a board differs from what was accepted, ask, and write its board.lock.json"),
  )
    .option("--board <id>", "this board only")
    .option("--yes", "accept without asking, for scripts")
    .action(async (options: unknown) => {
      const flags = parseFlags(flagsSchema, options)
      const terminal = context.terminal(flags)
      const isTerminal = process.stdin.isTTY === true && process.stdout.isTTY === true
      const consent = flags.yes ? "yes" : isTerminal && !process.env.CI && !context.json ? ask : "no"
      const results = []
      for (const boardId of wantedBoards(context.root, flags.board)) {
        terminal.stage(`${boardId}: compiling the board`, boardId)
        const { status, file, differences } = await acceptBoard({
          root: context.root,
          boardId,
          currentLock,
          consent,
          say: (line) => terminal.line(line),
        })
        terminal.endBoard(boardId)
        if (status === "accepted") terminal.line(`${file}: written; commit it with the change`)
        else if (status === "unchanged") terminal.line(`${boardId} is as accepted: ${file}`)
        else {
          context.exitCode = 1
          const why = status === "declined" ? "" : ": no terminal to ask on; --yes accepts it"
          terminal.complaint(`error: ${boardId}: not accepted${why}. ${file} is untouched`)
        }
        results.push({ board: boardId, status, file, differences })
      }
      terminal.result(results)
    })
}

/** No answer (the end of the input, Ctrl+C) is a no. */
function ask(question: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  return new Promise((resolve) => {
    terminal.once("close", () => resolve(false))
    terminal.question(question, (answer) => {
      resolve(/^y(es)?$/i.test(answer.trim()))
      terminal.close()
    })
  })
}
