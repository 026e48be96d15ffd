import type { CheckResult, Finding } from "../../finding"
import { naturalOrder } from "../../natural-order"
import { designatorOf, type ErcInput, netWords, pinWords } from "./view"

/** The circuit beside its second statement: nets and pins missing, too many, or on another net. */
export function expectedNetlist(input: ErcInput): CheckResult {
  const findings: Finding[] = []
  const { netlist, netlistFile } = input.intent
  const expected = new Map(
    Object.entries(netlist).flatMap(([net, pins]) => pins.map((pin) => [pin, net] as const)),
  )
  const declared = new Set(input.nets.flatMap((net) => (net.names.length > 0 ? net.names : [net.name])))
  for (const net of Object.keys(netlist)) {
    if (declared.has(net)) continue
    findings.push({
      rule: "erc/net-missing",
      severity: "error",
      message: `net ${net} is not in the circuit; ${netlistFile} has it with ${netlist[net]?.join(", ")}`,
      nets: [net],
    })
  }
  for (const net of [...declared].sort(naturalOrder)) {
    if (net in netlist) continue
    const pins = input.nets.find((candidate) => candidate.name === net)?.pins ?? []
    findings.push({
      rule: "erc/net-extra",
      severity: "error",
      message: `net ${net} (${pins.join(", ") || "no pins"}) is not in ${netlistFile}: a slip of the pen, or add it there`,
      nets: [net],
      parts: pins,
    })
  }
  const known = new Set(input.pins)
  for (const [pin, net] of expected) {
    if (known.has(pin)) continue
    findings.push({
      rule: "erc/pin-missing",
      severity: "error",
      message: `${pinWords(input, pin)} does not exist in the circuit; it belongs on net ${net} (${netlistFile})`,
      nets: [net],
      parts: [pin],
    })
  }
  for (const pin of input.pins) {
    const want = expected.get(pin)
    const net = input.netOf.get(pin)
    if (want === undefined ? net === undefined : net?.names.includes(want)) continue
    findings.push({
      rule: "erc/wrong-net",
      severity: "error",
      message: `${pinWords(input, pin)} is on ${netWords(net?.name)}, expected ${want === undefined ? "nothing" : netWords(want)} (${netlistFile})`,
      nets: [net?.name, want].flatMap((name) => name ?? []),
      parts: [pin, designatorOf(pin)],
    })
  }
  return {
    findings,
    figures: [
      { name: "nets", value: input.nets.length, limit: Object.keys(netlist).length },
      { name: "connected pins", value: input.netOf.size, limit: expected.size },
    ],
  }
}
