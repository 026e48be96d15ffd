import type { ReactElement } from "react"
import type { PartProps } from "./part-props"
import { type Pin, pinAttributes, pinLabels } from "./pins"

/**
 * J7, 2 x 2: a jumper on 1-2 holds IO0 low (programming), on 3-4 feeds the board from the buck converter (running).
 * Never 1-3 (buck output onto IO0) nor 2-4 (3V3 onto ground).
 */
export const jumperBlockPins: readonly Pin[] = [
  { number: 1, name: "PROG", role: "passive", domains: ["logic-3v3"] },
  { number: 2, name: "GND", role: "ground", domains: ["ground"] },
  { number: 3, name: "BUCK", role: "passive", domains: ["logic-3v3"] },
  { number: 4, name: "RUN", role: "passive", domains: ["logic-3v3"] },
]

/** Pin pairs that a jumper may join, and those that it must not though they are as near. */
export const jumperPairs = { legal: ["1-2", "3-4"], hazard: ["1-3", "2-4"] } as const

export function JumperBlock(props: PartProps): ReactElement {
  return (
    <connector
      {...props}
      pinLabels={pinLabels(jumperBlockPins)}
      pinAttributes={pinAttributes(jumperBlockPins)}
      schWidth={1.2}
      schPinArrangement={{
        leftSide: { direction: "top-to-bottom", pins: [3, 1] },
        rightSide: { direction: "top-to-bottom", pins: [4, 2] },
      }}
    />
  )
}
