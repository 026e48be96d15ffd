import type { ReactElement } from "react"
import { silkFont, silkRotationDeg } from "../legend/font"
import type { SilkItem } from "../model/silk"

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
          pcbRotation={silkRotationDeg(item)}
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
