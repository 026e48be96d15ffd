import type { Circuit } from "../../circuit/elements"
import { padsOf } from "../../circuit/pads"
import { gap } from "../../geometry/shape"
import type { OrderedBoard } from "../../model/order-form"

/**
 * The narrowest mask between the openings of two pads, mm to the hundredth; none where no side has two pads.
 * @param marginMm of an opening beyond its pad
 */
export function narrowestBridge(circuit: Circuit, marginMm: number): OrderedBoard["narrowestBridge"] {
  const pads = padsOf(circuit)
  let narrowest: OrderedBoard["narrowestBridge"]
  pads.forEach((a, i) => {
    for (const b of pads.slice(i + 1)) {
      if (a.name === b.name || !a.layers.some((layer) => b.layers.includes(layer))) continue
      const mm = Math.round((gap(a.shape, b.shape) - 2 * marginMm) * 100) / 100
      if (narrowest === undefined || mm < narrowest.mm) narrowest = { mm, between: `${a.name} to ${b.name}` }
    }
  })
  return narrowest
}
