import type { ReactElement } from "react"
import type { PartProps } from "./part-props"
import { type Pin, pinAttributes, pinLabels } from "./pins"

export type BuckPad = "J1" | "J2" | "J3" | "J4"

/** The module's four corners by the pads' designators; each pad is its part's pin 1. */
export const buckPins: Readonly<Record<BuckPad, Pin>> = {
  J1: { number: 1, name: "VIN-", label: "VIN_NEG", role: "ground", domains: ["ground"] },
  J2: { number: 1, name: "VIN+", label: "VIN_POS", role: "power-in", domains: ["meter-24v"] },
  J3: { number: 1, name: "OUT-", label: "OUT_NEG", role: "ground", domains: ["ground"] },
  J4: { number: 1, name: "OUT+", label: "OUT_POS", role: "power-out", domains: ["logic-3v3"] },
}

/**
 * The buck module, 24 V to 3.4-3.5 V (XL1509-ADJ, 23 x 17 mm, soldered flat onto four pads). One part to buy and to
 * fit; four parts to tscircuit, because every pad has a designator of its own.
 */
export function BuckConverter(props: { readonly pads: Readonly<Record<BuckPad, PartProps>> }): ReactElement {
  return (
    <>
      {(Object.keys(buckPins) as BuckPad[]).map((name) => (
        <connector
          {...props.pads[name]}
          key={name}
          pinLabels={pinLabels([buckPins[name]])}
          pinAttributes={pinAttributes([buckPins[name]])}
          schWidth={1}
          schPinArrangement={
            name === "J1" || name === "J2"
              ? { leftSide: { direction: "top-to-bottom", pins: [1] } }
              : { rightSide: { direction: "top-to-bottom", pins: [1] } }
          }
        />
      ))}
    </>
  )
}
