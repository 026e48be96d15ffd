import type { CheckResult, Finding } from "../../finding"
import { type ErcInput, netName } from "./view"

/** A diode in a signal path: anode at the driver, or only its negative level would come through. */
export function diodeDirection(input: ErcInput): CheckResult {
  const findings = input.intent.diodes.flatMap(({ part, anode, drivenBy }): Finding[] => {
    const driver = netName(input, drivenBy)
    const pin = `${part}.${anode}`
    const net = netName(input, pin)
    if (driver !== undefined && net === driver) return []
    const cathode = `${part}.${3 - anode}`
    const reversed = netName(input, cathode) === driver && driver !== undefined
    return [
      {
        rule: "erc/diode-direction",
        severity: "error",
        message: reversed
          ? `${part} is the wrong way round: its cathode (${cathode}) is at ${drivenBy}, so only the negative level passes`
          : `${part}'s anode (${pin}) is not on the net of ${drivenBy}, which drives it`,
        nets: [driver, net].flatMap((name) => name ?? []),
        parts: [part, pin, drivenBy],
      },
    ]
  })
  return { findings }
}
