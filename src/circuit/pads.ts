import type { Point } from "../geometry/point"
import type { Shape } from "../geometry/shape"
import type { CopperLayer } from "../model/layer"
import { naturalOrder } from "../natural-order"
import { type Circuit, elementsOf } from "./elements"
import { type NetlistIndex, netlistOf } from "./netlist"
import { isCastellated, padCopper } from "./pad-copper"
import { stackIn } from "./stack"

/** One piece of a part's copper. mm, board centre = origin, y up, seen from the top. */
export interface Pad extends Point {
  /** "U2.3"; pads that share a pin share the name. Copper that is no pin has its part's name ("J6"). */
  readonly name: string
  readonly designator: string
  /** "3"; absent for copper that is no pin. */
  readonly pin?: string
  readonly layers: readonly CopperLayer[]
  readonly shape: Shape
  /** Net the circuit gives the pin; absent where it is left open. */
  readonly net?: string
  /** The plated hole: a disc, or a pill where it is a slot. */
  readonly hole?: Shape
  /** Its diameter (slots: the longer side), mm. */
  readonly drillMm?: number
  /** A half hole: the board's edge cuts it, and is meant to. */
  readonly castellated?: true
  /** How far its mask opening reaches beyond it, where the circuit says. */
  readonly maskMarginMm?: number
}

/** A pad with what is soldered, in words: "top 1.4 x 1.15 mm". Changes with size, turn, form and side, not with place. */
export interface LandedPad extends Pad {
  readonly land: string
}

/** Every pad of the board, by name, then place. @throws UserError for a pad form the project does not use. */
export function padsOf(circuit: Circuit, netlist: NetlistIndex = netlistOf(circuit)): LandedPad[] {
  const stack = stackIn(circuit)
  const sourcePort = new Map(
    elementsOf(circuit, "pcb_port").map((port) => [port.pcb_port_id, port.source_port_id]),
  )
  const name = new Map(
    elementsOf(circuit, "source_component").map((part) => [part.source_component_id, part.name]),
  )
  const designatorOf = new Map(
    elementsOf(circuit, "pcb_component").map((part) => [
      part.pcb_component_id,
      name.get(part.source_component_id),
    ]),
  )
  const found = [...elementsOf(circuit, "pcb_smtpad"), ...elementsOf(circuit, "pcb_plated_hole")].map(
    (element): LandedPad => {
      const { layers, shape, centre, land, hole, drillMm } = padCopper(element, stack)
      const pinName = netlist.pinOfSourcePort.get(sourcePort.get(element.pcb_port_id ?? "") ?? "")
      const designator =
        pinName?.slice(0, pinName.lastIndexOf(".")) ??
        designatorOf.get(element.pcb_component_id ?? "") ??
        "board"
      const net = pinName === undefined ? undefined : netlist.netOf.get(pinName)?.name
      return {
        name: pinName ?? designator,
        designator,
        ...(pinName === undefined ? {} : { pin: pinName.slice(designator.length + 1) }),
        x: centre.x,
        y: centre.y,
        layers,
        shape,
        land,
        ...(net === undefined ? {} : { net }),
        ...(hole === undefined ? {} : { hole }),
        ...(drillMm === undefined ? {} : { drillMm }),
        ...(isCastellated(element) ? { castellated: true } : {}),
        ...(element.soldermask_margin === undefined ? {} : { maskMarginMm: element.soldermask_margin }),
      }
    },
  )
  return found.sort((a, b) => naturalOrder(a.name, b.name) || a.x - b.x || a.y - b.y)
}
