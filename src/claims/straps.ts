import {
  between,
  bridgesOf,
  designatorOf,
  isGroundNet,
  isPowerNet,
  netName,
  pinWords,
  withUnit,
} from "../circuit/view"
import type { CircuitView } from "../model/circuit-view"
import type { Claim } from "../model/claim"
import type { Finding, Severity } from "../model/finding"
import type { Need } from "../model/part"
import { claim, pinOf } from "./claim"

/** A pin must not float: exactly one resistor of this size to a supply. */
export const pullUp = (what: string, pin: string, minOhms: number, maxOhms: number): Claim =>
  claim("erc/pull-ups", "Pull-ups", { what, pin, minOhms, maxOhms }, (input) =>
    pullFaults(input, { kind: "pull-up", what, pin: pinOf(input, pin), minOhms, maxOhms }),
  )

export function pullFaults(
  input: CircuitView,
  need: Omit<Extract<Need, { readonly kind: "pull-up" | "pull-down" }>, "source" | "severity">,
  severity: Severity = "error",
): Finding[] {
  const { kind, what, pin, minOhms, maxOhms } = need
  const [isEnd, end] = kind === "pull-up" ? [isPowerNet, "its supply"] : [isGroundNet, "ground"]
  const net = netName(input, pin)
  const found = bridgesOf(input).filter(
    ({ part, nets }) =>
      part.kind === "resistor" &&
      net !== undefined &&
      nets.includes(net) &&
      nets.some((other) => other !== net && isEnd(input, other)),
  )
  const sound = found.filter(({ part }) => (part.ohms ?? 0) >= minOhms && (part.ohms ?? 0) <= maxOhms)
  if (found.length === 1 && sound.length === 1) return []
  const range = `${withUnit(minOhms, "ohm")} to ${withUnit(maxOhms, "ohm")}`
  const have =
    found.length === 0
      ? "has none"
      : `has ${found.map(({ part }) => `${part.designator} (${withUnit(part.ohms ?? 0, "ohm")})`).join(" and ")}`
  const first = found[0]?.part.ohms
  return [
    {
      rule: `erc/${kind}`,
      severity,
      message: `${pinWords(input, pin)}, ${what}, needs one resistor of ${range} to ${end}, ${have}`,
      nets: net === undefined ? [] : [net],
      parts: [pin, ...found.map(({ part }) => part.designator)],
      ...(first === undefined ? {} : { measure: { value: first, limit: minOhms, unit: "ohm" } }),
    },
  ]
}

/** Read low at reset: nothing pulls it to a supply. */
export function lowAtResetFaults(input: CircuitView, what: string, pin: string): Finding[] {
  const net = netName(input, pin)
  if (net === undefined) return []
  const pulling = bridgesOf(input).filter(
    ({ part, nets }) =>
      part.kind === "resistor" &&
      nets.includes(net) &&
      nets.some((other) => other !== net && isPowerNet(input, other)),
  )
  if (!isPowerNet(input, net) && pulling.length === 0) return []
  const by = isPowerNet(input, net)
    ? `is on net ${net}`
    : `is pulled up by ${pulling.map(({ part }) => part.designator).join(", ")}`
  return [
    {
      rule: "erc/low-strap",
      severity: "error",
      message: `${pinWords(input, pin)}, ${what}, ${by}: the part would not start`,
      nets: [net],
      parts: [pin, designatorOf(pin), ...pulling.map(({ part }) => part.designator)],
    },
  ]
}

/** A strap that goes low by its jumper alone, at once, and that nothing else holds. */
export function strapByJumper(
  what: string,
  strap: string,
  jumper: readonly [string, string],
  maxFarads: number,
): Claim {
  return claim("erc/boot-strap", "Straps set by a jumper", { what, strap, jumper, maxFarads }, (input) => {
    const pin = pinOf(input, strap)
    const net = netName(input, pin)
    const words = `${pinWords(input, pin)}, ${what},`
    const fault = (message: string, parts: readonly string[]): Finding => ({
      rule: "erc/boot-strap",
      severity: "error",
      message: `${words} ${message}`,
      nets: net === undefined ? [] : [net],
      parts: [pin, ...parts],
    })
    const ends = jumper.map((end) => netName(input, end))
    const other = ends.find((end) => end !== net)
    if (net === undefined || !ends.includes(net) || !isGroundNet(input, other) || isGroundNet(input, net)) {
      return [fault(`must reach ground through the jumper ${jumper.join("-")} and only through it`, jumper)]
    }
    const own = designatorOf(jumper[0])
    const holding = bridgesOf(input).filter(
      ({ part, nets }) =>
        part.designator !== own &&
        nets.includes(net) &&
        nets.some((end) => end !== net && isGroundNet(input, end)),
    )
    return holding.flatMap(({ part }): Finding[] => {
      if (part.kind !== "capacitor")
        return [
          fault(`reaches ground through ${part.designator} too: only the jumper may pull it`, [
            part.designator,
          ]),
        ]
      const farads = part.farads ?? 0
      if (farads <= maxFarads) return []
      const size = `${withUnit(farads, "F")} to ground, at most ${withUnit(maxFarads, "F")}`
      return [fault(`has ${part.designator} of ${size}: it would be late at reset`, [part.designator])]
    })
  })
}

/** At least so much capacitance between a pin and one of the others. */
export function capacitorFaults(
  input: CircuitView,
  need: {
    readonly what: string
    readonly pin: string
    readonly to: readonly string[]
    readonly minFarads: number
  },
  severity: Severity = "error",
): Finding[] {
  const { what, pin, to, minFarads } = need
  const net = netName(input, pin)
  const ends = to.flatMap((end) => netName(input, end) ?? [])
  const capacitors = bridgesOf(input).filter(({ part }) => part.kind === "capacitor")
  const found =
    net === undefined ? [] : ends.flatMap((end) => (end === net ? [] : between(capacitors, net, end)))
  const farads = [...new Set(found)].reduce((sum, { part }) => sum + (part.farads ?? 0), 0)
  // 100 nF given as 1e-7 and as 100e-9 differ in the last bit.
  if (farads >= minFarads * (1 - 1e-9)) return []
  const place = `from ${pinWords(input, pin)} to ${[...new Set(to)].map((end) => pinWords(input, end)).join(" or ")}`
  const names = found.map(({ part }) => part.designator)
  return [
    {
      rule: found.length === 0 ? "erc/capacitor" : "erc/capacitor-value",
      severity,
      message:
        found.length === 0
          ? `no capacitor ${place}: ${what}, ${withUnit(minFarads, "F")} ${severity === "error" ? "needed" : "advised"}`
          : `${what}, ${names.join(", ")}: ${withUnit(farads, "F")}, at least ${withUnit(minFarads, "F")} ${severity === "error" ? "needed" : "advised"} ${place}`,
      nets: [net, ...ends].flatMap((name) => name ?? []),
      parts: [pin, ...names],
      measure: { value: farads * 1e6, limit: minFarads * 1e6, unit: "uF" },
    },
  ]
}
