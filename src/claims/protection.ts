import { bridgesOf, designatorOf, isGroundNet } from "../circuit/view"
import type { Claim } from "../model/claim"
import type { Finding } from "../model/finding"
import { claim } from "./claim"

/**
 * What comes in from outside has a fuse, and a diode to ground that takes transients. A circuit without them may be
 * accepted by name; it is never silent.
 */
export const protectedSupply = (net: string, connector: string): Claim =>
  claim("erc/protection", "Supplies from outside", { net, connector }, (input): Finding[] => {
    const bridges = bridgesOf(input)
    const at = bridges.filter(({ nets }) => nets.includes(net))
    const fuses = at.filter(({ part }) => part.kind === "fuse")
    // Behind its fuse a clamp that gives up shorts the fuse, not whoever feeds the board.
    const reached = new Set([net, ...fuses.flatMap(({ nets }) => nets)])
    const has = {
      fuse: fuses.length > 0,
      clamp: bridges.some(
        ({ part, nets }) =>
          part.kind === "diode" &&
          nets.some((other) => reached.has(other)) &&
          nets.some((other) => isGroundNet(input, other)),
      ),
    }
    const beside = [...new Set((input.netOf.get(connector)?.pins ?? []).map(designatorOf))]
    const finding = (rule: string, what: string): Finding => ({
      rule,
      severity: "warning",
      message: `${net} comes in at ${connector} without ${what} (on it: ${beside.join(", ") || "nothing"})`,
      nets: [net],
      parts: [connector],
    })
    return [
      ...(has.fuse ? [] : [finding("erc/no-fuse", "a fuse: a short behind it is the meter's to stop")]),
      ...(has.clamp
        ? []
        : [finding("erc/no-transient-protection", "a diode that takes transients to ground")]),
    ]
  })
