import type { CircuitView } from "../model/circuit-view"
import { type Conductor, conductorWords, isGround, type Situation, wiringIn } from "./conductors"
import { pinFacts, pinWords } from "./view"
import type { Violation } from "./voltage-domains"

/**
 * Wires with more than one pin that drives them: outputs, supplies, and pins the firmware makes outputs. A supply
 * tied straight to a bidirectional pin is one too: the pin's first low level is a short.
 */
export function driverConflicts(input: CircuitView, situation: Situation): Violation[] {
  return wiringIn(input, situation).conductors.flatMap((conductor) => {
    const drivers = driversOf(input, situation, conductor)
    const supplies = drivers.filter((pin) => pinFacts(input, pin)?.role === "power-out")
    const open = conductor.pins.filter(
      (pin) => pinFacts(input, pin)?.role === "bidirectional" && input.firmware[pin] === undefined,
    )
    const fighting = supplies.length > 0 ? [...drivers, ...open] : drivers
    const grounded = isGround(input, conductor) && fighting.length > 0
    if (fighting.length < 2 && !grounded) return []
    const joints = conductor.joints.length === 0 ? "" : ` through ${conductor.joints.join(", ")}`
    return [
      {
        rule: "erc/driver-conflict",
        message: `${fighting.map((pin) => pinWords(input, pin)).join(" and ")} ${fighting.length === 1 ? "drives ground" : "drive one wire"} (${conductorWords(conductor)})${joints}`,
        nets: conductor.nets.flatMap((net) => net.names),
        parts: fighting,
      },
    ]
  })
}

function driversOf(input: CircuitView, { state }: Situation, conductor: Conductor): string[] {
  const { firmware, jumper } = input
  return conductor.pins.filter((pin) => {
    const plugged = jumper?.switched.find(({ pins }) => pins.includes(pin))
    if (plugged !== undefined) return state.supplies.includes(plugged.id)
    const role = pinFacts(input, pin)?.role
    return (
      role === "output" || role === "power-out" || (role === "bidirectional" && firmware[pin] === "output")
    )
  })
}
