/** A key that stands twice in one object of a JSON text: parsers keep the last and drop the others without a word. */
export interface RepeatedKey {
  readonly key: string
  /** Lines of both, counted from one. */
  readonly lines: readonly [number, number]
}

/** The first repeated key of a text that is valid JSON. */
export function repeatedKey(text: string): RepeatedKey | undefined {
  const open: (Map<string, number> | undefined)[] = []
  let isKey = false
  let line = 1
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],:\n]/g)) {
    const keys = open.at(-1)
    if (token === "\n") line++
    else if (token === "{" || token === "[") {
      open.push(token === "{" ? new Map() : undefined)
      isKey = token === "{"
    } else if (token === "}" || token === "]") open.pop()
    else if (token === ",") isKey = keys !== undefined
    else if (token === ":") isKey = false
    else if (isKey && keys !== undefined) {
      const key = JSON.parse(token) as string
      const before = keys.get(key)
      if (before !== undefined) return { key, lines: [before, line] }
      keys.set(key, line)
    }
  }
  return undefined
}
