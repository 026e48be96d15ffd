import type { Part, Pin } from "../model/part"
import { closest } from "../project/suggest"
import type { PinNets } from "./parts"

/** tscircuit's `pinAttributes` by role, for its own pin checks. */
const roleAttributes: Record<Pin["role"], Readonly<Record<string, boolean>>> = {
  "power-in": { requiresPower: true, mustBeConnected: true },
  "power-out": { providesPower: true },
  ground: { requiresGround: true, mustBeConnected: true },
  input: { isInput: true },
  output: { isOutput: true },
  bidirectional: { isBidirectional: true },
  passive: { isPassive: true },
  "no-connect": { doNotConnect: true },
}

/** tscircuit's `pinLabels`: `pin1` -> label. Pins that share a name (GND) get their number behind it. */
export function pinLabels(pins: readonly Pin[]): Record<string, string> {
  const label = (pin: Pin) =>
    pin.label ?? pin.name.replaceAll("+", "P").replaceAll("-", "N").replace(/\W/g, "_")
  const shared = (pin: Pin) => pins.some((other) => other !== pin && label(other) === label(pin))
  return Object.fromEntries(
    pins.map((pin) => [`pin${pin.number}`, shared(pin) ? `${label(pin)}_${pin.number}` : label(pin)]),
  )
}

/** tscircuit's `pinAttributes`: `pin1` -> role. */
export const pinAttributes = (pins: readonly Pin[]): Record<string, Readonly<Record<string, boolean>>> =>
  Object.fromEntries(pins.map((pin) => [`pin${pin.number}`, roleAttributes[pin.role]]))

/**
 * Pin number -> net of one part.
 * @param say gets a line for each pin the part has not, and for each that is given two nets
 */
export function netsOfPins(
  part: Part,
  given: readonly PinNets[],
  say: (fault: string) => void,
): Map<number, string> {
  const nets = new Map<number, string>()
  for (const [key, net] of given.flatMap((pins) => Object.entries(pins))) {
    const found = part.pins.filter((pin) => pin.name === key || String(pin.number) === key)
    if (found.length === 0) {
      const names = part.pins.flatMap((pin) => [pin.name, String(pin.number)])
      const near = closest(key, names)
      say(`${part.value} has no pin "${key}"${near === undefined ? "" : `: did you mean "${near}"?`}`)
    }
    for (const { number, name } of found) {
      const other = nets.get(number)
      if (other !== undefined && other !== net) {
        say(
          `pin ${number}${name === String(number) ? "" : ` (${name})`} is on net ${other} and on net ${net}`,
        )
      }
      nets.set(number, net)
    }
  }
  return nets
}
