import type { CheckResult, Finding } from "../../finding"
import { between, bridgesOf, type ErcInput, netName, pinWords, withUnit } from "./view"

/** Pins that must not float: exactly one resistor of the right size to the supply. */
export function pullUps(input: ErcInput): CheckResult {
  const bridges = bridgesOf(input)
  const findings = input.intent.pullUps.flatMap(({ pin, what, to, minOhms, maxOhms }): Finding[] => {
    const net = netName(input, pin)
    const found =
      net === undefined ? [] : between(bridges, net, to).filter(({ part }) => part.kind === "resistor")
    const sound = found.filter(({ part }) => (part.ohms ?? 0) >= minOhms && (part.ohms ?? 0) <= maxOhms)
    if (found.length === 1 && sound.length === 1) return []
    const range = `${withUnit(minOhms, "ohm")} to ${withUnit(maxOhms, "ohm")}`
    const have =
      found.length === 0
        ? "has none"
        : `has ${found.map(({ part }) => `${part.designator} (${withUnit(part.ohms ?? 0, "ohm")})`).join(" and ")}`
    return [
      {
        rule: "erc/pull-up",
        severity: "error",
        message: `${pinWords(input, pin)}, ${what}, needs one resistor of ${range} to ${to}, ${have}`,
        nets: [net, to].flatMap((name) => name ?? []),
        parts: [pin, ...found.map(({ part }) => part.designator)],
        ...(found[0]?.part.ohms === undefined
          ? {}
          : { measure: { value: found[0].part.ohms, limit: minOhms, unit: "ohm" } }),
      },
    ]
  })
  return { findings }
}
