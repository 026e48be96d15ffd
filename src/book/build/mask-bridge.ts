import { fabRule, ruleGate } from "../../../fabrication/jlcpcb/rules"
import type { Circuit } from "../../circuit/elements"
import { padsOf } from "../../circuit/pads"
import { gap } from "../../geometry/shape"

/** Why green, and when another colour will do: how wide the narrowest mask bridge is, and what green needs. */
export function maskColourWhy(circuit: Circuit): string {
  const narrowest = narrowestBridge(circuit)
  const green = `the default and the fastest; it needs mask bridges of ${fabRule("mask-bridge").fabLimit} mm`
  if (narrowest === undefined) return green
  const { mm, between } = narrowest
  return `${green}, and the narrowest here is ${mm} mm (${between}). Another colour is fine where JLCPCB's limit for it is at most that`
}

/** The narrowest mask between the openings of two pads, mm to the hundredth; none where no side has two pads. */
function narrowestBridge(circuit: Circuit): { mm: number; between: string } | undefined {
  const pads = padsOf(circuit)
  const margin = ruleGate("mask-expansion")
  let narrowest: { mm: number; between: string } | undefined
  pads.forEach((a, i) => {
    for (const b of pads.slice(i + 1)) {
      if (a.name === b.name || !a.layers.some((layer) => b.layers.includes(layer))) continue
      const mm = Math.round((gap(a.shape, b.shape) - 2 * margin) * 100) / 100
      if (narrowest === undefined || mm < narrowest.mm) narrowest = { mm, between: `${a.name} to ${b.name}` }
    }
  })
  return narrowest
}
