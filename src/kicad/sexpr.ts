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

/** Writes a list, one line a nested list that itself holds lists. */
export function writeNode(node: Node, indent = 0): string {
  if (typeof node === "string") return node
  if (typeof node === "number") return String(decimal(node))
  if ("quoted" in node) {
    const text = node.quoted.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n")
    return `"${text}"`
  }
  const pad = "\t".repeat(indent + 1)
  const deep = node.some((child) => isList(child) && child.some(isList))
  if (!deep) return `(${node.map((child) => writeNode(child, indent)).join(" ")})`
  const parts = node.map((child) =>
    isList(child) ? `\n${pad}${writeNode(child, indent + 1)}` : ` ${writeNode(child)}`,
  )
  return `(${parts.join("").trimStart()}\n${"\t".repeat(indent)})`
}

const isList = (node: Node): node is readonly Node[] => Array.isArray(node)
