import type { Described } from "../board/describe"
import type { Circuit } from "../circuit/elements"
import { groupBy } from "../circuit/group-by"
import { netlistOf } from "../circuit/netlist"
import { netWords } from "../circuit/view"
import type { Finding } from "../model/finding"

/**
 * The compiled circuit joins what the source joins, each net once and by its name. Every later check looks at the
 * compiled circuit alone, so what is lost on the way would be lost for good.
 */
export function asWritten({ nets: written, board }: Described, circuit: Circuit): Finding[] {
  const { nets, netOf } = netlistOf(circuit)
  const findings: Finding[] = []
  const say = (message: string, pins: readonly string[], net?: string) => {
    const line = board.lines[pins[0]?.split(".")[0] ?? ""]
    findings.push({
      rule: "circuit/net-lost",
      severity: "error",
      message,
      nets: net === undefined ? [] : [net],
      parts: pins,
      ...line,
    })
  }
  for (const [designator, pins] of written)
    for (const [number, name] of pins) {
      const pin = `${designator}.${number}`
      const net = netOf.get(pin)
      if (net?.names.includes(name) !== true)
        say(
          `${pin} is on net ${name} in the source, on ${netWords(net?.name)} in the compiled circuit`,
          [pin],
          name,
        )
    }
  for (const { names, pins } of nets)
    if (names.length === 0) say(`${pins.join(", ")} are joined without a net: give it one, "net.NAME"`, pins)
  for (const [name, group] of groupBy(nets, (net) => net.name)) {
    const pieces = group.map(({ pins }) => pins.join(", ") || "no pin")
    if (pieces.length > 1)
      say(
        `net ${name} is ${pieces.length} nets (${pieces.join("; ")}): a subcircuit keeps its nets to itself, a group does not`,
        group.flatMap(({ pins }) => pins),
        name,
      )
  }
  return findings
}
