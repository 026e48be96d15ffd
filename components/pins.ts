import type { ChipProps } from "tscircuit"
import type { VoltageDomain } from "./nets"

type PinAttributeMap = NonNullable<ChipProps["pinAttributes"]>[string]

export type PinRole =
  | "power-in"
  | "power-out"
  | "ground"
  | "input"
  | "output"
  | "bidirectional"
  | "passive"
  | "no-connect"

/** One pin as its data sheet has it. */
export interface Pin {
  readonly number: number
  /** As the data sheet spells it. */
  readonly name: string
  /** The name in letters, digits and `_`, which is all tscircuit takes; absent where `name` is one already. */
  readonly label?: string
  readonly role: PinRole
  /** The domains that this pin stands; absent: any (a resistor's end, a header's pin). */
  readonly domains?: readonly VoltageDomain[]
  /** More of tscircuit's attributes. */
  readonly attributes?: PinAttributeMap
}

const roleAttributes: Record<PinRole, PinAttributeMap> = {
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
  const label = (pin: Pin) => pin.label ?? pin.name
  const shared = (pin: Pin) => pins.some((other) => other !== pin && label(other) === label(pin))
  return Object.fromEntries(
    pins.map((pin) => [`pin${pin.number}`, shared(pin) ? `${label(pin)}_${pin.number}` : label(pin)]),
  )
}

/** tscircuit's `pinAttributes`: `pin1` -> role, for its own pin checks. */
export function pinAttributes(pins: readonly Pin[]): Record<string, PinAttributeMap> {
  return Object.fromEntries(
    pins.map((pin) => [`pin${pin.number}`, { ...roleAttributes[pin.role], ...pin.attributes }]),
  )
}
