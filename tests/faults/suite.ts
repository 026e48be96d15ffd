import { beforeAll, describe, expect, it } from "vitest"
import { type CleanBoard, cleanBoard } from "./clean"
import type { Fault, Outcome } from "./fault"
import { faults } from "./list/index"
import { runFault } from "./run"

/** The faults by where they enter, a test file each: files share the machine's cores. */
export const suites = {
  source: ["source"],
  circuit: ["compiled"],
  files: ["fabricated", "packaged", "delivered"],
} as const satisfies Readonly<Record<string, readonly Fault["stage"][]>>

/** Seeds every fault of a suite, and wants each to be caught by the rule named for it. */
export function faultSuite(name: keyof typeof suites, more?: (clean: CleanBoard) => void): void {
  const stages: readonly Fault["stage"][] = suites[name]
  const own = faults.filter(({ stage }) => stages.includes(stage))
  const outcomes = new Map<string, Outcome>()

  beforeAll(async () => {
    const clean = await cleanBoard()
    for (const fault of own) outcomes.set(fault.id, await runFault(fault, clean))
    more?.(clean)
  }, 900_000)

  describe("the faults", () => {
    it.each(own.map(({ id, class: kind, title, expectedRule }) => [kind, title, expectedRule, id] as const))(
      "%s: %s: %s",
      (_kind, _title, expectedRule, id) => {
        const outcome = outcomes.get(id)
        expect(outcome?.message).toContain(`[${expectedRule}]`)
        expect(outcome?.caught).toBe(true)
        expect(outcome?.stopped).toBe(true)
      },
    )
  })
}
