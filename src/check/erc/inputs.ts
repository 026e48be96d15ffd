import { statesOf } from "../../circuit/conductors"
import {
  bridgesOf,
  designatorOf,
  isGroundNet,
  isPowerNet,
  netName,
  pinFacts,
  pinWords,
} from "../../circuit/view"
import type { CircuitView } from "../../model/circuit-view"
import type { CheckResult, Finding } from "../../model/finding"

/** Inputs on a net that nothing drives, not even through a resistor, diode or jumper. */
export function undrivenInputs(input: CircuitView): CheckResult {
  const passes = ["resistor", "diode", "led", "fuse", "inductor"]
  const bridges = bridgesOf(input).filter(({ part }) => passes.includes(part.kind))
  const jumped = statesOf(input).flatMap(({ use, joins }) => (use === "legal" ? joins : []))
  const drives = (pin: string): boolean => {
    const role = pinFacts(input, pin)?.role
    if (role === "bidirectional") return input.firmware[pin] !== "input"
    // What a connector's pins without a role, or a part that we know nothing of, carry comes from elsewhere.
    const unknown = role === undefined || role === "passive"
    return role === "output" || role === "power-out" || (unknown && outside(pin))
  }
  const outside = (pin: string): boolean =>
    !["resistor", "capacitor", "diode", "led", "fuse", "inductor"].includes(
      input.parts.get(designatorOf(pin))?.kind ?? "other",
    )
  const driven = (net: string): boolean => {
    const seen = new Set([net])
    for (const current of seen) {
      if (isGroundNet(input, current) || isPowerNet(input, current)) return true
      if (input.nets.find(({ name }) => name === current)?.pins.some(drives)) return true
      const beyond = [
        ...bridges.filter(({ nets }) => nets.includes(current)).flatMap(({ nets }) => nets),
        ...jumped
          .map((join) => join.map((pin) => netName(input, pin)))
          .filter((ends) => ends.includes(current))
          .flat(),
      ]
      for (const next of beyond) if (next !== undefined) seen.add(next)
    }
    return false
  }
  const findings = input.nets.flatMap((net) =>
    net.pins
      .filter((pin) => pinFacts(input, pin)?.role === "input" && !driven(net.name))
      .map(
        (pin): Finding => ({
          rule: "erc/undriven-input",
          severity: "error",
          message: `nothing drives ${pinWords(input, pin)} on net ${net.name}`,
          nets: [net.name],
          parts: [pin],
        }),
      ),
  )
  return { findings }
}
