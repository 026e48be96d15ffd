import { UserError } from "../model/finding"

/** What people write in values, spelled so that an ASCII-only reader keeps the meaning. */
const spellings: ReadonlyMap<string, string> = new Map([
  ["\u2126", "Ohm"],
  ["\u03a9", "Ohm"],
  ["\u00b5", "u"],
  ["\u03bc", "u"],
  ["\u00b0", "deg"],
  ["\u00b1", "+/-"],
  ["\u00d7", "x"],
  ["\u2013", "-"],
  ["\u2014", "-"],
  ["\u2212", "-"],
  ["\u2264", "<="],
  ["\u2265", ">="],
  ["\u2026", "..."],
  ["\u00a0", " "],
  ["\u2018", "'"],
  ["\u2019", "'"],
  ["\u201c", '"'],
  ["\u201d", '"'],
])

/**
 * `text` in printable ASCII: 10 kΩ becomes 10 kOhm, 100 µF 100 uF.
 * @throws UserError when a character has no agreed spelling, naming it, rather than dropping it silently.
 */
export function toAscii(text: string): string {
  return text.replace(/[^\x20-\x7e]/gu, (character) => {
    const spelling = spellings.get(character)
    if (spelling !== undefined) return spelling
    if (character === "\n" || character === "\r" || character === "\t") return " "
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")
    throw new UserError(`"${text}" cannot go into a fabrication file: U+${code} has no ASCII spelling`)
  })
}

/** One field by RFC 4180: quoted when it holds a comma, a quote or a line break, or begins or ends with a space. */
export function csvField(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/**
 * A cell that a spreadsheet shows and never runs: what would begin a formula there gets an apostrophe in front, which
 * means "text follows" (OWASP, "CSV Injection"). Numbers keep their sign, a lone sign is no formula.
 */
export function shownNotRun(text: string): string {
  const begins = /^\s*[=+\-@]|^[\t\r\n]/.test(text)
  const isNumber = /^[+-]?(\d+\.?\d*|\.\d+)?$/.test(text)
  return begins && !isNumber ? `'${text}` : text
}

/** Rows -> CSV text: comma, LF, newline at the end. LF, since every importer takes it and diffs stay clean. */
export function toCsv(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  asciiOnly: boolean,
): string {
  const cell = (text: string): string => csvField(shownNotRun(asciiOnly ? toAscii(text) : text))
  return [header, ...rows].map((row) => `${row.map(cell).join(",")}\n`).join("")
}
