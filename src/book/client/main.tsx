import { render } from "preact"
import { type BookParts, joined } from "../later"
import { App } from "./App"
import { followAddress } from "./address"
import { listenForShortcuts } from "./shortcuts"
import { type Following, following, load } from "./state"

declare global {
  /** For a page that is served while its board is edited: new data in, zoom and selection stay. */
  var mepBook: {
    readonly load: (data: BookParts) => void
    /** What is not so any more of what the page shows; undefined when all of it is. */
    readonly follow: (state: Following | undefined) => void
  }
}

globalThis.mepBook = {
  load: ({ first, later }) => load(joined(first, later)),
  follow: (state) => {
    following.value = state
  },
}
const root = document.getElementById("book")
if (root !== null) {
  root.replaceChildren()
  render(<App />, root)
}
listenForShortcuts()
followAddress()
