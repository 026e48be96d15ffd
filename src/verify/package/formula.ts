import type { Finding } from "../../model/finding"
import { type CsvTable, ReadError, readCsv } from "../../read"
import { type Contents, textOf } from "./contents"

/** Spreadsheets that keep formulas and macros of their own: this project writes none. */
const spreadsheets = /\.(xls[xmb]?|ods|fods|tsv|slk|dif|iqy)$/i

/**
 * Whether a spreadsheet would run a cell rather than show it: what begins with = + - @, a tab or a line break, also
 * behind spaces or quotes (OWASP, "CSV Injection"). A number is one, with its sign.
 */
export const isFormula = (cell: string): boolean =>
  /^[\s"']*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/.test(cell) &&
  !/^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i.test(cell) &&
  // An apostrophe in front is how a spreadsheet is told that text follows; a lone sign calculates nothing.
  !/^'|^\s*[+-]?\s*$/.test(cell)

/** No cell of any list is a formula. */
export function checkFormulas(contents: Contents): Finding[] {
  const findings: Finding[] = []
  const say = (message: string, file: string, line?: number): void => {
    findings.push({
      rule: "pkg/formula",
      severity: "error",
      message,
      file,
      ...(line === undefined ? {} : { line }),
    })
  }
  for (const [path, bytes] of contents) {
    if (spreadsheets.test(path)) say("a spreadsheet that may hold formulas: lists are plain CSV", path)
    if (!/\.csv$/i.test(path)) continue
    for (const { line, cells } of rowsOf(bytes, path))
      for (const cell of cells)
        if (isFormula(cell))
          say(
            `the cell "${cell.trim().slice(0, 40)}" is a formula: a spreadsheet runs it when the list is opened`,
            path,
            line,
          )
  }
  return findings
}

/** Header and rows; none of a file that is no CSV, which another check says. */
function rowsOf(bytes: Uint8Array, path: string): CsvTable["rows"] {
  try {
    const { header, rows } = readCsv(textOf(bytes), path)
    return [{ line: 1, cells: header }, ...rows]
  } catch (error) {
    if (error instanceof ReadError) return []
    throw error
  }
}
