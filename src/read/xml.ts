import { limits } from "./limits"
import { assertText, quote, ReadError } from "./read-error"

/** One element of an XML file; text between elements is passed over. */
export interface XmlElement {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlElement[]
  readonly line: number
}

/** Deeper than any file of a board goes. */
const deepest = 60

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" }

/**
 * Elements and attributes of an XML file without document type: what could name other files or grow is refused.
 * @throws ReadError with the line of what is wrong
 */
export function readXml(text: string, file: string): XmlElement {
  assertText(text, file, limits.fileBytes)
  const root = { children: [] as XmlElement[] }
  const stack: { name: string; children: XmlElement[] }[] = [{ name: "", ...root }]
  let [line, end] = [1, 0]
  const fail = (reason: string): never => {
    throw new ReadError(file, line, reason)
  }
  const value = (raw: string): string => {
    if (!raw.includes("&")) return raw
    return raw.replace(/&(#?\w+);/g, (whole, name: string) => {
      if (name.startsWith("#x")) return String.fromCodePoint(Number.parseInt(name.slice(2), 16))
      if (name.startsWith("#")) return String.fromCodePoint(Number(name.slice(1)))
      return entities[name] ?? fail(`${quote(whole)} is no entity`)
    })
  }
  for (const { 0: tag, index } of text.matchAll(/<(?:\?[^>]*\?|!--[\s\S]*?--|[^<>]*)>/g)) {
    const between = text.slice(end, index)
    line += linesIn(between)
    if (between.includes("<")) fail("a tag that does not end")
    end = index + tag.length
    const top = stack[stack.length - 1] as (typeof stack)[number]
    if (tag.startsWith("</")) {
      if (stack.length === 1 || tag.slice(2, -1).trim() !== top.name) fail(`${quote(tag)} closes nothing`)
      stack.pop()
    } else if (!tag.startsWith("<?") && !tag.startsWith("<!--")) {
      const parts = /^<([A-Za-z_][\w.:-]*)((?:\s+[\w.:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>$/.exec(tag)
      if (parts === null) return fail(`${quote(tag)} is no element`)
      const [, name = "", head = "", closed] = parts
      const attributes = new Map<string, string>()
      for (const [, key = "", , double, single] of head.matchAll(/([\w.:-]+)\s*=\s*("([^"]*)"|'([^']*)')/g)) {
        if (attributes.has(key)) fail(`${quote(key)} twice in one element`)
        attributes.set(key, value(double ?? single ?? ""))
      }
      const children: XmlElement[] = []
      top.children.push({ name, attributes, children, line })
      if (closed !== "/") stack.push({ name, children })
      if (stack.length > deepest) fail("nested too deep")
    }
    line += linesIn(tag)
  }
  const [only, ...others] = stack[0]?.children ?? []
  if (stack.length !== 1) fail(`<${stack[stack.length - 1]?.name}> is not closed: the file may be cut off`)
  if (only === undefined || others.length > 0) return fail("not one element that holds all others")
  return only
}

function linesIn(text: string): number {
  let lines = 0
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines++
  return lines
}
