import { render } from "preact"
import type { BookData } from "../data"
import { App } from "./App"
import { listenForShortcuts } from "./shortcuts"
import { load } from "./state"

declare global {
  /** For a page that is served while its board is edited: new data in, zoom and selection stay. */
  var mepBook: { readonly load: (data: BookData) => void }
}

globalThis.mepBook = { load }
const root = document.getElementById("book")
if (root !== null) {
  root.replaceChildren()
  render(<App />, root)
}
listenForShortcuts()
