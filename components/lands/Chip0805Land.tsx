import type { ReactElement } from "react"
import { type Segment, SilkLines } from "./Silk"
import { SmdPad } from "./SmdPad"

/**
 * 0805 (2012 metric) with room for a soldering iron: pads 1.15 x 1.40 mm, 2.05 mm apart, courtyard 0.25 mm round
 * them. The numbers of KiCad 5's `*_0805_2012Metric_Pad1.15x1.40mm_HandSolder`, which the original board uses for
 * resistors, capacitors and the diode; its pads have rounded corners.
 */
export const chip0805 = { padX: 1.025, padWidth: 1.15, padHeight: 1.4 } as const

const ticks: readonly Segment[] = [
  [-0.15, 0.71, 0.15, 0.71],
  [-0.15, -0.71, 0.15, -0.71],
]

const cathodeBar: Segment = [-1.9, -0.7, -1.9, 0.7]

/** Pin 1 left, pin 2 right. `cathodeMark` draws the bar beside pin 1 that a diode's cathode gets. */
export function Chip0805Land(props: { readonly cathodeMark?: boolean }): ReactElement {
  const { padX, padWidth, padHeight } = chip0805
  return (
    <footprint>
      <SmdPad pin={1} x={-padX} y={0} width={padWidth} height={padHeight} paste="full" />
      <SmdPad pin={2} x={padX} y={0} width={padWidth} height={padHeight} paste="full" />
      <SilkLines segments={props.cathodeMark === true ? [...ticks, cathodeBar] : ticks} />
      <courtyardrect width={3.7} height={1.9} layer="top" />
    </footprint>
  )
}
