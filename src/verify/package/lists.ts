import type { FabHouse } from "../../model/fab-house"
import type { Finding } from "../../model/finding"
import type { CsvTable } from "../../read"
import type { PartFacts } from "../expected/part-facts"
import { cellBy, sayOf, split } from "./columns"
import type { BookDocument } from "./documents"

/** One list of a variant under a plan. */
export interface PartList {
  readonly kind: "bom" | "hand"
  readonly table: CsvTable
}

/** What a list says of one designator. Fields that the list has no column for are absent. */
interface Row {
  readonly file: string
  readonly line: number
  readonly value?: string
  readonly footprint?: string
  readonly mpn?: string
  readonly number?: string
  readonly notes?: string
  readonly side?: string
}

type Field = Exclude<keyof Row, "file" | "line">

/** How each field is called in a message. */
const fields: Readonly<Record<Field, string>> = {
  value: "value",
  footprint: "footprint",
  mpn: "maker's number",
  number: "order number",
  notes: "notes",
  side: "side",
}

/**
 * The lists of all variants and plans say the same of a part, and nothing that the circuit or the book of the package
 * contradicts: what is edited in one list alone stands out.
 */
export function checkLists(
  lists: readonly PartList[],
  facts: ReadonlyMap<string, PartFacts> | undefined,
  book: BookDocument | undefined,
  house: FabHouse,
): Finding[] {
  const findings: Finding[] = []
  const rows = new Map<string, Row[]>()
  for (const list of lists) {
    const say = sayOf(list.kind === "hand" ? "pkg/hand" : "pkg/bom", list.table.file, findings)
    const seen = new Set<string>()
    for (const [name, row] of rowsOf(list, house)) {
      // The BOM's own check says it of a BOM.
      if (list.kind === "hand" && seen.has(name)) say(`${name} is on the list twice`, row.line, [name])
      seen.add(name)
      rows.set(name, [...(rows.get(name) ?? []), row])
      const part = facts?.get(name)
      if (part !== undefined) findings.push(...contradictions(name, row, part, house))
    }
  }
  const said = new Map(book?.parts.map((part) => [part.designator, part]))
  for (const [name, all] of rows) {
    const part = said.get(name)
    const shown: Row | undefined =
      part === undefined
        ? undefined
        : {
            file: "index.html",
            line: 1,
            value: ascii(part.value),
            mpn: part.mpn ?? "",
            notes: ascii(part.notes.join(" ")),
          }
    for (const field of Object.keys(fields) as Field[])
      findings.push(...disagreement(name, field, all, shown))
  }
  return findings
}

function* rowsOf({ kind, table }: PartList, house: FabHouse): Generator<[string, Row]> {
  const column = (title: string) => table.header.indexOf(title)
  const hand = {
    value: column("Value"),
    footprint: column("Footprint"),
    mpn: column("Manufacturer Part"),
    number: column(house.orderNumber.label),
    notes: column("Notes"),
    side: column("Side"),
  }
  const bom = cellBy(house.bom.columns)
  const has = (field: string): boolean => house.bom.columns.some((one) => one.field === field)
  const designator = Math.max(0, column("Designator"))
  for (const { line, cells } of table.rows) {
    const row: Row = { file: table.file, line }
    const told: Partial<Record<Field, string>> = {}
    if (kind === "hand") {
      for (const field of Object.keys(hand) as Field[])
        if (hand[field] >= 0) told[field] = shown(cells[hand[field]] ?? "")
    } else
      for (const [field, of] of [
        ["value", "comment"],
        ["footprint", "footprint"],
        ["number", "number"],
        ["mpn", "mpn"],
      ] as const)
        if (has(of)) told[field] = shown(bom(cells, of))
    const names = split(kind === "hand" ? (cells[designator] ?? "") : bom(cells, "designators"))
    for (const name of names) yield [name, { ...row, ...told }]
  }
}

