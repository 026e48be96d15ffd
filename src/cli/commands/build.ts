import { resolve } from "node:path"
import type { Command } from "commander"
import { z } from "zod"
import { loadVendor } from "../../bundler.mjs"
import type { Report } from "../../check/report"
import { draftLines, draftOf, reportFields, requireAccepted } from "../../lock/draft"
import { panelCuts } from "../../model/board"
import { UserError } from "../../model/finding"
import { keyVariable, signingKey, signPackage } from "../../package/sign"
import { requireOutside, requireReplaceable } from "../../package/target"
import type { PanelPlan } from "../../panel/board"
import { panelPlan } from "../../panel/plan"
import { attempt, buildAll, buildHere, sideBySide } from "../../pipeline/build-all"
import {
  type BuildOptions,
  type BuildOutcome,
  type BuildResult,
  packageFolder,
} from "../../pipeline/build-job"
import { answerBuild, buildCommand } from "../../pipeline/build-process"
import { fabHouses, houseOf, panelRules } from "../../pipeline/fab-house"
import { loadBoard, requireBoard, wantedBoards } from "../../project/boards"
import { sourceDate } from "../../project/source-date"
import type { CommandContext } from "../context"
import { locateInPackage, locateInSource, type Told, tell } from "../findings/told"
import { commonFlags, formatFlag, formatOption, parseFlags, seconds, withCommonFlags } from "../flags"
import { panelOf } from "../panel"
import type { Terminal } from "../terminal"

