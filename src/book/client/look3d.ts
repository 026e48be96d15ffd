import { computed, signal } from "@preact/signals"
import { highlight, pieceOf } from "./highlight"
import { view } from "./state"

/** Designators that whoever looks has hidden in 3D. */
export const hidden = signal<ReadonlySet<string>>(new Set())

/** Height of the section above the board's underside in mm; what is above it is cut away. Undefined: nothing is. */
export const cutMm = signal<number | undefined>(undefined)

/** From the lowest to the highest point of the model, mm over the board's underside. */
export interface Span {
  readonly lowest: number
  readonly highest: number
}

/** Undefined until there is a model in sight; in whole steps of the cut. */
export const span = signal<Span | undefined>(undefined)

const steps = (mm: number, round: (n: number) => number): number =>
  Number((round(mm / cutStepMm) * cutStepMm).toFixed(1))

export function setSpan({ lowest, highest }: Span): void {
  span.value = { lowest: steps(lowest, Math.floor), highest: steps(highest, Math.ceil) }
}

/** One press of a key, and of the slider. */
export const cutStepMm = 0.1

/** Designators of what is selected: of a pad its part, of a net nothing. */
export const chosenParts = computed((): readonly string[] => {
  const { parts, pads } = highlight.value
  const names = [...parts, ...[...pads].map((pad) => pad.slice(0, pad.lastIndexOf(".")))]
  return [...new Set(names.flatMap(pieceOf))]
})

export const chosenHidden = computed(
  () => chosenParts.value.length > 0 && chosenParts.value.every((part) => hidden.value.has(part)),
)

/** Hides what is selected, or shows it again. */
export function toggleHidden(): void {
  const parts = chosenParts.value
  const gone = chosenHidden.value
  hidden.value = gone
    ? new Set([...hidden.value].filter((part) => !parts.includes(part)))
    : new Set([...hidden.value, ...parts])
}

export function showAll(): void {
  hidden.value = new Set()
}

/** Cuts at a height within the model; at its top nothing is cut any more. */
export function cutAt(mm: number): void {
  if (span.value === undefined) return
  const { lowest, highest } = span.value
  const height = Math.max(lowest, steps(mm, Math.round))
  cutMm.value = height < highest ? height : undefined
}

/** Up or down, from the top where nothing is cut yet. */
export const moveCut = (mm: number): void => cutAt((cutMm.value ?? span.value?.highest ?? 0) + mm)

/** Through the middle of what is over the board's underside, or back to the whole. */
export function toggleCut(): void {
  if (cutMm.value === undefined) cutAt((span.value?.highest ?? 0) / 2)
  else cutMm.value = undefined
}

/** Keys that mean something only in front of the model. */
export const keys3d: Readonly<Record<string, () => void>> = Object.fromEntries(
  Object.entries({
    h: toggleHidden,
    a: showAll,
    c: toggleCut,
    ",": () => moveCut(-cutStepMm),
    ".": () => moveCut(cutStepMm),
  }).map(([key, act]) => [key, () => (view.value === "3d" ? act() : undefined)]),
)
