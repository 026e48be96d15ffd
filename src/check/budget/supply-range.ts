import type { CheckResult, Figure, Finding } from "../../finding"
import { designatorOf, netFacts } from "../erc/view"
import type { BudgetInput } from "./input"

/** The voltages a supply net may have, within what each part on it stands; a switched supply may also be off. */
export function supplyRange({ circuit: input }: BudgetInput): CheckResult {
  const findings: Finding[] = []
  const figures: Figure[] = []
  for (const [pin, net] of Object.entries(input.intent.supplyPins)) {
    const designator = designatorOf(pin)
    const { supplyMinV: least, supplyMaxV: most } = input.parts.get(designator)?.ratings ?? {}
    const facts = netFacts(input, net)
    if (least === undefined || most === undefined || facts === undefined) continue
    const low = facts.minVolts === 0 ? (facts.nominalVolts ?? 0) : facts.minVolts
    figures.push({
      name: `${pin} on ${net}: ${low} to ${facts.maxVolts} V`,
      value: `stands ${least} to ${most} V`,
    })
    if (low >= least && facts.maxVolts <= most) continue
    findings.push({
      rule: "budget/supply-range",
      severity: "error",
      message: `${net} may have ${low} to ${facts.maxVolts} V, ${designator} stands ${least} to ${most} V`,
      nets: [net],
      parts: [designator],
      measure:
        low < least
          ? { value: low, limit: least, unit: "V" }
          : { value: facts.maxVolts, limit: most, unit: "V" },
    })
  }
  return { findings, figures }
}
