import { ReadError } from "./read-error"

/** KiCad's and Specctra's syntax: nested lists of words, which may stand in quotes. */
export type List = readonly (string | List)[]

/** Deeper than any board's file: a list nested so is no board. */
const deepest = 60

/** @throws ReadError with the line of what is wrong. */
export function parseList(text: string, file: string): List {
  const stack: (string | List)[][] = []
  // Specctra declares its quote by `(string_quote ")`, which is no quote itself.
  const token = /string_quote\s+"|"(?:\\.|[^"\\])*"|[()]|[^\s()"]+/gs
  let end = 0
  for (const { 0: word, index } of text.matchAll(token)) {
    const fail = (what: string): never => {
      throw new ReadError(file, text.slice(0, index).split("\n").length, what)
    }
    if (text.slice(end, index).trim() !== "") fail("a quote that does not end")
    end = index + word.length
    if (word === "(") {
      if (stack.length >= deepest) fail(`lists nested more than ${deepest} deep`)
      stack.push([])
    } else if (word === ")") {
      const done = stack.pop() ?? fail("a bracket that closes nothing")
      const outer = stack.at(-1)
      if (outer === undefined) return done
      outer.push(done)
    } else {
      const list = stack.at(-1) ?? fail("a word outside of any list")
      list.push(word.startsWith('"') ? word.slice(1, -1).replace(/\\(.)/gs, "$1") : word)
    }
  }
  throw new ReadError(file, undefined, "ends within a list")
}

/** The lists in a list that begin with a word. */
export const all = (list: List, head: string): List[] =>
  list.filter((item): item is List => typeof item !== "string" && item[0] === head)

export const first = (list: List, head: string): List | undefined => all(list, head)[0]

/** The words of a list behind its head, as numbers; NaN where one is none. */
export const numbers = (list: List | undefined): number[] =>
  (list ?? []).slice(1).map((word) => (typeof word === "string" ? Number(word) : Number.NaN))

/** The word behind the head of a list in a list: `(layer "F.Cu")`. */
export const word = (list: List, head: string): string | undefined => {
  const found = first(list, head)?.[1]
  return typeof found === "string" ? found : undefined
}
