import type { ReactElement } from "react"
import type { PartProps } from "./part-props"

/** A ceramic capacitor without polarity; `capacitance` as people write it ("100nF"). */
export function Capacitor({
  capacitance,
  ...part
}: PartProps & { readonly capacitance: string }): ReactElement {
  return <capacitor {...part} capacitance={capacitance} />
}
