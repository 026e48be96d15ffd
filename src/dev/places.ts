import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import type { Finding } from "../model/finding"
import type { Problem } from "./messages"

/**
 * A finding with the line of the source to look at: its own where it names one, else the part's row in the placement
 * table, else the net's entry in the routes file.
 */
export function problemOf(finding: Finding, root: string, boardId: string): Problem {
  const at = finding.at === undefined ? "" : ` at (${finding.at.x.toFixed(2)}, ${finding.at.y.toFixed(2)}) mm`
  const place = placeOf(finding, root, boardId)
  return {
    severity: finding.severity,
    rule: finding.rule,
    text: `${finding.message}${at} [${finding.rule}]`,
    ...(place === undefined ? {} : place),
  }
}

/** More than these nobody reads; the book has them all. */
const most = 12

/**
 * What to mend first. Parts that collide and routes that no longer fit leave half the board unconnected: what they
 * lead to is counted, not told.
 */
export function foremost(findings: readonly Finding[]): {
  readonly told: readonly Finding[]
  readonly more: number
} {
  const open = findings.filter(({ severity }) => severity !== "info")
  const causes = open.filter(
    ({ rule, severity }) => severity === "error" && /^(tscircuit|route)\//.test(rule),
  )
  const told = (causes.length > 0 ? causes : open).slice(0, most)
  return { told, more: open.length - told.length }
}

interface Line {
  readonly file: string
  readonly line?: number
}

function placeOf(finding: Finding, root: string, boardId: string): Line | undefined {
  const routes = `boards/${boardId}/routes.json`
  const [net] = finding.nets ?? []
  const part = finding.parts?.[0]?.split(".")[0]
  if (finding.file !== undefined && existsSync(join(root, finding.file))) {
    const line = finding.line ?? (net === undefined ? undefined : lineWith(root, finding.file, `"${net}": {`))
    return { file: finding.file, ...(line === undefined ? {} : { line }) }
  }
  const candidates: (readonly [string, string])[] = []
  if (net !== undefined && /^(route|lvs|drc)\//.test(finding.rule)) candidates.push([routes, `"${net}": {`])
  if (part !== undefined) candidates.push([`boards/${boardId}/placement.ts`, `"${part}"`])
  if (net !== undefined) candidates.push(["components/nets.ts", net], [routes, `"${net}": {`])
  for (const [file, text] of candidates) {
    const line = lineWith(root, file, text)
    if (line !== undefined) return { file, line }
  }
  return undefined
}

function lineWith(root: string, file: string, text: string): number | undefined {
  try {
    const index = readFileSync(join(root, file), "utf8")
      .split("\n")
      .findIndex((line) => line.includes(text))
    return index < 0 ? undefined : index + 1
  } catch {
    return undefined
  }
}

/** An error's one line, taken apart where it begins with file, line and column. */
export function problemOfMessage(message: string): Problem {
  const found = /^([\w./@-]+\.(?:tsx?|json|mjs|css)):(\d+)(?::\d+)?:\s*(.*)$/s.exec(message)
  const inside = found ?? /^([\w./@-]+\.(?:tsx?|json|mjs|css))():\s*(.*)$/s.exec(message)
  if (inside === null) return { severity: "error", text: message }
  const [, file = "", line = "", text = ""] = inside
  return { severity: "error", text, file, ...(line === "" ? {} : { line: Number(line) }) }
}

/** "boards/x/board.tsx:12: message" as editors and terminals make a link of it. */
export const problemLine = ({ severity, text, file, line }: Problem): string =>
  `${severity}: ${file === undefined ? "" : `${file}${line === undefined ? "" : `:${line}`}: `}${text}`
