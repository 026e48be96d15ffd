import type { CheckResult, Figure, Finding } from "../../finding"
import { bridgesOf, designatorOf, type ErcInput, pinWords, withUnit } from "../erc/view"
import { type BudgetInput, rounded } from "./input"

/**
 * What the transceiver takes from its supply, A: unloaded, and twice (the charge pump doubles the voltage) what its
 * drivers give, one into an RS-232 receiver and one into ENABLE. Undefined where the catalogue lacks a figure.
 */
export function transceiverAmperes(input: ErcInput): number | undefined {
  const { part, driverVolts, enableAmperes } = input.intent.budgets.transceiver
  const { quiescentCurrentA: idle, inputResistanceMinOhm: load } = input.parts.get(part)?.ratings ?? {}
  return idle === undefined || load === undefined
    ? undefined
    : idle + 2 * (driverVolts.typical / load + enableAmperes)
}

/** The transceiver on a GPIO: current, and capacitance that the pin has to charge. */
export function transceiverSupply({ circuit: input }: BudgetInput): CheckResult {
  const { part, supply, fedBy, feedResistor, goodAmperes, maxSupplyFarads } = input.intent.budgets.transceiver
  const fed = input.variants.filter(({ notFitted }) => !notFitted.includes(feedResistor))
  if (fed.length === 0) return { findings: [] }
  const amperes = transceiverAmperes(input)
  const most = input.parts.get(designatorOf(fedBy))?.ratings?.outputCurrentA
  const farads = bridgesOf(input)
    .filter(({ part: bridge, nets }) => bridge.kind === "capacitor" && nets.includes(supply))
    .reduce((sum, { part: bridge }) => sum + (bridge.farads ?? 0), 0)
  const figures: Figure[] = [
    ...(amperes === undefined
      ? []
      : [
          {
            name: `${part} from ${pinWords(input, fedBy)} through ${feedResistor}`,
            value: rounded(amperes * 1e3),
            unit: "mA",
            limit: goodAmperes * 1e3,
          },
        ]),
    {
      name: `capacitance on ${supply}`,
      value: rounded(farads * 1e9),
      unit: "nF",
      limit: maxSupplyFarads * 1e9,
    },
  ]
  const findings: Finding[] = []
  if (amperes === undefined || most === undefined) {
    findings.push({
      rule: "budget/gpio-current",
      severity: "error",
      message: `the catalogue lacks the figures for ${part}'s current from ${pinWords(input, fedBy)}: quiescentCurrentA, inputResistanceMinOhm, outputCurrentA`,
      parts: [part, fedBy],
    })
  } else if (amperes > goodAmperes) {
    findings.push({
      rule: "budget/gpio-current",
      severity: amperes > most ? "error" : "warning",
      message: `${part} takes ${withUnit(amperes, "A")} from ${pinWords(input, fedBy)} through ${feedResistor}: at ease up to ${withUnit(goodAmperes, "A")}, ${withUnit(most, "A")} at most`,
      measure: { value: rounded(amperes * 1e3), limit: goodAmperes * 1e3, unit: "mA" },
      nets: [supply],
      parts: [part, fedBy, feedResistor],
    })
  }
  if (farads > maxSupplyFarads * (1 + 1e-9)) {
    findings.push({
      rule: "budget/gpio-capacitance",
      severity: "warning",
      message: `${withUnit(farads, "F")} on ${supply}, which ${pinWords(input, fedBy)} charges: more than ${withUnit(maxSupplyFarads, "F")} makes it dip`,
      measure: { value: rounded(farads * 1e9), limit: maxSupplyFarads * 1e9, unit: "nF" },
      nets: [supply],
    })
  }
  return { findings, figures }
}
