import { computed, signal } from "@preact/signals"
import type { SideName } from "../data"
import { nextSpot, type Spot, spotsOf } from "./snap"
import { book, selection } from "./state"

/** Whether clicks on the board measure instead of selecting. */
export const measuring = signal(false)

/** One or two ends, on the side that was clicked, and where the pointer or the keys are. */
export interface Ruler {
  readonly side: SideName
  readonly ends: readonly Spot[]
  readonly cursor?: Spot
}

export const ruler = signal<Ruler | undefined>(undefined)

const spots = {
  top: computed(() => spotsOf(book.value, "top")),
  bottom: computed(() => spotsOf(book.value, "bottom")),
} as const

export const spotsOn = (side: SideName): readonly Spot[] => spots[side].value

export function toggleMeasuring(): void {
  measuring.value = !measuring.value
  ruler.value = undefined
}

/** Takes back the ends, then stops measuring. @returns whether there was something to take back. */
export function leaveRuler(): boolean {
  if (!measuring.value) return false
  if (ruler.value === undefined || ruler.value.ends.length === 0) toggleMeasuring()
  else ruler.value = undefined
  return true
}

/** A third end begins anew. */
export function setEnd(side: SideName, spot: Spot): void {
  const known = ruler.value
  const ends = known?.side === side && known.ends.length === 1 ? known.ends : []
  ruler.value = { side, ends: [...ends, spot], cursor: spot }
}

export function moveCursor(side: SideName, cursor: Spot): void {
  ruler.value = { side, ends: ruler.value?.side === side ? ruler.value.ends : [], cursor }
}

const ways: Readonly<Record<string, { readonly x: number; readonly y: number }>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: 1 },
  ArrowDown: { x: 0, y: -1 },
}

/** The arrow keys go from spot to spot, as one sees them; Enter sets an end. @returns whether the key was one. */
export function rulerKey(side: SideName, event: KeyboardEvent): boolean {
  if (!measuring.value || event.ctrlKey || event.metaKey || event.altKey) return false
  const all = spotsOn(side)
  const cursor = ruler.value?.side === side ? ruler.value.cursor : undefined
  if (event.key === "Enter" || event.key === " ") {
    if (cursor !== undefined) setEnd(side, cursor)
    return true
  }
  const way = ways[event.key]
  if (way === undefined) return false
  const seen = side === "bottom" ? { x: -way.x, y: way.y } : way
  const next = cursor === undefined ? startOf(all) : nextSpot(all, cursor, seen, !event.shiftKey)
  if (next !== undefined) moveCursor(side, next)
  return true
}

/** What is selected, else what lies nearest the middle. */
function startOf(all: readonly Spot[]): Spot | undefined {
  const id = selection.value?.id ?? ""
  const chosen = all.find(({ what }) => what === `pad ${id}` || what.startsWith(`pad ${id}.`))
  return (
    chosen ?? all.filter(({ main }) => main).sort((a, b) => Math.hypot(a.x, a.y) - Math.hypot(b.x, b.y))[0]
  )
}
