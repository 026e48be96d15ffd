import type { FabHouse } from "../../model/fab-house"
import type { Finding } from "../../model/finding"
import type { PackageAtFab } from "../../model/package"
import type { CsvTable } from "../../read"
import { cellBy, hasColumns, headerOf, sayOf, split } from "./columns"

export interface AssemblyOptions {
  /** The fab's numbers in the parts catalogue; without it only their form is checked. */
  readonly partNumbers?: ReadonlySet<string>
  /** Variant -> designators left empty in it; without it the files are compared among themselves. */
  readonly notFitted?: Readonly<Record<string, readonly string[]>>
  /** Designator -> the fab's number of what the board's parts list has there; undefined where it has none. */
  readonly numberOf?: Readonly<Record<string, string | undefined>>
  /** By the name that the BOM has for it; without it nobody can tell how the fab turns a part. */
  readonly packages?: Readonly<Record<string, PackageAtFab>>
  readonly maxDesignatorsPerRow: number
  readonly maxCellCharacters: number
}

/**
 * A bill of materials by itself: its form, and the numbers in it.
 * @param byMachine whether a machine fits its parts, which needs a number for each
 * @returns the designators in it
 */
export function checkBom(
  table: CsvTable,
  byMachine: boolean,
  { bom: { columns }, orderNumber, asciiOnly }: FabHouse,
  options: AssemblyOptions,
  findings: Finding[],
): Set<string> {
  const say = sayOf("pkg/bom", table.file, findings)
  if (!hasColumns(table, columns)) say(`the header must be ${headerOf(columns)}`, 1)
  const cell = cellBy(columns)
  const needsNumber = byMachine && columns.some(({ field }) => field === "number")
  const seen = new Set<string>()
  for (const { line, cells } of table.rows) {
    const names = split(cell(cells, "designators"))
    if (names.length === 0) say("a row without designator", line)
    if (names.length > options.maxDesignatorsPerRow) say(`${names.length} designators in one row`, line)
    if (cell(cells, "footprint").trim() === "") say("the footprint is missing", line, names)
    if (cells.some((text) => text.length > options.maxCellCharacters)) say("a cell is too long", line, names)
    if (asciiOnly && cells.some((text) => /[^\x20-\x7e]/.test(text)))
      say("a character that is not plain ASCII", line, names)
    for (const name of names) {
      // "R1-R4" is how people write a range, and no importer reads it as one.
      if (!/^[A-Z_][A-Z0-9_-]*$/.test(name) || /^[A-Z]+\d+-[A-Z]+\d+$/.test(name))
        say(`"${name.slice(0, 40)}" is no designator: capitals, digits, _ and -, a capital first`, line)
      if (seen.has(name)) say(`${name} is in the BOM twice`, line, [name])
      seen.add(name)
    }
    const part = cell(cells, "number").trim()
    if (part === "") {
      if (needsNumber) say(`no part number for ${names.join(", ")}`, line, names)
    } else if (!orderNumber.pattern.test(part))
      say(`"${part.slice(0, 40)}" is no ${orderNumber.name} number`, line, names)
    else if (options.partNumbers !== undefined && !options.partNumbers.has(part))
      findings.push({
        rule: "pkg/part-number",
        severity: "error",
        message: `${part} (${names.join(", ")}) is not in the parts catalogue`,
        file: table.file,
        line,
        parts: names,
      })
    else findings.push(...wrongParts(part, names, options.numberOf, { file: table.file, line }))
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

/** Designator -> package, by the BOM. */
export function packagesOf(
  bom: CsvTable | undefined,
  columns: FabHouse["bom"]["columns"],
): Map<string, string> {
  const cell = cellBy(columns)
  return new Map(
    (bom?.rows ?? []).flatMap(({ cells }) =>
      split(cell(cells, "designators")).map((name) => [name, cell(cells, "footprint").trim()] as const),
    ),
  )
}
