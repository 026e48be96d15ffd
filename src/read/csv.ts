import { limits } from "./limits"
import { assertText, ReadError } from "./read-error"

export interface CsvTable {
  readonly file: string
  readonly header: readonly string[]
  readonly rows: readonly CsvRow[]
  readonly endsWithNewline: boolean
}

export interface CsvRow {
  readonly line: number
  readonly cells: readonly string[]
}

/** Reads RFC 4180 CSV with a header row; every row must have as many cells as the header. Throws `ReadError`. */
export function readCsv(text: string, file: string): CsvTable {
  assertText(text, file, limits.fileBytes)
  const records = [...csvRecords(text.startsWith("\ufeff") ? text.slice(1) : text, file)]
  const [head, ...rows] = records
  if (head === undefined) throw new ReadError(file, 1, "no header row")
  for (const row of rows)
    if (row.cells.length !== head.cells.length)
      throw new ReadError(
        file,
        row.line,
        `${row.cells.length} cells, but the header has ${head.cells.length}`,
      )
  return { file, header: head.cells, rows, endsWithNewline: text.endsWith("\n") }
}

function* csvRecords(text: string, file: string): Generator<CsvRow> {
  let at = 0
  let line = 1
  let count = 0
  while (at < text.length) {
    const start = line
    const cells: string[] = []
    for (;;) {
      let cell: string
      if (text[at] === '"') {
        const end = closingQuote(text, at + 1)
        if (end < 0) throw new ReadError(file, line, "a quote is never closed")
        cell = text.slice(at + 1, end).replaceAll('""', '"')
        for (let i = text.indexOf("\n", at); i >= 0 && i < end; i = text.indexOf("\n", i + 1)) line++
        at = end + 1
        if (at < text.length && !/[,\r\n]/.test(text[at] as string))
          throw new ReadError(file, line, "text after a closing quote")
      } else {
        let end = at
        while (end < text.length && text[end] !== "," && text[end] !== "\n" && text[end] !== "\r") end++
        cell = text.slice(at, end)
        if (cell.includes('"')) throw new ReadError(file, line, "a quote within a cell that is not quoted")
        at = end
      }
      if (cell.length > limits.csvCellChars) throw new ReadError(file, line, "a cell is too long")
      cells.push(cell)
      if (cells.length > 1_000) throw new ReadError(file, line, "too many columns")
      if (text[at] !== ",") break
      at++
    }
    if (text[at] === "\r") at++
    if (text[at] === "\n") at++
    line++
    if (cells.length === 1 && cells[0] === "") continue
    if (++count > limits.csvRows) throw new ReadError(file, start, "too many rows")
    yield { line: start, cells }
  }
}

/** Index of the quote that closes the cell, doubled ones skipped; -1 if none. */
function closingQuote(text: string, from: number): number {
  let i = text.indexOf('"', from)
  while (i >= 0 && text[i + 1] === '"') i = text.indexOf('"', i + 2)
  return i
}
