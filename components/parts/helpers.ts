import { UserError } from "../../src/model/finding"
import type { OrderNumber, Part, PartClass, Pin, PinRole } from "../../src/model/part"

type Trust = "high" | "medium-high" | "medium"

/** An LCSC number, which is JLCPCB's. */
export const lcsc = (
  number: string,
  type: PartClass,
  evidence: string,
  trust: Trust = "high",
): Part["numbers"] => ({ jlcpcb: { number, class: type, trust, evidence } satisfies OrderNumber })

/** A dated public list of JLCPCB's Basic and Preferred parts, each with its ratings as LCSC has them. */
export const listed = "CDFER/JLCPCB-Kicad-Library of 2026-08-08"

/** What the whole of a maker's number looks like, and where the maker says so. */
export const family = (pattern: string, source: string): NonNullable<Part["ordering"]> => ({
  pattern,
  source,
})

/** No number at JLCPCB, and why. */
export const noNumber = (none: string): Part["numbers"] => ({ jlcpcb: { none } })

export const machine = { by: "machine" } as const
export const byHand = (reason: string): Part["assembly"] => ({ by: "hand", reason })

/** The two ends of a part without polarity. */
export const ends: readonly Pin[] = [1, 2].map((number) => ({
  number,
  name: String(number),
  role: "passive",
}))

/** Pin 1 is the cathode, as in KiCad; our lands have the bar beside it. */
export const cathodeAnode: readonly Pin[] = [
  { number: 1, name: "K", role: "passive" },
  { number: 2, name: "A", role: "passive" },
]

/** One pin as a data sheet's table has it; `label` where the name has characters that tscircuit refuses. */
export const pin = (
  number: number,
  name: string,
  role: PinRole,
  domains?: readonly string[],
  label?: string,
): Pin => ({
  number,
  name,
  ...(label === undefined ? {} : { label }),
  role,
  ...(domains === undefined ? {} : { domains }),
})

/**
 * A copy of a part whose pins have other names, roles or domains: a header that a circuit gives a meaning. Pins that
 * are not named stay as they are; `changes` replaces what else is different (id, notes, texts).
 * @throws UserError for a pin that the part does not have.
 */
export function named(
  part: Part,
  pins: Readonly<Record<number, string | Partial<Omit<Pin, "number">>>>,
  changes: Partial<Part> = {},
): Part {
  const unknown = Object.keys(pins).find((number) => !part.pins.some((one) => one.number === Number(number)))
  if (unknown !== undefined) throw new UserError(`${part.id} has no pin ${unknown} to give a name to`)
  const { pinout: _others, ...rest } = part
  return {
    ...rest,
    pins: part.pins.map((one) => {
      const change = pins[one.number]
      return { ...one, ...(typeof change === "string" ? { name: change } : change) }
    }),
    ...changes,
  }
}
