import { UserError } from "../model/finding"

/** A file that cannot be read for what it claims to be. The message starts with the file and, if known, the line. */
export class ReadError extends UserError {
  readonly file: string
  readonly line: number | undefined
  /** The message without file and line. */
  readonly reason: string

  constructor(file: string, line: number | undefined, reason: string) {
    super(line === undefined ? `${file}: ${reason}` : `${file}, line ${line}: ${reason}`, { exitCode: 1 })
    this.name = "ReadError"
    this.file = file
    this.line = line
    this.reason = reason
  }
}

/** Something odd that does not keep the file from being read: old style, missing end, unused tool. */
export interface Problem {
  readonly kind: ProblemKind
  readonly line: number
  readonly message: string
}

export type ProblemKind =
  | "deprecated"
  | "unknown-command"
  | "no-end"
  | "no-newline"
  | "data-after-end"
  | "zero-size"
  | "undefined-tool"
  | "syntax"

/** Quotes a piece of a foreign file for a message: short, printable, on one line. */
export function quote(text: string): string {
  const printable = text.replace(/[^\x20-\x7e]+/g, "?").trim()
  return `"${printable.length > 40 ? `${printable.slice(0, 37)}...` : printable}"`
}

/** Throws if the text cannot be a text file of at most `maxBytes`: too large, empty, or with control characters. */
export function assertText(text: string, file: string, maxBytes: number): void {
  if (text.length > maxBytes)
    throw new ReadError(file, undefined, `too large: more than ${maxBytes >> 20} MiB`)
  if (text.trim() === "") throw new ReadError(file, undefined, "the file is empty")
  for (let i = 0; i < Math.min(text.length, 4096); i++)
    if (text.charCodeAt(i) < 9) throw new ReadError(file, 1, "not a text file")
}
