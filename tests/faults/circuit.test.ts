import { describe, expect, it } from "vitest"
import { limits } from "./list/limits"
import { type LimitOutcome, runLimits } from "./run-limits"
import { faultSuite } from "./suite"

let outcomes: readonly LimitOutcome[] = []

faultSuite("circuit", (clean) => {
  outcomes = runLimits(clean)
})

/** Every limit beyond, on and within. */
describe("the limits", () => {
  it.each(limits.map(({ title, rule }) => [title, rule] as const))("%s: %s", (title) => {
    const outcome = outcomes.find((candidate) => candidate.title === title)
    expect(outcome?.message).not.toMatch(/^not found|^found within/)
    expect(outcome?.held).toBe(true)
  })
})
