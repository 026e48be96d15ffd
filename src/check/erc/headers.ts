import type { CheckResult, Finding } from "../../finding"
import { type ErcInput, netName, netWords } from "./view"

/** Headers that something from outside plugs into: each pin carries what the other side expects there. */
export function headers(input: ErcInput): CheckResult {
  const findings = input.intent.headers.flatMap(({ rule, what, pins }) =>
    Object.entries(pins).flatMap(([pin, { name, net: want }]): Finding[] => {
      const net = netName(input, pin)
      if (net === want) return []
      return [
        {
          rule,
          severity: "error",
          message: `${what}: ${pin} (${name}) is on ${netWords(net)}, ${want === undefined ? "it must stay open" : `it must be on net ${want}`}`,
          nets: [net, want].flatMap((entry) => entry ?? []),
          parts: [pin],
        },
      ]
    }),
  )
  return { findings }
}
