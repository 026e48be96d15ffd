import { resolve } from "node:path"
import type { Command } from "commander"
import { z } from "zod"
import { loadVendor } from "../../bundler.mjs"
import { findingLine } from "../../check/report"
import type { BuildOptions } from "../../pipeline/build"
import { findUnchanged } from "../../pipeline/up-to-date"
import { listBoards, requireBoard } from "../../project/boards"
import { sourceDate } from "../../project/source-date"
import { commonFlags, parseFlags, seconds, withCommonFlags } from "../flags"
import type { CommandContext } from "../main"

const flagsSchema = z.object({
  ...commonFlags,
  board: z.string().optional(),
  out: z.string().min(1, "give a folder").optional(),
  only: z.enum(["order"], { errorMap: () => ({ message: 'the one choice is "order"' }) }).optional(),
  timeLimit: seconds.optional(),
  force: z.boolean().optional(),
  frozen: z.boolean().optional(),
  timings: z.boolean().optional(),
})

export function addBuild(program: Command, context: CommandContext): void {
  withCommonFlags(
    program
      .command("build")
      .description("compile, check, fabricate and package every board (or one) into dist/<board>/"),
  )
    .option("--board <id>", "build this board only")
    .option("--out <dir>", "write to DIR/<board> instead of dist/<board>")
    .option("--only <part>", 'leave out the book: "order" makes what the fab needs')
    .option("--time-limit <seconds>", "stop a board that takes longer", "300")
    .option("--force", "build even when nothing changed")
    .option("--frozen", "for CI: never repair anything, stale routes are an error")
    .option("--timings", "print where the time went")
    .action(async (options: unknown) => {
      const flags = parseFlags(flagsSchema, options)
      const { root } = context
      const terminal = context.terminal(flags)
      const ids = flags.board === undefined ? listBoards(root) : [requireBoard(root, flags.board)]
      const out = resolve(flags.out ?? resolve(root, "dist"))
      const date = sourceDate(root)
      let loaded = false
      let keepCompiledCode = (): void => {}
      const results = []
      for (const boardId of ids) {
        const build: BuildOptions = {
          root,
          boardId,
          out,
          date,
          observer: terminal,
          orderOnly: flags.only === "order",
          force: flags.force ?? false,
          timeLimitMs: (flags.timeLimit ?? 300) * 1000,
        }
        let result = findUnchanged(build)
        if (result === undefined) {
          if (!loaded) keepCompiledCode = await loadVendor(root)
          loaded = true
          const { buildBoard } = await import("../../pipeline/build")
          result = await buildBoard(build)
        }
        const { report } = result
        for (const finding of report.findings) terminal.complaint(findingLine(finding))
        if (!flags.quiet) {
          for (const finding of report.waived) {
            terminal.line(`waived: ${finding.message} [${finding.rule}]: ${finding.waiver}`)
          }
          if (flags.timings)
            for (const [stage, ms] of result.timings) terminal.line(`${stage}: ${Math.round(ms)} ms`)
        }
        const { errors, warnings, waived } = report.summary
        const counts = `${errors} errors, ${warnings} warnings, ${waived} waived`
        if (result.status === "stopped") {
          context.exitCode = 1
          terminal.complaint(`error: ${boardId}: not built: ${counts}; the last package is untouched`)
        } else if (!flags.quiet) {
          const verb = result.status === "unchanged" ? "is up to date" : "built"
          if (result.aside !== undefined) {
            terminal.line(`${boardId}: the old folder was not a whole package; it is kept in ${result.aside}`)
          }
          terminal.line(`${boardId} ${verb}: ${result.folder} (${counts})`)
        }
        results.push({
          board: boardId,
          status: result.status,
          folder: result.folder,
          ...report.summary,
          findings: report.findings,
        })
      }
      keepCompiledCode()
      terminal.result(results)
    })
}
