import type { BookInput } from "./input"

/** The board's book: one HTML file that needs nothing else, from `file://` too. Same input, same bytes. */
export function makeBook(input: BookInput): string {
  return `<!doctype html><html lang="en"><title>${input.definition.title}</title></html>\n`
}
