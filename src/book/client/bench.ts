import { computed } from "@preact/signals"
import { partOf, pieceOf, select } from "./highlight"
import { stepsOf } from "./panels/steps"
import { notFitted, set, side, tab } from "./state"
import { setTick, ticks } from "./ticks"

/** Parts left for the person at the bench, in the order of the steps; what no step names comes last. */
const byHand = computed((): readonly string[] => {
  const machine = new Set(set.value?.machine ?? [])
  const steps = stepsOf().flatMap(({ steps: some }) => some.filter(({ handOnly }) => handOnly))
  const all = [
    ...steps.flatMap(({ parts }) => parts),
    ...(set.value?.bom ?? []).flatMap(({ designators }) => designators),
  ]
  return [...new Set(all)].filter((part) => !machine.has(part) && !notFitted.value.has(part))
})

const placed = computed(() => new Set(ticks.value.placed))

/** What the board shows as done; nothing until the first is ticked. */
export const placedParts = computed(() => byHand.value.filter((part) => placed.value.has(part)))

/** What is to be soldered next, while somebody follows the steps. */
export const nextPart = computed(() => byHand.value.find((part) => !placed.value.has(part)))

/** The next part blinks where the steps are shown, and in the list of parts once some are ticked. */
export const blinking = computed(() =>
  tab.value === "assembly" || (tab.value === "parts" && placedParts.value.length > 0)
    ? nextPart.value
    : undefined,
)

export const leftToPlace = computed(() => byHand.value.length - placedParts.value.length)

/** Ticks the next part (all pads of a piece), and turns to the side that the one after it is on. */
export function placeNext(): void {
  const part = blinking.value
  if (part === undefined) return
  setTick("placed", pieceOf(part), true)
  select(null)
  const after = nextPart.value === undefined ? undefined : partOf(nextPart.value)
  if (after !== undefined && side.value !== "both") side.value = after.side
}
