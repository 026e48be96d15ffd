import type { CheckResult, Figure, Finding } from "../../finding"
import { bridgesOf, designatorOf, type ErcInput, netFacts } from "./view"

/** What parts stand: on the nets with a stated need, across capacitors, and diodes in reverse. */
export function ratings(input: ErcInput): CheckResult {
  const { nets: needs, reverseVolts } = input.intent.ratings
  const findings: Finding[] = []
  const figures: Figure[] = []
  const need = (
    rule: string,
    part: string,
    what: string,
    volts: number | undefined,
    limit: number,
    nets: string[],
  ) => {
    figures.push({ name: `${part}: ${what}`, value: volts ?? "not stated", unit: "V", limit })
    if (volts !== undefined && volts >= limit) return
    findings.push({
      rule,
      severity: "error",
      message: `${part}: ${what} ${volts === undefined ? "is not in the catalogue" : `is ${volts} V`}, at least ${limit} V needed`,
      parts: [part],
      nets,
      ...(volts === undefined ? {} : { measure: { value: volts, limit, unit: "V" } }),
    })
  }
  for (const [net, limit] of Object.entries(needs)) {
    const pins = input.nets.find(({ names }) => names.includes(net))?.pins ?? []
    for (const designator of new Set(pins.map(designatorOf))) {
      const part = input.parts.get(designator)
      // A connector without a rating in the catalogue is metal on 2.54 mm: its insulation is the board's.
      const isPlug = part?.kind === "connector" && (part.bought ?? "connector") === "connector"
      if (part?.ratings?.maxVoltageV === undefined && isPlug) continue
      need("erc/rating", designator, `rated voltage (on ${net})`, part?.ratings?.maxVoltageV, limit, [net])
    }
  }
  for (const { part, nets } of bridgesOf(input)) {
    if (part.kind !== "capacitor") continue
    const [a, b] = nets.map((net) => netFacts(input, net))
    if (a === undefined || b === undefined) continue
    const across = Math.max(a.maxVolts - b.minVolts, b.maxVolts - a.minVolts)
    if (part.ratings?.maxVoltageV !== undefined && part.ratings.maxVoltageV >= across) continue
    need("erc/rating", part.designator, "rated voltage", part.ratings?.maxVoltageV, across, [...nets])
  }
  for (const [designator, limit] of Object.entries(reverseVolts)) {
    const volts = input.parts.get(designator)?.ratings?.reverseVoltageV
    need("erc/reverse-voltage", designator, "reverse voltage", volts, limit, [])
  }
  return { findings, figures }
}
