import type { ReactElement } from "react"
import { buckModule } from "../buck-geometry"
import { type Segment, SilkLines } from "./Silk"
import { SmdPad } from "./SmdPad"

/**
 * One corner of the buck module for the solder side: its 4 x 4 mm pad, and the quarter of the module's outline and
 * courtyard that belongs to it. Four of them are the module.
 *
 * @param right seen from the top, whether the corner is on the module's right.
 * @param upper whether it is on the module's upper side.
 */
export function BuckPadLand(props: { readonly right: boolean; readonly upper: boolean }): ReactElement {
  const { pitchX, pitchY, padMm, edgeX } = buckModule
  // A bottom part is mirrored left to right: what is on the right seen from the top is drawn on the left here.
  const outX = props.right ? -1 : 1
  const outY = props.upper ? 1 : -1
  const edgeY = props.upper ? buckModule.edgeUpper : buckModule.edgeLower
  // Quarters keep 0.01 mm apart: edges that touch would count as an overlap.
  const x = [-outX * (pitchX / 2 - 0.01), outX * edgeX] as const
  const y = [-outY * (pitchY / 2 - 0.01), outY * edgeY] as const
  // 0.3 mm outside the module, so that it shows beside the module and clears the pads' openings; but inside it on
  // the upper side, where the module reaches the board's edge.
  const lineX = outX * (edgeX + 0.3)
  const lineY = outY * (edgeY + (props.upper ? -0.3 : 0.3))
  const outline: readonly Segment[] = [
    [lineX, -outY * (pitchY / 2), lineX, lineY],
    [lineX, lineY, -outX * (pitchX / 2), lineY],
  ]
  return (
    <footprint insertionDirection="from_above">
      <SmdPad pin={1} x={0} y={0} width={padMm} height={padMm} paste="none" />
      <SilkLines segments={outline} />
      <courtyardoutline
        outline={[
          { x: x[0], y: y[0] },
          { x: x[1], y: y[0] },
          { x: x[1], y: y[1] },
          { x: x[0], y: y[1] },
        ]}
        layer="top"
      />
    </footprint>
  )
}
