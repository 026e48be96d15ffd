import { textOf } from "../verify/package/contents"
import type { SectionId } from "./change"

const sectionWords: Readonly<Record<SectionId, string>> = {
  worse: "the checks",
  board: "the board",
  netlist: "the netlist",
  parts: "the parts",
  placement: "the placement",
  routing: "the copper",
  shape: "outline and holes",
  layers: "a layer",
  checks: "the checks",
}

/** A difference between source and package, told from the source's side. */
export const wordsOf = (section: SectionId, text: string): string =>
  `${sectionWords[section]}, source → package: ${text}`

/** How one file of a package differs from what its source makes, in a line. */
export function fileDifference(path: string, fresh?: Uint8Array, stored?: Uint8Array): string {
  if (stored === undefined) return "missing: the source makes this file"
  if (fresh === undefined) return "the source makes no such file"
  if (/\.(json|html)$/.test(path)) {
    const [is, was] = [dataOf(path, fresh), dataOf(path, stored)]
    if (is !== undefined && was !== undefined) {
      const keys = differingKeys(is, was)
      if (keys.length > 0) return `not what the source makes: ${keys.slice(0, 8).join(", ")}`
      if (path.endsWith(".html"))
        return "not what the source makes: its words or its code, the data are the same"
    }
  }
  if (/\.(csv|svg|gbr|g[a-z0-9]{2}|drl|ipc|kicad_\w+|step|json|html)$/.test(path))
    return lineDifference(textOf(fresh), textOf(stored))
  const at = fresh.findIndex((byte, index) => byte !== stored[index])
  return `not what the source makes: ${stored.length} bytes instead of ${fresh.length}, other from byte ${Math.max(0, at < 0 ? fresh.length : at)} on`
}

/** A JSON file, or what a page carries as JSON. */
function dataOf(path: string, bytes: Uint8Array): unknown {
  const text = textOf(bytes)
  try {
    if (!path.endsWith(".html")) return JSON.parse(text)
    const elements = [...text.matchAll(/<script type="application\/json"[^>]*>([\s\S]*?)<\/script>/g)]
    return elements.length === 0
      ? undefined
      : Object.assign({}, ...elements.map(([, json = ""]) => JSON.parse(json)))
  } catch {
    return undefined
  }
}

/** "revision: 2.00 is here 2.01", by name; two levels deep. */
function differingKeys(fresh: unknown, stored: unknown, under = ""): string[] {
  if (!isRecord(fresh) || !isRecord(stored))
    return [`${under || "all of it"} ${told(fresh)} → ${told(stored)}`]
  return [...new Set([...Object.keys(fresh), ...Object.keys(stored)])].flatMap((key) => {
    const [is, was] = [fresh[key], stored[key]]
    if (JSON.stringify(is) === JSON.stringify(was)) return []
    const name = under === "" ? key : `${under}.${key}`
    return under === "" && isRecord(is) && isRecord(was)
      ? differingKeys(is, was, name)
      : [`${name}${toldValues(is, was)}`]
  })
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

const isPlain = (value: unknown): boolean =>
  value === undefined || typeof value !== "object" || value === null

const toldValues = (is: unknown, was: unknown): string =>
  isPlain(is) && isPlain(was) ? ` ${told(is)} → ${told(was)}` : ""

const told = (value: unknown): string => {
  const text =
    value === undefined ? "nothing" : typeof value === "string" ? value : (JSON.stringify(value) ?? "")
  return `"${text.slice(0, 60)}"`
}

function lineDifference(fresh: string, stored: string): string {
  const [is, was] = [fresh.split("\n"), stored.split("\n")]
  const known = new Set(is)
  const there = new Set(was)
  const added = was.filter((line) => !known.has(line))
  const gone = is.filter((line) => !there.has(line))
  const quote = (lines: readonly string[]): string => `"${(lines[0] ?? "").slice(0, 100)}"`
  const counted = (lines: readonly string[]): string =>
    lines.length > 1 ? ` and ${lines.length - 1} more lines` : ""
  if (added.length > 0 && gone.length > 0)
    return `not what the source makes: ${quote(added)}${counted(added)} instead of ${quote(gone)}${counted(gone)}`
  if (added.length > 0) return `holds what the source does not make: ${quote(added)}${counted(added)}`
  if (gone.length > 0) return `lacks what the source makes: ${quote(gone)}${counted(gone)}`
  return "not what the source makes: the same lines in another order or number"
}
