import type { Command } from "commander"
import { z } from "zod"
import { loadVendor } from "../../bundler.mjs"
import { UserError } from "../../model/finding"
import { wantedBoards } from "../../project/boards"
import type { CommandContext } from "../context"
import { commonFlags, parseFlags, withCommonFlags } from "../flags"

const flagsSchema = z.object({
  ...commonFlags,
  board: z.string().optional(),
  net: z.array(z.string()).optional(),
  all: z.boolean().optional(),
  effort: z
    .string()
    .regex(/^[1-9]\d{0,5}$/, "give 1 to 999999 million places")
    .transform(Number)
    .optional(),
  autorouter: z.boolean().optional(),
  from: z.string().optional(),
  dsn: z.string().optional(),
})

export function addRoute(program: Command, context: CommandContext): void {
  withCommonFlags(
    program
      .command("route")
      .description("bring a board's routes.json up to date: keep what fits, lay the rest again"),
  )
    .option("--board <id>", "this board only")
    .option("--net <names...>", "lay these nets from nothing although they fit")
    .option("--all", "lay every net from nothing")
    .option("--effort <millions>", "places that the search may look at, in millions", "300")
    .option("--no-autorouter", "do not ask tscircuit's autorouter where ours finds no way")
    .option(
      "--from <file>",
      "take tracks and vias from a KiCad board (.kicad_pcb) or a Specctra session (.ses)",
    )
    .option("--dsn <file>", "write the board as a Specctra design for another router, and lay nothing")
    .action(async (options: unknown) => {
      const flags = parseFlags(flagsSchema, options)
      const { root } = context
      const terminal = context.terminal(flags)
      const ids = wantedBoards(root, flags.board)
      const keepCompiledCode = await loadVendor(root)
      const { route } = await import("../../pipeline/route")
      const { routeFrom, writeDesign } = await import("../../pipeline/route-from")
      if (flags.from !== undefined && (flags.net ?? flags.all) !== undefined)
        throw new UserError("--from takes all copper from the file: leave out --net and --all")
      if ((flags.from ?? flags.dsn) !== undefined && ids.length !== 1)
        throw new UserError("--from and --dsn are of one board: name it with --board")
      const results = []
      for (const boardId of ids) {
        terminal.stage(`${boardId}: routing`)
        if (flags.dsn !== undefined) {
          await writeDesign(root, boardId, flags.dsn)
          terminal.line(`${flags.dsn}: ${boardId} as a Specctra design`)
          results.push({ board: boardId, file: flags.dsn })
          continue
        }
        const from = flags.from
        if (from !== undefined) {
          const report = await routeFrom({ root, boardId, from, progress: (line) => terminal.detail(line) })
          if (!flags.quiet) {
            for (const note of report.notes) terminal.line(note)
            const took = report.laid.length === 0 ? "nothing that was not there" : report.laid.join(", ")
            terminal.line(`${report.file}: took ${took} from ${from}, kept ${report.kept.length} nets`)
            for (const finding of report.warnings) terminal.finding(finding)
          }
          results.push({ board: boardId, ...report })
          continue
        }
        const report = await route({
          root,
          boardId,
          ...(flags.net === undefined ? {} : { nets: flags.net }),
          ...(flags.all === undefined ? {} : { all: flags.all }),
          ...(flags.effort === undefined ? {} : { effort: flags.effort * 1e6 }),
          noAutorouter: flags.autorouter === false,
          progress: (line) => terminal.detail(line),
        })
        if (!flags.quiet) {
          for (const { net, reasons } of report.stale)
            terminal.line(`${net} no longer fitted: ${reasons.join("; ")}`)
          for (const note of report.notes) terminal.line(note)
          const laid = report.laid.length === 0 ? "no net" : report.laid.join(", ")
          terminal.line(
            report.changed
              ? `${report.file}: laid ${laid} again, kept ${report.kept.length} nets`
              : `${report.file} is up to date`,
          )
          const { spent, limit } = report.effort
          terminal.line(`looked at ${(spent / 1e6).toFixed(1)} of ${limit / 1e6} million places`)
          for (const finding of report.warnings) terminal.finding(finding)
        }
        results.push({ board: boardId, ...report })
      }
      keepCompiledCode()
      terminal.result(results)
    })
}
