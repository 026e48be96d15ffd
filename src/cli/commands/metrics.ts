import { readFileSync } from "node:fs"
import { join } from "node:path"
import type { Command } from "commander"
import { z } from "zod"
import { cacheFolder, loadVendor } from "../../bundler.mjs"
import type { Report } from "../../check/report"
import { wantedBoards } from "../../project/boards"
import { keeper } from "../../project/kept"
import { sourceDate } from "../../project/source-date"
import type { CommandContext } from "../context"
import { commonFlags, parseFlags, withCommonFlags } from "../flags"

const flagsSchema = z.object({ ...commonFlags, board: z.string().optional() })

export function addMetrics(program: Command, context: CommandContext): void {
  withCommonFlags(
    program.command("metrics").description("print a board's layout figures, as built, beside the original's"),
  )
    .option("--board <id>", "this board only")
    .action(async (options: unknown) => {
      const flags = parseFlags(flagsSchema, options)
      const { root } = context
      const terminal = context.terminal(flags)
      const ids = wantedBoards(root, flags.board)
      const keepCompiledCode = await loadVendor(root)
      const { buildBoard } = await import("../../pipeline/build")
      const { layBoard } = await import("../../compile/compile")
      const { measuredOnce } = await import("../../pipeline/book")
      const { orderOf } = await import("../../pipeline/fab-house")
      const { metricsTable, readReference } = await import("../../metrics/table")
      const results = []
      for (const boardId of ids) {
        // A package of its own, beside the caches: measuring leaves dist/ alone.
        const built = await buildBoard({
          root,
          boardId,
          out: join(cacheFolder(root), "metrics"),
          date: sourceDate(root),
          observer: terminal,
          orderOnly: true,
          force: false,
          timeLimitMs: 300_000,
        })
        if (built.status === "stopped") {
          for (const finding of built.report.findings) terminal.finding(finding)
          terminal.complaint(`error: ${boardId}: not measured: its build stops`)
          context.exitCode = 1
          continue
        }
        const report = JSON.parse(readFileSync(join(built.folder, "report.json"), "utf8")) as Report
        const keep = keeper(root)
        const { definition, circuit } = await layBoard({ root, boardId, orderOf, observer: terminal, keep })
        const metrics = await measuredOnce(definition, circuit, report, keep)
        const file = `boards/${boardId}/original.json`
        terminal.line(metricsTable(metrics, readReference(join(root, file), file)).trimEnd())
        if (metrics.rows.some((row) => row.verdict === "missed")) context.exitCode = 1
        results.push({ board: boardId, ...metrics })
      }
      keepCompiledCode()
      terminal.result(results)
    })
}