const flagsSchema = z.object({
  ...commonFlags,
  ...formatFlag,
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
  verbose: z.boolean().optional(),
  panel: z.string().min(1, "give columns x rows, or rows of boards").optional(),
  cuts: z.enum(panelCuts, { errorMap: () => ({ message: panelCuts.join(", ") }) }).optional(),
  rails: z.enum(["2", "4"], { errorMap: () => ({ message: "2 or 4" }) }).optional(),
  gap: z
    .string()
    .regex(/^\d+(\.\d+)?$/, "give mm")
    .transform(Number)
    .optional(),
  fab: z.string().min(1, "give a fab house's id, or several: a,b").optional(),
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
    .option("--fab <ids>", "for these fab houses (a,b) instead of those that the board names")
    .option("--panel <rows>", "make a panel too: 2x3 (columns x rows) of --board, or rows of boards: a,a/b,b")
    .option(
      "--cuts <kind>",
      "bites (tabs with holes), columns (V-cuts between columns) or v (V-cuts all round)",
    )
    .option("--rails <count>", "rails of the panel: 2 (above and below) or 4")
    .option("--gap <mm>", "room between the panel's boards; the house's unless said")
    .option("--only <part>", 'leave out the book: "order" makes what the fab needs')
    .option("--time-limit <seconds>", "stop a board that takes longer", "300")
    .option("--jobs <count>", "build this many boards at a time; otherwise one a core")
    .option("--force", "make everything anew, also what did not change")
    .option("--frozen", "for CI: a board that is not as it was accepted is not built")
    .option("--sign", `sign what was built with the key in ${keyVariable}; a draft is not signed`)
    .addOption(formatOption())
    .option("--verbose", "list what the board accepts with a reason, one by one")
    .option("--timings", "print where the time went")
    .action(async (options: unknown) => {
      const flags = parseFlags(flagsSchema, options)
      const { root } = context
      const terminal = context.terminal(flags)
      const panel = panelWanted(flags)
      // Asked for before minutes are spent, as is the key below.
      const [house] = panel === undefined || flags.fab === undefined ? [] : fabHouses(flags.fab, "--fab")
      if (panel !== undefined && house !== undefined) panelRules(house, panel)
      const ids =
        panel === undefined
          ? wantedBoards(root, flags.board)
          : [...new Set(panel.rows.flat())].map((id) => requireBoard(root, id))
      if (ids.length === 0) throw new UserError("there is no board: boards/<board>/index.tsx is missing")
      // Asked for before minutes are spent: a key that is not there signs nothing.
      const key = flags.sign === true ? signingKey(process.env) : undefined
      const out = resolve(flags.out ?? resolve(root, "dist"))
      requireOutside(out, root)
      const date = sourceDate(root)
      const build = (boardId: string, fab: string | undefined): BuildOptions => {
        const order = { boardId, ...(fab === undefined ? {} : { fab }) }
        return {
          root,
          ...order,
          out,
          date,
          observer: terminal.forBoard(nameOf(order)),
          orderOnly: flags.only === "order",
          force: flags.force ?? false,
          timeLimitMs: flags.timeLimit * 1000,
          frozen: flags.frozen ?? false,
        }
      }
      const wanted = flags.fab === undefined ? undefined : await fabsWanted(root, ids, flags.fab)
      const builds = ids.flatMap((id) => (wanted?.get(id) ?? [undefined]).map((fab) => build(id, fab)))
      for (const one of builds) requireReplaceable(packageFolder(one))
      const outcomes = buildAll(builds, flags.jobs ?? sideBySide())
      const results = []
      const told: Told[] = []
      const own: PanelPlan[] = []
      for (let index = 0; index < builds.length; index++) {
        const order = builds[index] as BuildOptions
        const { boardId } = order
        const outcome = await (outcomes[index] as Promise<BuildOutcome>)
        terminal.endBoard(nameOf(order))
        if (wanted === undefined && order.fab === undefined && "result" in outcome) {
          const others = (outcome.result.report.fabs ?? []).slice(1).map((fab) => build(boardId, fab))
          builds.push(...others)
          outcomes.push(...buildAll(others, flags.jobs ?? sideBySide()))
        }
        if (panel === undefined && "result" in outcome) own.push(...panelAskedFor(boardId, outcome.result))
        const several = builds.length > 1
        if ("failure" in outcome) {
          const { failure } = outcome
          terminal.failure(
            several ? { ...failure, message: `${nameOf(order)}: ${failure.message}` } : failure,
          )
          context.exitCode = Math.max(context.exitCode, failure.exitCode)
          results.push({ board: boardId, ...fabOf(order), status: "failed", error: failure.message })
          told.push({ subject: nameOf(order), checks: [], findings: [], failure })
          continue
        }
        const { result } = outcome
        told.push(tell(nameOf(order), result.report, locateInSource(root, boardId)))
        if (several && !flags.quiet) terminal.line(`${nameOf(order)}:`)
        if (tellResult(terminal, boardId, result, flags)) context.exitCode = Math.max(context.exitCode, 1)
        else if (key !== undefined && result.report.draft === undefined) {
          const file = signPackage(result.folder, key)
          if (!flags.quiet) terminal.line(`${boardId}: signed: ${file}`)
        }
        results.push({
          board: boardId,
          ...fabOf(order),
          status: result.status,
          folder: result.folder,
          ...result.report.summary,
          ...reportFields(draftOf(boardId, result.report.draft ?? [])),
          findings: result.report.findings,
        })
      }
      const panels = context.exitCode !== 0 ? [] : panel === undefined ? own : [panel]
      for (const plan of panels) {
        terminal.stage("panel")
        const made = await panelOf(root, plan, builds, out, date)
        for (const finding of made.report.findings) terminal.finding(finding)
        const { errors, warnings } = made.report.summary
        if (errors > 0) context.exitCode = 1
        const counts = `${errors} errors, ${warnings} warnings`
        terminal.line(errors > 0 ? `panel not made: ${counts}` : `panel made: ${made.folder} (${counts})`)
        told.push(tell("panel", made.report, locateInPackage(root, made.folder)))
        results.push({ panel: made.folder, ...made.report.summary, findings: made.report.findings })
      }
      terminal.result(results)
      terminal.findings(told)
    })

  // Started by the command above, a process a board; speaks to it only.
  program.command(buildCommand, { hidden: true }).action(async () => {
    if (process.send === undefined) throw new UserError(`${buildCommand} is started by \`build\``)
    await answerBuild((build) => attempt(() => buildHere(build)))
  })
}

type Ordered = Pick<BuildOptions, "boardId" | "fab">

const nameOf = ({ boardId, fab }: Ordered): string => (fab === undefined ? boardId : `${boardId} at ${fab}`)

const fabOf = ({ fab }: Ordered): { readonly fab?: string } => (fab === undefined ? {} : { fab })

/** What the command line says of a panel. @throws UserError for how it is cut where no panel is asked for */
function panelWanted({ panel, board, cuts, rails, gap }: z.infer<typeof flagsSchema>): PanelPlan | undefined {
  const how = {
    ...(cuts === undefined ? {} : { cuts }),
    ...(rails === undefined ? {} : { rails: rails === "4" ? (4 as const) : (2 as const) }),
    ...(gap === undefined ? {} : { gapMm: gap }),
  }
  if (panel !== undefined) return panelPlan({ grid: panel, ...how }, board)
  if (Object.keys(how).length > 0)
    throw new UserError("--cuts, --rails and --gap are a panel's: give --panel")
  return undefined
}

/** The panel that a board's own definition asks for; a draft is put on none. */
const panelAskedFor = (id: string, { report: { panel, draft } }: BuildResult): PanelPlan[] =>
  panel === undefined || draft !== undefined ? [] : [panelPlan(panel, id, `boards/${id}: panel`)]

/** Board -> the houses of a list; undefined stands for its own, whose package has the board's name alone. */
async function fabsWanted(
  root: string,
  ids: readonly string[],
  list: string,
): Promise<ReadonlyMap<string, (string | undefined)[]>> {
  const houses = fabHouses(list, "--fab")
  await loadVendor(root)
  const wanted = new Map<string, (string | undefined)[]>()
  for (const id of ids) {
    const own = houseOf(await loadBoard(root, id)).id
    wanted.set(
      id,
      houses.map((house) => (house.id === own ? undefined : house.id)),
    )
  }
  return wanted
}

/** What was accepted with its reason: how many, or each of them. */
const waivedLines = (waived: Report["waived"], all: boolean): string[] =>
  waived.length === 0
    ? []
    : all
      ? waived.map(({ message, rule, waiver }) => `waived: ${message} [${rule}]: ${waiver}`)
      : [`waived with a reason: ${waived.length} (--verbose lists them; so do the report and the book)`]

/** @returns whether findings stopped it. */
function tellResult(
  terminal: Terminal,
  boardId: string,
  { report, timings, status, folder }: BuildResult,
  flags: {
    readonly quiet?: boolean | undefined
    readonly verbose?: boolean | undefined
    readonly timings?: boolean | undefined
    readonly frozen?: boolean | undefined
  },
): boolean {
  for (const finding of report.findings) terminal.finding(finding)
  if (!flags.quiet) {
    for (const line of waivedLines(report.waived, flags.verbose === true)) terminal.line(line)
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
  terminal.line(
    `${boardId} ${status === "unchanged" ? "is up to date" : "built"}${draft === undefined ? "" : " as a draft"}: ${folder} (${counts})`,
  )
  if (draft !== undefined) for (const line of draftLines(draft)) terminal.line(line)
  return false
}
