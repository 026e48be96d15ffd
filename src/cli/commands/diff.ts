import { join, resolve } from "node:path"
import type { Command } from "commander"
import { z } from "zod"
import { houses } from "../../../fabrication/houses"
import type { Diff } from "../../diff/diff"
import { UserError } from "../../model/finding"
import { requireOutside } from "../../package/target"
import type { CommandContext } from "../context"
import { commonFlags, parseFlags, withCommonFlags } from "../flags"

const flagsSchema = z.object({
  ...commonFlags,
  board: z.string().min(1, "give a board's name").optional(),
  out: z.string().min(1, "give a folder").optional(),
  exitCode: z.boolean().optional(),
  since: z.string().min(1, "give a tag or a commit").optional(),
  steps: z
    .string()
    .regex(/^[1-9]\d{0,2}$/, "give 1 to 999")
    .transform(Number),
})

export function addDiff(program: Command, context: CommandContext): void {
  withCommonFlags(
    program
      .command("diff")
      .description(
        "what changes between two packages, Gerber zips or git revisions: in words and as an overlay",
      )
      .argument(
        "[old]",
        "a package's folder or zip, a zip of Gerbers, or a git revision (main, v2.00, HEAD~1)",
      )
      .argument("[new]", "the same, or WORKTREE: the files as they are on the disk", "WORKTREE"),
  )
    .option("--out <dir>", "write summary.md, pictures and index.html to DIR instead of dist/diff")
    .option("--board <id>", "compare this board only")
    .option("--since <revision>", "a time line instead: every commit after REVISION beside the one before it")
    .option("--steps <count>", "with --since: the newest COUNT commits one by one", "40")
    .option("--exit-code", "exit with 1 when there is a difference")
    .addHelpText(
      "after",
      "\nNEW has to build. Where OLD is a revision that does not, the output says so and shows NEW by itself; the exit\ncode is 0 all the same (1 with --exit-code).\n\nExamples:\n  npm run diff -- main                    this working tree against main\n  npm run diff -- HEAD~1 HEAD --board my-board\n  npm run diff -- ordered.zip dist/my-board\n  npm run diff -- --since my-board/v1.0   a page a commit, linked from index.html",
    )
    .action(async (old: string | undefined, fresh: string, options: unknown) => {
      const flags = parseFlags(flagsSchema, options)
      const { root } = context
      const out = resolve(flags.out ?? join(root, "dist", "diff"))
      requireOutside(out, root)
      const terminal = context.terminal(flags)
      // All of it now: building another revision may replace the bundles of this command line.
      const { diff, isSame } = await import("../../diff/diff")
      const { remarks, terminalLines } = await import("../../diff/summary")
      const { timeline } = await import("../../diff/timeline")
      const { writeDiff, writeFailure, writeTimeline } = await import("../../diff/write")
      const how = {
        root,
        observer: terminal,
        houses,
        ...(flags.board === undefined ? {} : { board: flags.board }),
      }
      if (flags.since !== undefined) {
        if (old !== undefined) throw new UserError("--since compares commits: give no OLD and NEW with it")
        const line = await timeline(flags.since, flags.steps, how)
        await writeTimeline(root, out, line)
        for (const { commit, told } of flags.quiet ? [] : line.steps)
          terminal.line(`${commit.date} ${commit.hash.slice(0, 10)} ${commit.subject}: ${told}`)
        if (!flags.quiet) terminal.line(`time line: ${join(out, "index.html")}`)
        terminal.result({
          ...resultOf(line.whole, isSame(line.whole)),
          steps: line.steps.map(({ commit, told }) => ({ ...commit, told })),
          leftOut: line.leftOut,
        })
        if (!isSame(line.whole) && flags.exitCode) context.exitCode = 1
        return
      }
      if (old === undefined) throw new UserError("what is to be compared? Give OLD, or --since REVISION")
      const result = await diff(old, fresh, how).catch((error: unknown) => {
        // Whoever reads the summary is told too, and finds no older one.
        if (error instanceof UserError && error.exitCode === 1) writeFailure(out, error.message)
        throw error
      })
      await writeDiff(root, out, result)
      const same = isSame(result)
      for (const line of same && flags.quiet ? [] : terminalLines(result)) terminal.line(line)
      if (!flags.quiet) {
        for (const remark of remarks(result)) terminal.line(remark)
        terminal.line(`${same ? "no difference" : "overlay"}: ${join(out, "index.html")}`)
      }
      terminal.result(resultOf(result, same))
      if (!same && flags.exitCode) context.exitCode = 1
    })
}

const resultOf = (result: Diff, same: boolean) => ({
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
