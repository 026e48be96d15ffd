import { Fragment, type ReactElement } from "react"
import { silkFont, silkRotationDeg } from "../src/legend/font"
import type { SilkItem } from "./silkscreen-items"

/**
 * Draws a table of silkscreen on a board. Texts are anchored at their middle, the only anchor that all of tscircuit's
 * outputs agree on.
 */
export function Silkscreen(props: { readonly items: readonly SilkItem[] }): ReactElement {
  return (
    <>
      {props.items.map((item) => (
        <Fragment key={JSON.stringify(item)}>{drawn(item)}</Fragment>
      ))}
    </>
  )
}

function drawn(item: SilkItem): ReactElement {
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
