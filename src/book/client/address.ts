import { effect } from "@preact/signals"
import { select } from "./highlight"
import { linkOf, selectionOf } from "./link"
import { book, selection, tab } from "./state"

/** Opens what the address names and keeps the address at the selection, so that it can be sent to someone. */
export function followAddress(): void {
  // What was selected before a reload stays as it was, zoom and all.
  if (location.hash.slice(1) !== linkOf(selection.peek(), book.peek())) open()
  addEventListener("hashchange", open)
  effect(() => {
    const link = linkOf(selection.value, book.value)
    if (location.hash.slice(1) === link) return
    try {
      history.replaceState(null, "", link === "" ? location.pathname + location.search : `#${link}`)
    } catch {
      // A page that may not change its address is a book all the same.
    }
  })
}

function open(): void {
  const named = selectionOf(location.hash, book.value)
  if (named === undefined) return
  if (named.kind === "finding") tab.value = "checks"
  if (named.kind === "net") tab.value = "nets"
  if (named.kind === "step") tab.value = "assembly"
  if (named.kind === "part" || named.kind === "line") tab.value = "parts"
  select(named, { fly: true })
}
