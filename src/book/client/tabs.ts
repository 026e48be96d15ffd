import { computed } from "@preact/signals"
import type { BookData } from "../data"
import { book, type TabId, tab, tabs } from "./state"

export const tabNames: Readonly<Record<TabId, string>> = {
  parts: "Parts",
  nets: "Nets",
  assembly: "Assembly",
  jumpers: "Jumpers",
  checks: "Checks",
  simulation: "Simulation",
  order: "Order",
  files: "Files",
}

/** A board without jumpers, guide or simulation has no tab for them: an empty one would say that all is well. */
const isEmpty = (id: TabId, { jumpers, phases, simulation }: BookData): boolean =>
  (id === "jumpers" && jumpers === undefined) ||
  (id === "assembly" && phases.length === 0) ||
  (id === "simulation" && simulation.scenarios.length === 0)

/** As the board is now: while it is edited it may gain one or lose one. */
export const shownTabs = computed((): readonly TabId[] => tabs.filter((id) => !isEmpty(id, book.value)))

/** The one that is open, or the first where what was chosen has nothing to show. */
export const openTab = computed(() => (shownTabs.value.includes(tab.value) ? tab.value : "parts"))
