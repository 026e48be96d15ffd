import type { CheckResult, Figure, Finding } from "../../finding"
import { between, bridgesOf, type ErcInput, netName, withUnit } from "../erc/view"
import { type BudgetInput, rounded } from "./input"

interface Wish {
  readonly rule: string
  readonly text: string
  readonly pin: string
  readonly wantedFarads: number
}

/** Capacitors that the module's maker asks for and v2.00 does without: not faults of this board, but to be known. */
export function missingCapacitors({ circuit: input }: BudgetInput): CheckResult {
  const { bulk, reset } = input.intent.budgets
  const wishes: readonly Wish[] = [
    { rule: "budget/bulk-capacitor", text: `no bulk capacitor; ${bulk.why}`, ...bulk },
    { rule: "budget/reset-capacitor", text: `no capacitor at EN; ${reset.why}`, ...reset },
  ]
  const findings: Finding[] = []
  const figures: Figure[] = []
  for (const { rule, text, pin, wantedFarads } of wishes) {
    const net = netName(input, pin) ?? ""
    const farads = faradsToGround(input, net)
    const measure = { value: rounded(farads * 1e6), limit: rounded(wantedFarads * 1e6), unit: "uF" }
    figures.push({ name: `capacitance from ${net} to ground`, ...measure })
    if (farads >= wantedFarads * (1 - 1e-9)) continue
    const have = farads === 0 ? "none" : withUnit(farads, "F")
    findings.push({
      rule,
      severity: "info",
      message: `${text}: ${have} on net ${net}, ${withUnit(wantedFarads, "F")} advised`,
      nets: [net],
      parts: [pin],
      measure,
    })
  }
  return { findings, figures }
}

const faradsToGround = (input: ErcInput, net: string): number =>
  between(bridgesOf(input), net, input.intent.ground)
    .filter(({ part }) => part.kind === "capacitor")
    .reduce((sum, { part }) => sum + (part.farads ?? 0), 0)
