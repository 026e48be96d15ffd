import { bookData } from "./build/book-data"
import { modelData } from "./build/model"
import { bookPage } from "./build/page"
import type { BookInput } from "./input"

export type { BookData } from "./data"
export type { BookInput } from "./input"
export { bookData, modelData }

/** The board's book: one HTML file that needs nothing else, from `file://` too. Same input, same bytes. */
export const makeBook = (input: BookInput): string =>
  bookPage(bookData(input), modelData(input), input.client)
