import type { ReactElement } from "react"
import type { SourceLine } from "../model/place"

interface Source {
  readonly fileName: string
  readonly lineNumber: number
}

/** Filled in by the boards' JSX runtime (`src/bundler.mjs`); empty where another one compiled the TSX. */
const lines = (): WeakMap<object, Source> | undefined =>
  (globalThis as { [key: symbol]: WeakMap<object, Source> | undefined })[Symbol.for("mep.jsx-lines")]

/** Where in the source an element is written. */
export function lineOf(element: ReactElement): SourceLine | undefined {
  const source = lines()?.get(element)
  return source === undefined ? undefined : { file: source.fileName, line: source.lineNumber }
}
