import { writeFileSync } from "node:fs"
import { join } from "node:path"
import type { Command } from "commander"
import { z } from "zod"
import { loadVendor } from "../../bundler.mjs"
import { findingLine } from "../../check/report"
import { UserError } from "../../finding"
import { listBoards, requireBoard } from "../../project/boards"
import type { CommandContext } from "../context"
import { commonFlags, parseFlags, withCommonFlags } from "../flags"

const flagsSchema = z.object({
  ...commonFlags,
  board: z.string().optional(),
  id: z.string().optional(),
  write: z.boolean().optional(),
  jobs: z.enum(["1", "2", "3", "4"], { errorMap: () => ({ message: "give 1 to 4" }) }).default("2"),
  part: z
    .string()
    .regex(/^[1-9]\/[1-9]$/, "give for example 1/2")
    .optional(),
})

const pageFile = "docs/faults.md"

export function addFaults(program: Command, context: CommandContext): void {
  withCommonFlags(
    program
      .command("faults")
      .description("seed small faults into the board and see that each is caught by its rule"),
  )
    .option("--board <id>", "the board to break")
    .option("--id <text>", "only faults whose id or class contains this")
    .option("--write", `write the table to ${pageFile}`)
    .option("--jobs <count>", "processes to share the work", "2")
    .option("--part <n/of>", "run one part of the faults")
    .action(async (options: unknown) => {
      const flags = parseFlags(flagsSchema, options)
      const { root } = context
      const terminal = context.terminal(flags)
      const boardId = flags.board === undefined ? listBoards(root)[0] : requireBoard(root, flags.board)
      if (boardId === undefined) throw new UserError("there is no board to break")
      const keepCompiledCode = await loadVendor(root)
      const { faults } = await import("../../faults/list/index")
      const { seedFaults } = await import("../../faults/seed")
      const { runPart, share } = await import("../../faults/share")
      const { limitLines, outcomeLines, page, summarize, summaryLines } = await import("../../faults/table")

      const wanted = faults.filter(
        ({ id, class: kind }) => flags.id === undefined || `${kind} ${id}`.includes(flags.id),
      )
      if (wanted.length === 0 && flags.id !== "limits")
        throw new UserError(`--id ${flags.id}: no fault is called so`)
      if (flags.write && wanted.length < faults.length) throw new UserError("--write: needs all faults")
      const jobs = wanted.length < 8 || flags.part !== undefined ? 1 : Number(flags.jobs)
      const [part = 1, of = jobs] = flags.part?.split("/").map(Number) ?? []
      const common = ["--board", boardId, ...(flags.id === undefined ? [] : ["--id", flags.id])]
      const others = Array.from({ length: jobs - 1 }, (_, index) =>
        runPart(root, [...common, "--part", `${index + 2}/${of}`]),
      )
      const withLimits = (flags.id === undefined || flags.id === "limits") && part === 1
      const own = seedFaults({
        root,
        boardId,
        faults: share(wanted, part, of),
        observer: terminal,
        withLimits,
      })
      const results = await Promise.all([own, ...others])
      keepCompiledCode()

      const order = new Map(faults.map(({ id }, index) => [id, index]))
      const outcomes = results
        .flatMap((result) => result.outcomes)
        .sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0))
      const clean = results[0]?.clean ?? []
      const limits = results.flatMap((result) => result.limits)
      const summary = summarize(outcomes)
      for (const finding of clean) terminal.complaint(`error: without any fault: ${findingLine(finding)}`)
      outcomeLines(outcomes).forEach((text, index) => {
        if (outcomes[index]?.caught === false) terminal.complaint(`error: ${text}`)
        else if (!flags.quiet) terminal.line(text)
      })
      limitLines(limits).forEach((text, index) => {
        if (limits[index]?.held === false) terminal.complaint(`error: ${text}`)
        else if (!flags.quiet) terminal.line(text)
      })
      if (!flags.quiet) for (const text of summaryLines(summary)) terminal.line(text)
      if (flags.write) writeFileSync(join(root, pageFile), page(outcomes, limits))
      const unheld = limits.some(({ held }) => !held)
      if (summary.missed > 0 || unheld || clean.length > 0) context.exitCode = 1
      terminal.result({ summary, clean, checks: results[0]?.checks ?? [], outcomes, limits })
    })
}
