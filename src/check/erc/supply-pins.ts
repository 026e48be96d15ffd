import {
  designatorOf,
  isGroundNet,
  isPowerNet,
  netFacts,
  netName,
  netWords,
  pinWords,
} from "../../circuit/view"
import type { CircuitView } from "../../model/circuit-view"
import type { CheckResult, Finding } from "../../model/finding"
import type { PinRole } from "../../model/part"

/** Every ground pin on a ground, every supply pin on a supply of its kind; the pad must exist to be soldered. */
export function supplyPins(input: CircuitView): CheckResult {
  const existing = new Set(input.pins)
  const findings = pinsOf(input, ["ground", "power-in"]).flatMap(([pin, { role, domains }]): Finding[] => {
    const net = netName(input, pin)
    const domain = netFacts(input, net)?.domain
    const stands = domains === undefined || domain === undefined || domains.includes(domain)
    if (role === "ground" ? isGroundNet(input, net) : isPowerNet(input, net) && stands) return []
    const wanted =
      role === "ground" ? "a ground" : `a supply${domains === undefined ? "" : ` of ${domains.join(" or ")}`}`
    const words = pinWords(input, pin)
    return [
      {
        rule: "erc/supply-pin",
        severity: "error",
        message: existing.has(pin)
          ? `${words} is on ${netWords(net)}, it must be on ${wanted}`
          : `${words} is missing from the circuit, it must be on ${wanted}`,
        nets: net === undefined ? [] : [net],
        parts: [pin, designatorOf(pin)],
      },
    ]
  })
  return { findings }
}

/** Pins that the data sheet leaves open (inside, they may be the flash bus). */
export function noConnectPins(input: CircuitView): CheckResult {
  const findings = pinsOf(input, ["no-connect"]).flatMap(([pin]): Finding[] => {
    const net = netName(input, pin)
    if (net === undefined) return []
    return [
      {
        rule: "erc/no-connect",
        severity: "error",
        message: `${pinWords(input, pin)} must stay open, it is on net ${net}`,
        nets: [net],
        parts: [pin, designatorOf(pin)],
      },
    ]
  })
  return { findings }
}

/** Supply voltages within what each part stands; a switched supply may also be off. */
export function supplyRange(input: CircuitView): CheckResult {
  const findings: Finding[] = []
  const figures: { name: string; value: string }[] = []
  for (const [pin] of pinsOf(input, ["power-in"])) {
    const designator = designatorOf(pin)
    const net = netName(input, pin)
    const { supplyMinV: least, supplyMaxV: most } = input.parts.get(designator)?.record.ratings ?? {}
    const { minVolts, maxVolts, nominalVolts } = netFacts(input, net) ?? {}
    if (net === undefined || least === undefined || most === undefined) continue
    if (minVolts === undefined || maxVolts === undefined) continue
    const low = minVolts === 0 ? (nominalVolts ?? 0) : minVolts
    figures.push({ name: `${pin} on ${net}: ${low} to ${maxVolts} V`, value: `stands ${least} to ${most} V` })
    if (low >= least && maxVolts <= most) continue
    findings.push({
      rule: "budget/supply-range",
      severity: "error",
      message: `${net} may have ${low} to ${maxVolts} V, ${designator} stands ${least} to ${most} V`,
      nets: [net],
      parts: [designator],
      measure:
        low < least ? { value: low, limit: least, unit: "V" } : { value: maxVolts, limit: most, unit: "V" },
    })
  }
  return { findings, figures }
}

const pinsOf = (input: CircuitView, roles: readonly PinRole[]) =>
  [...input.parts.values()].flatMap(({ designator, record }) =>
    record.pins
      .filter(({ role }) => roles.includes(role))
      .map((pin) => [`${designator}.${pin.number}`, pin] as const),
  )
