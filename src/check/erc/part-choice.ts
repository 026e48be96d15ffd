import type { CheckResult } from "../../finding"
import type { ErcInput } from "./view"

/** Part numbers that look alike but do not work here. */
export function partChoice(input: ErcInput): CheckResult {
  const findings = input.intent.unfit.flatMap(({ part, mpn, why }) => {
    const chosen = input.parts.get(part)?.mpn
    if (chosen === undefined || !mpn.test(chosen)) return []
    return [
      {
        rule: "erc/part-choice",
        severity: "error" as const,
        message: `${part} is to be ${chosen}: ${why}`,
        parts: [part],
      },
    ]
  })
  return { findings }
}
