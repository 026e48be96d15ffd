import { existsSync, readdirSync, readFileSync, statSync } from "node:fs"
import { isAbsolute, join, relative, resolve } from "node:path"
import { placeText } from "../../check/report"
import type { Failure } from "../../failure"
import type { Finding, WaivedFinding } from "../../model/finding"

/** Forms of findings that other programs read. */
export const findingsFormats = ["github", "sarif", "junit"] as const
export type FindingsFormat = (typeof findingsFormats)[number]

/** A file, from the project's root with slashes; absolute where it is outside. */
export interface FilePlace {
  readonly file: string
  readonly line?: number
}

export interface LocatedFinding extends FilePlace {
  readonly finding: Finding
  /** The finding's message with its place on the board; `place.file` stands beside it, not in it. */
  readonly message: string
  /** The reason that the board gives for accepting it. */
  readonly waiver?: string
}

/** What a command has to say of one board, folder or zip. */
export interface Told {
  readonly subject: string
  readonly checks: readonly { readonly id: string; readonly title: string }[]
  readonly findings: readonly LocatedFinding[]
  /** Why the work on it ended early. */
  readonly failure?: Failure
}

type Locate = (finding: Finding) => FilePlace & { readonly inner?: string }

/** Findings and waived ones at their places. */
export function tell(
  subject: string,
  report: {
    readonly checks: Told["checks"]
    readonly findings: readonly Finding[]
    readonly waived: readonly WaivedFinding[]
  },
  locate: Locate,
): Told {
  const located = (finding: Finding): LocatedFinding => {
    const { inner, ...place } = locate(finding)
    const within = inner === undefined ? "" : `${inner}: `
    return { ...place, finding, message: `${within}${finding.message}${placeText(finding)}` }
  }
  return {
    subject,
    checks: report.checks,
    findings: [
      ...report.findings.map(located),
      ...report.waived.map((finding) => ({ ...located(finding), waiver: finding.waiver })),
    ],
  }
}

/**
 * Where a finding of a build is in the source: its own file and line, else the first line of the board's files that
 * names its part, else the board's entry. Files of a package that may not have been written are said in words.
 */
export function locateInSource(root: string, board: string): Locate {
  const entry = `boards/${board}/index.tsx`
  const lines = boardLines(root, board)
  return ({ file, line, parts = [] }) => {
    if (file !== undefined && isFile(join(root, file)))
      return { file, ...(line === undefined ? {} : { line }) }
    const inner = file === undefined ? {} : { inner: line === undefined ? file : `${file}:${line}` }
    const designator = parts[0]?.split(".")[0]
    const named = designator === undefined ? undefined : lines.find(({ text }) => names(text, designator))
    return named === undefined ? { file: entry, ...inner } : { file: named.file, line: named.line, ...inner }
  }
}

/** Where a finding of `verify` is: a file of the folder, or the zip with the file in words. */
export function locateInPackage(root: string, path: string): Locate {
  const whole = fromRoot(root, path)
  return ({ file, line }) => {
    if (file === undefined) return { file: whole }
    if (isFile(join(path, file)))
      return { file: fromRoot(root, join(path, file)), ...(line === undefined ? {} : { line }) }
    return { file: whole, inner: line === undefined ? file : `${file}:${line}` }
  }
}

/** "boards/x/index.tsx:12: what" -> the place and what; messages of this house begin so where they have a place. */
export function placeOfMessage(message: string): FilePlace | undefined {
  const found = /^([\w@./-]+\.\w+)(?::(\d+)|, line (\d+))?: /.exec(message)
  if (found?.[1] === undefined) return undefined
  const line = found[2] ?? found[3]
  return { file: found[1], ...(line === undefined ? {} : { line: Number(line) }) }
}

function fromRoot(root: string, path: string): string {
  const within = relative(root, resolve(path))
  const outside = within === "" || within.startsWith("..") || isAbsolute(within)
  return (outside ? resolve(path) : within).replaceAll("\\", "/")
}

const isFile = (path: string): boolean => existsSync(path) && statSync(path).isFile()

/** A quoted word or a key, outside of comments. */
const names = (text: string, designator: string): boolean =>
  !/^\s*(\*|\/[/*])/.test(text) &&
  new RegExp(`["'\`]${escaped(designator)}["'\`]|^\\s*${escaped(designator)}:`).test(text)

const escaped = (text: string): string => text.replace(/[^\w]/g, "\\$&")

/** Lines of the board's own TypeScript: the circuit first, then the places, as people look for a part. */
function boardLines(root: string, board: string) {
  const folder = `boards/${board}`
  if (!existsSync(join(root, folder))) return []
  const first = ["index.tsx", "placement.ts"]
  const others = readdirSync(join(root, folder))
    .filter((name) => /\.tsx?$/.test(name) && !first.includes(name))
    .sort()
  return [...first, ...others]
    .map((name) => `${folder}/${name}`)
    .filter((file) => isFile(join(root, file)))
    .flatMap((file) =>
      readFileSync(join(root, file), "utf8")
        .split("\n")
        .map((text, index) => ({ file, line: index + 1, text })),
    )
}
