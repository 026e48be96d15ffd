import type { ReactElement } from "react"
import type { PartProps } from "./part-props"
import { type Pin, pinAttributes } from "./pins"

/** Pin 1 is the cathode, as in KiCad and on the original board. */
export const diodePins: readonly Pin[] = [
  { number: 1, name: "K", role: "passive" },
  { number: 2, name: "A", role: "passive" },
]

export function Diode(props: PartProps): ReactElement {
  return (
    <diode
      {...props}
      pinLabels={{ pin1: ["cathode", "neg", "K"], pin2: ["anode", "pos", "A"] }}
      pinAttributes={pinAttributes(diodePins)}
    />
  )
}
