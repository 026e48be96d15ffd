import { naturalOrder } from "../../natural-order"
import type { CircuitFacts } from "../facts"
import { drawnNets, netOf } from "../netlist"
import { placeParts } from "../place"
import type { At, PowerFlag, Sheet } from "../sheet"
import { gridMm } from "../sheet"
import { drawWires, segmentsOf } from "../wires"

/**
 * KiCad's rule check wants an output on every net that a power input or supply symbol is on, and does not look through
 * resistors and connectors: such a net gets a flag, on its longest level wire where it has one.
 */
export function suppliedFlags(sheet: Sheet, facts: CircuitFacts): PowerFlag[] {
  const parts = placeParts(sheet, facts)
  const wires = drawWires(sheet.wires, parts)
  const drawn = drawnNets(sheet, parts, wires)
  const roles = (net: string) =>
    (facts.nets.get(net) ?? []).map((id) => {
      const [part = "", number = ""] = id.split(".")
      return facts.parts.get(part)?.pins.get(number)?.role
    })
  return [...facts.nets.keys()].sort(naturalOrder).flatMap((net) => {
    const power = sheet.powers.find((flag) => flag.net === net)
    if (roles(net).includes("power-out") || (!power && !roles(net).includes("power-in"))) return []
    const level = drawn
      .filter((piece) => netOf(piece, facts) === net)
      .flatMap((piece) => piece.wires.flatMap((index) => segmentsOf(wires[index] ?? { points: [] })))
      .filter(({ from, to }) => from.y === to.y)
      .sort((a, b) => Math.abs(b.from.x - b.to.x) - Math.abs(a.from.x - a.to.x))
    const [longest] = level
    const middle = longest && Math.round((longest.from.x + longest.to.x) / gridMm) / 2
    const pin = parts.flatMap((part) => part.pins).find((candidate) => candidate.net === net)
    const at: At | undefined =
      middle !== undefined && longest && Math.abs(longest.from.x - longest.to.x) > gridMm
        ? [middle, Math.round((longest.from.y / gridMm) * 2) / 2]
        : (power?.at ?? (pin && [pin.end.x / gridMm, pin.end.y / gridMm]))
    return at ? [{ net, at }] : []
  })
}
