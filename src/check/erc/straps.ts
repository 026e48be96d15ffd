import type { CheckResult, Finding } from "../../finding"
import { between, bridgesOf, designatorOf, type ErcInput, netName, pinWords, withUnit } from "./view"

/** The boot strap goes low by its jumper alone, at once, and nothing else holds it. */
export function bootStrap(input: ErcInput): CheckResult {
  const { pin, what, jumper, maxFarads } = input.intent.bootStrap
  const { ground } = input.intent
  const net = netName(input, pin)
  const findings: Finding[] = []
  const add = (message: string, parts: readonly string[]) =>
    findings.push({
      rule: "erc/boot-strap",
      severity: "error",
      message,
      nets: [net, ground].flatMap((name) => name ?? []),
      parts: [pin, ...parts],
    })
  const words = `${pinWords(input, pin)}, ${what},`
  const ends = jumper.map((end) => netName(input, end))
  const reaches = (ends[0] === net && ends[1] === ground) || (ends[1] === net && ends[0] === ground)
  if (net === undefined || !reaches || net === ground) {
    add(`${words} must reach ${ground} through the jumper ${jumper.join("-")} and only through it`, jumper)
    return { findings }
  }
  for (const { part } of between(bridgesOf(input), net, ground)) {
    if (part.kind !== "capacitor") {
      add(`${words} reaches ${ground} through ${part.designator} too: only the jumper may pull it`, [
        part.designator,
      ])
    } else if ((part.farads ?? 0) > maxFarads) {
      add(
        `${words} has ${part.designator} of ${withUnit(part.farads ?? 0, "F")} to ${ground}, at most ${withUnit(maxFarads, "F")}: it would be late at reset`,
        [part.designator],
      )
    }
  }
  return { findings }
}

/** Straps that are read low at reset: nothing pulls them to a supply, no output holds them. */
export function lowStraps(input: ErcInput): CheckResult {
  const bridges = bridgesOf(input)
  const isPower = (net: string | undefined) =>
    net !== undefined && input.intent.netFacts[net]?.kind === "power"
  const findings = input.intent.lowStraps.flatMap(({ pin, what }): Finding[] => {
    const net = netName(input, pin)
    if (net === undefined) return []
    const pulling = bridges.filter(
      ({ part, nets }) =>
        part.kind === "resistor" &&
        nets.includes(net) &&
        nets.some((other) => other !== net && isPower(other)),
    )
    if (!isPower(net) && pulling.length === 0) return []
    const by = isPower(net)
      ? `is on net ${net}`
      : `is pulled up by ${pulling.map(({ part }) => part.designator).join(", ")}`
    return [
      {
        rule: "erc/low-strap",
        severity: "error",
        message: `${pinWords(input, pin)}, ${what}, ${by}: the module would not start`,
        nets: [net],
        parts: [pin, designatorOf(pin), ...pulling.map(({ part }) => part.designator)],
      },
    ]
  })
  return { findings }
}
