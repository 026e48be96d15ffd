import { z } from "zod"
import { UserError } from "../model/finding"
import { naturalOrder } from "../natural-order"
import { repeatedKey } from "../project/json-keys"

/**
 * What a person has accepted of a board, in words that a reviewer reads in a diff: `boards/<board>/board.lock.json`.
 * Only `npm run accept` writes it. Places of parts and tracks are not in it (routes.json has them), nor dates or
 * versions of tools.
 *
 * Every entry is one line: a key and a text of cells (`a | b`; a `|` of the text itself is doubled). Written in one
 * form, so that one change of a board is one line of a diff.
 */
export const lockSections = [
  "board",
  "holes",
  "keepouts",
  "fixed pads",
  "heights",
  "nets",
  "open pins",
  "net facts",
  "net classes",
  "parts",
  "part facts",
  "pins",
  "lands",
  "legends",
  "variants",
  "claims",
  "jumper",
  "firmware",
  "waivers",
  "limits",
] as const

export type LockSection = (typeof lockSections)[number]

export type Entries = Readonly<Record<string, string>>

export type Lock = { readonly format: 1 } & Readonly<Record<LockSection, Entries>> & {
    /** `<step>: <sentence>`, in the guide's order. */
    readonly guide: readonly string[]
  }

const entries = z.record(z.string())

/** Of the whole file; editors get it as JSON Schema. */
export const lockSchema = z
  .object({
    format: z.literal(1),
    ...(Object.fromEntries(lockSections.map((name) => [name, entries])) as Record<
      LockSection,
      typeof entries
    >),
    guide: z.array(z.string()),
  })
  .strict()

export const lockFile = (boardId: string): string => `boards/${boardId}/board.lock.json`

/** Sections in their order, entries in natural order, braces on lines of their own, newline at the end. */
export function formatLock(lock: Lock): string {
  const block = (name: string, [open, close]: readonly [string, string], lines: readonly string[]): string =>
    `  "${name}": ${open}${lines.map((line) => `\n    ${line}`).join(",")}\n  ${close}`
  const sections = lockSections.map((name) =>
    block(
      name,
      ["{", "}"],
      sorted(lock[name]).map(([key, text]) => `${JSON.stringify(key)}: ${JSON.stringify(text)}`),
    ),
  )
  const guide = block(
    "guide",
    ["[", "]"],
    lock.guide.map((sentence) => JSON.stringify(sentence)),
  )
  return `{\n${[`  "format": 1`, ...sections, guide].join(",\n")}\n}\n`
}

export const sorted = (section: Entries): [string, string][] =>
  Object.entries(section).sort(([a], [b]) => naturalOrder(a, b))

/**
 * Reads the text of a lock file.
 * @param file named in the message
 * @throws UserError with file and line when it is not what `npm run accept` writes.
 */
export function parseLock(text: string, file: string): Lock {
  const unix = text.replaceAll("\r\n", "\n")
  const lines = unix.split("\n")
  const fail = (line: number, what: string): UserError =>
    new UserError(
      `${file}:${line}: ${what}. Only \`npm run accept\` writes this file: put it back, or accept again`,
      { exitCode: 1 },
    )
  let json: unknown
  try {
    json = JSON.parse(unix)
  } catch {
    throw fail(brokenLine(lines), "not valid JSON")
  }
  const repeated = repeatedKey(unix)
  if (repeated !== undefined) {
    const [first, second] = repeated.lines
    throw fail(second, `"${repeated.key}" stands here and in line ${first}`)
  }
  const parsed = lockSchema.safeParse(json)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    const unknown = issue?.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : []
    const path = [...(issue?.path ?? []), ...unknown]
    throw fail(lineOf(lines, path), `${path.join(", ")}: ${issue?.message ?? "not understood"}`)
  }
  const form = formatLock(parsed.data)
  if (form !== unix) {
    const written = form.split("\n")
    throw fail(
      lines.findIndex((line, index) => line !== written[index]) + 1 || lines.length,
      "edited by hand",
    )
  }
  return parsed.data
}

/** A line as {@link formatLock} writes them: braces, the start of a section, or an entry. */
const written =
  /^(?:[{}]?| {2}[}\]],?| {2}"[a-z ]+": (?:1,|[{[])| {4}"(?:[^"\\]|\\.)*"(?:: "(?:[^"\\]|\\.)*")?,?)$/

/** Where JSON breaks off, counted from one: not every Node says it. */
function brokenLine(lines: readonly string[]): number {
  const broken = lines.findIndex((line, index) => {
    if (!written.test(line)) return true
    const isItem = /["\d}\]],?$/.test(line) && line !== "}"
    return isItem && line.endsWith(",") === /^ *[}\]]/.test(lines[index + 1] ?? "")
  })
  return broken === -1 ? lines.length : broken + 1
}

/** The line of the last key of `path`, or of what is around it. */
function lineOf(lines: readonly string[], path: readonly (string | number)[]): number {
  return path.reduce<number>((line, key) => {
    const isHere = (text: string): boolean => text.trimStart().startsWith(`${JSON.stringify(key)}:`)
    return Math.max(line, lines.findIndex((text, index) => index >= line && isHere(text)) + 1)
  }, 1)
}
