import { netName, netWords } from "../circuit/view"
import type { Claim } from "../model/claim"
import type { Finding } from "../model/finding"
import { naturalOrder } from "../natural-order"
import { claim, pinOf } from "./claim"

/** A netlist that somebody else drew: net names (theirs) -> pins, and the pins they left open. */
export interface OriginalNetlist {
  readonly title: string
  readonly nets: Readonly<Record<string, readonly string[]>>
  readonly unconnected: readonly string[]
}

/**
 * The circuit joins the same pins as an original does, whatever the nets are called and whatever else hangs on them:
 * a second opinion by another hand.
 * @param deviations pins (by name or number) that differ on purpose, each with its reason
 */
export function joinsAs(original: OriginalNetlist, deviations: Readonly<Record<string, string>> = {}): Claim {
  const says = { original: original.title, deviations }
  return claim("erc/original", `Pins joined as on ${original.title}`, says, (input) => {
    const pins = [...Object.values(original.nets).flat(), ...original.unconnected]
    const moved = new Set(Object.keys(deviations).map((pin) => pinOf(input, pin)))
    const theirs = new Set(pins.filter((pin) => !moved.has(pin)))
    const findings: Finding[] = []
    const say = (message: string, parts: readonly string[], nets: readonly (string | undefined)[]) =>
      findings.push({
        rule: "erc/original",
        severity: "error",
        message,
        parts,
        nets: nets.flatMap((net) => net ?? []),
      })
    const ownerOf = new Map<string, string>()
    for (const [name, members] of Object.entries(original.nets)) {
      const here = members.filter((pin) => theirs.has(pin))
      for (const pin of here) ownerOf.set(pin, name)
      const most = mostCommon(here.map((pin) => netName(input, pin)))
      for (const pin of here) {
        const net = netName(input, pin)
        if (net !== undefined && net === most) continue
        const others = here.filter((other) => other !== pin).join(", ")
        say(
          `${pin} is on ${netWords(net)}; ${original.title} joins it with ${others} (${netWords(most)})`,
          [pin],
          [net, most],
        )
      }
    }
    // Pins that the original keeps apart: another net's, or open ones.
    for (const net of input.nets) {
      const here = net.pins.filter((pin) => theirs.has(pin))
      const groups = new Map<string, string[]>()
      for (const pin of here) {
        const owner = ownerOf.get(pin) ?? pin
        groups.set(owner, [...(groups.get(owner) ?? []), pin])
      }
      if (groups.size < 2) continue
      const words = [...groups.values()].map((list) => list.sort(naturalOrder).join(", ")).sort(naturalOrder)
      say(`net ${net.name} joins ${words.join(" with ")}, which ${original.title} keeps apart`, here, [
        net.name,
      ])
    }
    return findings
  })
}

function mostCommon(names: readonly (string | undefined)[]): string | undefined {
  const counts = new Map<string, number>()
  for (const name of names) if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || naturalOrder(a[0], b[0]))[0]?.[0]
}
