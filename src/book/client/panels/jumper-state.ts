import { computed, signal } from "@preact/signals"
import type { JumperStateData } from "../../data"
import { book, variant } from "../state"

/** Places that carry a jumper, "J7.3-J7.4". */
export const joined = signal<readonly string[]>(startsWith())
export const adapter = signal(false)
export const meter = signal(true)

/** As the board is used: the legal jumper with which most of it has voltage. */
function startsWith(): readonly string[] {
  const usual = book.value.jumpers.states.filter(
    (one) => one.use === "legal" && one.meter && !one.adapter && one.joined.length > 0,
  )
  const reach = Math.max(0, ...usual.map(({ powered }) => powered.length))
  return usual.find(({ powered }) => powered.length === reach)?.joined ?? []
}

export const state = computed((): JumperStateData | undefined =>
  book.value.jumpers.states.find(
    (one) =>
      one.variant === variant.value &&
      one.adapter === adapter.value &&
      one.meter === meter.value &&
      one.joined.join() === joined.value.join(),
  ),
)

/** Shows a state of the checks by its name ("J7 3-4"). */
export function showState(name: string): void {
  const found = book.value.jumpers.states.find((one) => one.name === name)
  if (found !== undefined) joined.value = found.joined
}

/** Puts a jumper on a place or takes it off; whatever else held one of its pins comes off. */
export function toggleJumper(place: string): void {
  const pins = place.split("-")
  joined.value = joined.value.includes(place)
    ? joined.value.filter((one) => one !== place)
    : [...joined.value.filter((one) => !one.split("-").some((pin) => pins.includes(pin))), place].sort()
}
