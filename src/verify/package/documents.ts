import { z } from "zod"
import type { Finding } from "../../model/finding"
import { type Manifest, ReadError, readJson } from "../../read"
import type { FabSet } from "../files/fab-set"
import type { IpcNetlist } from "../ipc-d-356"
import type { ExpectedNetlist } from "../netlist"
import { padName } from "../netlist"
import { type Contents, textOf } from "./contents"

const reportSchema = z
  .object({
    board: z.string(),
    revision: z.string(),
    date: z.string(),
    draft: z.array(z.string()).optional(),
    summary: z.object({ errors: z.number(), warnings: z.number(), waived: z.number() }),
    checks: z.array(z.object({ id: z.string(), findings: z.number() }).passthrough()),
    findings: z.array(
      z.object({ severity: z.string(), rule: z.string(), message: z.string() }).passthrough(),
    ),
    waived: z.array(z.unknown()),
    assembly: z
      .object({ variants: z.record(z.array(z.string())), plans: z.array(z.string()) })
      .strict()
      .optional(),
  })
  .passthrough()

const bookSchema = z
  .object({
    board: z
      .object({ id: z.string(), title: z.string(), revision: z.string(), date: z.string() })
      .passthrough(),
    parts: z.array(
      z
        .object({
          designator: z.string(),
          value: z.string(),
          side: z.enum(["top", "bottom"]),
          mpn: z.string().optional(),
          notes: z.array(z.string()),
        })
        .passthrough(),
    ),
    pads: z.array(
      z.object({ name: z.string(), pin: z.string().optional(), net: z.string().optional() }).passthrough(),
    ),
    variants: z.array(z.object({ id: z.string(), notFitted: z.array(z.string()) }).passthrough()),
    plans: z.array(z.object({ id: z.string() }).passthrough()),
    checks: z
      .object({
        errors: z.number(),
        warnings: z.number(),
        checks: z.array(z.object({ id: z.string() }).passthrough()),
        findings: z.array(z.object({ message: z.string() }).passthrough()),
      })
      .passthrough(),
    files: z.array(z.object({ path: z.string(), sha256: z.string() }).passthrough()),
  })
  .passthrough()

export type ReportDocument = z.infer<typeof reportSchema>
export type BookDocument = z.infer<typeof bookSchema>

/** What the package says of itself, as far as it can be read. */
export interface Documents {
  readonly report: ReportDocument | undefined
  readonly book: BookDocument | undefined
}

const bookFile = "index.html"
const bookData = /<script type="application\/json" id="book-data">([\s\S]*?)<\/script>/

/** Reads the report and what the book knows; what cannot be read is a finding. */
export function readDocuments(contents: Contents, findings: Finding[]): Documents {
  const parsed = <T>(
    path: string,
    schema: z.ZodType<T, z.ZodTypeDef, unknown>,
    text: string,
  ): T | undefined => {
    const say = (message: string): undefined => {
      findings.push({ rule: "pkg/documents", severity: "error", message, file: path })
    }
    try {
      const result = schema.safeParse(readJson(text, path))
      if (result.success) return result.data
      const [issue] = result.error.issues
      return say(`${issue?.path.join(".") || "it"}: ${issue?.message ?? "not understood"}`)
    } catch (error) {
      if (!(error instanceof ReadError)) throw error
      return say(error.reason)
    }
  }
  const [report, page] = [contents.get("report.json"), contents.get(bookFile)]
  let book: BookDocument | undefined
  if (page !== undefined) {
    const data = bookData.exec(textOf(page))?.[1]
    if (data === undefined)
      findings.push({
        rule: "pkg/documents",
        severity: "error",
        message: "is not the book of a board: it holds no data of one",
        file: bookFile,
      })
    else book = parsed(bookFile, bookSchema, data)
  }
  return {
    report: report === undefined ? undefined : parsed("report.json", reportSchema, textOf(report)),
    book,
  }
}

export interface DocumentFacts {
  readonly contents: Contents
  readonly manifest: Manifest
  readonly files: FabSet
  readonly ipc: IpcNetlist | undefined
  readonly expected: ExpectedNetlist | undefined
  readonly isDraft: boolean
}

