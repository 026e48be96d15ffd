import type { CheckResult, Finding } from "../../model/finding"
import type { Subject } from "../subject"

/** Alternatives: exactly one part of each group in every variant; everything else always. */
export function population({
  view: input,
  board: { exactlyOne },
}: Pick<Subject, "view" | "board">): CheckResult {
  const alternatives = new Set(exactlyOne.flat())
  const findings = input.variants.flatMap((variant): Finding[] => {
    const groups = exactlyOne.flatMap((group): Finding[] => {
      const fitted = group.filter((part) => input.parts.has(part) && !variant.notFitted.includes(part))
      if (fitted.length === 1) return []
      return [
        {
          rule: "erc/exactly-one",
          severity: "error",
          message: `variant ${variant.name} fits ${fitted.length === 0 ? "none" : fitted.join(" and ")} of ${group.join(", ")}: exactly one is needed`,
          parts: group,
        },
      ]
    })
    const missing = variant.notFitted
      .filter((part) => !alternatives.has(part))
      .map(
        (part): Finding => ({
          rule: "erc/part-not-fitted",
          severity: "error",
          message: input.parts.has(part)
            ? `variant ${variant.name} leaves ${part} empty: the circuit does not work without it`
            : `variant ${variant.name} leaves ${part} empty, and there is no such part`,
          parts: [part],
        }),
      )
    return [...groups, ...missing]
  })
  return { findings }
}
