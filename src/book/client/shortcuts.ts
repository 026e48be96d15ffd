import { select, showOnBoard } from "./highlight"
import { book, helpOpen, plan, selection, side, tab, tabs, variant, view } from "./state"

const next = <T>(list: readonly T[], current: T): T =>
  list[(list.indexOf(current) + 1) % list.length] ?? current

const keys: Readonly<Record<string, () => void>> = {
  b: () => {
    view.value = "board"
  },
  s: () => {
    view.value = "schematic"
  },
  d: () => {
    view.value = "drawings"
  },
  m: () => {
    view.value = "3d"
  },
  f: () => {
    side.value = next(["both", "top", "bottom"] as const, side.value)
  },
  v: () => {
    variant.value = next(
      book.value.variants.map(({ id }) => id),
      variant.value,
    )
  },
  p: () => {
    plan.value = next(
      book.value.plans.map(({ id }) => id),
      plan.value,
    )
  },
  g: () => {
    if (selection.value !== null) showOnBoard()
  },
  "/": () => {
    const there = tab.value === "parts"
    tab.value = "parts"
    if (there) focusSearch()
    else requestAnimationFrame(focusSearch)
  },
  "?": () => {
    helpOpen.value = true
  },
  Escape: () => select(null),
}

const focusSearch = (): void => document.querySelector<HTMLInputElement>('input[type="search"]')?.focus()

/** Keys that work wherever nothing is being typed. */
export function listenForShortcuts(): void {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || helpOpen.value) return
    const typing =
      event.target instanceof Element && event.target.closest("input:not([type=checkbox]),select,textarea")
    if (typing) {
      if (event.key === "Escape" && event.target instanceof HTMLElement) event.target.blur()
      return
    }
    const number = tabs[Number(event.key) - 1]
    const act = keys[event.key]
    if (number !== undefined) tab.value = number
    else if (act !== undefined) act()
    else return
    event.preventDefault()
  })
}
