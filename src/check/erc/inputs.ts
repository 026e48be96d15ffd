import type { CheckResult, Finding } from "../../finding"
import { bridgesOf, type ErcInput, netName, netWords, pinFacts, pinWords } from "./view"

/** Unused inputs tied to ground: a floating receiver oscillates. */
export function groundedInputs(input: ErcInput): CheckResult {
  const findings = input.intent.groundedInputs.flatMap(({ pin, what }): Finding[] => {
    const net = netName(input, pin)
    if (net === input.intent.ground) return []
    return [
      {
        rule: "erc/unused-input",
        severity: "error",
        message: `${pinWords(input, pin)}, ${what}, is on ${netWords(net)}, it must be on ${input.intent.ground}`,
        nets: net === undefined ? [] : [net],
        parts: [pin],
      },
    ]
  })
  return { findings }
}

/** Inputs on a net that nothing drives, not even through a resistor, diode or jumper. */
export function undrivenInputs(input: ErcInput): CheckResult {
  const { ground, netFacts, jumper } = input.intent
  const bridges = bridgesOf(input).filter(({ part }) => part.kind === "resistor" || part.kind === "diode")
  const jumped = jumper.states.flatMap(({ use, joins }) => (use === "legal" ? joins : []))
  const drives = (pin: string): boolean => {
    const role = pinFacts(input, pin)?.role
    if (role === "bidirectional") return input.intent.firmware[pin] !== "input"
    return role === "output" || role === "power-out"
  }
  const driven = (net: string): boolean => {
    const seen = new Set([net])
    for (const current of seen) {
      if (current === ground || netFacts[current]?.kind === "power") return true
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
