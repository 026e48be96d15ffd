/** KiCad's file syntax: nested lists of words, numbers and quoted strings. */
export type Node = Atom | readonly Node[]

interface Quoted {
  readonly quoted: string
}

type Atom = string | number | Quoted

/** A string in quotes; plain strings are written as words. */
export const quoted = (text: string): Quoted => ({ quoted: text })

/** Numbers to a tenth of a micrometre, never `-0` or `1e-7`. */
export const decimal = (value: number): number => Math.round(value * 10_000) / 10_000 + 0

/** KiCad fills lines of points up to here. */
const lineLength = 99

/** Writes a list, one line a nested list that itself holds lists; a long list of points on several lines. */
export function writeNode(node: Node, indent = 0): string {
  if (typeof node === "string") return node
  if (typeof node === "number") return String(decimal(node))
  if ("quoted" in node) {
    const text = node.quoted.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n")
    return `"${text}"`
  }
  const pad = "\t".repeat(indent + 1)
  const deep = node.some((child) => isList(child) && child.some(isList))
  if (!deep) {
    const words = node.map((child) => writeNode(child, indent))
    return node[0] === "pts" ? pointList(words, pad) : `(${words.join(" ")})`
  }
  const parts = node.map((child) =>
    isList(child) ? `\n${pad}${writeNode(child, indent + 1)}` : ` ${writeNode(child)}`,
  )
  return `(${parts.join("").trimStart()}\n${"\t".repeat(indent)})`
}

/** KiCad's reader takes no line of a million characters, which a pour's corners would be. */
function pointList([head = "", ...points]: readonly string[], pad: string): string {
  const lines: string[] = []
  for (const point of points) {
    const line = `${lines.at(-1)} ${point}`
    if (lines.length > 0 && line.length <= lineLength) lines[lines.length - 1] = line
    else lines.push(point)
  }
  return lines.length < 2
    ? `(${[head, ...lines].join(" ")})`
    : `(${head}${lines.map((line) => `\n${pad}${line}`).join("")}\n${pad.slice(1)})`
}

const isList = (node: Node): node is readonly Node[] => Array.isArray(node)
