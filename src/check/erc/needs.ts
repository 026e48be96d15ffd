import { bridgesOf, isGroundNet, netName, pinsNamed, pinWords } from "../../circuit/view"
import { capacitorFaults, lowAtResetFaults, pullFaults } from "../../claims/straps"
import type { CircuitPart, CircuitView } from "../../model/circuit-view"
import type { CheckResult, Finding } from "../../model/finding"
import type { Need } from "../../model/part"

/** What the parts' data sheets ask of any circuit: capacitors, pull-ups, straps, unused inputs. */
export function needs(input: CircuitView): CheckResult {
  return {
    findings: [...input.parts.values()].flatMap((part) =>
      (part.record.needs ?? []).flatMap((need) =>
        faults(input, part, need).map((finding) => ({
          ...finding,
          message: `${finding.message} (${need.source})`,
        })),
      ),
    ),
  }
}

function faults(input: CircuitView, { designator }: CircuitPart, need: Need): Finding[] {
  const pin = pinsNamed(input, designator, need.pin)[0] ?? `${designator}.${need.pin}`
  switch (need.kind) {
    case "capacitor":
      return capacitorFaults(
        input,
        { ...need, pin, to: need.to.flatMap((name) => pinsNamed(input, designator, name).slice(0, 1)) },
        need.severity,
      )
    case "pull-up":
    case "pull-down":
      return pullFaults(input, { ...need, pin }, need.severity)
    case "low-at-reset":
      return lowAtResetFaults(input, need.what, pin)
    case "grounded-if-unused": {
      const used = pinsNamed(input, designator, need.output).some(
        (output) => netName(input, output) !== undefined,
      )
      const net = netName(input, pin)
      if (used || isGroundNet(input, net) || heldLow(input, net)) return []
      return [
        {
          rule: "erc/unused-input",
          severity: need.severity ?? "error",
          message: `${pinWords(input, pin)}, ${need.what}, is ${net === undefined ? "open" : `on net ${net}`}: tie it to ground`,
          nets: net === undefined ? [] : [net],
          parts: [pin],
        },
      ]
    }
  }
}

/** A resistor to ground holds an input as well. */
const heldLow = (input: CircuitView, net: string | undefined): boolean =>
  net !== undefined &&
  bridgesOf(input).some(
    ({ part, nets }) =>
      part.kind === "resistor" && nets.includes(net) && nets.some((end) => isGroundNet(input, end)),
  )
