import { found } from "./draft"
import { nameEnding } from "./text"

/** Two files exchange their contents. */
export function exchangedNames<T>(files: ReadonlyMap<string, T>, a: string, b: string): Map<string, T> {
  const [one, other] = [nameEnding(files, a), nameEnding(files, b)]
  return new Map(
    [...files].map(([name, content]) => [
      name,
      name === one ? found(files.get(other), other) : name === other ? found(files.get(one), one) : content,
    ]),
  )
}

/** All files but the one whose name ends like this. */
export function withoutFile<T>(files: ReadonlyMap<string, T>, ending: string): Map<string, T> {
  const gone = nameEnding(files, ending)
  return new Map([...files].filter(([name]) => name !== gone))
}
