import type { Finding } from "../../finding"
import { naturalOrder } from "../../natural-order"
import { type CsvTable, ReadError, readCsv } from "../../read"
import { boxOf } from "../../read/geometry/point"
import { unreadable } from "../files/fab-set"
import type { BoardGeometry } from "../geometry/board"
import { place } from "../geometry/board"
import { padName } from "../netlist"
import { type Contents, textOf } from "./contents"
import { checkPlacement } from "./placement"

export interface AssemblyOptions {
  /** LCSC numbers of the parts catalogue; without it only their form is checked. */
  readonly partNumbers?: ReadonlySet<string>
  /** Variant -> designators left empty in it; without it the files are compared among themselves. */
  readonly notFitted?: Readonly<Record<string, readonly string[]>>
  /** Designator -> LCSC number of what the board's parts list has there; undefined where it has none. */
  readonly numberOf?: Readonly<Record<string, string | undefined>>
  readonly maxDesignatorsPerRow: number
  readonly maxCellCharacters: number
}

const bomHeader = ["Comment", "Designator", "Footprint"]
const bomNumberHeaders = ["JLCPCB Part #", "LCSC Part #"]
const cplHeader = ["Designator", "Mid X", "Mid Y", "Layer", "Rotation"]

interface Plan {
  readonly path: string
  readonly variant: string
  readonly plan: string
  readonly bom: ReadonlySet<string>
  readonly cpl: ReadonlySet<string>
  readonly hand: ReadonlySet<string>
}

