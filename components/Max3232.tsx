import type { ReactElement } from "react"
import type { PartProps } from "./part-props"
import { type Pin, pinAttributes, pinLabels } from "./pins"

/**
 * MAX3232, two RS-232 drivers and receivers on 3.0 to 5.5 V (Maxim 19-0273, "Pin Description"; TI SLLS410 has the
 * same pins under other names: T = D, and the number behind).
 */
export const max3232Pins: readonly Pin[] = [
  { number: 1, name: "C1+", label: "C1P", role: "passive", domains: ["charge-pump"] },
  { number: 2, name: "V+", label: "VP", role: "passive", domains: ["charge-pump"] },
  { number: 3, name: "C1-", label: "C1N", role: "passive", domains: ["charge-pump"] },
  { number: 4, name: "C2+", label: "C2P", role: "passive", domains: ["charge-pump"] },
  { number: 5, name: "C2-", label: "C2N", role: "passive", domains: ["charge-pump"] },
  { number: 6, name: "V-", label: "VN", role: "passive", domains: ["charge-pump"] },
  { number: 7, name: "T2OUT", role: "output", domains: ["rs232"] },
  { number: 8, name: "R2IN", role: "input", domains: ["rs232", "ground"] },
  { number: 9, name: "R2OUT", role: "output", domains: ["logic-3v3"] },
  { number: 10, name: "T2IN", role: "input", domains: ["logic-3v3", "ground"] },
  { number: 11, name: "T1IN", role: "input", domains: ["logic-3v3", "ground"] },
  { number: 12, name: "R1OUT", role: "output", domains: ["logic-3v3"] },
  { number: 13, name: "R1IN", role: "input", domains: ["rs232", "ground"] },
  { number: 14, name: "T1OUT", role: "output", domains: ["rs232"] },
  { number: 15, name: "GND", role: "ground", domains: ["ground"] },
  {
    number: 16,
    name: "VCC",
    role: "power-in",
    domains: ["logic-3v3"],
    attributes: { shouldHaveDecouplingCapacitor: true, recommendedDecouplingCapacitorCapacitance: "100nF" },
  },
]

/** The bus side (RS-232) is drawn on the left, logic on the right, the charge pump below the bus side. */
export function Max3232(props: PartProps): ReactElement {
  return (
    <chip
      {...props}
      pinLabels={pinLabels(max3232Pins)}
      pinAttributes={pinAttributes(max3232Pins)}
      schWidth={2}
      schPinArrangement={{
        leftSide: { direction: "top-to-bottom", pins: [14, 13, 7, 8, 1, 3, 4, 5] },
        rightSide: { direction: "top-to-bottom", pins: [16, 2, 11, 12, 10, 9, 6, 15] },
      }}
    />
  )
}
