import type { ReactElement } from "react"

/** M3: a hole of 3.2 mm without copper (ISO 273, medium fit is 3.4, fine 3.2). mm, board frame. */
export function MountingHole(props: {
  readonly designator: string
  readonly x: number
  readonly y: number
  readonly drillMm: number
}): ReactElement {
  return <hole name={props.designator} pcbX={props.x} pcbY={props.y} diameter={props.drillMm} />
}
