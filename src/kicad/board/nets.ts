import type { NetlistIndex } from "../../circuit/netlist"
import { naturalOrder } from "../../natural-order"
import type { CircuitFacts } from "../../schematic/facts"
import type { Sheet } from "../../schematic/sheet"
import { kicadNetName } from "../schematic/net-names"
import { type Node, quoted } from "../sexpr"

/** The nets of a KiCad board: their names are those that KiCad gives the nets of the schematic. */
export interface BoardNets {
  /** Declarations, number 0 (no net) first. */
  readonly nodes: readonly Node[]
  /** `(net 3 "/MEP_TXD")` of a net of the circuit. */
  readonly node: (net: string | undefined) => Node
  /** The same for a pin: open pins have a net of their own in KiCad. */
  readonly pinNode: (designator: string, pin: string) => Node
  /** KiCad's number and name of a net of the circuit. */
  readonly of: (net: string | undefined) => { readonly number: number; readonly name: string }
}

export function boardNets(netlist: NetlistIndex, facts: CircuitFacts, sheet: Sheet): BoardNets {
  const names = ["", ...netlist.nets.map((net) => kicadNetName(sheet, net.name)).sort(naturalOrder)]
  for (const pin of netlist.unconnected) names.push(openPinNet(pin, facts, sheet))
  const numbers = new Map(names.map((name, number) => [name, number]))
  const find = (name: string) => ({ number: numbers.get(name) ?? 0, name })
  const node = ({ number, name }: { number: number; name: string }): Node => ["net", number, quoted(name)]
  const of = (net: string | undefined) => find(net === undefined ? "" : kicadNetName(sheet, net))
  return {
    nodes: names.map((name, number) => node({ number, name })),
    of,
    node: (net) => node(of(net)),
    pinNode: (designator, pin) => {
      const id = `${designator}.${pin}`
      const net = netlist.netOf.get(id)
      return node(net ? of(net.name) : find(openPinNet(id, facts, sheet)))
    },
  }
}

/** KiCad's name of the net of a pin that nothing is joined to; its pin names are the sheet's. */
function openPinNet(id: string, facts: CircuitFacts, sheet: Sheet): string {
  const dot = id.lastIndexOf(".")
  const [designator, pin] = [id.slice(0, dot), id.slice(dot + 1)]
  const name = sheet.pinNames[designator]?.[pin] ?? facts.parts.get(designator)?.pins.get(pin)?.name ?? ""
  // KiCad keeps the slash for sheets.
  const shown = name === "" || name === pin ? "" : `${name.replaceAll("/", "{slash}")}-`
  return `unconnected-(${designator}-${shown}Pad${pin})`
}
