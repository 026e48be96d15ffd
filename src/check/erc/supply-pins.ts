import type { CheckResult, Finding } from "../../finding"
import { designatorOf, type ErcInput, netName, netWords, pinWords } from "./view"

/** Every ground pin on ground, every supply pin on its supply; the pad must exist to be soldered. */
export function supplyPins(input: ErcInput): CheckResult {
  const { ground, pins, supplyPins: supplies } = input.intent
  const existing = new Set(input.pins)
  const grounds = Object.entries(pins).flatMap(([designator, list]) =>
    list
      .filter(({ role }) => role === "ground")
      .map(({ number }) => [`${designator}.${number}`, ground] as const),
  )
  const findings = [...grounds, ...Object.entries(supplies)].flatMap(([pin, want]): Finding[] => {
    const net = netName(input, pin)
    if (net === want) return []
    const words = pinWords(input, pin)
    return [
      {
        rule: "erc/supply-pin",
        severity: "error",
        message: existing.has(pin)
          ? `${words} is on ${netWords(net)}, it must be on ${want}`
          : `${words} is missing from the circuit, it must be on ${want}`,
        nets: [net, want].flatMap((name) => name ?? []),
        parts: [pin, designatorOf(pin)],
      },
    ]
  })
  return { findings }
}

/** Pins that the data sheet leaves open (inside, they may be the flash bus). */
export function noConnectPins(input: ErcInput): CheckResult {
  const findings = Object.entries(input.intent.pins).flatMap(([designator, list]) =>
    list
      .filter(({ role }) => role === "no-connect")
      .flatMap(({ number }): Finding[] => {
        const pin = `${designator}.${number}`
        const net = netName(input, pin)
        if (net === undefined) return []
        return [
          {
            rule: "erc/no-connect",
            severity: "error",
            message: `${pinWords(input, pin)} must stay open, it is on net ${net}`,
            nets: [net],
            parts: [pin, designator],
          },
        ]
      }),
  )
  return { findings }
}
