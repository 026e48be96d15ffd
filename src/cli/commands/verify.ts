import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs"
import { basename } from "node:path"
import type { Command } from "commander"
import { z } from "zod"
import { loadVendor } from "../../bundler.mjs"
import { findingLine } from "../../check/report"
import { isOpenIssue, judge } from "../../check/waivers"
import { UserError } from "../../model/finding"
import { defaultFab, fabHouse, houseOf } from "../../pipeline/fab-house"
import { listBoards, loadBoard } from "../../project/boards"
import { sourceHash } from "../../project/source-hash"
import type { NetlistSource } from "../../verify/expected/reference"
import { type LayerRole, roleByWord } from "../../verify/files/roles"
import { groupFindings } from "../../verify/groups"
import { readContents, textOf } from "../../verify/package/contents"
import type { Measured } from "../../verify/verify"
import type { CommandContext } from "../context"
import { commonFlags, parseFlags, withCommonFlags } from "../flags"

const flagsSchema = z.object({
  ...commonFlags,
  fab: z.string().min(1, "give a fab house's id").optional(),
  layer: z.array(z.string()).optional(),
  netlist: z.string().min(1).optional(),
  page: z.string().min(1).optional(),
  all: z.boolean().optional(),
})

export function addVerify(program: Command, context: CommandContext): void {
  withCommonFlags(
    program
      .command("verify")
      .description("check the files of a package or of any Gerber zip, without building")
      .argument("<folder-or-zip>", "a package (dist/<board>), or a folder or zip of Gerbers and drills")
      .option("--fab <id>", `hold it against this fab house (the board's own, or ${defaultFab})`)
      .option(
        "--layer <name=file...>",
        "take a file for this layer: F_Cu, In1_Cu, B_Mask, F_Paste, Edge_Cuts, ...",
      )
      .option(
        "--netlist <file>",
        "what has to be connected: IPC-D-356, KiCad's .net or .kicad_pcb, or another zip",
      )
      .option("--page <file>", "write one HTML file: the board's picture with the findings at their places")
      .option("--all", "print every finding of a foreign set, not one a cause"),
  ).action(async (path: string, options: unknown) => {
    const flags = parseFlags(flagsSchema, options)
    const terminal = context.terminal(flags)
    if (!existsSync(path)) throw new UserError(`${path}: no such folder or zip`)
    terminal.stage(`verifying ${path}`)
    const { verifyPackage } = await import("../../verify/verify")
    const { optionsFromSource } = await import("../../verify/options")
    const named = flags.fab === undefined ? undefined : fabHouse(flags.fab, "--fab")
    const measured = new Map<string, Measured>()
    const asked = {
      measured,
      ...(flags.layer === undefined ? {} : { layers: saidLayers(flags.layer) }),
      ...(flags.netlist === undefined ? {} : { netlist: netlistFile(flags.netlist) }),
    }
    const first = verifyPackage(path, named ?? fabHouse(defaultFab, "--fab"), asked)
    // A package of a board that is here is held against the source too: numbers, variants, staleness.
    const known =
      first.kind === "package" && first.board !== undefined && listBoards(context.root).includes(first.board)
    let report = first
    let waivers: Parameters<typeof judge>[1] = []
    if (known && first.board !== undefined) {
      await loadVendor(context.root)
      const { describe } = await import("../../board/describe")
      const source = await loadBoard(context.root, first.board)
      const house = named ?? houseOf(source)
      const { board: definition } = describe(source, { plans: Object.keys(house.plans) })
      const known = optionsFromSource(definition, house, sourceHash(context.root, first.board))
      measured.clear()
      report = verifyPackage(path, house, { ...asked, ...known })
      waivers = definition.waivers.filter((waiver) =>
        report.findings.some((finding) => finding.rule === waiver.rule),
      )
    }
    const { open, waived } = judge(report.findings, waivers)
    const foreign = report.kind === "gerbers"
    if (foreign && !flags.quiet)
      for (const { file, as, by } of report.files) terminal.line(`${file}: ${as} (by ${by})`)
    if (foreign && !flags.all)
      for (const { worst, findings } of groupFindings(open))
        terminal.complaint(
          findings.length === 1
            ? findingLine(worst)
            : `${findingLine(worst)} (the worst of ${findings.length})`,
        )
    else for (const finding of open) terminal.complaint(findingLine(finding))
    const [{ geometry } = { geometry: undefined }] = [...measured.values()]
    if (flags.page !== undefined && geometry !== undefined) {
      const { verifyPage } = await import("../../verify/page/page")
      const house = named ?? fabHouse(defaultFab, "--fab")
      writeFileSync(
        flags.page,
        verifyPage(basename(path), house.title, { ...report, findings: open }, geometry),
      )
      terminal.line(`page: ${flags.page}`)
    }
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

/** `B_Cu=bottom.gbr` -> bottom.gbr is the bottom copper. */
function saidLayers(words: readonly string[]): Map<string, LayerRole> {
  const said = new Map<string, LayerRole>()
  for (const word of words) {
    const [name = "", ...file] = word.split("=")
    const role = roleByWord(name)
    if (role === undefined || file.length === 0)
      throw new UserError(
        `--layer ${word}: say it as B_Cu=FILE; layers are F_Cu, B_Cu, In1_Cu, F_Mask, F_Silkscreen, F_Paste, Edge_Cuts`,
      )
    said.set(file.join("="), role)
  }
  return said
}

function netlistFile(path: string): NetlistSource {
  if (!existsSync(path)) throw new UserError(`--netlist ${path}: no such file`)
  const bytes = statSync(path).isDirectory() ? undefined : readFileSync(path)
  const zipped = bytes === undefined || bytes.subarray(0, 2).toString("latin1") === "PK"
  return zipped ? { name: path, contents: readContents(path) } : { name: path, text: textOf(bytes) }
}
