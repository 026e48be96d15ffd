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
    if (volts === undefined || volts >= across) return []
    return [
      {
        rule: "erc/rating",
        severity: "error",
        message: `${part.designator}: rated voltage is ${volts} V, at least ${across} V needed`,
        parts: [part.designator],
        nets: [...nets],
        measure: { value: volts, limit: across, unit: "V" },
      },
    ]
  })
  return { findings }
}
