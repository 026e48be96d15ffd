import { type Circuit, elementsOf } from "../circuit/elements"
import { netlistOf } from "../circuit/netlist"
import { partsOf } from "../circuit/parts"
import { naturalOrder } from "../natural-order"

/** What is to be printed at one pin. */
export interface PinWord {
  readonly designator: string
  /** As the part numbers it: "3". */
  readonly pin: string
  readonly word: string
}

/** Connectors of so many pins get words: of one there is nothing to tell apart, and more than that are a list. */
const pinsWorded = { least: 2, most: 20 } as const

/** What is printed at a pin that the circuit leaves open. */
const openWord = "-"

/**
 * Words for the pins of every connector that is not in `except`: a net's name as the circuit has it, the pin's own
 * name where its net has none, its number where it has neither.
 */
export function pinWords(circuit: Circuit, except: ReadonlySet<string> = new Set()): PinWord[] {
  const netlist = netlistOf(circuit)
  const names = new Map(
    elementsOf(circuit, "source_port").map((port) => [
      netlist.pinOfSourcePort.get(port.source_port_id),
      port.name,
    ]),
  )
  const wordOf = (pin: string, number: string): string => {
    const net = netlist.netOf.get(pin)
    if (net === undefined) return openWord
    const named = net.names[0]
    if (named !== undefined) return named
    const name = names.get(pin) ?? number
    return /^(pin)?\d+$/i.test(name) ? number : name
  }
  return partsOf(circuit)
    .filter(
      ({ designator, kind, placed }) =>
        kind === "connector" && placed !== undefined && !except.has(designator),
    )
    .flatMap(({ designator }) => {
      const pins = netlist.pins
        .filter((pin) => pin.slice(0, pin.lastIndexOf(".")) === designator)
        .sort(naturalOrder)
      if (pins.length < pinsWorded.least || pins.length > pinsWorded.most) return []
      return pins.map((pin): PinWord => {
        const number = pin.slice(designator.length + 1)
        return { designator, pin: number, word: wordOf(pin, number) }
      })
    })
}
