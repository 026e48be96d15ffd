import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs"
import { basename } from "node:path"
import type { Command } from "commander"
import { z } from "zod"
import { houses } from "../../../fabrication/houses"
import { loadVendor } from "../../bundler.mjs"
import { isOpenIssue, judge } from "../../check/waivers"
import { compareRebuilt, isWhole, type Rebuilt, rebuild } from "../../diff/rebuilt"
import { UserError } from "../../model/finding"
import { defaultFab, fabHouse, houseOf, orderAt } from "../../pipeline/fab-house"
import { listBoards, loadBoard } from "../../project/boards"
import { sourceHash } from "../../project/source-hash"
import { readManifest } from "../../read"
import type { NetlistSource } from "../../verify/expected/reference"
import { type LayerRole, roleByWord } from "../../verify/files/roles"
import { groupFindings } from "../../verify/groups"
import type { Measured } from "../../verify/measure"
import { type Contents, readContents, textOf } from "../../verify/package/contents"
import type { VerifyReport } from "../../verify/report"
import type { VerifyOptions } from "../../verify/verify"
import type { CommandContext } from "../context"
import { locateInPackage, tell } from "../findings/told"
import { commonFlags, formatFlag, formatOption, parseFlags, withCommonFlags } from "../flags"

const flagsSchema = z.object({
  ...commonFlags,
  ...formatFlag,
  fab: z.string().min(1, "give a fab house's id").optional(),
  key: z.string().min(1, "give a file of public keys").optional(),
  rebuild: z.boolean(),
  layer: z.array(z.string()).optional(),
  netlist: z.string().min(1).optional(),
  page: z.string().min(1).optional(),
  all: z.boolean().optional(),
})

