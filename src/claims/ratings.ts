import { designatorOf } from "../circuit/view"
import type { Claim } from "../model/claim"
import type { Figure, Finding } from "../model/finding"

const id = "erc/ratings"
const title = "Voltage ratings"

/**
 * Whatever touches a net stands so many volts: parts by their records, bare metal on a connector aside. A diode stands
 * there what it stands in reverse.
 */
export const netStands = (net: string, volts: number, why: string): Claim => ({
  id,
  title,
  says: { net, volts, why },
  check: ({ circuit }) => {
    const pins = circuit.nets.find(({ names }) => names.includes(net))?.pins ?? []
    return judged(
      [...new Set(pins.map(designatorOf))].flatMap((designator) => {
        const part = circuit.parts.get(designator)
        const ratings = part?.record.ratings
        const rated = ratings?.maxVoltageV ?? ratings?.reverseVoltageV
        // A connector without a rating is metal on its pitch: its insulation is the board's.
        if (rated === undefined && (part?.kind === "connector" || part?.kind === "test-point")) return []
        return [
          {
            rule: "erc/rating",
            part: designator,
            what: `rated voltage (on ${net})`,
            rated,
            volts,
            nets: [net],
          },
        ]
      }),
    )
  },
})

/** A diode stands so many volts in reverse. */
export const standsReverse = (part: string, volts: number, why: string): Claim => ({
  id,
  title,
  says: { part, reverseVolts: volts, why },
  check: ({ circuit }) => {
    const rated = circuit.parts.get(part)?.record.ratings?.reverseVoltageV
    return judged([{ rule: "erc/reverse-voltage", part, what: "reverse voltage", rated, volts, nets: [] }])
  },
})

interface Rating {
  readonly rule: string
  readonly part: string
  readonly what: string
  readonly rated: number | undefined
  readonly volts: number
  readonly nets: readonly string[]
}

function judged(ratings: readonly Rating[]): { findings: Finding[]; figures: Figure[] } {
  return {
    figures: ratings.map(({ part, what, rated, volts }) => ({
      name: `${part}: ${what}`,
      value: rated ?? "not stated",
      unit: "V",
      limit: volts,
    })),
    findings: ratings
      .filter(({ rated, volts }) => rated === undefined || rated < volts)
      .map(({ rule, part, what, rated, volts, nets }) => ({
        rule,
        severity: "error",
        message: `${part}: ${what} ${rated === undefined ? "is not in its record" : `is ${rated} V`}, at least ${volts} V needed`,
        parts: [part],
        nets,
        ...(rated === undefined ? {} : { measure: { value: rated, limit: volts, unit: "V" } }),
      })),
  }
}
