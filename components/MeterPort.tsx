import type { ReactElement } from "react"
import type { PartProps } from "./part-props"
import { type Pin, pinAttributes, pinLabels } from "./pins"

/**
 * J6, the meter's Multipurpose Expansion Port. The header counts odd and even, the meter's documents count rows
 * of three: official 1, 2, 3 are J6 pins 1, 3, 5 and official 4, 5, 6 are J6 pins 2, 4, 6 (dabbler.dk, 2021-10-27,
 * "Dabbling the hardware v1.00"). Names are the meter's: TXD is what it receives, RXD what it sends.
 */
export const meterPortPins: readonly Pin[] = [
  { number: 1, name: "GND", role: "ground", domains: ["ground"] },
  { number: 2, name: "RXD", role: "output", domains: ["rs232"] },
  { number: 3, name: "ENABLE", role: "input", domains: ["rs232"] },
  { number: 4, name: "+24V", label: "VDD_24V", role: "power-out", domains: ["meter-24v"] },
  { number: 5, name: "TXD", role: "input", domains: ["rs232"] },
  { number: 6, name: "NC", role: "no-connect" },
]

/** J6 pin -> official MEP pin. */
export const officialMepPin: Readonly<Record<number, number>> = { 1: 1, 3: 2, 5: 3, 2: 4, 4: 5, 6: 6 }

export function MeterPort(props: PartProps): ReactElement {
  return (
    <connector
      {...props}
      pinLabels={pinLabels(meterPortPins)}
      pinAttributes={pinAttributes(meterPortPins)}
      schWidth={1.2}
      schPinArrangement={{ rightSide: { direction: "top-to-bottom", pins: [4, 3, 5, 2, 6, 1] } }}
    />
  )
}
