import { quote, ReadError } from "../read-error"

/** A word (`X1Y2D01`) or an extended command (`%ADD10C,0.1*%` gives one token with its words). */
export interface Token {
  readonly extended: boolean
  /** Without `*`, `%` and line breaks; one for a plain word, one or more for an extended command. */
  readonly words: readonly string[]
  /** 1-based line on which each word starts. */
  readonly lines: readonly number[]
}

/** Cuts a Gerber file into words. Throws `ReadError` where a `*` or `%` is missing. */
export function* tokens(text: string, file: string): Generator<Token, { endsWithNewline: boolean }> {
  let at = 0
  let line = 1
  const advance = (to: number): void => {
    for (let i = text.indexOf("\n", at); i >= 0 && i < to; i = text.indexOf("\n", i + 1)) line++
    at = to
  }
  for (;;) {
    const start = skipSpace(text, at)
    advance(start)
    if (start >= text.length) break
    if (text.charCodeAt(start) === percent) {
      const end = text.indexOf("%", start + 1)
      if (end < 0) throw new ReadError(file, line, "an extended command opened with % is never closed")
      const words: string[] = []
      const lines: number[] = []
      let wordStart = start + 1
      while (wordStart < end) {
        wordStart = skipSpace(text, wordStart)
        if (wordStart >= end) break
        const star = text.indexOf("*", wordStart)
        advance(wordStart)
        if (star < 0 || star > end)
          throw new ReadError(file, line, `* is missing at the end of ${quote(text.slice(wordStart, end))}`)
        words.push(clean(text.slice(wordStart, star)))
        lines.push(line)
        wordStart = star + 1
      }
      advance(end + 1)
      if (words.length > 0) yield { extended: true, words, lines }
      continue
    }
    const star = text.indexOf("*", start)
    if (star < 0) throw new ReadError(file, line, `* is missing at the end of ${quote(text.slice(start))}`)
    const word = clean(text.slice(start, star))
    if (word.includes("%") && !/^G0?4/.test(word))
      throw new ReadError(file, line, `* is missing at the end of ${quote(word.slice(0, word.indexOf("%")))}`)
    yield { extended: false, words: [word], lines: [line] }
    advance(star + 1)
  }
  return { endsWithNewline: text.endsWith("\n") }
}

const percent = "%".charCodeAt(0)

function skipSpace(text: string, from: number): number {
  let i = from
  while (i < text.length && text.charCodeAt(i) <= 32) i++
  return i
}

function clean(word: string): string {
  return /[\r\n]/.test(word) ? word.replace(/[\r\n]+/g, "").trim() : word.trim()
}