/** Report, book, drawings and fabrication files speak of one board in one revision, and of the one that is here. */
export function checkDocuments({ report, book }: Documents, facts: DocumentFacts): Finding[] {
  const { contents, manifest, files, ipc, isDraft } = facts
  const findings: Finding[] = []
  const say = (file: string, message: string, rule = "pkg/documents"): void => {
    findings.push({ rule, severity: "error", message, file })
  }
  const { board, revision } = manifest
  const date = typeof manifest.date === "string" ? manifest.date : undefined
  const same = (file: string, what: string, found: string | undefined, wanted: string | undefined): void => {
    if (found !== undefined && wanted !== undefined && found !== wanted)
      say(file, `says ${what} ${found.slice(0, 60)}, the manifest says ${wanted}`)
  }
  for (const [file, says] of [
    ["report.json", report],
    [bookFile, book === undefined ? undefined : { ...book.board, board: book.board.id }],
  ] as const) {
    same(file, "board", says?.board, board)
    same(file, "revision", says?.revision, revision)
    same(file, "date", says?.date, date)
  }
  same(bookFile, "title", book?.board.title, typeof manifest.title === "string" ? manifest.title : undefined)
  for (const image of files.layers.values()) {
    const [id, , of] = image.attributes.get(".ProjectId") ?? []
    same(image.file, "board", id, board)
    same(image.file, "revision", of, revision)
  }
  for (const drill of files.drills) {
    const [id, , of] = drill.attributes.get(".ProjectId") ?? []
    same(drill.file, "board", id, board)
    same(drill.file, "revision", of, revision)
  }
  if (ipc !== undefined) {
    same(ipc.file, "board", ipc.job, board)
    same(ipc.file, "revision", ipc.revision, revision)
  }
  for (const [path, bytes] of contents)
    if (/^kicad\/[^/]+\.kicad_(pcb|sch)$/.test(path))
      same(path, "revision", /\(rev "([^"]*)"\)/.exec(textOf(bytes.subarray(0, 4000)))?.[1], revision)
  if (report !== undefined && !isDraft) checkReport(report, say)
  if (book !== undefined) checkBook(book, report, facts, say)
  return findings
}

type Say = (file: string, message: string, rule?: string) => void

/** A package is written only where nothing is open. */
function checkReport({ summary, findings, waived, draft }: ReportDocument, say: Say): void {
  const rule = "pkg/report"
  const open = findings.filter(({ severity }) => severity !== "info")
  const [first] = open
  if (first !== undefined)
    say(
      "report.json",
      `reports ${open.length} open ${open.length === 1 ? "finding" : "findings"}, which no sound package has: ${first.message.slice(0, 120)} [${first.rule.slice(0, 40)}]`,
      rule,
    )
  else if (summary.errors + summary.warnings > 0)
    say(
      "report.json",
      `counts ${summary.errors} errors and ${summary.warnings} warnings, which no sound package has`,
      rule,
    )
  if (summary.waived !== waived.length)
    say("report.json", `counts ${summary.waived} waived findings and lists ${waived.length}`, rule)
  if (draft !== undefined && draft.length > 0)
    say("report.json", `says that the board is not as it was accepted: ${draft[0]?.slice(0, 120)}`, rule)
}

/** The book's own data: the files it lists, the circuit it shows, the checks it reports. */
function checkBook(
  book: BookDocument,
  report: ReportDocument | undefined,
  { manifest, expected, isDraft }: DocumentFacts,
  say: Say,
): void {
  const rule = "pkg/book"
  const hashes = new Map(book.files.map(({ path, sha256 }) => [path, sha256]))
  if (!isDraft) {
    for (const [path, { sha256 }] of Object.entries(manifest.files)) {
      if (path === bookFile) continue
      const known = hashes.get(path)
      if (known === undefined) say(bookFile, `does not list ${path}, which is in the package`, rule)
      else if (known !== sha256)
        say(bookFile, `was made for another ${path} than the one in the package`, rule)
    }
    for (const path of hashes.keys())
      if (manifest.files[path] === undefined)
        say(bookFile, `lists ${path}, which is not in the package`, rule)
  }
  if (report !== undefined) {
    const texts = (list: readonly { readonly message: string }[]): string =>
      list.map(({ message }) => message).join("\n")
    const ids = (list: readonly { readonly id: string }[]): string => list.map(({ id }) => id).join(" ")
    if (
      texts(book.checks.findings) !== texts(report.findings) ||
      ids(book.checks.checks) !== ids(report.checks)
    )
      say(bookFile, "shows other checks and findings than report.json", rule)
  }
  if (expected === undefined) return
  const nets = new Map(expected.pads.map((pad) => [padName(pad), pad.net]))
  const shown = new Map(
    book.pads.flatMap(({ name, pin, net }) => (pin === undefined ? [] : [[name, net] as const])),
  )
  for (const [name, net] of nets) {
    if (!shown.has(name)) say(bookFile, `does not show ${name}, which circuit.json has`, rule)
    else if (shown.get(name) !== net)
      say(
        bookFile,
        `shows ${name} on ${shown.get(name) ?? "no net"}, circuit.json has it on ${net ?? "no net"}`,
        rule,
      )
  }
  const parts = new Set(expected.pads.map(({ designator }) => designator))
  for (const { designator } of book.parts)
    if (!parts.has(designator)) say(bookFile, `shows ${designator}, which circuit.json does not have`, rule)
}
