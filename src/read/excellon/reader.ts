import { limits } from "../limits"
import { assertText, quote, ReadError } from "../read-error"
import { DrillMachine } from "./machine"
import type { DrillFile } from "./model"
import type { DrillFormat } from "./number"

/**
 * Reads an Excellon drill or rout file: METRIC or INCH, decimal or implied decimal point, G85 and routed slots,
 * attributes as `; #@! T...` comments. Throws `ReadError` with file and line where a hole's place or size is unsure,
 * `UnsureFormat` where only the format of coordinates is: with one `assumed` for such a file, it is read.
 */
export function readExcellon(text: string, file: string, assumed?: DrillFormat): DrillFile {
  assertText(text, file, limits.fileBytes)
  const machine = new DrillMachine(file, assumed)
  const rows = text.split(/\r\n|\n|\r/)
  for (const [i, row] of rows.entries()) {
    const line = i + 1
    const word = (/^\s*;/.test(row) ? row : row.replace(/;.*$/, "")).trim()
    if (word === "") continue
    if (machine.ended) {
      machine.problem("data-after-end", line, "there is data after the end of the file (M30)")
      break
    }
    if (word.startsWith(";")) machine.setup.comment(word.slice(1).trim())
    else if (word.length > 400) throw new ReadError(file, line, `${quote(word)} is no drill command`)
    else if (machine.inHeader) machine.header(word.toUpperCase(), line)
    else machine.body(word.toUpperCase(), line)
  }
  machine.finish(text, rows.length)
  return machine.drillFile()
}
