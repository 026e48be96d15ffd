import { placeNext } from "./bench"
import { select, showOnBoard } from "./highlight"
import { keys3d } from "./look3d"
import { leaveRuler, measuring, toggleMeasuring } from "./ruler"
import { book, helpOpen, plan, selection, side, tab, variant, view } from "./state"
import { shownTabs } from "./tabs"

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
  l: () => {
    view.value = "board"
    requestAnimationFrame(openLayers)
  },
  r: () => {
    view.value = "board"
    toggleMeasuring()
    // The arrow keys go from place to place where the focus is.
    requestAnimationFrame(
      () =>
        measuring.value && document.querySelector<SVGElement>(".board-svg")?.focus({ preventScroll: true }),
    )
  },
  n: placeNext,
  ...keys3d,
  "?": () => {
    helpOpen.value = true
  },
  Escape: () => {
    if (!closeLayers() && !leaveRuler()) select(null)
  },
}

const layerMenu = (): HTMLDetailsElement | null => document.querySelector("details.menu")

function openLayers(): void {
  const menu = layerMenu()
  if (menu === null) return
  menu.open = true
  menu.querySelector("input")?.focus()
}

/** @returns whether it was open. */
function closeLayers(): boolean {
  const menu = layerMenu()
  if (menu?.open !== true) return false
  menu.open = false
  menu.querySelector("summary")?.focus()
  return true
}

const focusSearch = (): void => document.querySelector<HTMLInputElement>('input[type="search"]')?.focus()

/** Keys that work wherever nothing is being typed. */
export function listenForShortcuts(): void {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || helpOpen.value) return
    const typing =
      event.target instanceof Element &&
      event.target.closest("input:not([type=checkbox],[type=range]),select,textarea")
    if (typing) {
      if (event.key === "Escape" && event.target instanceof HTMLElement) event.target.blur()
      return
    }
    const number = shownTabs.value[Number(event.key) - 1]
    const act = keys[event.key]
    if (number !== undefined) tab.value = number
    else if (act !== undefined) act()
    else return
    event.preventDefault()
  })
}
