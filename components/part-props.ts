import type { ReactElement } from "react"
import type { NetName } from "./nets"

/** What the circuit gives every part: who it is, where it stands, what is bought for it, what it is joined to. */
export interface PartProps {
  readonly name: string
  readonly footprint: ReactElement
  readonly pcbX: number
  readonly pcbY: number
  readonly pcbRotation: number
  readonly layer: "top" | "bottom"
  readonly doNotPlace: boolean
  readonly schSheetName: string
  readonly schX: number
  readonly schY: number
  readonly schRotation?: number
  readonly manufacturerPartNumber?: string
  readonly supplierPartNumbers?: { jlcpcb: string[] }
  /** `pin1` -> `net.NAME`. */
  readonly connections: Readonly<Record<string, `net.${NetName}`>>
  /** Pins that the circuit leaves open on purpose. */
  readonly noConnect?: string[]
}
