import type { CheckResult, Finding } from "../../finding"
import { between, bridgesOf, type ErcInput, netName, pinWords, withUnit } from "./view"

/** Capacitors an IC needs: in the right place, and large enough at the catalogue's tolerance-free value. */
export function neededCapacitors(input: ErcInput): CheckResult {
  const bridges = bridgesOf(input).filter(({ part }) => part.kind === "capacitor")
  const findings = input.intent.capacitors.flatMap(({ what, from, to, minFarads }): Finding[] => {
    const net = netName(input, from)
    const ends = to.flatMap((end) => netName(input, end) ?? [])
    const found =
      net === undefined ? [] : ends.flatMap((end) => (end === net ? [] : between(bridges, net, end)))
    const farads = found.reduce((sum, { part }) => sum + (part.farads ?? 0), 0)
    const place = `${pinWords(input, from)} to ${to.map((end) => pinWords(input, end)).join(" or ")}`
    const common = {
      severity: "error",
      nets: [net, ...ends].flatMap((name) => name ?? []),
      parts: [from, ...to, ...found.map(({ part }) => part.designator)],
    } as const
    if (found.length === 0) {
      return [{ rule: "erc/capacitor", message: `no capacitor from ${place}: ${what}`, ...common }]
    }
    // 100 nF given as 1e-7 and as 100e-9 differ in the last bit.
    if (farads >= minFarads * (1 - 1e-9)) return []
    return [
      {
        rule: "erc/capacitor-value",
        message: `${what}, ${found.map(({ part }) => part.designator).join(", ")}: ${withUnit(farads, "F")}, at least ${withUnit(minFarads, "F")} needed from ${place}`,
        measure: { value: farads, limit: minFarads, unit: "F" },
        ...common,
      },
    ]
  })
  return { findings }
}
