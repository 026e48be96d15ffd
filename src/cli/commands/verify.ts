import { existsSync } from "node:fs"
import type { Command } from "commander"
import { z } from "zod"
import { loadVendor } from "../../bundler.mjs"
import { findingLine } from "../../check/report"
import { isOpenIssue, judge } from "../../check/waivers"
import { UserError } from "../../model/finding"
import { defaultFab, fabHouse, houseOf, orderAt } from "../../pipeline/fab-house"
import { listBoards, loadBoard } from "../../project/boards"
import { sourceHash } from "../../project/source-hash"
import type { CommandContext } from "../context"
import { commonFlags, parseFlags, withCommonFlags } from "../flags"

const flagsSchema = z.object({ ...commonFlags, fab: z.string().min(1, "give a fab house's id").optional() })

export function addVerify(program: Command, context: CommandContext): void {
  withCommonFlags(
    program
      .command("verify")
      .description("check the files of a package or of any Gerber zip, without building")
      .argument("<folder-or-zip>", "a package (dist/<board>), or a folder or zip of Gerbers and drills")
      .option("--fab <id>", `hold it against this fab house (the package's own, or ${defaultFab})`),
  ).action(async (path: string, options: unknown) => {
    const flags = parseFlags(flagsSchema, options)
    const terminal = context.terminal(flags)
    if (!existsSync(path)) throw new UserError(`${path}: no such folder or zip`)
    terminal.stage(`verifying ${path}`)
    const { verifyPackage } = await import("../../verify/verify")
    const { optionsFromSource } = await import("../../verify/options")
    const named = flags.fab === undefined ? undefined : fabHouse(flags.fab, "--fab")
    const first = verifyPackage(path, named ?? fabHouse(defaultFab, "--fab"))
    const told = first.fab === undefined ? undefined : fabHouse(first.fab, `${path}: manifest.json: fab`, 1)
    // A package of a board that is here is held against the source too: numbers, variants, staleness.
    const known =
      first.kind === "package" && first.board !== undefined && listBoards(context.root).includes(first.board)
    let report = first
    let waivers: Parameters<typeof judge>[1] = []
    if (known && first.board !== undefined) {
      await loadVendor(context.root)
      const { describe } = await import("../../board/describe")
      const source = await loadBoard(context.root, first.board)
      const house = named ?? told ?? houseOf(source)
      const { board: definition } = describe(source, orderAt(source, house))
      const known = optionsFromSource(definition, house, sourceHash(context.root, first.board))
      report = verifyPackage(path, house, known)
      waivers = definition.waivers
    }
    const { open, waived } = judge(report.findings, waivers, "so far")
    for (const finding of open) terminal.complaint(findingLine(finding))
    if (!flags.quiet) {
      for (const finding of waived)
        terminal.line(`waived: ${finding.message} [${finding.rule}]: ${finding.waiver}`)
      for (const sentence of report.notChecked) terminal.line(`not checked: ${sentence}`)
      const errors = open.filter((finding) => finding.severity === "error").length
      const warnings = open.filter((finding) => finding.severity === "warning").length
      terminal.line(
        `${path}: ${report.checks.length} checks, ${errors} errors, ${warnings} warnings, ${waived.length} waived`,
      )
    }
    if (open.some(isOpenIssue)) context.exitCode = 1
    terminal.result({ ...report, findings: open, waived })
  })
}