/** One finding for each thing said otherwise than by most; by the book where it knows. */
function disagreement(name: string, field: Field, rows: readonly Row[], book: Row | undefined): Finding[] {
  const says = rows.flatMap((row) => (row[field] === undefined ? [] : [{ row, text: row[field] }]))
  const counts = new Map<string, number>()
  for (const { text } of says) counts.set(text, (counts.get(text) ?? 0) + 1)
  const most = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
  const wanted = book?.[field] ?? most
  if (wanted === undefined) return []
  const where = book?.[field] === undefined ? "the other lists say" : "the book says"
  return says
    .filter(({ text }) => text !== wanted)
    .map(({ row: { file, line }, text }) => ({
      rule: "pkg/lists",
      severity: "error",
      message: `${name}: ${fields[field]} "${text.slice(0, 80)}", ${where} "${wanted.slice(0, 80)}"`,
      file,
      line,
      parts: [name],
    }))
}

function contradictions(name: string, row: Row, part: PartFacts, house: FabHouse): Finding[] {
  const findings: Finding[] = []
  const say = (message: string): void => {
    findings.push({
      rule: "pkg/lists",
      severity: "error",
      message: `${name}: ${message}`,
      file: row.file,
      line: row.line,
      parts: [name],
    })
  }
  const side = row.side?.toLowerCase()
  if (side !== undefined && part.side !== undefined && side !== part.side)
    say(`${row.side?.slice(0, 20)} side, circuit.json has it on the ${part.side}`)
  if (part.quantity !== undefined && row.value !== undefined) {
    const value = quantityOf(row.value, part.unit)
    if (value !== undefined && Math.abs(value - part.quantity) > 1e-6 * Math.max(value, part.quantity))
      say(`"${row.value.slice(0, 40)}" is not the ${engineering(part.quantity)}${part.unit} of circuit.json`)
  }
  if (part.mpn !== undefined && row.mpn !== undefined && row.mpn !== "" && row.mpn !== part.mpn)
    say(`maker's number "${row.mpn.slice(0, 40)}", circuit.json has ${part.mpn}`)
  const numbers = part.numbers[house.id]
  if (numbers !== undefined && row.number !== undefined && row.number !== "" && !numbers.includes(row.number))
    say(`order number ${row.number.slice(0, 20)}, circuit.json has ${numbers.join(", ")}`)
  return findings
}

const powers: Readonly<Record<string, number>> = {
  p: 1e-12,
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  "": 1,
  R: 1,
  k: 1e3,
  K: 1e3,
  M: 1e6,
  G: 1e9,
}

/** "10k", "4k7", "0R", "100nF", "2.2 uF 10 %": ohms, farads or henries; undefined where it begins with no such thing. */
export function quantityOf(text: string, unit: string): number | undefined {
  const match = /^([\d.]+)\s*([pnumkKMGR]?)(\d*)(?:\s*(F|H|ohms?|Ohms?|Ω|R))?(?![\w])/.exec(text.trim())
  if (match === null) return undefined
  const [, whole = "", prefix = "", rest = "", of] = match
  const isOhm = of === undefined || /^(ohm|Ω|R)/i.test(of)
  if (unit === "ohm" ? !isOhm : of !== undefined && of !== unit) return undefined
  const number = Number(rest === "" ? whole : `${whole}.${rest}`)
  const power = powers[prefix]
  return Number.isNaN(number) || power === undefined ? undefined : number * power
}

function engineering(value: number): string {
  const steps = [
    [1e9, "G"],
    [1e6, "M"],
    [1e3, "k"],
    [1, ""],
    [1e-3, "m"],
    [1e-6, "u"],
    [1e-9, "n"],
    [1e-12, "p"],
  ] as const
  const [step, prefix] = steps.find(([size]) => value >= size * 0.9999) ?? [1, ""]
  return `${Number((value / step).toPrecision(6))} ${prefix}`
}

/** As a spreadsheet shows a cell: an apostrophe in front of what would be a formula says that text follows. */
export const shown = (cell: string): string => cell.replace(/^'(?=\s*[=+\-@])/, "").trim()

/** As a list for a fab that reads plain letters only has it. */
function ascii(text: string): string {
  return text
    .replace(/[\u2126\u03a9]/g, "Ohm")
    .replace(/[\u00b5\u03bc]/g, "u")
    .replace(/\u00b0/g, "deg")
    .replace(/\u00b1/g, "+/-")
    .replace(/\u00d7/g, "x")
    .replace(/[\u2013\u2014\u2212]/g, "-")
    .trim()
}
