import { resolve } from "node:path"
import type { Command } from "commander"
import { z } from "zod"
import { findingLine } from "../../check/report"
import { draftLines, draftOf, reportFields, requireAccepted } from "../../lock/draft"
import { UserError } from "../../model/finding"
import { keyVariable, signingKey, signPackage } from "../../package/sign"
import { attempt, buildAll, buildHere, sideBySide } from "../../pipeline/build-all"
import type { BuildOptions, BuildOutcome, BuildResult } from "../../pipeline/build-job"
import { answerBuild, buildCommand } from "../../pipeline/build-process"
import { wantedBoards } from "../../project/boards"
import { sourceDate } from "../../project/source-date"
import type { CommandContext } from "../context"
import { commonFlags, parseFlags, seconds, withCommonFlags } from "../flags"
import type { Terminal } from "../terminal"

const flagsSchema = z.object({
  ...commonFlags,
  board: z.string().optional(),
  out: z.string().min(1, "give a folder").optional(),
  only: z.enum(["order"], { errorMap: () => ({ message: 'the one choice is "order"' }) }).optional(),
  timeLimit: seconds,
  jobs: z
    .string()
    .regex(/^[1-9]\d?$/, "give 1 to 99")
    .transform(Number)
    .optional(),
  force: z.boolean().optional(),
  frozen: z.boolean().optional(),
  timings: z.boolean().optional(),
  sign: z.boolean().optional(),
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
    .option("--jobs <count>", "build this many boards at a time; otherwise one a core")
    .option("--force", "build even when nothing changed")
    .option("--frozen", "for CI: a board that is not as it was accepted is not built")
    .option("--sign", `sign what was built with the key in ${keyVariable}; a draft is not signed`)
    .option("--timings", "print where the time went")
    .action(async (options: unknown) => {
      const flags = parseFlags(flagsSchema, options)
      const { root } = context
      const terminal = context.terminal(flags)
      const ids = wantedBoards(root, flags.board)
      if (ids.length === 0) throw new UserError("there is no board: boards/<board>/index.tsx is missing")
      // Asked for before minutes are spent: a key that is not there signs nothing.
      const key = flags.sign === true ? signingKey(process.env) : undefined
      const out = resolve(flags.out ?? resolve(root, "dist"))
      const date = sourceDate(root)
      const builds = ids.map(
        (boardId): BuildOptions => ({
          root,
          boardId,
          out,
          date,
          observer: terminal.forBoard(boardId),
          orderOnly: flags.only === "order",
          force: flags.force ?? false,
          timeLimitMs: flags.timeLimit * 1000,
          frozen: flags.frozen ?? false,
        }),
      )
      const outcomes = buildAll(builds, flags.jobs ?? sideBySide())
      const results = []
      for (const [index, boardId] of ids.entries()) {
        const outcome = await (outcomes[index] as Promise<BuildOutcome>)
        terminal.endBoard(boardId)
        const several = ids.length > 1
        if ("failure" in outcome) {
          const { failure } = outcome
          terminal.failure(several ? { ...failure, message: `${boardId}: ${failure.message}` } : failure)
          context.exitCode = Math.max(context.exitCode, failure.exitCode)
          results.push({ board: boardId, status: "failed", error: failure.message })
          continue
        }
        const { result } = outcome
        if (several && !flags.quiet) terminal.line(`${boardId}:`)
        if (tellResult(terminal, boardId, result, flags)) context.exitCode = Math.max(context.exitCode, 1)
        else if (key !== undefined && result.report.draft === undefined) {
          const file = signPackage(result.folder, key)
          if (!flags.quiet) terminal.line(`${boardId}: signed: ${file}`)
        }
        results.push({
          board: boardId,
          status: result.status,
          folder: result.folder,
          ...result.report.summary,
          ...reportFields(draftOf(boardId, result.report.draft ?? [])),
          findings: result.report.findings,
        })
      }
      terminal.result(results)
    })

  // Started by the command above, a process a board; speaks to it only.
  program.command(buildCommand, { hidden: true }).action(async () => {
    if (process.send === undefined) throw new UserError(`${buildCommand} is started by \`build\``)
    await answerBuild((build) => attempt(() => buildHere(build)))
  })
}

/** @returns whether findings stopped it. */
function tellResult(
  terminal: Terminal,
  boardId: string,
  { report, timings, status, aside, folder }: BuildResult,
  flags: {
    readonly quiet?: boolean | undefined
    readonly timings?: boolean | undefined
    readonly frozen?: boolean | undefined
  },
): boolean {
  for (const finding of report.findings) terminal.complaint(findingLine(finding))
  if (!flags.quiet) {
    for (const finding of report.waived) {
      terminal.line(`waived: ${finding.message} [${finding.rule}]: ${finding.waiver}`)
    }
    if (flags.timings) for (const [stage, ms] of timings) terminal.line(`${stage}: ${Math.round(ms)} ms`)
  }
  const { errors, warnings, waived } = report.summary
  const counts = `${errors} errors, ${warnings} warnings, ${waived} waived`
  if (status === "stopped") {
    terminal.complaint(`error: ${boardId}: not built: ${counts}; the last package is untouched`)
    return true
  }
  const draft = draftOf(boardId, report.draft ?? [])
  if (draft !== undefined && flags.frozen === true) requireAccepted(draft)
  if (flags.quiet) return false
  if (aside !== undefined) {
    terminal.line(`${boardId}: the old folder was not a whole package; it is kept in ${aside}`)
  }
  terminal.line(
    `${boardId} ${status === "unchanged" ? "is up to date" : "built"}${draft === undefined ? "" : " as a draft"}: ${folder} (${counts})`,
  )
  if (draft !== undefined) for (const line of draftLines(draft)) terminal.line(line)
  return false
}
