import { bridgesOf, netFacts } from "../../circuit/view"
import type { CircuitView } from "../../model/circuit-view"
import type { CheckResult, Finding } from "../../model/finding"

/** Capacitors stand the highest voltage that their two nets may have between them. */
export function ratings(input: CircuitView): CheckResult {
  const findings = bridgesOf(input).flatMap(({ part, nets }): Finding[] => {
    if (part.kind !== "capacitor") return []
    const [a, b] = nets.map((net) => netFacts(input, net))
    const ends = [a?.minVolts, a?.maxVolts, b?.minVolts, b?.maxVolts]
    const [aMin, aMax, bMin, bMax] = ends
    if (aMin === undefined || aMax === undefined || bMin === undefined || bMax === undefined) return []
    const across = Math.max(aMax - bMin, bMax - aMin)
    const volts = part.record.ratings?.maxVoltageV
    if (across === 0 || (volts !== undefined && volts >= across)) return []
    const subject = { rule: "erc/rating", parts: [part.designator], nets: [...nets] }
    // A plain element says no rating: whoever buys it has to know.
    if (volts === undefined) {
      const message = `${part.designator}: no rated voltage in its record, at least ${across} V needed`
      return [{ ...subject, severity: "info", message }]
    }
    return [
      {
        ...subject,
        severity: "error",
        message: `${part.designator}: rated voltage is ${volts} V, at least ${across} V needed`,
        measure: { value: volts, limit: across, unit: "V" },
      },
    ]
  })
  return { findings }
}
