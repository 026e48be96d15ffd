import { signal } from "@preact/signals"
import { book } from "./state"
import { readStored, store } from "./storage"

export type Tick = "sourced" | "placed"

type Ticks = Readonly<Record<Tick, readonly string[]>>

const { id, revision } = book.value.board
const key = `mep-book:${id}:${revision}:ticks`

/** Designators that are bought and soldered. Kept by the browser, for this board and revision. */
export const ticks = signal<Ticks>({
  sourced: [],
  placed: [],
  ...readStored<Partial<Ticks>>("local", key, {}),
})
export const ticksKept = signal(true)

export const isTicked = (tick: Tick, designator: string): boolean => ticks.value[tick].includes(designator)

export function setTick(tick: Tick, designators: readonly string[], on: boolean): void {
  const rest = ticks.value[tick].filter((one) => !designators.includes(one))
  ticks.value = { ...ticks.value, [tick]: on ? [...rest, ...designators].sort() : rest }
  ticksKept.value = store("local", key, ticks.value)
}
