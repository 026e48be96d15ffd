import type { ReactElement } from "react"
import type { PartProps } from "./part-props"

/** A capacitor without polarity. */
export function Capacitor({ farads, ...part }: PartProps & { readonly farads: number }): ReactElement {
  return <capacitor {...part} capacitance={farads} />
}
