import type { Part } from "../model/part"
import type { SpiceModel } from "../model/simulation"

const ideal = { pins: ["1", "2"], source: "its value" } as const

/**
 * The model of a part whose record brings none: that of its value, or none at all where it is contacts or a mark. Of
 * anything else nothing is known, and that is a fault of its record.
 */
export function plainModel({ kind, spice, piece, pins }: Part): SpiceModel | undefined {
  const own = piece?.spice ?? spice
  if (own !== undefined) return own
  if (kind === "resistor" && pins.length === 2) return { ...ideal, body: ["Rvalue p1 p2 {value}"] }
  if (kind === "capacitor" && pins.length === 2)
    return {
      ...ideal,
      body: ["Cvalue p1 x {value}", "Rloss x p2 0.01"],
      without: "loss of capacitance under voltage: its record says nothing of it",
    }
  if (kind === "inductor" && pins.length === 2)
    return { ...ideal, body: ["Lvalue p1 x {value}", "Rwire x p2 0.05"], without: "saturation" }
  if (kind === "connector") return { leftOut: "contacts: what is plugged in is said by the scenario" }
  if (kind === "test-point") return { leftOut: "a bare pad" }
  return undefined
}
