import type { CheckResult } from "../../finding"
import { type BudgetInput, rounded } from "./input"

/** Level of ENABLE behind the diode, beside what the meter is said to want. */
export function enableLevel({ circuit: input }: BudgetInput): CheckResult {
  const { enable, transceiver } = input.intent.budgets
  const least = rounded(transceiver.driverVolts.least - enable.dropVolts.most)
  const typical = rounded(transceiver.driverVolts.typical - enable.dropVolts.least)
  const figures = [
    { name: `ENABLE behind ${enable.diode}, at least`, value: least, unit: "V", limit: enable.leastVolts },
    { name: `ENABLE behind ${enable.diode}, typical`, value: typical, unit: "V", limit: enable.wantedVolts },
  ]
  if (least >= enable.wantedVolts) return { findings: [], figures }
  const tooLow = least < enable.leastVolts
  return {
    findings: [
      {
        rule: "budget/enable-level",
        severity: tooLow ? "error" : "info",
        message: tooLow
          ? `ENABLE reaches ${least} V only, at least ${enable.leastVolts} V needed`
          : `ENABLE reaches ${least} to ${typical} V behind ${enable.diode}; ${enable.wantedVolts} V or more is what the meter is said to want. v2.00 has the same level and is reported to work`,
        measure: { value: least, limit: enable.wantedVolts, unit: "V" },
        parts: [enable.diode],
        nets: ["MEP_ENABLE"],
      },
    ],
    figures,
  }
}
