import type { ReactElement } from "react"
import type { PartProps } from "./part-props"
import { type Pin, pinAttributes, pinLabels } from "./pins"

/**
 * J5, for an FTDI TTL-232R-3V3 cable or its like (FTDI DS_TTL-232R_CABLES, table 3.1), named as the board sees
 * them: 1 GND black, 2 CTS# brown, 3 VCC red (3.3 V, never 5 V), 4 cable's TXD orange, 5 cable's RXD yellow,
 * 6 RTS# green. 2 and 6 stay open: there is no automatic reset.
 */
export const programmingHeaderPins: readonly Pin[] = [
  { number: 1, name: "GND", role: "ground", domains: ["ground"] },
  { number: 2, name: "CTS", role: "passive" },
  { number: 3, name: "3V3", label: "VDD_3V3", role: "power-out", domains: ["logic-3v3"] },
  { number: 4, name: "RXD0", role: "output", domains: ["logic-3v3"] },
  { number: 5, name: "TXD0", role: "input", domains: ["logic-3v3"] },
  { number: 6, name: "RTS", role: "passive" },
]

export function ProgrammingHeader(props: PartProps): ReactElement {
  return (
    <connector
      {...props}
      pinLabels={pinLabels(programmingHeaderPins)}
      pinAttributes={pinAttributes(programmingHeaderPins)}
      schWidth={1.2}
      schPinArrangement={{ leftSide: { direction: "top-to-bottom", pins: [1, 2, 3, 4, 5, 6] } }}
    />
  )
}
