import { Fragment, type ReactElement } from "react"

/** Silkscreen in a footprint: the thinnest line JLCPCB prints for certain is 0.15 mm. */
const strokeMm = 0.15

export type Segment = readonly [x1: number, y1: number, x2: number, y2: number]

/** Straight lines, mm in the footprint's frame. */
export function SilkLines(props: { readonly segments: readonly Segment[] }): ReactElement {
  return (
    <>
      {props.segments.map(([x1, y1, x2, y2]) => (
        <Fragment key={`${x1},${y1},${x2},${y2}`}>
          <silkscreenline x1={x1} y1={y1} x2={x2} y2={y2} strokeWidth={strokeMm} layer="top" />
        </Fragment>
      ))}
    </>
  )
}

/** A dot of 0.5 mm that marks pin 1; centre in mm in the footprint's frame. */
export function PinOneDot(props: { readonly x: number; readonly y: number }): ReactElement {
  return <silkscreencircle pcbX={props.x} pcbY={props.y} radius={0.125} strokeWidth={0.25} layer="top" />
}
