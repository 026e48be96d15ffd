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

/** "U2.IO16" or "U2.27" -> "U2.27"; none where there is no such part or pin. */
export function pinsReferred(parts: Readonly<Record<string, Part>>, reference: string): string[] {
  const dot = reference.indexOf(".")
  const [designator, name] = [reference.slice(0, dot), reference.slice(dot + 1)]
  return (parts[designator]?.pins ?? [])
    .filter((pin) => pin.name === name || String(pin.number) === name)
    .map(({ number }) => `${designator}.${number}`)
}

/**
 * Pin number -> net of one part.
 * @param say gets a line for each pin the part has not, that could be two, has two nets, or none
 */
export function netsOfPins(
  part: Part,
  given: readonly PinNets[],
  say: (fault: string) => void,
): Map<number, string> {
  const nets = new Map<number, string>()
  for (const [key, net] of given.flatMap((pins) => Object.entries(pins))) {
    if (typeof net !== "string" || net === "") {
      say(`pin ${key} is put on ${net === "" ? "a net without a name" : String(net)}, which is no net`)
      continue
    }
    const named = part.pins.filter((pin) => pin.name === key)
    const numbered = part.pins.filter((pin) => String(pin.number) === key)
    if (named.length > 0 && numbered.some((pin) => !named.includes(pin)))
      say(`"${key}" is the name of pin ${named[0]?.number} and the number of another: which is meant?`)
    const found = [...new Set([...named, ...numbered])]
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
