import { isGroundNet } from "../circuit/view"
import type { CircuitPart, CircuitView } from "../model/circuit-view"
import type { SpiceModel } from "../model/simulation"
import { naturalOrder } from "../natural-order"
import { plainModel } from "./plain-model"

/** What has one model: a part, or all designators of a piece. */
export interface Unit {
  /** "U2"; "J1-J4" of a piece. */
  readonly name: string
  readonly parts: readonly CircuitPart[]
  readonly model: SpiceModel | undefined
}

/** The fitted parts of a circuit by unit, in natural order. */
export function unitsOf(circuit: CircuitView, notFitted: ReadonlySet<string>): Unit[] {
  const fitted = [...circuit.parts.values()]
    .filter(({ designator }) => !notFitted.has(designator))
    .sort((a, b) => naturalOrder(a.designator, b.designator))
  const pieces = new Map<string, CircuitPart[][]>()
  const units: Unit[] = []
  for (const part of fitted) {
    const { piece } = part.record
    if (piece?.spice === undefined) {
      units.push({ name: part.designator, parts: [part], model: plainModel(part.record) })
      continue
    }
    // Two of the same module are two pieces: the next part that is not in this one yet begins another.
    const groups = pieces.get(piece.id) ?? []
    const open = groups.find((group) => group.every(({ record }) => record.id !== part.record.id))
    if (open === undefined) groups.push([part])
    else open.push(part)
    pieces.set(piece.id, groups)
  }
  for (const [first, ...others] of [...pieces.values()].flat())
    if (first !== undefined) {
      const name = [first, ...others].map(({ designator }) => designator)
      units.push({
        name: others.length === 0 ? first.designator : `${name[0]}-${name[name.length - 1]}`,
        parts: [first, ...others],
        model: plainModel(first.record),
      })
    }
  return units.sort((a, b) => naturalOrder(a.name, b.name))
}

/** Net -> node of SPICE: 0 for the ground with the most pins, words for the rest, each its own. */
export function nodeNames({ nets, facts, ...circuit }: CircuitView): Map<string, string> {
  const grounds = nets
    .filter(({ name }) => isGroundNet({ nets, facts, ...circuit }, name))
    .sort((a, b) => b.pins.length - a.pins.length || naturalOrder(a.name, b.name))
  const taken = new Set(["0"])
  return new Map(
    nets.map(({ name }) => {
      if (name === grounds[0]?.name) return [name, "0"]
      // ngspice knows no capitals: two nets that differ in nothing else are two nodes all the same.
      const plain = `n_${word(name).toLowerCase()}`
      let node = plain
      for (let n = 2; taken.has(node); n++) node = `${plain}_${n}`
      taken.add(node)
      return [name, node]
    }),
  )
}

export const word = (name: string): string => name.replaceAll(/[^A-Za-z0-9]/g, "_")

/** Of a pin on no net. */
export const openNode = (pin: string): string => `open_${word(pin).toLowerCase()}`

/** Node of a pin by number, "U2.3". */
export function nodeOfPin(circuit: CircuitView, nodes: ReadonlyMap<string, string>, pin: string): string {
  const net = circuit.netOf.get(pin)
  return (net === undefined ? undefined : nodes.get(net.name)) ?? openNode(pin)
}
