import { modelOf, openModel } from "./model"
import { readStored } from "./storage"
import type { Viewer3d } from "./viewer3d/viewer3d"

/** The script of a panel's page: colours as chosen in the books, tabs, and the model when somebody asks for it. */

const theme = readStored<string>("local", "mep-book:theme", "system")
if (theme !== "system") document.documentElement.setAttribute("data-theme", theme)

const byId = (id: string): HTMLElement | null => document.getElementById(id)

let viewer: Promise<Viewer3d | undefined> | undefined

async function open3d(host: HTMLElement): Promise<Viewer3d | undefined> {
  const hint = byId("panel-hint")
  const told = hint?.textContent ?? ""
  try {
    const made = await openModel(host, modelOf("panel-model"), (part) => {
      made.mark(new Set(part === null ? [] : [part]))
      if (hint !== null) hint.textContent = part ?? told
    })
    return made
  } catch {
    // No WebGL: the picture instead.
    host.parentElement?.setAttribute("hidden", "")
    byId("panel-picture")?.removeAttribute("hidden")
    return undefined
  }
}

function choose(tabs: readonly HTMLElement[], chosen: HTMLElement): void {
  for (const tab of tabs) {
    const on = tab === chosen
    tab.setAttribute("aria-selected", String(on))
    tab.tabIndex = on ? 0 : -1
    byId(tab.getAttribute("aria-controls") ?? "")?.toggleAttribute("hidden", !on)
  }
  const host = byId("panel-canvas")
  if (chosen.id === "tab-3d" && host !== null) viewer ??= open3d(host)
}

for (const list of document.querySelectorAll<HTMLElement>('[role="tablist"]')) {
  const tabs = [...list.querySelectorAll<HTMLElement>('[role="tab"]')]
  list.addEventListener("click", ({ target }) => {
    const tab = tabs.find((one) => one === target)
    if (tab !== undefined) choose(tabs, tab)
  })
  // One stop for the Tab key, arrow keys move and choose: as the book's.
  list.addEventListener("keydown", (event) => {
    const at = tabs.findIndex((tab) => tab.tabIndex === 0)
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1 + tabs.length, Home: 0, End: tabs.length - 1 }[
      event.key
    ]
    const tab = to === undefined || at < 0 ? undefined : tabs[to % tabs.length]
    if (tab === undefined) return
    event.preventDefault()
    choose(tabs, tab)
    tab.focus()
  })
}

for (const side of ["top", "bottom"] as const)
  byId(`panel-${side}`)?.addEventListener("click", () => {
    void viewer?.then((made) => made?.look(side))
  })
