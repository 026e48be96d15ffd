import type { CheckResult, Finding } from "../../finding"
import { netFacts, withUnit } from "../erc/view"
import { type BudgetInput, rounded } from "./input"
import { transceiverAmperes } from "./transceiver"

/** What the meter gives, at the converter's efficiency, beside what the board takes on average. */
export function meterPower({ circuit: input }: BudgetInput): CheckResult {
  const { watts, converter, supply, module, moduleAmperes } = input.intent.budgets.meter
  const efficiency = input.parts.get(converter)?.assumed?.efficiency?.value
  const volts = netFacts(input, supply)?.nominalVolts
  if (efficiency === undefined || volts === undefined) {
    return {
      findings: [
        {
          rule: "budget/meter-power",
          severity: "error",
          message: `no efficiency of ${converter} in the catalogue, or no nominal voltage of ${supply}: the meter's ${watts} W cannot be held against anything`,
          nets: [supply],
          parts: [converter],
        },
      ],
    }
  }
  const allowed = (watts * efficiency) / volts
  const used = moduleAmperes + (transceiverAmperes(input) ?? 0)
  const findings: Finding[] =
    used <= allowed
      ? []
      : [
          {
            rule: "budget/meter-power",
            severity: "error",
            message: `${module} and the transceiver take ${withUnit(used, "A")} on average at ${volts} V; ${watts} W from the meter at ${efficiency * 100} % allow ${withUnit(allowed, "A")}`,
            measure: { value: rounded(used * 1e3), limit: rounded(allowed * 1e3), unit: "mA" },
            nets: [supply],
            parts: [module, converter],
          },
        ]
  return {
    findings,
    figures: [
      {
        name: `average current on ${supply} that ${watts} W allow at ${efficiency * 100} %`,
        value: rounded(allowed * 1e3),
        unit: "mA",
      },
      {
        name: `average current of ${module} receiving, and the transceiver`,
        value: rounded(used * 1e3),
        unit: "mA",
        limit: rounded(allowed * 1e3),
      },
      {
        name: "power from the meter at that current",
        value: rounded((used * volts) / efficiency),
        unit: "W",
        limit: watts,
      },
    ],
  }
}
