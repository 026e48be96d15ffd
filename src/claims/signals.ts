import { type Bridge, bridgesOf, netName, netWords, pinWords, withUnit } from "../circuit/view"
import type { CircuitView } from "../model/circuit-view"
import type { Claim } from "../model/claim"
import type { Finding } from "../model/finding"
import { claim, netAt, pinOf } from "./claim"

/**
 * A signal path from pin to pin through exactly the two-pin parts named, in this order: `link("T2OUT to the meter",
 * "U1.T2OUT", ["R5"], "J6.5")`. Pins by their data sheet's names or numbers.
 */
export function link(
  what: string,
  from: string,
  through: readonly string[],
  to: string,
  maxOhms = linkOhms,
): Claim {
  const says = {
    what,
    path: [from, ...through, to].join(" - "),
    ...(maxOhms === linkOhms ? {} : { maxOhms }),
  }
  return claim("erc/links", "Signal paths", says, (input) => [
    ...broken(input, bridgesOf(input), what, pinOf(input, from), through, pinOf(input, to)),
    ...resisting(input, what, through, maxOhms),
  ])
}

/**
 * What may lie in a signal's way: a tenth of the lightest load, an RS-232 receiver of 3 kohm (TIA-232-F), so that no
 * level loses more than that.
 */
const linkOhms = 300

/** The resistance of all resistors in a way, together. */
function resisting(
  { parts }: CircuitView,
  what: string,
  through: readonly string[],
  maxOhms: number,
): Finding[] {
  const ohms = through.reduce((sum, name) => sum + (parts.get(name)?.ohms ?? 0), 0)
  if (ohms <= maxOhms) return []
  const names = through.filter((name) => (parts.get(name)?.ohms ?? 0) > 0)
  return [
    {
      rule: "erc/link-resistance",
      severity: "error",
      message: `${what}: ${withUnit(ohms, "ohm")} in its way (${names.join(", ")}), ${withUnit(maxOhms, "ohm")} at most`,
      measure: { value: ohms, limit: maxOhms, unit: "ohm" },
      parts: names,
    },
  ]
}

function broken(
  input: CircuitView,
  bridges: readonly Bridge[],
  what: string,
  from: string,
  through: readonly string[],
  to: string,
): Finding[] {
  const path = [from, ...through, to].join(" - ")
  const finding = (message: string, nets: readonly (string | undefined)[]): Finding[] => [
    {
      rule: "erc/link",
      severity: "error",
      message: `${what} (${path}): ${message}`,
      nets: nets.flatMap((net) => net ?? []),
      parts: [from, ...through, to],
    },
  ]
  let net = netName(input, from)
  const target = netName(input, to)
  if (net === undefined) return finding(`${pinWords(input, from)} is on no net`, [target])
  for (const designator of through) {
    const bridge = bridges.find(({ part }) => part.designator === designator)
    if (
      net === undefined ||
      bridge === undefined ||
      !bridge.nets.includes(net) ||
      bridge.nets[0] === bridge.nets[1]
    ) {
      return finding(`${designator} is not on ${netWords(net)}`, [net])
    }
    net = bridge.nets[0] === net ? bridge.nets[1] : bridge.nets[0]
  }
  if (net === target) return []
  return finding(`${pinWords(input, to)} is on ${netWords(target)}, it must be on ${netWords(net)}`, [
    net,
    target,
  ])
}

/**
 * What something from outside expects at a connector's pins: pin -> net, or null where the pin must stay open.
 * @param names what the other side calls them, for messages
 */
export function carries(
  what: string,
  part: string,
  pins: Readonly<Record<string, string | null>>,
  names: Readonly<Record<string, string>> = {},
): Claim {
  return claim("erc/headers", "Connectors carry what the other side expects", { what, part, pins }, (input) =>
    Object.entries(pins).flatMap(([number, want]): Finding[] => {
      const pin = `${part}.${number}`
      const net = netName(input, pin)
      if (net === (want ?? undefined)) return []
      const name = names[number] === undefined ? "" : ` (${names[number]})`
      const must = want === null ? "it must stay open" : `it must be on net ${want}`
      return [
        {
          rule: "erc/header",
          severity: "error",
          message: `${what}: ${pin}${name} is on ${netWords(net)}, ${must}`,
          nets: [net, want ?? undefined].flatMap((entry) => entry ?? []),
          parts: [pin],
        },
      ]
    }),
  )
}

/** A diode in a signal path: its anode is at the pin that drives it, or only the negative level would come through. */
export function anodeAt(part: string, driver: string): Claim {
  return claim("erc/diodes", "Diode direction", { part, anodeAt: driver }, (input) => {
    const drivenBy = pinOf(input, driver)
    const net = netName(input, drivenBy)
    const [anode, cathode] = ["A", "K"].map((name) => pinOf(input, `${part}.${name}`)) as [string, string]
    if (net !== undefined && netName(input, anode) === net) return []
    const reversed = net !== undefined && netName(input, cathode) === net
    return [
      {
        rule: "erc/diode-direction",
        severity: "error",
        message: reversed
          ? `${part} is the wrong way round: its cathode (${cathode}) is at ${drivenBy}, so only the negative level passes`
          : `${part}'s anode (${anode}) is not on the net of ${drivenBy}, which drives it`,
        nets: [net, netName(input, anode)].flatMap((name) => name ?? []),
        parts: [part, anode, drivenBy],
      },
    ]
  })
}

/** Two pins that must be on one net, because something outside the circuit (firmware, a plug) says so. */
export const together = (what: string, a: string, b: string): Claim => link(what, a, [], b)

/** A pin on a net of this name. */
export const onNet = (what: string, pin: string, net: string): Claim =>
  claim("erc/links", "Signal paths", { what, pin, net }, (input): Finding[] => {
    const found = netAt(input, pin)
    if (found === net) return []
    return [
      {
        rule: "erc/link",
        severity: "error",
        message: `${what}: ${pinWords(input, pinOf(input, pin))} is on ${netWords(found)}, it must be on net ${net}`,
        nets: [found, net].flatMap((name) => name ?? []),
        parts: [pinOf(input, pin)],
      },
    ]
  })
