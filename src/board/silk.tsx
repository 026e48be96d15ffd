import type { ReactElement } from "react"
import type { SilkItem, SilkText } from "../model/silk"
import { silkFont } from "./silk-items"

/**
 * One piece of a board's silkscreen. Texts are anchored at their middle, the only anchor that all of tscircuit's
 * outputs agree on.
 */
export function silkElement(item: SilkItem): ReactElement {
  switch (item.kind) {
    case "text":
      return (
        <silkscreentext
          text={item.text}
          pcbX={item.x}
          pcbY={item.y}
          pcbRotation={rotationDeg(item)}
          fontSize={item.capitalMm / silkFont.capitalOfSize}
          anchorAlignment="center"
          layer={item.side}
        />
      )
    case "line":
      return <silkscreenpath route={[...item.points]} strokeWidth={item.widthMm} layer={item.side} />
    case "dot":
      // A circle whose line covers its inside.
      return (
        <silkscreencircle
          pcbX={item.x}
          pcbY={item.y}
          radius={item.diameterMm / 4}
          strokeWidth={item.diameterMm / 2}
          layer={item.side}
        />
      )
  }
}

/** tscircuit turns counter-clockwise as seen from the top: on the bottom the reader sees it the other way round. */
function rotationDeg({ turnDeg, side }: SilkText): number {
  return side === "bottom" ? (360 - turnDeg) % 360 : turnDeg
}
