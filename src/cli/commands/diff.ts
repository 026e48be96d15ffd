import { mkdirSync, writeFileSync } from "node:fs"
import { join, resolve } from "node:path"
import type { Command } from "commander"
import { z } from "zod"
import { houses } from "../../../fabrication/houses"
import { UserError } from "../../model/finding"
import { requireOutside } from "../../package/target"
import type { CommandContext } from "../context"
import { commonFlags, parseFlags, withCommonFlags } from "../flags"

const flagsSchema = z.object({
  ...commonFlags,
  board: z.string().min(1, "give a board's name").optional(),
  out: z.string().min(1, "give a folder").optional(),
  exitCode: z.boolean().optional(),
})

export function addDiff(program: Command, context: CommandContext): void {
  withCommonFlags(
    program
      .command("diff")
      .description(
        "what changes between two packages, Gerber zips or git revisions: in words and as an overlay",
      )
      .argument(
        "<old>",
        "a package's folder or zip, a zip of Gerbers, or a git revision (main, v2.00, HEAD~1)",
      )
      .argument("[new]", "the same, or WORKTREE: the files as they are on the disk", "WORKTREE"),
  )
    .option("--out <dir>", "write summary.md and index.html to DIR instead of dist/diff")
    .option("--board <id>", "compare this board only")
    .option("--exit-code", "exit with 1 when there is a difference")
    .addHelpText(
      "after",
      "\nNEW has to build. Where OLD is a revision that does not, the output says so and shows NEW by itself; the exit\ncode is 0 all the same (1 with --exit-code).\n\nExamples:\n  npm run diff -- main                    this working tree against main\n  npm run diff -- HEAD~1 HEAD --board my-board\n  npm run diff -- ordered.zip dist/my-board",
    )
    .action(async (old: string, fresh: string, options: unknown) => {
      const flags = parseFlags(flagsSchema, options)
      const { root } = context
      const out = resolve(flags.out ?? join(root, "dist", "diff"))
      requireOutside(out, root)
      const terminal = context.terminal(flags)
      // All of it now: building another revision may replace the bundles of this command line.
      const { diff, isSame } = await import("../../diff/diff")
      const { markdown, remarks, terminalLines } = await import("../../diff/summary")
      const { bundlePage, makePage } = await import("../../diff/page")
      const result = await diff(old, fresh, {
        root,
        observer: terminal,
        houses,
        ...(flags.board === undefined ? {} : { board: flags.board }),
      })
      try {
        mkdirSync(out, { recursive: true })
        writeFileSync(join(out, "summary.md"), markdown(result))
        writeFileSync(join(out, "index.html"), makePage(result, await bundlePage(root)))
      } catch (error) {
        if (!(error instanceof Error && "code" in error)) throw error
        throw new UserError(`${out}: cannot be written (${String(error.code)})`, { cause: error })
      }
      const same = isSame(result)
      for (const line of same && flags.quiet ? [] : terminalLines(result)) terminal.line(line)
      if (!flags.quiet) {
        for (const remark of remarks(result)) terminal.line(remark)
        terminal.line(`${same ? "no difference" : "overlay"}: ${join(out, "index.html")}`)
      }
      terminal.result({
        old: result.old,
        new: result.fresh,
        same,
        ...(result.unbuilt === undefined ? {} : { unbuilt: result.unbuilt }),
        removedBoards: result.removedBoards,
        addedBoards: result.addedBoards,
        boards: result.boards.map(({ board, alone, changes, notCompared }) => ({
          board,
          ...(alone ? { alone } : {}),
          changes,
          notCompared,
        })),
        notes: result.notes,
      })
      if (!same && flags.exitCode) context.exitCode = 1
    })
}
