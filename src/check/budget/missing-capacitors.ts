import type { CheckResult, Finding } from "../../finding"
import { between, bridgesOf, type ErcInput, netName, withUnit } from "../erc/view"
import { type BudgetInput, rounded } from "./input"

/** Capacitors that the module's maker asks for and v2.00 does without: not faults of this board, but to be known. */
export function missingCapacitors({ circuit: input }: BudgetInput): CheckResult {
  const { bulk, reset } = input.intent.budgets
  const resetNet = netName(input, reset.pin) ?? ""
  const onSupply = faradsToGround(input, bulk.net)
  const onReset = faradsToGround(input, resetNet)
  const info = (rule: string, net: string, have: number, want: number, text: string): Finding[] =>
    have >= want * (1 - 1e-9)
      ? []
      : [
          {
            rule,
            severity: "info",
            message: `${text}: ${have === 0 ? "none" : withUnit(have, "F")} on net ${net}, ${withUnit(want, "F")} advised`,
            nets: [net],
            measure: { value: rounded(have * 1e6), limit: rounded(want * 1e6), unit: "uF" },
          },
        ]
  return {
    findings: [
      ...info(
        "budget/bulk-capacitor",
        bulk.net,
        onSupply,
        bulk.wantedFarads,
        `no bulk capacitor; ${bulk.why}`,
      ),
      ...info(
        "budget/reset-capacitor",
        resetNet,
        onReset,
        reset.wantedFarads,
        `no capacitor at EN; ${reset.why}`,
      ),
    ],
    figures: [
      {
        name: `capacitance from ${bulk.net} to ground`,
        value: rounded(onSupply * 1e6),
        unit: "uF",
        limit: rounded(bulk.wantedFarads * 1e6),
      },
      {
        name: `capacitance from ${resetNet} to ground`,
        value: rounded(onReset * 1e6),
        unit: "uF",
        limit: rounded(reset.wantedFarads * 1e6),
      },
    ],
  }
}

const faradsToGround = (input: ErcInput, net: string): number =>
  between(bridgesOf(input), net, input.intent.ground)
    .filter(({ part }) => part.kind === "capacitor")
    .reduce((sum, { part }) => sum + (part.farads ?? 0), 0)
