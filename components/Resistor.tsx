import type { ReactElement } from "react"
import type { PartProps } from "./part-props"

/** A chip resistor; `resistance` as people write it ("10k", "0"). */
export function Resistor({ resistance, ...part }: PartProps & { readonly resistance: string }): ReactElement {
  return <resistor {...part} resistance={resistance} />
}