export function addVerify(program: Command, context: CommandContext): void {
  withCommonFlags(
    program
      .command("verify")
      .description("check the files of a package or of any Gerber zip")
      .argument("<folder-or-zip>", "a package (dist/<board>), or a folder or zip of Gerbers and drills")
      .option("--fab <id>", `hold it against this fab house (the package's own, or ${defaultFab})`)
      .option("--key <file>", "the manifest must be signed by one of these keys (.pub or allowed_signers)")
      .option("--no-rebuild", "do not build the board from the source here to compare byte by byte")
      .option(
        "--layer <name=file...>",
        "take a file for this layer: F_Cu, In1_Cu, B_Mask, F_Paste, Edge_Cuts, ...",
      )
      .option(
        "--netlist <file>",
        "what has to be connected: IPC-D-356, KiCad's .net or .kicad_pcb, or another zip",
      )
      .option("--page <file>", "write one HTML file: the board's picture with the findings at their places")
      .option("--all", "print every finding of a foreign set, not one a cause")
      .addOption(formatOption()),
  ).action(async (path: string, options: unknown) => {
    const flags = parseFlags(flagsSchema, options)
    const terminal = context.terminal(flags)
    if (!existsSync(path)) throw new UserError(`${path}: no such folder or zip`)
    terminal.stage(`verifying ${path}`)
    const { kicadOfPackage } = await import("../../pipeline/kicad-of-package")
    const { boardNamed } = await import("../../verify/contents-of")
    const { verifyContents } = await import("../../verify/verify")
    const { optionsFromSource } = await import("../../verify/options")
    const { readSigners } = await import("../../verify/package/signature")
    const contents = readContents(path)
    const named = flags.fab === undefined ? undefined : fabHouse(flags.fab, "--fab")
    const made = madeFrom(contents)
    const maker = made.fab === undefined ? undefined : fabHouse(made.fab, `${path}: manifest.json: fab`, 1)
    const judging = named ?? maker ?? fabHouse(defaultFab, "--fab")
    const board = boardNamed(contents, judging)
    const measured = new Map<string, Measured>()
    const told: VerifyOptions = {
      measured,
      ...(flags.key === undefined ? {} : { signers: readSigners(flags.key) }),
      ...(flags.layer === undefined ? {} : { layers: saidLayers(flags.layer) }),
      ...(flags.netlist === undefined ? {} : { netlist: netlistFile(flags.netlist) }),
    }

    let report: VerifyReport
    let waivers: Parameters<typeof judge>[1] = []
    if (board === undefined || !listBoards(context.root).includes(board)) {
      report = verifyContents(contents, judging, told)
    } else {
      // What has its source here is held against it: numbers, variants, and what a build of it makes.
      await loadVendor(context.root)
      const { describe } = await import("../../board/describe")
      const source = await loadBoard(context.root, board)
      // Of its own house a board is built without being asked for it.
      const other = maker === undefined || maker.id === houseOf(source).id ? {} : { fab: maker.id }
      const asked = { root: context.root, boardId: board, observer: terminal, ...other }
      const building =
        flags.rebuild && made.date !== undefined
          ? rebuild({ ...asked, date: made.date, orderOnly: !isWhole(contents) })
          : undefined
      const house = named ?? maker ?? houseOf(source)
      const { board: definition } = describe(source, orderAt(source, house))
      const known = {
        ...optionsFromSource(
          definition,
          house,
          made.sourceHash === undefined ? undefined : await sourceHash(context.root, board),
        ),
        ...told,
      }
      if (made.sourceHash === undefined) {
        const rebuilt = await building
        const circuit =
          rebuilt !== undefined && "contents" in rebuilt ? rebuilt.contents.get("circuit.json") : undefined
        report = verifyContents(contents, house, { ...known, ...(circuit === undefined ? {} : { circuit }) })
        report = bareReport(report, board, rebuilt)
      } else {
        report = verifyContents(contents, house, known)
        const rebuilt = await building
        report =
          rebuilt === undefined
            ? { ...report, notChecked: [...report.notChecked, notRebuilt] }
            : withRun(report, {
                id: "pkg/rebuilt",
                title: "the source here makes these very bytes",
                findings: compareRebuilt(contents, rebuilt, made.sourceHash === known.sourceHash, houses),
              })
      }
      waivers = definition.waivers.filter((waiver) =>
        report.findings.some(({ rule }) => rule === waiver.rule),
      )
    }
    const kicad = kicadOfPackage(contents, judging)
    if (kicad !== undefined)
      report = withRun(report, {
        ...{ id: "pkg/kicad", title: "the KiCad board is that circuit" },
        findings: kicad,
      })
    const { open, waived } = judge(report.findings, waivers, "so far")
    const foreign = report.kind === "gerbers"
    if (foreign && !flags.quiet)
      for (const { file, as, by } of report.files) terminal.line(`${file}: ${as} (by ${by})`)
    if (foreign && !flags.all)
      for (const { worst, findings } of groupFindings(open))
        terminal.finding(worst, findings.length === 1 ? "" : ` (the worst of ${findings.length})`)
    else for (const finding of open) terminal.finding(finding)
    const [{ geometry } = { geometry: undefined }] = [...measured.values()]
    if (flags.page !== undefined && geometry !== undefined) {
      const { verifyPage } = await import("../../verify/page/page")
      writeFileSync(
        flags.page,
        verifyPage(basename(path), judging.title, { ...report, findings: open }, geometry),
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
    terminal.findings([
      tell(path, { checks: report.checks, findings: open, waived }, locateInPackage(context.root, path)),
    ])
  })
}

const notRebuilt =
  "Whether a build of the source here makes these very bytes: --no-rebuild was given, or the manifest has no date."

/** When a package says it was made, and of which source; a set of Gerbers has its date alone. */
function madeFrom(contents: Contents): {
  readonly date?: Date
  readonly sourceHash?: string
  readonly fab?: string
} {
  const text = (path: string): string => Buffer.from(contents.get(path) ?? []).toString("utf8")
  const dated = (written: unknown): { readonly date?: Date } => {
    const date = new Date(String(written))
    return Number.isNaN(date.getTime()) ? {} : { date }
  }
  try {
    const { date, sourceHash, fab } = readManifest(text("manifest.json"), "manifest.json")
    return { ...dated(date), sourceHash, ...(fab === undefined ? {} : { fab }) }
  } catch {
    // No manifest, or none that can be read: then the Gerbers themselves.
  }
  for (const path of contents.keys()) {
    const written = /TF\.CreationDate,([0-9T:.Z+-]+)/.exec(text(path).slice(0, 2000))?.[1]
    if (written !== undefined) return dated(written)
  }
  return {}
}

function bareReport(report: VerifyReport, board: string, rebuilt: Rebuilt | undefined): VerifyReport {
  if (rebuilt === undefined) return report
  const told =
    "unbuilt" in rebuilt
      ? `The circuit: boards/${board} as it is here does not build (${rebuilt.unbuilt}).`
      : `Whether these are of the same state of boards/${board}: they were held to the circuit that its source has now.`
  return { ...report, notChecked: [...report.notChecked, told] }
}

function withRun(report: VerifyReport, run: VerifyReport["checks"][number]): VerifyReport {
  return {
    ...report,
    checks: [...report.checks, run],
    findings: [...report.findings, ...run.findings],
  }
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
