import { mkdirSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import type { Command } from "commander"
import { z } from "zod"
import { loadVendor } from "../../bundler.mjs"
import { wantedBoards } from "../../project/boards"
import { keeper } from "../../project/kept"
import { sourceDate } from "../../project/source-date"
import type { CommandContext } from "../context"
import { commonFlags, parseFlags, withCommonFlags } from "../flags"

const flagsSchema = z.object({
  ...commonFlags,
  board: z.string().optional(),
  out: z.string().optional(),
  force: z.boolean().optional(),
})

export function addSimulate(program: Command, context: CommandContext): void {
  withCommonFlags(
    program
      .command("simulate")
      .description("try a board in ngspice, and print what it measured beside its limits"),
  )
    .option("--board <id>", "this board only")
    .option("--out <dir>", "write decks, pictures and results to DIR/<board>/simulation")
    .option("--force", "simulate again what has not changed")
    .action(async (options: unknown) => {
      const flags = parseFlags(flagsSchema, options)
      const { root } = context
      const terminal = context.terminal(flags)
      const keepCompiledCode = await loadVendor(root)
      const { layBoard } = await import("../../compile/compile")
      const { orderOf } = await import("../../pipeline/fab-house")
      const { buildThreads } = await import("../../pipeline/build-threads")
      const { simulateBoard, simulationChecks, simulationFiles } = await import("../../pipeline/simulation")
      const { judge } = await import("../../check/waivers")
      const { simulationTable } = await import("../../simulate/table")
      const results = []
      for (const boardId of wantedBoards(root, flags.board)) {
        const keep = keeper(root)
        const { definition, circuit } = await layBoard({ root, boardId, orderOf, observer: terminal, keep })
        const simulation = await simulateBoard(
          definition,
          circuit,
          flags.force === true ? keeper(root, { fresh: true }) : keep,
          buildThreads(root).simulate,
        )
        if (simulation.jobs.length === 0) {
          terminal.line(`${boardId}: names nothing to be tried`)
          continue
        }
        const checks = simulationChecks(simulation)
        const judgement = judge(
          checks.flatMap(({ findings }) => findings),
          definition.waivers,
          "so far",
        )
        terminal.line(simulationTable(`${definition.title} v${definition.revision}`, simulation).trimEnd())
        for (const { waiver, message } of judgement.waived) terminal.line(`accepted: ${message} (${waiver})`)
        for (const finding of judgement.open) terminal.finding(finding)
        if (judgement.open.some(({ severity }) => severity !== "info")) context.exitCode = 1
        if (flags.out !== undefined)
          for (const [path, content] of simulationFiles(simulation, definition, sourceDate(root))) {
            const file = join(flags.out, boardId, path)
            mkdirSync(dirname(file), { recursive: true })
            writeFileSync(file, content)
          }
        results.push({ board: boardId, checks, open: judgement.open, waived: judgement.waived })
      }
      keepCompiledCode()
      terminal.result(results)
    })
}
