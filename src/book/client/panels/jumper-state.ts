import { computed, signal } from "@preact/signals"
import type { JumperStateData } from "../../data"
import { book, variant } from "../state"

/** Places that carry a jumper, "J7.3-J7.4". */
export const joined = signal<readonly string[]>(startsWith())
/** Ids of the supplies that are there. */
export const supplies = signal<readonly string[]>(usualSupplies())

function usualSupplies(): string[] {
  return (book.value.jumpers?.supplies ?? []).filter(({ usual }) => usual).map(({ id }) => id)
}

export function toggleSupply(id: string): void {
  const known = book.value.jumpers?.supplies ?? []
  supplies.value = known
    .map((supply) => supply.id)
    .filter((other) => (other === id) !== supplies.value.includes(other))
}

/** As the board is used: the legal jumper with which most of it has voltage. */
function startsWith(): readonly string[] {
  const usual = (book.value.jumpers?.states ?? []).filter(
    (one) => one.use === "legal" && one.on.join() === usualSupplies().join() && one.joined.length > 0,
  )
  const reach = Math.max(0, ...usual.map(({ powered }) => powered.length))
  return usual.find(({ powered }) => powered.length === reach)?.joined ?? []
}

export const state = computed((): JumperStateData | undefined =>
  book.value.jumpers?.states.find(
    (one) =>
      one.variant === variant.value &&
      one.on.join() === supplies.value.join() &&
      one.joined.join() === joined.value.join(),
  ),
)

/** Shows a state of the checks by its name ("J7 3-4"). */
export function showState(name: string): void {
  const found = book.value.jumpers?.states.find((one) => one.name === name)
  if (found !== undefined) joined.value = found.joined
}

/** Puts a jumper on a place or takes it off; whatever else held one of its pins comes off. */
export function toggleJumper(place: string): void {
  const pins = place.split("-")
  joined.value = joined.value.includes(place)
    ? joined.value.filter((one) => one !== place)
    : [...joined.value.filter((one) => !one.split("-").some((pin) => pins.includes(pin))), place].sort()
}
