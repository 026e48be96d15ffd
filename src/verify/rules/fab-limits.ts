import { looseness, ruleIds } from "../../model/fab-rule"
import type { Finding } from "../../model/finding"
import type { FileRule, VerifyInput } from "../rule"

const id = "fab/published-limit"

/** What the fab publishes and what this project asks are two statements: the second is never below the first. */
export const fabLimits = {
  id: "fab/limits",
  title: "our limits keep those the fab publishes",
  check: ({ limit }: Pick<VerifyInput, "limit">) => ({
    findings: ruleIds.flatMap((name): Finding[] => {
      const rule = limit(name)
      const says = looseness(rule)
      if (says === undefined) return []
      return [
        {
          rule: id,
          severity: "error",
          message: `limit ${name}, ${rule.title}: ${says} (${rule.source}): put it back`,
          ...(rule.gate.error === undefined || rule.fabLimit === undefined
            ? {}
            : { measure: { value: rule.gate.error, limit: rule.fabLimit, unit: rule.unit } }),
        },
      ]
    }),
  }),
} satisfies FileRule
