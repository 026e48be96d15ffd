import type { ReactElement } from "react"
import type { PartProps } from "./part-props"

export function Resistor({ ohms, ...part }: PartProps & { readonly ohms: number }): ReactElement {
  return <resistor {...part} resistance={ohms} />
}
