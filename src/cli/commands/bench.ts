import { writeFileSync } from "node:fs"
import { join } from "node:path"
import type { Command } from "commander"
import { z } from "zod"
import { loadVendor } from "../../bundler.mjs"
import { UserError } from "../../model/finding"
import { listBoards, requireBoard } from "../../project/boards"
import type { CommandContext } from "../context"
import { commonFlags, parseFlags, withCommonFlags } from "../flags"

const flagsSchema = z.object({
  ...commonFlags,
  board: z.string().optional(),
  runs: z
    .string()
    .regex(/^([1-9]|[1-4]\d)$/, "give 1 to 49")
    .transform(Number)
    .default("5"),
  write: z.boolean().optional(),
  edit: z.array(z.string()).optional(),
})

const pageFile = "docs/benchmark.md"

export function addBench(program: Command, context: CommandContext): void {
  withCommonFlags(
    program
      .command("bench")
      .description(
        "measure time and memory beside tscircuit's own export, or what becomes of copper after edits",
      )
      .argument("[what]", '"route": judge the copper that the router lays'),
  )
    .option("--board <id>", "the board to measure")
    .option("--runs <count>", "runs of each command; medians are shown", "5")
    .option("--write", `write the table to ${pageFile}, with "route" to docs/routing.md`)
    .option(
      "--edit <words...>",
      'with "route": only edits of boards/<id>/edits.json with these words in their title',
    )
    .action(async (what: string | undefined, options: unknown) => {
      const flags = parseFlags(flagsSchema, options)
      const { root } = context
      const terminal = context.terminal(flags)
      const boardId = flags.board === undefined ? listBoards(root)[0] : requireBoard(root, flags.board)
      if (boardId === undefined) throw new UserError("there is no board to measure")
      if (what !== undefined) {
        if (what !== "route")
          throw new UserError(`bench measures "${what}"? only "route", or nothing for times`)
        const keepCompiledCode = await loadVendor(root)
        const { runRouteBench } = await import("../../bench/run-route-bench")
        const boards = await runRouteBench({
          root,
          boards: flags.board === undefined ? listBoards(root) : [boardId],
          only: flags.edit ?? [],
          write: flags.write === true,
          ...(process.env.MEP_FREEROUTING === undefined ? {} : { freerouting: process.env.MEP_FREEROUTING }),
          progress: (line) => terminal.detail(line),
          say: (line) => terminal.line(line),
        })
        keepCompiledCode()
        terminal.result(boards)
        return
      }
      const { bench } = await import("../../bench/bench")
      const { benchLines, benchPage, machineFacts } = await import("../../bench/table")
      const rows = await bench({
        root,
        boardId,
        runs: flags.runs,
        progress: (text) => terminal.stage(text),
      })
      for (const line of benchLines(rows)) terminal.line(line)
      terminal.line(machineFacts())
      if (flags.write) writeFileSync(join(root, pageFile), benchPage(boardId, flags.runs, rows))
      terminal.result({ board: boardId, runs: flags.runs, rows })
    })
}