/** BOM, CPL and hand list of every variant and plan: each well-formed, and the same parts in all as on the board. */
export function checkAssembly(contents: Contents, board: BoardGeometry, options: AssemblyOptions): Finding[] {
  const findings: Finding[] = []
  const folders = new Set(
    [...contents.keys()].flatMap((path) => /^(assembly\/[^/]+\/[^/]+)\//.exec(path)?.[1] ?? []),
  )
  const plans: Plan[] = []
  for (const path of [...folders].sort()) {
    const [, variant = "", plan = ""] = path.split("/")
    const table = (name: string): CsvTable | undefined => {
      const bytes = contents.get(`${path}/${name}`)
      if (bytes === undefined) return undefined
      try {
        return readCsv(textOf(bytes), `${path}/${name}`)
      } catch (error) {
        if (!(error instanceof ReadError)) throw error
        findings.push(unreadable(error, `${path}/${name}`))
        return undefined
      }
    }
    const [bom, cpl, hand] = [table("bom.csv"), table("cpl.csv"), table("hand-assembly.csv")]
    const inBom = bom === undefined ? new Set<string>() : checkBom(bom, options, findings)
    const inCpl = cpl === undefined ? new Set<string>() : checkCpl(cpl, packagesOf(bom), board, findings)
    if (cpl !== undefined) {
      compare(inBom, inCpl, `${path}/cpl.csv`, findings)
    } else if (plan !== "hand" && !contents.has(`${path}/cpl.csv`))
      findings.push({ rule: "pkg/bom-cpl", severity: "error", message: "there is no cpl.csv", file: path })
    plans.push({
      path,
      variant,
      plan,
      bom: inBom,
      cpl: inCpl,
      hand: new Set(hand === undefined ? [] : designators(hand)),
    })
  }
  findings.push(...checkParts(plans, board, options), ...checkPaste(plans, board))
  return findings
}

function checkBom(table: CsvTable, options: AssemblyOptions, findings: Finding[]): Set<string> {
  const say = (message: string, line?: number, parts?: readonly string[]): void => {
    findings.push({
      rule: "pkg/bom",
      severity: "error",
      message,
      file: table.file,
      ...(line === undefined ? {} : { line }),
      ...(parts === undefined ? {} : { parts }),
    })
  }
  const number = table.header.findIndex((title) => bomNumberHeaders.includes(title))
  if (bomHeader.some((title, i) => table.header[i] !== title) || number < 0)
    say(`the header must be ${[...bomHeader, bomNumberHeaders[0]].join(",")}`, 1)
  const seen = new Set<string>()
  for (const { line, cells } of table.rows) {
    const names = split(cells[1] ?? "")
    if (names.length === 0) say("a row without designator", line)
    if (names.length > options.maxDesignatorsPerRow) say(`${names.length} designators in one row`, line)
    if ((cells[2] ?? "").trim() === "") say("the footprint is missing", line, names)
    if (cells.some((cell) => cell.length > options.maxCellCharacters)) say("a cell is too long", line, names)
    if (cells.some((cell) => /[^\x20-\x7e]/.test(cell)))
      say("a character that is not plain ASCII", line, names)
    for (const name of names) {
      if (!/^[A-Za-z]+\d+$/.test(name)) say(`"${name.slice(0, 40)}" is no designator`, line)
      if (seen.has(name)) say(`${name} is in the BOM twice`, line, [name])
      seen.add(name)
    }
    const part = (cells[number] ?? "").trim()
    if (part === "" && !table.file.includes("/hand/"))
      say(`no part number for ${names.join(", ")}`, line, names)
    else if (part !== "" && !/^C\d+$/.test(part)) say(`"${part.slice(0, 40)}" is no LCSC number`, line, names)
    else if (part !== "" && options.partNumbers !== undefined && !options.partNumbers.has(part))
      findings.push({
        rule: "pkg/part-number",
        severity: "error",
        message: `${part} (${names.join(", ")}) is not in the parts catalogue`,
        file: table.file,
        line,
        parts: names,
      })
    else if (part !== "")
      findings.push(...wrongParts(part, names, options.numberOf, { file: table.file, line }))
  }
  return seen
}

/** Numbers that belong to another part than the one the board's list has at that place. */
function wrongParts(
  part: string,
  names: readonly string[],
  numberOf: AssemblyOptions["numberOf"],
  at: { readonly file: string; readonly line: number },
): Finding[] {
  if (numberOf === undefined) return []
  return names
    .filter((name) => name in numberOf && numberOf[name] !== part)
    .map((name) => ({
      rule: "pkg/part-number",
      severity: "error",
      message: `${name} gets ${part}, the board's list of parts has ${numberOf[name] ?? "no number"}`,
      ...at,
      parts: [name],
    }))
}

/** Every SMD pad of a part that a machine places has its paste. */
function checkPaste(plans: readonly Plan[], board: BoardGeometry): Finding[] {
  const findings: Finding[] = []
  const placed = new Set(plans.flatMap(({ cpl }) => [...cpl]))
  for (const side of ["top", "bottom"] as const) {
    const paste = board.layer(`paste-${side}`)
    if (paste === undefined) continue
    for (const pad of board.expected?.pads ?? []) {
      if (pad.side !== side || !placed.has(pad.designator) || paste.pieceAt(pad) >= 0) continue
      findings.push({
        rule: "pkg/paste",
        severity: "error",
        message: `${padName(pad)} has no solder paste, but a machine places ${pad.designator}`,
        ...place(pad, `copper-${side}`),
        parts: [padName(pad)],
      })
    }
  }
  return findings
}

function checkCpl(
  table: CsvTable,
  packages: ReadonlyMap<string, string>,
  board: BoardGeometry,
  findings: Finding[],
): Set<string> {
  const say = (message: string, line?: number, parts?: readonly string[]): void => {
    findings.push({
      rule: "pkg/cpl",
      severity: "error",
      message,
      file: table.file,
      ...(line === undefined ? {} : { line }),
      ...(parts === undefined ? {} : { parts }),
    })
  }
  if (cplHeader.some((title, i) => table.header[i] !== title))
    say(`the header must be ${cplHeader.join(",")}`, 1)
  const seen = new Set<string>()
  for (const { line, cells } of table.rows) {
    const [name = "", x = "", y = "", layer = "", rotation = ""] = cells
    if (seen.has(name)) say(`${name} is in the CPL twice`, line, [name])
    seen.add(name)
    if (!/^\d{1,3}$/.test(rotation) || Number(rotation) > 359)
      say(`${name}: rotation "${rotation.slice(0, 20)}" is not a whole number from 0 to 359`, line, [name])
    if (layer !== "Top" && layer !== "Bottom")
      say(`${name}: "${layer.slice(0, 20)}" is no side`, line, [name])
    const at = { x: number(x), y: number(y) }
    if (Number.isNaN(at.x) || Number.isNaN(at.y)) {
      say(`${name}: "${x.slice(0, 20)}, ${y.slice(0, 20)}" is no place in mm`, line, [name])
      continue
    }
    const pads = (board.expected?.pads ?? []).filter(({ designator }) => designator === name)
    if (pads.length === 0) continue
    const box = boxOf(pads)
    const slack = 0.05
    if (
      at.x < box.minX - slack ||
      at.x > box.maxX + slack ||
      at.y < box.minY - slack ||
      at.y > box.maxY + slack
    )
      say(`${name} is placed at (${x}, ${y}), outside its own pads`, line, [name])
    if (pads.every(({ side }) => side === (layer === "Top" ? "bottom" : "top"))) {
      say(`${name} is placed on the ${layer.toLowerCase()}, its pads are on the other side`, line, [name])
      continue
    }
    const known = packages.get(name)
    if (known === undefined || !/^\d+$/.test(rotation)) continue
    const side = layer === "Bottom" ? "bottom" : "top"
    const row = { ...at, designator: name, package: known, side, rotationDeg: Number(rotation) } as const
    findings.push(...checkPlacement({ ...row, file: table.file, line }, pads))
  }
  return seen
}

/** Designator -> package, by the BOM. */
function packagesOf(bom: CsvTable | undefined): Map<string, string> {
  return new Map(
    (bom?.rows ?? []).flatMap(({ cells }) =>
      split(cells[1] ?? "").map((name) => [name, (cells[2] ?? "").trim()] as const),
    ),
  )
}

function compare(
  bom: ReadonlySet<string>,
  cpl: ReadonlySet<string>,
  file: string,
  findings: Finding[],
): void {
  const lacking = (a: ReadonlySet<string>, b: ReadonlySet<string>): string[] =>
    [...a].filter((name) => !b.has(name)).sort(naturalOrder)
  for (const [names, where] of [
    [lacking(bom, cpl), "in the BOM but not in the CPL"],
    [lacking(cpl, bom), "in the CPL but not in the BOM"],
  ] as const)
    if (names.length > 0)
      findings.push({
        rule: "pkg/bom-cpl",
        severity: "error",
        message: `${names.join(", ")}: ${where}; the fab skips such parts`,
        file,
        parts: names,
      })
}

/** Each variant fits every part of the board but those it leaves out, by machine or by hand, under every plan. */
function checkParts(plans: readonly Plan[], board: BoardGeometry, options: AssemblyOptions): Finding[] {
  const findings: Finding[] = []
  const all = new Set((board.expected?.pads ?? []).map(({ designator }) => designator))
  if (all.size === 0) return findings
  const left = new Map<string, string>()
  for (const { path, variant, bom, hand } of plans) {
    const say = (message: string, parts: readonly string[]): void => {
      findings.push({ rule: "pkg/parts", severity: "error", message, file: path, parts })
    }
    const strangers = [...bom, ...hand].filter((name) => !all.has(name)).sort(naturalOrder)
    if (strangers.length > 0) say(`${strangers.join(", ")}: not on the board`, strangers)
    const missing = [...all].filter((name) => !bom.has(name) && !hand.has(name)).sort(naturalOrder)
    const known = options.notFitted?.[variant]
    const wanted = known === undefined ? left.get(variant) : [...known].sort(naturalOrder).join(", ")
    if (wanted !== undefined && wanted !== missing.join(", "))
      say(
        `leaves out ${missing.join(", ") || "nothing"}, where the variant leaves out ${wanted || "nothing"}`,
        missing,
      )
    left.set(variant, wanted ?? missing.join(", "))
  }
  for (const [variant, names] of left)
    for (const name of names.split(", ").filter((piece) => piece !== ""))
      if (left.size > 1 && [...left.values()].every((other) => other.split(", ").includes(name)))
        findings.push({
          rule: "pkg/parts",
          severity: "error",
          message: `${name} is fitted in no variant`,
          file: `assembly/${variant}`,
          parts: [name],
        })
  return findings
}

function designators(table: CsvTable): string[] {
  const column = table.header.indexOf("Designator")
  return table.rows.flatMap(({ cells }) => split(cells[Math.max(0, column)] ?? ""))
}

function split(cell: string): string[] {
  return cell
    .split(/[,\s]+/)
    .map((name) => name.trim())
    .filter((name) => name !== "")
}

function number(text: string): number {
  return /^-?\d{1,4}(\.\d{1,6})?$/.test(text) ? Number(text) : Number.NaN
}
