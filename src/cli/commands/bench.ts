import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import type { Command } from "commander"
import { z } from "zod"
import { stageCommand } from "../../bench/stage-command"
import { loadVendor } from "../../bundler.mjs"
import { UserError } from "../../model/finding"
import { listBoards, requireBoard } from "../../project/boards"
import type { CommandContext } from "../context"
import { commonFlags, parseFlags, withCommonFlags } from "../flags"
import type { Terminal } from "../terminal"

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
  parts: z
    .string()
    .regex(/^\d+(,\d+)*$/, "give numbers of parts: 100,1000")
    .transform((list) => list.split(",").map(Number))
    .default("20,100,300,500,1000"),
  seed: z
    .string()
    .regex(/^\d{1,9}$/, "give a whole number")
    .transform(Number)
    .default("1"),
})

const pageFile = "docs/benchmark.md"
/** What follows is written by `bench page` alone. */
const pageHeading = "## The page\n"

const scaleFile = "docs/scale.md"
/** What stands between this and the next heading is written by `bench scale` alone. */
const scaleHeading = "## Measured\n"

export function addBench(program: Command, context: CommandContext): void {
  withCommonFlags(
    program
      .command("bench")
      .description(
        "measure time and memory beside tscircuit's own export, or what becomes of copper after edits",
      )
      .argument(
        "[what]",
        '"page": the book in a browser; "route": judge the copper that the router lays; "scale": larger and larger boards',
      ),
  )
    .option("--board <id>", "the board to measure")
    .option("--runs <count>", "runs of each command; medians are shown", "5")
    .option(
      "--write",
      `write the table to ${pageFile}, with "route" or "scale" to docs/routing.md or ${scaleFile}`,
    )
    .option("--parts <counts>", 'with "scale": parts of the boards', "20,100,300,500,1000")
    .option("--seed <number>", 'with "scale": another seed makes other boards', "1")
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
        if (what === "page") return await measurePage(context, terminal, boardId, flags)
        if (what === "scale") return await measureScale(context, terminal, flags)
        if (what !== "route")
          throw new UserError(`bench measures "${what}"? "page", "route", "scale", or nothing for times`)
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
      if (flags.write) {
        const [, kept] = readFileSync(join(root, pageFile), "utf8").split(pageHeading)
        const rest = kept === undefined ? "" : `\n${pageHeading}${kept}`
        writeFileSync(join(root, pageFile), `${benchPage(boardId, flags.runs, rows)}${rest}`)
      }
      terminal.result({ board: boardId, runs: flags.runs, rows })
    })

  // Started by `bench scale`, a process a stage.
  program
    .command(`${stageCommand} <stage> <board> <project> <kept>`, { hidden: true })
    .action(async (stage: string, boardId: string, project: string, kept: string) => {
      const keepCompiledCode = await loadVendor(context.root)
      const { runStage } = await import("../../bench/scale-stages")
      const cost = await runStage(stage, { boardId, project, kept })
      keepCompiledCode()
      process.stdout.write(`${JSON.stringify(cost)}\n`)
    })
}

async function measureScale(
  { root }: CommandContext,
  terminal: Terminal,
  flags: { readonly parts: readonly number[]; readonly seed: number; readonly write?: boolean | undefined },
): Promise<void> {
  const { parts: sizes, seed } = flags
  await loadVendor(root) // the list of stages knows what each runs
  const { scaleBench } = await import("../../bench/scale")
  const { scaleLines, scaleSection } = await import("../../bench/scale-table")
  const rows = await scaleBench({ root, sizes, seed, progress: (text) => terminal.stage(text) })
  for (const line of scaleLines(sizes, rows)) terminal.line(line)
  if (flags.write) {
    const [before = "", after = ""] = readFileSync(join(root, scaleFile), "utf8").split(scaleHeading)
    const rest = after.slice(Math.max(0, after.indexOf("\n## ")))
    writeFileSync(join(root, scaleFile), `${before}${scaleHeading}${scaleSection(sizes, seed, rows)}${rest}`)
  }
  terminal.result({ seed, sizes, rows })
}

async function measurePage(
  context: CommandContext,
  terminal: Terminal,
  boardId: string,
  flags: { readonly runs: number; readonly write?: boolean | undefined },
): Promise<void> {
  const { root } = context
  const { benchTheBook } = await import("../../bench/page-bench")
  const { pageLines, pageSection } = await import("../../bench/page-table")
  const progress = (text: string): void => terminal.stage(text)
  const rows = await benchTheBook({ root, boardId, runs: flags.runs, progress })
  for (const line of pageLines(rows)) terminal.line(line)
  if (flags.write) {
    const [kept = ""] = readFileSync(join(root, pageFile), "utf8").split(pageHeading)
    const section = pageSection(boardId, flags.runs, rows)
    writeFileSync(join(root, pageFile), `${kept.trimEnd()}\n\n${pageHeading}${section}`)
  }
  terminal.result({ board: boardId, runs: flags.runs, rows })
}
