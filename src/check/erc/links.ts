import type { CheckResult, Finding } from "../../finding"
import type { Link } from "../circuit-intent"
import { type Bridge, bridgesOf, type ErcInput, netName, netWords, pinWords } from "./view"

/** Signal paths from pin to pin, through exactly the series parts named. */
export function links(input: ErcInput): CheckResult {
  const bridges = bridgesOf(input)
  return { findings: input.intent.links.flatMap((link) => broken(input, bridges, link)) }
}

function broken(input: ErcInput, bridges: readonly Bridge[], link: Link): Finding[] {
  const path = [link.from, ...link.through, link.to].join(" - ")
  const finding = (message: string, nets: readonly (string | undefined)[]): Finding[] => [
    {
      rule: link.rule,
      severity: "error",
      message: `${link.what} (${path}): ${message}`,
      nets: nets.flatMap((net) => net ?? []),
      parts: [link.from, ...link.through, link.to],
    },
  ]
  let net = netName(input, link.from)
  const target = netName(input, link.to)
  if (net === undefined) return finding(`${pinWords(input, link.from)} is on no net`, [target])
  for (const designator of link.through) {
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
  return finding(`${pinWords(input, link.to)} is on ${netWords(target)}, it must be on ${netWords(net)}`, [
    net,
    target,
  ])
}
