import { resistanceBetween } from "../../circuit/resistance"
import type { CheckResult, Figure, Finding } from "../../finding"
import { netName } from "../erc/view"
import { type BudgetInput, rounded } from "./input"

/** Voltage lost in the copper between the converter's output and the module, from the tracks as they are. */
export function supplyDrop({ circuit: input, copper, process }: BudgetInput): CheckResult {
  const { from, jumper, to, amperes, maxDropVolts } = input.intent.budgets.supplyPath
  const legs = [
    [from, jumper[0]],
    [jumper[1], to],
  ] as const
  const findings: Finding[] = []
  const figures: Figure[] = []
  let ohms = 0
  for (const [a, b] of legs) {
    const net = netName(input, a)
    const path =
      net === undefined || netName(input, b) !== net
        ? undefined
        : resistanceBetween(copper, net, a, b, process)
    if (path === undefined) {
      findings.push({
        rule: "budget/supply-path",
        severity: "error",
        message: `no copper of net ${net ?? "(none)"} leads from ${a} to ${b}: the module has no supply`,
        nets: net === undefined ? [] : [net],
        parts: [a, b],
      })
      continue
    }
    ohms += path.ohms
    figures.push({
      name: `${a} to ${b} (${net}): copper of ${path.mainLengthMm.toFixed(1)} mm, ${path.viasPassed} vias, narrowest ${path.narrowest?.widthMm ?? 0} mm`,
      value: rounded(path.ohms * 1e3),
      unit: "mOhm",
    })
  }
  if (findings.length > 0) return { findings, figures }
  const drop = ohms * amperes
  figures.push(
    { name: `${from} to ${to}, copper only`, value: rounded(ohms * 1e3), unit: "mOhm" },
    {
      name: `drop from ${from} to ${to} at ${amperes} A`,
      value: rounded(drop * 1e3),
      unit: "mV",
      limit: maxDropVolts * 1e3,
    },
  )
  if (drop < maxDropVolts) return { findings, figures }
  const nets = legs.flatMap(([a]) => netName(input, a) ?? [])
  findings.push({
    rule: "budget/supply-drop",
    severity: "error",
    message: `${rounded(drop * 1e3)} mV are lost from ${from} to ${to} at ${amperes} A (${rounded(ohms * 1e3)} mOhm), less than ${maxDropVolts * 1e3} mV allowed: wider or shorter tracks on ${nets.join(" and ")}`,
    measure: { value: rounded(drop * 1e3), limit: maxDropVolts * 1e3, unit: "mV" },
    nets,
    parts: [from, to],
  })
  return { findings, figures }
}
