import { readFileSync } from "node:fs"
import { join } from "node:path"
import type { AnyCircuitElement } from "circuit-json"
import type { Command } from "commander"
import { z } from "zod"
import { cacheFolder, loadVendor } from "../../bundler.mjs"
import type { Report } from "../../check/report"
import { loadBoard, wantedBoards } from "../../project/boards"
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
      const { describe } = await import("../../board/describe")
      const { withPlainParts } = await import("../../board/plain")
      const { houseOf, orderOf } = await import("../../pipeline/fab-house")
      const { measure } = await import("../../metrics/measure")
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
        const read = (file: string): unknown => JSON.parse(readFileSync(join(built.folder, file), "utf8"))
        const report = read("report.json") as Report
        const circuit = read("circuit.json") as AnyCircuitElement[]
        const source = await loadBoard(root, boardId)
        const described = describe(source, orderOf(source))
        const metrics = measure(
          circuit,
          withPlainParts(described, circuit).board,
          report.checks.flatMap((check) => check.figures),
          houseOf(described.board).process,
        )
        const file = `boards/${boardId}/original.json`
        terminal.line(metricsTable(metrics, readReference(join(root, file), file)).trimEnd())
        if (metrics.rows.some((row) => row.verdict === "missed")) context.exitCode = 1
        results.push({ board: boardId, ...metrics })
      }
      keepCompiledCode()
      terminal.result(results)
    })
}
