import type { StepData } from "../../data"
import { book, notFitted, set } from "../state"

/** Steps that are left for the person at the bench under the chosen variant and plan. */
export function stepsOf(): { readonly title: string; readonly steps: readonly StepData[] }[] {
  const machine = new Set(set.value?.machine ?? [])
  return book.value.phases
    .map(({ title, steps }) => ({
      title,
      steps: steps.filter(
        (step) =>
          !step.handOnly || step.parts.some((part) => !machine.has(part) && !notFitted.value.has(part)),
      ),
    }))
    .filter(({ steps }) => steps.length > 0)
}
